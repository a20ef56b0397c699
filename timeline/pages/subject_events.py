"""The events of a subject: the latest shown, those before them folded by year, and when they happened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from timeline.charts import activity
from timeline.dates import year_words
from timeline.html.cards import MonthOfCards
from timeline.html.context import Context
from timeline.html.year_folds import folds
from timeline.language import N_
from timeline.language import gettext as _
from timeline.model import Event
from timeline.queries import order
from timeline.queries.index import Index
from timeline.site import wording
from timeline.site.urls import Links

_SHOWN, _FEW = 6, 2
"""How many events are shown; so few more are not worth a fold."""


@dataclass(frozen=True, slots=True)
class Folded:
    """The events of a year that are folded."""

    name: str
    number: int
    months: tuple[MonthOfCards, ...]


@dataclass(frozen=True, slots=True)
class Activity:
    """When the events of a subject happened, with the years at the ends."""

    svg: Markup
    ends: tuple[str, ...]
    words: str
    """How it is read."""


def shown_and_folded(context: Context, row: tuple[Event, ...], links: Links) -> tuple[list[MonthOfCards], list[Folded]]:
    """The latest events under their months, and those before them by year."""
    latest = order.backwards(row)
    cut = _SHOWN if len(row) > _SHOWN + _FEW else len(row)
    shown_row, folded_row = latest[:cut][::-1], latest[cut:][::-1]  # months keep the order of their events
    shown = [
        month
        for dated in (True, False)
        for month in _backwards(
            context.cards.months([event for event in shown_row if (event.date.form != "unknown") is dated], links)
        )
    ]
    undated = {event.date.heading.year for event in row if event.date.form == "unknown"}
    before = tuple(order.by_year(folded_row).items())[::-1]
    parts = [[(year, events) for year, events in before if (year in undated) is last] for last in (False, True)]
    folded = [
        Folded(name, len(events), tuple(_backwards(context.cards.months(order.row(events), links), apart=shown)))
        for part in parts
        for name, events in folds(part, order.by_year(shown_row))
    ]
    return shown, folded


def _backwards(months: list[MonthOfCards], apart: Iterable[MonthOfCards] = ()) -> list[MonthOfCards]:
    """The latest first; a month that is also among some others gets an anchor and a name of its own."""
    taken = {month.anchor for month in apart}
    return [
        MonthOfCards(f"{each.anchor}-more", _("{month}, earlier").format(month=each.name), each.cards[::-1])
        if each.anchor in taken
        else MonthOfCards(each.anchor, each.name, each.cards[::-1])
        for each in reversed(months)
    ]


def strip(index: Index, name: str, events: Iterable[Event]) -> Activity | None:
    """When the events happened, as a strip."""
    row = tuple(events)
    made = activity.strip((event.date for event in row), index.timeline.record.through)
    if made is None:
        return None
    words = "; ".join(f"{year}: {wording.plural(number, '{n} event', '{n} events')}" for year, number in years(row))
    picture = Markup(activity.svg(made, _("When the events of {name} happened").format(name=name), words))
    ends = tuple(year_words(year) for year in dict.fromkeys(made.years))
    return Activity(picture, ends, _(_COLUMNS[made.size == 1, bool(made.spans)]))


_COLUMNS = {
    (True, False): N_("A column is a month."),
    (True, True): N_("A column is a month, a broken line a date that may be any day along it."),
    (False, False): N_("A column is a year."),
    (False, True): N_("A column is a year, a broken line a date that may be any day along it."),
}
"""By whether a column is a month, and whether some dates are vaguer."""


def years(events: Iterable[Event]) -> list[tuple[str, int]]:
    """How many of them are in each year, under its name."""
    return [(year, len(in_year)) for year, in_year in order.by_year(events).items()]
