"""How much there is of what: a record counted by the words that its records share.

Every word of a field is counted, also one that nothing has, so that what is missing is seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from timeline.model import Source, Timeline
from timeline.model.words import Access, Course, Status
from timeline.queries import disputes, order, provenance


@dataclass(frozen=True, slots=True)
class Table:
    """The records of one sort, told apart by one thing."""

    of: str
    """`events`, `claims` or `sources`."""
    by: str
    """What tells them apart, by its name in the data where it has one."""
    rows: Mapping[str, int]


def totals(timeline: Timeline) -> Mapping[str, int]:
    """How many records there are of each sort, and what is counted across them."""
    return {
        "events": len(timeline.events),
        "key-events": sum(event.key for event in timeline.events),
        "claims": sum(len(event.claims) for event in timeline.events),
        "disputed-claims": len(disputes.objections(timeline)),
        "sources": len(timeline.sources),
        "origins": provenance.independent_of_all(timeline),
        "expectations": len(timeline.expectations),
        "tracks": len(timeline.tracks),
        "actors": len(timeline.actors),
        "topics": len(timeline.topics),
        "places": len(timeline.places),
    }


def tables(timeline: Timeline) -> tuple[Table, ...]:
    """All that is worth counting, events first."""
    events, claims, sources = timeline.events, tuple(timeline.claims), timeline.sources
    about = timeline.record
    years = {year: len(dated) for year, dated in order.by_year(events).items()}
    return (
        Table("events", "kind", _counted(about.words("kinds"), (event.kind for event in events))),
        Table("events", "course", _words(Course, (event.course for event in events))),
        Table("events", "status", _words(Status, (event.status for event in events))),
        Table("events", "origins", _several(provenance.independent_of_event(timeline, event) for event in events)),
        Table("events", "year", years),
        Table("claims", "origins", _several(provenance.independent(timeline, claim.citations) for claim in claims)),
        Table("sources", "kind", _counted(about.words("source_kinds"), (source.kind for source in sources))),
        Table("sources", "origin", _counted(("origin", "relaying", "origin-unnamed"), map(_origin, sources))),
        Table("sources", "seen", _counted(("seen", "unseen"), ("seen" if s.seen else "unseen" for s in sources))),
        Table(
            "sources", "issued", _counted(("dated", "undated"), ("dated" if s.issued else "undated" for s in sources))
        ),
        Table("sources", "access", _words(Access, (source.access for source in sources))),
        Table(
            "sources", "archive", _counted(("kept", "not-kept"), ("kept" if s.copies else "not-kept" for s in sources))
        ),
        Table("sources", "language", dict(sorted(Counter(s.language for s in sources).items(), key=_most_first))),
    )


def _origin(source: Source) -> str:
    """Whether it says a thing first, names whom it has it from, or names nobody."""
    if not source.guesses.issuperset(source.repeats):
        return "relaying"
    return "origin" if source.is_origin else "origin-unnamed"


def _words(words: Any, used: Iterable[str]) -> Mapping[str, int]:
    return _counted(get_args(words), used)


def _several(numbers: Iterable[int]) -> Mapping[str, int]:
    return _counted(("0", "1", "2+"), (str(number) if number < 2 else "2+" for number in numbers))


def _counted(words: Iterable[str], used: Iterable[str]) -> Mapping[str, int]:
    """How often each word occurs, in the order of the words."""
    counter = Counter(used)
    return {word: counter[word] for word in words}


def _most_first(row: tuple[str, int]) -> tuple[int, str]:
    return -row[1], row[0]
