"""What pages cost, counted in calls of our functions: twice as many records ask twice as much, and not four times."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

import timeline as package
from timeline import pages
from timeline.html.context import Context
from timeline.model import Timeline

HERE = str(Path(package.__file__).parent)
FEW, MANY = 10, 20


def record(number: int) -> str:
    """Events in pairs, one denying what the other says, each with documents of its own of which one repeats another."""
    sources, events = [], []
    for n in range(number):
        day = f"2025-{n % 12 + 1:02d}-{n % 28 + 1:02d}"
        sources.append(f"  - {{id: first-{n}, issued: {day}, kind: original-reporting}}")
        sources.append(f"  - {{id: again-{n}, issued: {day[:8]}28, relays: first-{n}}}")
        denies = f", denies: event-{n - 1}#said" if n % 2 else ""
        claim = f"{{id: said, text: It happened {n} times., cite: [first-{n}, again-{n}]{denies}}}"
        events.append(f"  - {{id: event-{n}, added: 2025-12-30, date: {day}, claims: [{claim}]}}")
    return "\n".join(["record: {through: 2026-01-01}", "sources:", *sources, "events:", *events])


def calls(draw: Callable[[], object]) -> Counter[str]:
    """How often each of our functions was called, and a generator for each thing that it yields."""
    counted: Counter[str] = Counter()

    def count(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code.co_filename.startswith(HERE):
            counted[f"{frame.f_code.co_filename.removeprefix(HERE)}:{frame.f_code.co_qualname}"] += 1

    sys.setprofile(count)
    try:
        draw()
    finally:
        sys.setprofile(None)
    return counted


def drawn(timeline: Timeline) -> Counter[str]:
    """The calls for the pages of all events, with their earlier days, and of all documents."""
    context = Context.of(timeline)
    return calls(lambda: [*pages.drawn(pages.events(context)), *pages.drawn(pages.records(context))])


def test_twice_as_many_records_ask_no_function_much_more_than_twice_as_often(read_record) -> None:
    drawn(read_record(record(MANY)))  # what is kept for all records is made here
    few, many = (drawn(read_record(record(number))) for number in (FEW, MANY))

    grown = {name: (few[name], number) for name, number in many.items() if number > 2.3 * few[name] + 40}
    assert grown == {}


def disputed(number: int) -> str:
    """One claim against which many others speak."""
    against = [f"{{text: It was otherwise {n} times., disputes: said, cite: somebody}}" for n in range(number)]
    return f"events: [{{id: event, claims: [{{id: said, text: It happened., cite: somebody}}, {', '.join(against)}]}}]"


def cited(number: int) -> str:
    """One claim behind which many documents stand."""
    ids = [f"paper-{n}" for n in range(number)]
    sources = "\n".join(f"  - {{id: {id}, issued: 2025-01-01}}" for id in ids)
    return f"sources:\n{sources}\nevents: [{{id: event, claims: [{{text: It happened., cite: [{', '.join(ids)}]}}]}}]"


# a picture of many documents has room for some of them only
@pytest.mark.parametrize(("crowd", "number"), [(disputed, 20), (cited, 60)])
def test_twice_as_much_in_one_event_asks_no_function_much_more_than_twice_as_often(read_record, crowd, number) -> None:
    once, twice = (read_record(crowd(size)) for size in (number, 2 * number))
    list(pages.render(twice))  # what is kept for all records is made here
    few, many = calls(lambda: list(pages.render(once))), calls(lambda: list(pages.render(twice)))

    grown = {name: (few[name], asked) for name, asked in many.items() if asked > 2.3 * few[name] + 40}
    assert grown == {}
