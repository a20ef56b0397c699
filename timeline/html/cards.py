"""Events in lists: a card each, under the headings of their months, and in long lists folded between key events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup

from timeline.dates import Heading
from timeline.html import folds
from timeline.html.environment import environment
from timeline.model import Event
from timeline.queries import order
from timeline.queries.evidence import Evidence
from timeline.queries.index import Index
from timeline.site import paging, urls, wording
from timeline.site.urls import Links

Inner = Callable[[folds.Run, Links], Markup]
"""What a fold holds."""


@dataclass(frozen=True, slots=True)
class Card:
    """An event in a list."""

    event: Event
    evidence: Evidence
    disputes: int
    updated: bool


@dataclass(frozen=True, slots=True)
class MonthOfCards:
    """A heading and what stands below it: cards, and folds between them."""

    anchor: str
    """Empty above a fold that reaches over several months."""
    name: str
    cards: tuple[Markup, ...]


class Cards:
    """Cards that were drawn, by event and by how deep their page lies."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._drawn: dict[tuple[str, str], Markup] = {}
        self._macros: Any = environment().get_template("macros.html").module

    def year(self, events: Iterable[Event], links: Links) -> list[MonthOfCards]:
        """The events of a year, each below the heading of its month, folded there if they are many."""
        row = order.row(events)
        return self._sections(row, folds.by_months(row, folds.opened(row)), links, self._cards)

    def months(self, events: Iterable[Event], links: Links) -> list[MonthOfCards]:
        """Some events of the record, each below the heading of its month."""
        row = order.row(events)
        return self._sections(row, [(True, row)], links, self._cards)

    def digest(self, links: Links) -> list[MonthOfCards]:
        """The whole record: key events and the latest as cards, and between them the others, as lines or by a link."""
        row = self._index.row
        pieces = folds.by_years(row, folds.opened(row, latest=True))
        return self._sections(row, pieces, links, self._lines if len(row) <= paging.LONGEST_LIST else None)

    def _sections(
        self, row: Sequence[Event], pieces: Iterable[tuple[bool, folds.Run]], links: Links, inner: Inner | None
    ) -> list[MonthOfCards]:
        """Pieces of a row under their headings; without `inner` a fold is a link to the page where its events stand."""
        totals = Counter(order.heading(event.date) for event in row)
        months: list[MonthOfCards] = []

        def put(heading: Heading | None, name: str, drawn: Markup) -> None:
            anchor = urls.month_anchor(heading) if heading else ""
            if months and anchor and months[-1].anchor == anchor:
                months[-1] = MonthOfCards(anchor, name, (*months[-1].cards, drawn))
            else:
                months.append(MonthOfCards(anchor, name, (drawn,)))

        for shown, run in pieces:
            parts = order.by_month(run)
            if shown:
                for part in parts:
                    for event in part.events:
                        put(part.heading, self._headings[part.heading], self._card(event, links))
                continue
            heading = parts[0].heading if len(parts) == 1 else None
            if more := bool(heading and totals[heading] > len(run)):
                said = wording.plural(len(run), "{n} more event", "{n} more events")
            else:
                said = wording.plural(len(run), "{n} event", "{n} events")
            if inner:
                drawn = self._macros.fold(said, inner(run, links), more)
            else:
                drawn = self._macros.way(said, self._way(run, links))
            put(heading, self._headings[heading] if heading else folds.stretch(run), Markup(drawn))
        return months

    def _cards(self, run: folds.Run, links: Links) -> Markup:
        return Markup("\n").join(self._card(event, links) for event in run)

    def _lines(self, run: folds.Run, links: Links) -> Markup:
        years = dict.fromkeys(paging.year_name(order.heading(event.date).year) for event in run)
        return Markup(self._macros.lines(run, links, self._way(run, links), next(iter(years)), len(years) > 1))

    def _way(self, run: folds.Run, links: Links) -> str:
        """Where the first of them stands on the page of its year."""
        heading = order.heading(run[0].date)
        page = paging.page(heading, self._by_year[heading.year])
        return f"{links.to(page)}#{urls.month_anchor(heading)}"

    @cached_property
    def _headings(self) -> Mapping[Heading, str]:
        """A month is called the same on every page."""
        return paging.headings(self._index.timeline.events)

    @cached_property
    def _by_year(self) -> Counter[str]:
        return Counter(order.heading(event.date).year for event in self._index.timeline.events)

    def _card(self, event: Event, links: Links) -> Markup:
        """The same on every page that lies equally deep, and drawn once."""
        name = (event.id, links.timeline)
        if name not in self._drawn:
            self._drawn[name] = Markup(self._macros.card(card(self._index, event), links))
        return self._drawn[name]


def card(index: Index, event: Event) -> Card:
    """What a list says of an event."""
    return Card(
        event,
        index.evidence_of(event),
        len(index.questions_by_event.get(event.id, ())),
        event.id in index.marked,
    )
