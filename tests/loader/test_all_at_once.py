"""All faults of a record are told in one round, whatever else is wrong in it."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.checks import read
from timeline.problems import Problem, Severity

RECORD = """
record: {title: The bridge, through: 2026-01-01, added: 2026-01-01}
sources:
  - {id: gazette, title: A, publisher: P, kind: primary, url: "https://gazette.example/a"}
  - id: herald
    title: B
    publisher: H
    issued: 2025-02-03
    kind: primary
    url: https://herald.example/b
    relays: [gazette]
actors: [{id: council, name: Council, kind: government}]
topics: [{id: bridge, name: Bridge}]
places: [{id: harbour, name: Harbour}]
events:
  - id: opening
    date: 2025-02-01
    title: It opens
    kind: release
    status: reported
    actors: [council]
    topics: [bridge]
    places: [harbour]
    amounts: [{value: 3, unit: km}]
    claims:
      - text: It opened.
        by: council
        cite: [gazette, herald]
      - {text: It is 3 km long., cite: {source: herald, locator: page 2}}
    related: [{event: planned, as: see-also}]
  - {id: planned, date: 2024, title: It is planned, kind: policy, status: reported, claims: [{text: P., cite: gazette}]}
"""
SPOILT = (
    ("date: 2025-02-01", "date: soon"),
    ("kind: release", "kind: releese"),
    ("status: reported\n    actors", "status: reprted\n    actors"),
    ("actors: [council]", "actors: [Council!, nobody]"),
    ("topics: [bridge]", "topics: [brigde]"),
    ("places: [harbour]", "places: [habour]"),
    ("value: 3,", "value: three,"),
    ("by: council", "by: counsel"),
    ("[gazette, herald]", "[gazete, herald]"),
    ("source: herald,", "source: herold,"),
    ("locator: page 2", "loctor: page 2"),
    ("event: planned", "event: plannd"),
    ("as: see-also", "as: seealso"),
    ("relays: [gazette]", "relays: [gazzette]"),
    ("issued: 2025-02-03", "issued: 2025-02-30"),
    ("url: https://herald.example/b", "url: herald"),
    ("title: It opens", "titel: It opens"),
    ("through: 2026-01-01,", "through: soon,"),
    ("status: reported\n    actors", "actors"),
)


def errors(folder: Path, slips: tuple[int, ...]) -> set[tuple[str, str]]:
    text = RECORD
    for slip in slips:
        text = text.replace(*SPOILT[slip], 1)
    (folder / "record.yaml").write_text(text, encoding="utf-8")
    return {_told(problem) for problem in read(folder, "data").problems if problem.severity is Severity.ERROR}


def _told(problem: Problem) -> tuple[str, str]:
    return problem.code, problem.sentence


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[int, set[tuple[str, str]]]:
    folder = tmp_path_factory.mktemp("alone")
    return {slip: errors(folder, (slip,)) for slip in range(len(SPOILT))}


def test_each_slip_by_itself_is_told(alone: dict[int, set[tuple[str, str]]]) -> None:
    assert all(alone.values())


def test_of_any_two_slips_both_are_told_in_the_first_round(
    alone: dict[int, set[tuple[str, str]]], tmp_path: Path
) -> None:
    unsaid = {}
    for pair in combinations(range(len(SPOILT)), 2):
        if pair != (2, len(SPOILT) - 1) and (left := (alone[pair[0]] | alone[pair[1]]) - errors(tmp_path, pair)):
            unsaid[pair] = left

    assert unsaid == {}


@given(slips=st.sets(st.integers(0, len(SPOILT) - 2), min_size=3))
def test_of_many_slips_all_are_told_in_the_first_round(
    slips: set[int], alone: dict[int, set[tuple[str, str]]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    told = errors(tmp_path_factory.mktemp("several"), tuple(sorted(slips)))

    assert set().union(*(alone[slip] for slip in slips)) <= told


REFUSED = """
record: {title: {en: The bridge, de: Die Brücke}, through: soon, added: 2026-01-01, language: en, DEFAULTS}
sources: [{id: gazette, publisher: P, kind: post, url: "https://gazette.example/a"}]
events:
  - {id: opening, date: 2025-02-01, title: {de: Sie öffnet}, status: reported, cite: "https://posts.example/1"}
"""


def test_what_entries_leave_out_and_lack_in_a_language_is_told_though_the_record_itself_is_refused(
    tmp_path: Path,
) -> None:
    (tmp_path / "record.yaml").write_text(REFUSED.replace(", DEFAULTS", ""), encoding="utf-8")

    assert {problem.code for problem in read(tmp_path, "data").problems} == {
        *("not-a-day", "unnamed-language", "missing-language", "missing-field", "unknown-word", "bad-id")
    }


def test_nothing_is_held_against_entries_where_what_the_record_says_for_them_cannot_be_read(tmp_path: Path) -> None:
    text = REFUSED.replace("DEFAULTS", "defaults: {events: {kind: Release!}, hosts: [posts]}")
    (tmp_path / "record.yaml").write_text(text, encoding="utf-8")

    assert {problem.code for problem in read(tmp_path, "data").problems} == {"not-a-day", "wrong-shape"}


SOUND = """
record: {title: The bridge, through: 2026-01-01, added: 2026-01-01, language: en}
sources:
  - {id: minutes, title: M, publisher: Council, issued: 2025-01-31, kind: primary, url: "https://council.example/m"}
  - id: gazette
    title: A bridge
    publisher: Gazette
    issued: 2025-02-02
    kind: original-reporting
    url: https://gazette.example/a
    archive: {url: "https://archive.example/a", on: 2025-03-01}
  - {id: post, title: B, publisher: P, issued: 2025-02-03, kind: secondary, url: "https://p.example/", relays: gazette}
