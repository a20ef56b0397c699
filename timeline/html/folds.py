"""Which events of a long list stand open: key events, and as many of one end as there is room for.

What lies between them is folded where it stands, so the order of the list is never broken. A fold of one or two events
would hide more than it saves, so they stand open as well.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import groupby

from timeline import dates
from timeline.language import gettext as _
from timeline.model import Event
from timeline.queries import order
from timeline.site.paging import month_name, year_name

ROOM = 20
"""How many events stand open in a list of more than that, if so many are key events or not."""
_FEWEST, _SHORTEST = 6, 3
_NAMED = ROOM - _FEWEST
"""How many key events stand open at most: those with the most claims."""

Run = tuple[Event, ...]


def opened(events: Sequence[Event], *, latest: bool = False) -> frozenset[str]:
    """The ids of those that stand open: key events, and the `latest` ones, or the first few where hardly any is key."""
    if len(events) <= ROOM + _SHORTEST:
        return frozenset(event.id for event in events)
    named = sorted((event for event in events if event.key), key=lambda event: -len(event.claims))[:_NAMED]
    others = (
        order.backwards(events)[: max(_FEWEST, ROOM - len(named))] if latest else events[: max(0, _FEWEST - len(named))]
    )
    return frozenset(event.id for event in (*named, *others))


def by_months(events: Sequence[Event], open: frozenset[str]) -> Iterator[tuple[bool, Run]]:
    """The events in their order, in pieces that stand open and such that are folded, these within a month each."""
    for shown, piece in _pieces(events, open):
        for part in [piece] if shown else _parted(piece, lambda event: order.heading(event.date)):
            yield shown or len(part) < _SHORTEST, part


def by_years(events: Sequence[Event], open: frozenset[str]) -> Iterator[tuple[bool, Run]]:
    """The same, folded within a year each; a long history with little in every year is folded over several of them."""
    parts = [
        (shown, part)
        for shown, piece in _pieces(events, open)
        for part in ([piece] if shown else _parted(piece, _year))
    ]
    sparse = sum(len(part) for shown, part in parts if not shown and len(part) < _SHORTEST) > ROOM
    for short, group in groupby(parts, key=lambda each: not each[0] and len(each[1]) < _SHORTEST):
        if short and sparse:
            whole = tuple(event for _, part in group for event in part)
            yield len(whole) < _SHORTEST, whole
        else:
            yield from ((shown or short, part) for shown, part in group)


def _year(event: Event) -> tuple[str, bool]:
    """What is known to its year only is not folded with the months of that year, which may well be before it."""
    heading = order.heading(event.date)
    return heading.year, heading.month is None and heading.start == 1


def _pieces(events: Sequence[Event], open: frozenset[str]) -> Iterator[tuple[bool, Run]]:
    for shown, piece in groupby(events, key=lambda event: event.id in open):
        yield shown, tuple(piece)


def _parted(piece: Run, place: Callable[[Event], Hashable]) -> Iterator[Run]:
    for _place, part in groupby(piece, key=place):
        yield tuple(part)


def stretch(run: Run) -> str:
    """The time in which a run lies, in words: "April to July 2025", no more exact than its headings."""
    groups = order.by_month(run)
    first, last = groups[0].heading, groups[-1].heading
    if first == last:
        return month_name(groups[0])
    if first.month and last.month:
        return dates.words(dates.parse(f"{first.year}-{first.month:02d}/{last.year}-{last.month:02d}"))
    years = tuple(dict.fromkeys(year_name(each.year) for each in (first, last)))
    if len(years) == 1:
        return years[0]
    return _("{start} to {end}").format(start=years[0], end=years[1])
