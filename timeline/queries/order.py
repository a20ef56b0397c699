"""Events in a row: by year and month, and the ones before and after.

A year stands before its months and a month before its days, so a date that is known only to the year
opens its year and is never filed under January. What lasted stands where it began.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.dates import Date
from timeline.model import Event, Timeline


@dataclass(frozen=True, slots=True)
class Month:
    """Events of one month, or of a year whose months are not known."""

    year: int
    month: int | None
    """None: the date is vaguer than a month."""
    events: tuple[Event, ...]


def neighbours(timeline: Timeline) -> Mapping[str, tuple[Event | None, Event | None]]:
    """For each event, the one before and the one after it."""
    events = timeline.events
    triples = zip((None, *events), events, (*events[1:], None), strict=False)
    return {event.id: (before, after) for before, event, after in triples}


def by_month(events: Iterable[Event]) -> tuple[Month, ...]:
    """Events in their order, gathered under year and month."""
    groups: dict[tuple[int, int | None], list[Event]] = {}
    for event in events:
        groups.setdefault(heading(event.date), []).append(event)
    ordered = sorted(groups.items(), key=lambda item: (item[0][0], item[0][1] or 0))
    return tuple(Month(year, month, tuple(found)) for (year, month), found in ordered)


def by_year(events: Iterable[Event]) -> Mapping[int, tuple[Event, ...]]:
    """Events in their order, gathered under the year they stand in."""
    groups: dict[int, list[Event]] = {}
    for event in events:
        groups.setdefault(heading(event.date)[0], []).append(event)
    return {year: tuple(found) for year, found in sorted(groups.items())}


def heading(date: Date) -> tuple[int, int | None]:
    """The year a date stands in, and its month when that is known.

    An extent stands where it began; one without a beginning in the year of its end, month not known.
    """
    if date.form == "extent" and date.start is not None:
        first, last = date.start.first, date.start.last
    elif date.earliest is not None and date.latest is not None:
        first, last = date.earliest, date.latest
    else:
        some = date.earliest or date.latest
        return some.year if some else 1, None
    within = (first.year, first.month) == (last.year, last.month)
    return first.year, first.month if within else None
