"""How the timeline is spread over pages: one for each year, or one for each heading of a year with too many events."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from timeline import dates
from timeline.dates import Heading
from timeline.dates.date import UNDATED
from timeline.language import gettext as _
from timeline.model import Event
from timeline.queries import order
from timeline.site import urls

LONGEST_LIST = 150
"""How many events one list shows; all of them stand on the pages of their years, or of months where a year has more."""


@dataclass(frozen=True, slots=True)
class Part:
    """A page's share of a year."""

    address: str
    name: str
    events: tuple[Event, ...]


def parts(year: str, events: tuple[Event, ...]) -> list[Part]:
    """One page for a year, or one for the year and one for each of its headings where there are too many events."""
    if len(events) <= LONGEST_LIST:
        return [Part(urls.year(year), year_name(year), events)]
    made = [Part(urls.year(year), year_name(year), ())]
    for group in order.by_month(events):
        name, first = month_name(group), page(group.heading, len(events))
        pages = [group.events[n : n + LONGEST_LIST] for n in range(0, len(group.events), LONGEST_LIST)]
        for number, share in enumerate(pages, 1):
            address = first if number == 1 else f"{first.rstrip('/')}-part-{number}/"
            made.append(
                Part(address, name if len(pages) == 1 else _("{name}, part {n}").format(name=name, n=number), share)
            )
    return made


def page(heading: Heading, number: int) -> str:
    """The page on which the events of a heading begin, in a year that has a number of events."""
    return urls.year(heading.year) if number <= LONGEST_LIST else urls.month(heading)


def headings(events: Iterable[Event]) -> Mapping[Heading, str]:
    """The words of each heading below which some of the events stand."""
    return {group.heading: month_name(group) for group in order.by_month(events)}


def on_earlier_days(group: order.Month, began: Callable[[Event], datetime.date]) -> Iterator[tuple[datetime.date, str]]:
    """The words above a heading from each day on: what stands below it then decides what it can be called."""
    said = ""
    for day in sorted(set(map(began, group.events))):
        known = tuple(event for event in group.events if began(event) <= day)
        if (name := month_name(order.Month(group.heading, known))) != said:
            yield day, (said := name)
        if group.heading.month and not any(map(_elsewhere, group.events)):
            return


def month_name(group: order.Month) -> str:
    """The words above the events of a heading."""
    heading = group.heading
    name = year_name(heading.year)
    if heading.month:
        month = dates.month_words(heading.month, name)
        return _("{month}, Gregorian").format(month=month) if any(map(_elsewhere, group.events)) else month
    if heading == UNDATED:
        return name
    if not heading.one_year:
        return _("{years}, year not known").format(years=f"{name[:1].upper()}{name[1:]}")
    if len({event.date.text for event in group.events}) == 1 and group.events[0].date.text != heading.year:
        name = dates.words(group.events[0].date)
        return name[:1].upper() + name[1:]
    if any(event.date.form == "extent" for event in group.events):
        return _("{year}, in no single month").format(year=name)
    return _("Some time in {year}").format(year=name)


def _elsewhere(event: Event) -> bool:
    """Whether it is dated by a Julian day of another month than the one it stands in, which then says what it is."""
    start = event.date.start
    return start is not None and start.julian is not None and start.julian[:2] != (start.first.year, start.first.month)


def year_name(year: str) -> str:
    """`2025` as it is, `-0043` as "44 BC", `192x` as "the 1920s"."""
    return _("Date unknown") if year == UNDATED.year else dates.words(dates.parse(year.upper()))
