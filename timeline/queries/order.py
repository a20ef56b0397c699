"""Events in a row: by year and month, and the ones before and after.

A year stands before its months and a month before its days, so a date that is known only to the year
opens its year and is never filed under January. What lasted stands where it began. A decade is no year,
and stands before the first of its own. Of one day, times of the day tell what came first, then the order of the files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from timeline.dates import Date, Heading
from timeline.model import Event, Source, Timeline


@dataclass(frozen=True, slots=True)
class Month:
    """Events under one heading."""

    heading: Heading
    events: tuple[Event, ...]


def neighbours(timeline: Timeline) -> Mapping[str, tuple[Event | None, Event | None]]:
    """For each event, the one before and the one after it in the row that pages show; none where nobody can date it."""
    events = tuple(event for event in row(timeline.events) if event.date.form != "unknown")
    triples = zip((None, *events), events, (*events[1:], None), strict=False)
    apart: dict[str, tuple[Event | None, Event | None]] = {event.id: (None, None) for event in timeline.events}
    return apart | {event.id: (before, after) for before, event, after in triples}


def row(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events as the headings put them one after another."""
    return tuple(event for month in by_month(events) for event in month.events)


def backwards(events: Iterable[Event]) -> tuple[Event, ...]:
    """The latest first. What nobody can date is never the latest: it stays at the end, in its own order."""
    ordered = row(events)
    dated = [event for event in ordered if event.date.form != "unknown"]
    return (*reversed(dated), *(event for event in ordered if event.date.form == "unknown"))


def by_month(events: Iterable[Event]) -> tuple[Month, ...]:
    """Events in their order, gathered under year and month."""
    groups: dict[Heading, list[Event]] = {}
    for event in events:
        groups.setdefault(heading(event.date), []).append(event)
    ordered = sorted(groups.items(), key=lambda item: item[0].place)
    return tuple(Month(heading, tuple(in_month)) for heading, in_month in ordered)


def by_year(events: Iterable[Event]) -> Mapping[str, tuple[Event, ...]]:
    """Events in the order of their headings, gathered under the year or decade they stand in."""
    groups: dict[str, list[Event]] = {}
    for month in by_month(events):
        groups.setdefault(month.heading.year, []).extend(month.events)
    return {year: tuple(in_year) for year, in_year in groups.items()}


def by_shelf(sources: Iterable[Source]) -> Iterator[Source]:
    """Documents as their list has them: the latest year first, the oldest first within it, the undated at the end."""
    shelves: dict[tuple[bool, int, str], list[Source]] = {}
    for source in sorted(sources, key=by_date):
        shelves.setdefault(_shelf(source.issued), []).append(source)
    return (source for _, documents in sorted(shelves.items(), reverse=True) for source in documents)


def _shelf(issued: Date | None) -> tuple[bool, int, str]:
    """A decade before the last of its years, and years before 1 behind all others."""
    place = issued.heading if issued else None
    return place is not None, min(place.first, 0) if place else 0, place.year if place else ""


def by_date(source: Source) -> tuple[bool, tuple[int, ...], str]:
    """The undated at the end."""
    return source.issued is None, (source.issued.sort_key if source.issued else ()), source.id


def heading(date: Date) -> Heading:
    """The year a date stands in, and its month when that is known."""
    return date.heading
