"""What pages cost, counted in calls of our functions: twice as many records ask twice as much, and not four times."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import timeline as package
from timeline import checks, pages
from timeline.exports import registry
from timeline.html.context import Context
from timeline.model import Timeline
from timeline.site.settings import Site

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


def test_what_stands_on_many_pages_and_in_many_files_is_put_together_once(read_record) -> None:
    foretold = [f"  - {{id: soon-{n}, about: bridge, window: 2026-0{n}, cite: first-{n}}}" for n in range(1, 4)]
    actors = ", ".join(f"{{id: actor-{n}, name: Actor {n}, kind: company}}" for n in range(FEW))
    topics = "topics: [{id: bridge, name: Bridge}]"
    events = record(FEW).replace("It happened", "It came about")  # in words that no test before has had made plain
    timeline = read_record("\n".join([events, f"actors: [{actors}]", topics, "expectations:", *foretold]))
    site = Site("The harbour", "https://harbour.example/", exports=frozenset(registry.BY_NAME))
    context = Context.of(timeline, site)

    def everything() -> None:
        list(pages.every_page(context))
        for files in (registry.whole_files, registry.single_files):
            list(files(context.publication))

    made = calls(everything)
    entries = len(timeline.events) + len(timeline.sources)
    assert {
        form: made[f"/exports/bibliography/{form}.py:{form}"] for form in ("bibtex", "csl", "ris")
    } == dict.fromkeys(("bibtex", "csl", "ris"), entries)
    assert 0 < made["/site/inline_markdown.py:plain"] <= len({claim.text for claim in timeline.claims}) + 1
    assert 0 < made["/charts/forecasts_subjects.py:_forecast"] < len(timeline.expectations) * len(timeline.actors)


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


HEAD = "record: {title: The harbour, through: 2026-12-31}\n"


def source(number: int, relays: str = "") -> str:
    """A document of a publisher of its own."""
    kind = f"secondary, relays: {relays}" if relays else "original-reporting"
    said = f"title: Report {number}, publisher: P{number}, issued: 2025-01-01, language: en, kind: {kind}"
    return f"  - {{id: s{number}, url: https://p.example/{number}, {said}}}\n"


def event(number: int, claims: str, more: str = "") -> str:
    said = f"title: Thing {number} happened, kind: report, status: reported{more}, claims: [{claims}]"
    return f"  - {{id: e{number}, added: 2026-01-01, date: 2025-05-05, {said}}}\n"


def sources(number: int, relays: str = "") -> str:
    return "sources:\n" + "".join(source(n, relays if n else "") for n in range(number))


def many_citations(number: int, relays: str = "") -> str:
    cited = ", ".join(f"s{n}" for n in range(number))
    return HEAD + sources(number, relays) + "events:\n" + event(0, f"{{text: It happened., cite: [{cited}]}}")


def many_relays_of_one(number: int) -> str:
    return many_citations(number, "s0")


def many_claims(number: int) -> str:
    claims = ", ".join(f"{{text: It happened {n}., cite: s{n}}}" for n in range(number))
    return HEAD + sources(number) + "events:\n" + event(0, claims)


def many_topics(number: int) -> str:
    topics = "".join(f"  - {{id: t{n}, name: Topic {n}, about: The number {n}}}\n" for n in range(number))
    named = f", topics: [{', '.join(f't{n}' for n in range(number))}]"
    events = event(0, "{text: It happened., cite: s0}", named)
    return HEAD + f"topics:\n{topics}" + sources(1) + "events:\n" + events


def many_on_a_day(number: int) -> str:
    events = "".join(event(n, f"{{text: It happened., cite: s{n}}}") for n in range(number))
    return HEAD + sources(number) + "events:\n" + events


def lines(draw: Callable[[], object]) -> Counter[str]:
    """How many lines of each of our functions were run."""
    counted: Counter[str] = Counter()

    def within(frame: FrameType, event: str, _: object) -> Any:
        if event == "line":
            counted[f"{frame.f_code.co_filename.removeprefix(HERE)}:{frame.f_code.co_qualname}"] += 1
        return within

    before = sys.gettrace()
    sys.settrace(lambda frame, event, _: within if frame.f_code.co_filename.startswith(HERE) else None)
    try:
        draw()
    finally:
        sys.settrace(before)  # which may count what the tests run
    return counted


def worked(folder: Path, text: str) -> Counter[str]:
    """What it takes to check a record, and to draw its pages."""
    (folder / "record.yaml").write_text(text, "utf-8")
    loaded = checks.read(folder)
    assert loaded.sound
    context = Context.of(loaded.timeline)
    drawn = (pages.drawn(pages.events(context)), pages.drawn(pages.records(context)))
    return lines(lambda: (checks.read(folder), *map(list, drawn)))


@pytest.mark.parametrize(
    ("made", "number"),
    [
        (many_citations, 50),  # more than a picture has room for, so that it is bounded in both
        (many_relays_of_one, 20),
        (many_claims, 50),
        (many_topics, 20),
        (many_on_a_day, 20),
    ],
)
def test_twice_as_much_of_one_thing_takes_no_function_much_more_than_twice_as_long(
    made, number, tmp_path: Path
) -> None:
    worked(tmp_path, made(2 * number))  # what is kept for all records is made here
    few, many = (worked(tmp_path, made(times * number)) for times in (1, 2))

    assert {name: (few[name], times) for name, times in many.items() if times > 2.6 * few[name] + 100} == {}
