"""What it takes to read, to ask and to export grows with a record and not faster, counted in calls of our functions."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.pages.test_cost import HEAD, calls
from timeline import checks, pages
from timeline.exports import registry
from timeline.exports.export import Publication
from timeline.loader import folder as loader
from timeline.loader import load
from timeline.loader.read_cache import NO_CACHE, ReadCache
from timeline.model import Timeline
from timeline.queries.index import Index
from timeline.site.settings import Site

FEW = 30
FOLDED = 100
"""Lists are folded, and pages spread, from some length on: that comes at once, and not in steps."""
SITE = Site("The harbour", "https://harbour.example/", exports=frozenset(registry.BY_NAME))


def record(number: int) -> str:
    """Events over some years with a document each, of which every other one repeats another."""
    sources, events = ["sources:"], ["events:"]
    for n in range(number):
        day = f"20{n % 20 + 10}-{n % 12 + 1:02}-{n % 28 + 1:02}"
        kind = f"secondary\n    relays: paper-{n - 1}" if n % 2 else "original-reporting"
        sources.append(
            f"  - id: paper-{n}\n    title: Report {n} of many\n    publisher: Paper {n}\n    issued: {day}\n"
            f"    language: en\n    url: https://paper.example/{n}\n    kind: {kind}"
        )
        denies = f", disputes: event-{n - 1}#said" if n % 4 == 3 else ""
        events.append(
            f"  - id: event-{n}\n    added: 2031-01-01\n    date: {day}\n    title: Ship {n} came in\n"
            f"    kind: report\n    status: reported\n    actors: [harbour]\n    topics: [ships]\n"
            f"    claims:\n      - {{id: said, text: Ship {n} came in., cite: [paper-{n}]{denies}}}"
        )
    subjects = "actors: [{id: harbour, name: Harbour, kind: company}]\ntopics: [{id: ships, name: Ships}]"
    return "\n".join([HEAD.replace("2026-12-31", "2031-01-01").strip(), subjects, *sources, *events]) + "\n"


def written(folder: Path, number: int) -> Path:
    below = folder / str(number)
    below.mkdir()
    sections = record(number).split("\nsources:")
    (below / "first.yaml").write_text(sections[0] + "\n", "utf-8")
    (below / "second.yaml").write_text("sources:" + sections[1], "utf-8")
    return below


def timeline(folder: Path) -> Timeline:
    loaded = checks.read(folder)
    assert loaded.sound
    return loaded.timeline


def reading(folder: Path) -> Callable[[], object]:
    return lambda: load(folder)


def reading_what_was_kept(folder: Path) -> Callable[[], object]:
    load(folder)
    return lambda: load(folder)


def checking(folder: Path) -> Callable[[], object]:
    return lambda: checks.read(folder)


def exporting(folder: Path) -> Callable[[], object]:
    publication = Publication(Index(timeline(folder)), SITE)
    return lambda: ([*registry.whole_files(publication)], [*registry.single_files(publication)])


def drawing_everything(folder: Path) -> Callable[[], object]:
    whole = timeline(folder)
    return lambda: [*pages.render(whole, dataclasses.replace(SITE, exports=frozenset()))]


@pytest.mark.parametrize("work", [reading, reading_what_was_kept, checking, exporting, drawing_everything])
def test_twice_as_many_records_take_no_function_much_more_than_twice_as_often(
    work: Callable[[Path], Callable[[], object]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = ReadCache(tmp_path / "kept", smallest=0) if work is reading_what_was_kept else NO_CACHE
    monkeypatch.setattr(loader, "of_this_user", lambda lasting: cache)
    one, two = (work(written(tmp_path, number)) for number in (FEW, 2 * FEW))
    two()  # what is kept for all records is made here
    few, many = calls(one), calls(work(tmp_path / str(2 * FEW)))

    grown = {name: (few[name], times) for name, times in many.items() if times > 2.3 * few[name] + FOLDED}
    assert grown == {}