actors: [{id: council, name: Council, kind: government}]
topics: [{id: bridge, name: Bridge}]
events:
  - id: opening
    date: 2025-02-01
    title: It opens
    summary: It is 3 km long.
    kind: release
    status: reported
    actors: [council]
    topics: [bridge]
    claims:
      - {id: opened, text: It opened., cite: gazette}
      - {id: length, text: It is 3 km long., cite: {source: post, locator: page 2}}
  - id: vote
    date: 2025-01-31
    title: They vote
    kind: policy
    status: confirmed
    topics: [bridge]
    claims:
      - {text: They voted., cite: minutes}
  - id: repair
    date: 2025-12-01
    title: It is mended
    kind: report
    status: reported
    course: happened
    claims: [{text: It was mended., cite: gazette}]
    rivals: [{date: 2025-12-02, cite: post}]
    related: [{event: opening, as: see-also}]
    allow: {older-source: The day was announced.}
"""
DAMAGES = {
    "confirmed by one hand": ("kind: release\n    status: reported", "kind: release\n    status: confirmed"),
    "disputed by nobody": ("kind: report\n    status: reported", "kind: report\n    status: disputed"),
    "a figure of no claim": ("summary: It is 3 km", "summary: It is 4 km"),
    "no such day": ("date: 2025-02-01", "date: 2025-02-30"),
    "no such kind": ("kind: policy", "kind: polcy"),
    "no such actor": ("actors: [council]", "actors: [counsil]"),
    "no such topic": ("topics: [bridge]\n    claims:\n      - {text", "topics: [brigde]\n    claims:\n      - {text"),
    "no such event": ("event: opening", "event: openng"),
    "no such field": ("locator: page 2", "loctor: page 2"),
    "a copy of before": ("on: 2025-03-01", "on: 2025-01-01"),
    "an address without a host": ("https://council.example/m", "council"),
    "the same date again": ("rivals: [{date: 2025-12-02", "rivals: [{date: 2025-12-01"),
    "itself": (
        "claims:\n      - {text: They",
        "related: [{event: vote, as: see-also}]\n    claims:\n      - {text: They",
    ),
    "after the last day": ("issued: 2025-02-03", "issued: 2027-02-03"),
    "an empty note": ("course: happened", "course: happened\n    note:"),
    "words of a document": ("It was mended., cite: gazette", "It was mended., cite: {source: gazette, quote: Mended.}"),
    "no speaker": ("{id: length,", "{id: length, denies: opened,"),
}


def told(folder: Path, *damages: str) -> set[tuple[str, str]]:
    text = SOUND
    for damage in damages:
        assert DAMAGES[damage][0] in text
        text = text.replace(*DAMAGES[damage], 1)
    (folder / "record.yaml").write_text(text, encoding="utf-8")
    return {_told(problem) for problem in read(folder, "data").problems}


def test_what_may_be_a_slip_and_what_bears_no_status_is_told_beside_any_other_fault(tmp_path: Path) -> None:
    """Each pair in one run, and nothing that neither of the two brings. A figure may be one of a day that is wrong."""
    assert told(tmp_path) == set()
    alone = {damage: told(tmp_path, damage) for damage in DAMAGES}

    for pair in combinations(DAMAGES, 2):
        hidden = alone[pair[0]] if pair == ("a figure of no claim", "no such day") else set()
        assert (pair, told(tmp_path, *pair)) == (pair, (alone[pair[0]] | alone[pair[1]]) - hidden)


TAKEN = """
record: {title: The bridge, through: 2026-01-01, added: 2026-01-01}
sources: [{id: gazette, title: A, publisher: P, kind: primary, url: "https://gazette.example/a"}]
events:
  - {id: opening, date: soon, title: It opens, kind: policy, status: reported, claims: [{text: P., cite: gazette}]}
  - {id: opening, date: 2024, title: It is shut, kind: policy, status: reported, claims: [{text: Q., cite: gazette}]}
"""


def test_an_id_given_twice_is_told_beside_what_is_wrong_with_either_of_its_records(tmp_path: Path) -> None:
    (tmp_path / "record.yaml").write_text(TAKEN, encoding="utf-8")
    assert [problem.code for problem in read(tmp_path).problems] == ["not-edtf", "duplicate-id"]

    (tmp_path / "record.yaml").write_text(TAKEN.replace("soon", "2023").replace("2024", "soon"), encoding="utf-8")
    assert {problem.code for problem in read(tmp_path).problems} == {"not-edtf", "duplicate-id"}


def test_a_quotation_mark_without_an_end_hides_no_slip_below_it(tmp_path: Path) -> None:
    text = TAKEN.replace("soon", "2023").replace("opening, date: 2024", "shut, date: 2024")
    lines = text.replace("  - {id: shut,", "  - id: shut\n    status: reported\n    kind: policy\n    RUN").split(
        "RUN"
    )[0]
    spoilt = (
        f'{lines}title: "It is shut\n    date: 2024\n    claims:\n      - text: Shut: for good\n        cite: gazette\n'
    )
    (tmp_path / "record.yaml").write_text(spoilt, encoding="utf-8")

    assert [problem.code for problem in read(tmp_path).problems] == ["unclosed-quote", "unquoted-text"]
