"""Which ids belong to a place, read off lines that nobody has finished yet."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from tests.problems.golden import BASE, write
from tests.problems.test_remedies import RECORD
from timeline.language_server.completion import asked, offers
from timeline.language_server.hover import told
from timeline.language_server.line_edits import line_edits
from timeline.language_server.open_record import OpenRecord, folder_of

HEAD = "events:\n  - id: flood\n"
PLACES = {
    "    actors: |": "actor",
    "    actors: [|]": "actor",
    "    actors: [town-council, |]": "actor",
    "    topics:\n      - |": "topic",
    "    topics:\n      - bridge\n      - br|": "topic",
    "    related: [{event: |}]": "event",
    "    related:\n      - event: |": "event",
    "    claims:\n      - {text: It rained., cite: |}": "source",
    "    claims:\n      - {text: It rained., cite: [a, |]}": "source",
    "    claims:\n      - text: It rained.\n        cite: [@|]": "source",
    "    claims:\n      - text: It rained.\n        cite:\n          - source: |": "source",
    "    claims:\n      - text: It rained.\n        cite: {source: a, via: |}": "source",
    "    claims:\n      - text: It rained.\n        cite: [{source: a}, |]": "source",
    "    claims:\n      - text: It rained.\n        cite: [\n          a,\n          |": "source",
    "    claims:\n      - text: It did not.\n        disputes: |": "claim",
    "    claims:\n      - text: It did not.\n        denies: bridge-opening#|": "claim",
    "    claims:\n      - text: It did not.\n        by: |": "actor",
}
DATES = {
    "    date: |": ["2026-11-22", "2026-11", "2026"],
    "    date: 3 May 2020|": ["2020-05-03", "2026-11-22", "2026-11", "2026"],
    "    date: 4/5/2020|": ["2020-05-04", "2020-04-05", "2026-11-22", "2026-11", "2026"],
    "    updates: [{on: |": ["2026-11-22"],
}
NOWHERE = [
    "    title: |",
    "    title: The bridge|",
    "    claims:\n      - text: a, b|",
    "    claims:\n      - {text: It rained., |}",
    "    |",
    "    claims:\n      - |",
    "topics:\n  - {id: bridge, name: Bridge, about: |}",
]


@pytest.mark.parametrize("text", DATES)
def test_where_a_date_belongs_what_was_typed_in_words_is_offered_as_edtf(text: str, record: OpenRecord) -> None:
    place = asked(*at(text))

    assert place is not None
    assert [offer.id for offer in offers(place, record.loaded)] == DATES[text]


@pytest.fixture
def record(tmp_path: Path) -> OpenRecord:
    write(tmp_path / "data", BASE)
    return OpenRecord(tmp_path / "data", {})


def at(text: str) -> tuple[list[str], int, int]:
    before = (HEAD + text).partition("|")[0]
    lines = (HEAD + text).replace("|", "", 1).split("\n")
    return lines, before.count("\n"), len(before.rpartition("\n")[2])


@pytest.mark.parametrize("text", PLACES)
def test_a_field_that_names_records_is_offered_theirs(text: str) -> None:
    place = asked(*at(text))

    assert place is not None
    assert place.thing == PLACES[text]


@pytest.mark.parametrize("text", NOWHERE)
def test_nothing_is_offered_where_no_id_belongs(text: str) -> None:
    assert asked(*at(text)) is None


def test_a_forecast_is_about_a_topic_and_a_topic_about_anything() -> None:
    lines = ["expectations:", "  - id: soon", "    about: "]

    assert asked(lines, 2, 11) is not None
    assert asked(["topics:", *lines[1:]], 2, 11) is None


def test_what_a_cited_document_relays_comes_first_behind_via(record: OpenRecord) -> None:
    line = "        cite: {source: evening-post-1931, via: "
    place = asked([line], 0, len(line))

    assert place is not None
    assert [offer.id for offer in offers(place, record.loaded) if offer.first] == ["gazette-1931"]


def test_a_claim_is_named_shortly_within_its_event(record: OpenRecord) -> None:
    lines = ["events:", "  - id: bridge-opening", "    claims:", "      - disputes: "]
    place = asked(lines, 3, len(lines[3]))

    assert place is not None
    assert [offer.id for offer in offers(place, record.loaded)] == ["opened"]


def test_an_id_says_what_it_stands_for(record: OpenRecord) -> None:
    said = {one.id: told(one, record.loaded.timeline) for one in record.occurrences if one.defines}

    assert said["bridge-opening"].startswith("**The bridge opens**\n\n2 May 1931")
    assert said["bridge-opening#opened"] == "The bridge opened.\n\nclaim of `bridge-opening` · cites gazette-1931"
    assert said["council-votes#claim-2"].startswith("The vote was close.")
    assert said["town-council"] == "**Town council**\n\ngovernment"


def test_a_file_that_is_open_counts_as_it_stands_there(record: OpenRecord) -> None:
    text = BASE["events.yaml"].replace("topics: bridge", "topics: ferry")
    other = OpenRecord(record.folder, {"events.yaml": text.encode(), "new.yaml": b"topics: [{id: ferry, name: Ferry}]"})

    assert [problem.code for problem in other.loaded.problems] == []
    assert [problem.code for problem in record.loaded.problems] == []


def test_a_record_is_known_by_its_folder_or_by_its_description(tmp_path: Path) -> None:
    write(tmp_path / "data", BASE)
    write(tmp_path / "other", {"events.yaml": "record: {title: T}\n"})
    write(tmp_path / "site", {"mkdocs.yaml": "site_name: T\n"})

    assert folder_of(tmp_path / "data" / "events" / "1931.yaml", "data") == tmp_path / "data"
    assert folder_of(tmp_path / "other" / "events.yaml", "data") == tmp_path / "other"
    assert folder_of(tmp_path / "site" / "mkdocs.yaml", "data") is None


@given(st.integers(0, len(RECORD)), st.text(max_size=6))
def test_any_place_of_a_text_that_is_half_typed_is_answered(at: int, typed: str) -> None:
    lines = (RECORD[:at] + typed + RECORD[at:]).split("\n")
    number = RECORD.count("\n", 0, at)
    place = asked(lines, number, min(len(lines[number]), at - RECORD.rfind("\n", 0, at) - 1))

    assert place is None or place.start <= place.end <= len(lines[number])


@pytest.mark.parametrize(("before", "after"), [("abc", "axc"), ("abc", "abcd"), ("abc", ""), ("", "a"), ("aab", "ab")])
def test_edits_of_lines_lead_from_one_text_to_the_other(before: str, after: str) -> None:
    lines = list(before)
    for edit in reversed([*line_edits(before, after)]):
        lines[edit.start : edit.end] = edit.lines

    assert "".join(lines) == after


def test_a_name_is_told_as_it_is_typed_whatever_its_signs_mean_in_markdown(tmp_path: Path) -> None:
    actor = "actors: [{id: guild, name: 'A*B <i>[c](https://d.example)', kind: company, about: 'Of *masons*.'}]\n"
    write(tmp_path / "data", {"record.yaml": f"record: {{title: The bridge, through: 2026-11-22}}\n{actor}"})
    open_record = OpenRecord(tmp_path / "data", {})
    (one,) = open_record.occurrences

    shown = Markdown().convert(told(one, open_record.loaded.timeline))

    assert "<strong>A*B &lt;i&gt;[c](https://d.example)</strong>" in shown
    assert "Of <em>masons</em>." in shown
