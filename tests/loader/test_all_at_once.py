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
