"""Events in lists: a card each, under the headings of their months."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from timeline.html.environment import environment
from timeline.model import Event, Update
from timeline.queries import order
from timeline.queries.index import Evidence, Index
from timeline.site import urls
from timeline.site.paging import month_name
from timeline.site.urls import Links


@dataclass(frozen=True, slots=True)
class Card:
    """An event in a list."""

    event: Event
    evidence: Evidence
    disputes: int
    updated: Update | None


@dataclass(frozen=True, slots=True)
class MonthOfCards:
    """A heading and the events below it."""

    anchor: str
    name: str
    cards: tuple[Markup, ...]


class Cards:
    """Cards that were drawn, by event and by how deep their page lies."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._drawn: dict[tuple[str, str], Markup] = {}

    def months(self, events: Iterable[Event], links: Links) -> list[MonthOfCards]:
        """Events under the headings of their months."""
        return [
            MonthOfCards(
                urls.month_anchor(group.heading),
                month_name(group),
                tuple(self._card(event, links) for event in group.events),
            )
            for group in order.by_month(events)
        ]

    def _card(self, event: Event, links: Links) -> Markup:
        """The same on every page that lies equally deep, and drawn once."""
        name = (event.id, links.timeline)
        if name not in self._drawn:
            macros: Any = environment().get_template("macros.html").module
            self._drawn[name] = Markup(macros.card(card(self._index, event), links))
        return self._drawn[name]


def card(index: Index, event: Event) -> Card:
    """What a list says of an event."""
    return Card(
        event,
        index.evidence_of(event),
        len(index.questions_by_event.get(event.id, ())),
        index.updated(event),
    )
