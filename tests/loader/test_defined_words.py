"""A record may have words of its own for kinds and roles, and says what they count as."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import completed
from timeline import language
from timeline.checks import notes, read
from timeline.loader import load
from timeline.model import Timeline
from timeline.queries import provenance
from timeline.queries.status import proven
from timeline.site import kind_names

HASTINGS = """
record:
  title: The conquest of England
  through: 2026-01-01
  kinds: {battle: Battle, charter: {name: Charter, plural: Charters, counts_as: statement}}
  source_kinds:
    chronicle: {name: Chronicle, plural: Chronicles, about: Written year by year., counts_as: original-reporting}
    tapestry: {counts_as: primary}
  update_kinds: {erratum: {name: Erratum, counts_as: correction}}
  date_roles: {vowed: Vowed, owed: {name: Owed on, counts_as: due}}
  actor_kinds: {army: Army, king: {name: King, counts_as: person}}
sources:
  - {id: peterborough, publisher: Peterborough Abbey, kind: chronicle}
  - {id: bayeux, publisher: Bayeux, kind: tapestry}
  - {id: school-book, kind: secondary}
actors: [{id: normans, name: The Normans, kind: army}, {id: harold, name: Harold Godwinson, kind: king}]
events:
  - id: hastings
    date: 1066-10-14 Julian
    kind: battle
    status: confirmed
    actors: [normans, harold]
    dates: {vowed: {date: 1064, cite: bayeux}, owed: {date: 1066-09, cite: bayeux}}
    claims: [{text: The Normans won., cite: bayeux}, {text: Harold fell., cite: peterborough}]
    updates: [{on: 2026-01-01, kind: erratum, text: We had another hill.}]
