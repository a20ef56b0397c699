"""Events in a row: by year and month, and the ones before and after.

A year stands before its months and a month before its days, so a date that is known only to the year
opens its year and is never filed under January. What lasted stands where it began. A decade is no year,
and stands before the first of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from timeline.dates import Date, Point, Precision
from timeline.model import Event, Source, Timeline


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a date stands in the row."""

    year: str
    """`2025`; of a vaguer date its EDTF form in small letters, `202x`."""
    first: int
    """The first year it may mean."""
    month: int | None
    """None: the date is vaguer than a month, or lasts longer than one."""
    start: int
    """The month in which it may have begun."""

    @property
    def place(self) -> tuple[int, bool, int, bool]:
        """The order of headings: a decade before its years, a year before its months."""
        return self.first, self.year.isdigit(), self.start, self.month is not None


@dataclass(frozen=True, slots=True)
class Month:
    """Events under one heading."""

    heading: Heading
    events: tuple[Event, ...]


def neighbours(timeline: Timeline) -> Mapping[str, tuple[Event | None, Event | None]]:
    """For each event, the one before and the one after it in the row that pages show."""
    events = row(timeline.events)
    triples = zip((None, *events), events, (*events[1:], None), strict=False)
    return {event.id: (before, after) for before, event, after in triples}


def row(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events as the headings put them one after another."""
    return tuple(event for month in by_month(events) for event in month.events)


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
    shelves: dict[str, list[Source]] = {}
    for source in sorted(sources, key=by_date):
        shelves.setdefault(heading(source.issued).year if source.issued else "", []).append(source)
    return (source for _, documents in sorted(shelves.items(), reverse=True) for source in documents)


def by_date(source: Source) -> tuple[bool, tuple[int, int, str], str]:
    """The undated at the end."""
    return source.issued is None, (source.issued.sort_key if source.issued else (0, 0, "")), source.id


@lru_cache(maxsize=20_000)
def heading(date: Date) -> Heading:
    """The year a date stands in, and its month when that is known.

    An extent stands where it began; one without a beginning in the year of its end, month not known.
    """
    if date.form == "extent" and date.start is None:
        end = date.end
        return Heading(_year(end), end.first.year, None, 1) if end else Heading("0001", 1, None, 1)
    start = date.start
    if start is None or date.latest is None:
        first = last = date.earliest or date.latest
    elif date.form == "extent":
        first, last = start.first, start.last
    else:
        first, last = date.earliest, date.latest
    if first is None or last is None:
        return Heading("0001", 1, None, 1)
    within = (first.year, first.month) == (last.year, last.month)
    known = within and (start is None or start.precision in (Precision.MONTH, Precision.DAY) or date.form != "point")
    year = _year(start) if start else f"{first.year:04d}"
    return Heading(year, first.year, first.month if known else None, first.month)


def _year(point: Point) -> str:
    if point.precision in (Precision.DECADE, Precision.CENTURY):
        return point.text.rstrip("~?%").lower()
    return f"{point.first.year:04d}"
