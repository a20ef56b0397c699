"""What is more than pages can show is told once, and in few words, however much it is."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import completed
from timeline.checks import limits, read
from timeline.problems import Problem
from timeline.problems.report import IN_FULL, as_json, as_text

EVENT = "events: [{id: opening, claims: [{text: It opened., cite: s0}]}]\n"


@pytest.fixture
def of(tmp_path: Path) -> Callable[[str], tuple[Problem, ...]]:
    """Everything that is said of a record."""

    def told(text: str) -> tuple[Problem, ...]:
        (tmp_path / "record.yaml").write_text(completed(text), encoding="utf-8")
        return read(tmp_path, "record").problems

    return told


def chain(length: int, *, circle: bool = False) -> str:
    """Documents that each repeat the next, the last of them an origin or again the first."""
    rows = [f"  - {{id: s{number}, relays: s{number + 1}}}" for number in range(length - 1)]
    last = f"  - {{id: s{length - 1}{', relays: s0' if circle else ''}}}"
    return EVENT + "sources:\n" + "\n".join([*rows, last])


def test_a_chain_as_long_as_a_page_can_show_is_sound(of) -> None:
    assert of(chain(limits.LONGEST_CHAIN)) == ()


@pytest.mark.parametrize("length", [600, 2_000])
def test_a_longer_chain_is_told_once_by_its_ends_and_its_length(of, length: int) -> None:
    (problem,) = of(chain(length))

    assert problem.code == "long-chain"
    assert problem.label.startswith(f"{length:,} documents, of which at most 60 fit: s0 → s1 → s2 → ")
    assert problem.label.endswith(f" → s{length - 1}")
    assert len(problem.label) < 300


def test_a_circle_of_two_thousand_documents_is_one_fault_of_few_lines(of) -> None:
    (problem,) = of(chain(2_000, circle=True))

    assert problem.code == "relay-loop"
    assert f" → {2_001 - 16:,} more → " in problem.label
    assert len(as_text([problem], {}).splitlines()) < 15
    assert as_json([problem]).count('"message": "`s') == 1_999


def test_where_everybody_repeats_everybody_some_circles_are_told_and_the_others_counted(of) -> None:
    """Of a hundred documents, thousands of circles of up to a hundred."""
    many, ids = 100, [f"s{number}" for number in range(100)]
    rows = "\n".join(f"  - {{id: {id}, relays: [{', '.join(other for other in ids if other != id)}]}}" for id in ids)

    problems = of(f"{EVENT}sources:\n{rows}")
    circles = [problem for problem in problems if problem.code == "relay-loop"]

    assert sum(len(problem.elsewhere) for problem in circles) < 2_000 + many
    assert circles[-1].label.startswith(f"{many * (many - 1) // 2 - len(circles) + 1:,} more relays close a circle")


@pytest.mark.parametrize(
    ("field", "each"),
    [("topics", "somebody"), ("actors", "somebody"), ("places", "somewhere"), ("also", "Another name"),
     ("related", "{event: closing, as: see-also}"), ("cite", "closing"), ("amounts", "{value: 3, unit: t}"),
     ("claims", "{text: It is 3 t., cite: closing}"), ("rivals", "{date: 2024, cite: closing}")],
)  # fmt: skip
def test_a_field_of_an_event_holds_no_more_than_a_page_can_show(of, field: str, each: str) -> None:
    many = limits.MOST.get(field, limits.MANY) + 1
    first = "" if field == "claims" else "claims: [{text: It is 3 t., cite: closing}], "
    wish = f"events: [{{id: closing, date: 2024}}, {{id: opening, {first}{field}: [{', '.join([each] * many)}]}}]"

    told = [problem for problem in of(wish) if problem.code == "too-many"]

    assert [problem.label for problem in told] == [f"{many:,}, of which at most {many - 1:,} fit"]


def test_a_list_within_a_list_is_bounded_too_and_the_fault_says_of_what(of) -> None:
    cited = ", ".join(["s0"] * (limits.MANY + 1))
    tracks = f"tracks: [{{id: ferry, title: Ferry, states: [{{from: 2024, state: goes, cite: [{cited}]}}]}}]"

    (problem,) = of(f"{EVENT}sources: [{{id: s0}}]\n{tracks}")

    assert problem.sentence == "the state has more citations than a page can show"
    assert problem.label == "501, of which at most 500 fit"


def test_events_of_one_title_and_day_are_each_told_with_the_first(of, monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0

    class Counting(difflib.SequenceMatcher):
        def ratio(self) -> float:
            nonlocal compared
            compared += 1
            return super().ratio()

    monkeypatch.setattr(difflib, "SequenceMatcher", Counting)
    many = 60
    events = "\n".join(f"  - {{id: e{number}, title: The bridge opens, date: 2025-05-01}}" for number in range(many))

    problems = of(f"events:\n{events}")

    assert [problem.code for problem in problems] == ["near-duplicate"] * (many - 1)
    assert compared < 22 * many  # of a day, no more than twenty are held against one for what they say


def test_of_many_faults_of_one_kind_the_first_are_told_in_full_and_json_has_all(of) -> None:
    cited = ", ".join(f"nobody-{number}" for number in range(300))

    claim = f"{{text: It opened., cite: [s0, {cited}]}}"
    problems = of(f"events: [{{id: opening, claims: [{claim}]}}]\nsources: [{{id: s0}}]")
    text = as_text(problems, {})

    assert len(problems) == 300
    assert text.count("no source has this id") == IN_FULL
    assert "error[unknown-source]: 280 more of this kind, the first at record/record.yaml:" in text
    assert text.endswith("\n300 errors\n")
    assert as_json(problems).count('"unknown-source"') == 300