"""


@pytest.fixture
def hastings(read_record: Callable[[str], Timeline]) -> Timeline:
    return read_record(HASTINGS)


def codes(folder: Path, text: str) -> list[str]:
    (folder / "record.yaml").write_text(completed(text), encoding="utf-8")
    return [problem.code for problem in read(folder).problems if problem.code != "unused"]


def test_a_battle_is_a_battle(tmp_path) -> None:
    assert codes(tmp_path, HASTINGS) == []


def test_a_kind_that_counts_as_primary_bears_confirmed(hastings: Timeline) -> None:
    assert proven(hastings, hastings.events[0])


def test_the_same_document_as_a_retelling_bears_it_not(tmp_path) -> None:
    retold = HASTINGS.replace("tapestry: {counts_as: primary}", "tapestry: {counts_as: secondary}")

    assert codes(tmp_path, retold) == ["unproven-confirmed"]


def test_a_kind_of_source_of_the_record_is_an_origin_as_what_it_counts_as(hastings: Timeline) -> None:
    origins = {source.id: source.is_origin for source in hastings.sources}

    assert origins == {"peterborough": True, "bayeux": True, "school-book": False}
    assert provenance.independent_of_event(hastings, hastings.events[0]) == 2


def test_words_spoken_are_known_from_whoever_heard_them_also_under_a_name_of_the_record(read_record) -> None:
    timeline = read_record("""
        record: {kinds: {oath: {name: Oath, counts_as: statement}, feast: Feast}}
        actors: [{id: harold, name: Harold, kind: person}]
        sources:
          - {id: one, publisher: One, kind: original-reporting}
          - {id: two, publisher: Two, kind: original-reporting}
        events:
          - {id: sworn, kind: oath, status: confirmed, claims: [{text: He swore it., by: harold, cite: [one, two]}]}
          - {id: eaten, kind: feast, status: confirmed, claims: [{text: It was eaten., by: harold, cite: [one, two]}]}
    """)

    assert [(event.id, proven(timeline, event)) for event in timeline.events] == [("sworn", True), ("eaten", False)]


def test_a_definition_of_one_of_our_words_takes_its_place(read_record) -> None:
    timeline = read_record("""
        record: {kinds: {legal: {name: Court day, about: A court sat.}}}
        events: [{id: assize, kind: legal}]
    """)

    assert timeline.record.words("kinds")["legal"] == "A court sat."
    assert len(timeline.record.words("kinds")) == 7


def test_a_word_may_be_defined_in_another_file_than_it_is_used_in(tmp_path) -> None:
    about, _, rest = completed(HASTINGS).partition("sources:")
    (tmp_path / "a.yaml").write_text(f"sources:{rest}", encoding="utf-8")
    (tmp_path / "z.yaml").write_text(about, encoding="utf-8")

    assert [problem.code for problem in load(tmp_path).problems] == []


@pytest.mark.parametrize(
    ("slip", "help"),
    [
        (("kind: battle\n", "kind: batle\n"), "write `battle`; "),
        (("kind: chronicle}", "kind: cronicle}"), "write `chronicle`; "),
        (("kind: chronicle}", "kind: scroll}"), "or add `scroll: {counts_as: …}` under `source_kinds` in `record`"),
        (("kind: erratum", "kind: eratum"), "write `erratum`; "),
        (("{vowed: {date", "{avowed: {date"), "write `vowed`; "),
        (("kind: army", "kind: navy of old"), "or add `navy-of-old: …` under `actor_kinds` in `record`"),
    ],
)
def test_a_word_that_nobody_defined_is_told_once_with_what_was_meant(tmp_path, slip, help) -> None:
    assert slip[0] in HASTINGS
    (tmp_path / "record.yaml").write_text(completed(HASTINGS.replace(slip[0], slip[1], 1)), encoding="utf-8")
    told = [problem for problem in read(tmp_path).problems if problem.severity.name == "ERROR"]

    assert [problem.code for problem in told] == ["unknown-word"]
    assert help in told[0].help


def test_where_the_record_cannot_be_read_nobody_is_blamed_for_its_words(tmp_path) -> None:
    assert set(codes(tmp_path, HASTINGS.replace("through: 2026-01-01", "through: soon"))) == {"not-a-day"}


@pytest.mark.parametrize(
    ("slip", "code"),
    [
        (("tapestry: {counts_as: primary}", "tapestry: Tapestry"), "wrong-shape"),
        (("tapestry: {counts_as: primary}", "tapestry: {name: Tapestry}"), "missing-field"),
        (("tapestry: {counts_as: primary}", "tapestry: {counts_as: prime}"), "unknown-word"),
        (("battle: Battle,", "Battle: Battle,"), "bad-id"),
        (("date_roles: {vowed: Vowed", "date_roles: {vowed: {title: Vowed}"), "unknown-key"),
    ],
)
def test_a_definition_that_says_too_little_is_a_fault_at_its_place(tmp_path, slip, code) -> None:
    assert slip[0] in HASTINGS

    assert code in codes(tmp_path, HASTINGS.replace(slip[0], slip[1], 1))


def test_a_list_of_words_is_refused_with_the_form_that_is_needed(tmp_path) -> None:
    text = HASTINGS.replace("kinds: {battle: Battle, charter: {name: Charter, plural: Charters, counts_as: statement}}",
                            "kinds: [battle, charter]")  # fmt: skip
    (tmp_path / "record.yaml").write_text(completed(text), encoding="utf-8")
    told = [problem for problem in load(tmp_path).problems if problem.code == "wrong-shape"]

    assert [problem.help for problem in told] == ["write `name: value` lines below the field"]


def test_a_word_that_nothing_is_called_by_is_a_note(tmp_path) -> None:
    (tmp_path / "record.yaml").write_text(completed(HASTINGS), encoding="utf-8")
    told = [problem for problem in notes(read(tmp_path).timeline) if problem.code == "unused-word"]

    assert [problem.label for problem in told] == ["nothing is called so"]


def test_a_site_in_another_language_has_the_name_in_it(read_record) -> None:
    timeline = read_record("""
        record: {kinds: {battle: {name: Battle, name_in: {de: Schlacht}}}}
        events: [{id: hastings, kind: battle}]
    """)

    assert kind_names.of_event(timeline.events[0]) == "Battle"
    with language.speaking("de"):
        assert kind_names.of_event(timeline.events[0]) == "Schlacht"
