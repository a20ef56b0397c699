"""Events in lists: a card each, under the headings of their months."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from timeline.html.environment import environment
from timeline.model import Event, Update
from timeline.queries import order
from timeline.queries.index import Evidence, Index
from timeline.queries.knowledge import Known
from timeline.site import urls
from timeline.site.paging import month_name
from timeline.site.urls import Links


@dataclass(frozen=True, slots=True)
class Card:
    """An event in a list."""

    event: Event
    evidence: Evidence
    known: Known | None
    disputes: int
    updated: Update | None
    names: str
    """Those who act in it, with commas between them."""


@dataclass(frozen=True, slots=True)
class MonthOfCards:
    """A heading and the events below it."""

    anchor: str
    name: str
    cards: tuple[Markup, ...]


def months(index: Index, events: tuple[Event, ...], links: Links) -> list[MonthOfCards]:
    """Events under the headings of their months."""
    return [
        MonthOfCards(
            urls.month_anchor(group.heading),
            month_name(group),
            tuple(_drawn(index, event, links) for event in group.events),
        )
        for group in order.by_month(events)
    ]


def _drawn(index: Index, event: Event, links: Links) -> Markup:
    """A card as it stands on every page that lies equally deep, drawn once."""
    name = (event.id, links.timeline)
    if name not in index.cards:
        macros: Any = environment().get_template("macros.html").module
        index.cards[name] = Markup(macros.card(card(index, event), links))
    return index.cards[name]


def card(index: Index, event: Event) -> Card:
    """What a list says of an event."""
    return Card(
        event,
        index.evidence_of(event),
        index.known(event),
        len(index.disputes_by_event.get(event.id, ())),
        index.updated(event),
        ", ".join(index.timeline.actors_by_id[id].name for id in event.actors),
    )
