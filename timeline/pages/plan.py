"""Which pages exist."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.model import Timeline
from timeline.pages import documents, lists, overviews, records, subjects
from timeline.pages.desk import Desk
from timeline.pages.page import Page
from timeline.pages.pieces import Pieces
from timeline.pages.site import Site

_NOWHERE = Site()


def render(timeline: Timeline, site: Site = _NOWHERE, desk: Desk | None = None) -> Iterator[Page]:
    """Every page of a timeline, those that people navigate first; `desk` is one that was asked before."""
    desk = desk or Desk(timeline, site)
    yield from told(desk)
    yield from events(desk)
    yield from surveyed(desk)
    yield from documented(desk)


def told(desk: Desk) -> Iterator[Page]:
    """What happened, in lists."""
    yield lists.home(desk)
    yield from lists.timelines(desk)


def events(desk: Desk, first: int = 0, last: int | None = None) -> Iterator[Page]:
    """What happened, event by event; a part of them, if asked."""
    pieces = _pieces(desk)
    for event in desk.timeline.events[first:last]:
        yield records.event(desk, pieces, event)


def surveyed(desk: Desk) -> Iterator[Page]:
    """What it comes to: the documents in a list, and the overviews."""
    yield documents.sources(desk)
    yield from overviews.overviews(desk)


def documented(desk: Desk) -> Iterator[Page]:
    """Who took part, what it was about, and each document."""
    for actor in desk.timeline.actors:
        yield subjects.actor(desk, actor)
    for topic in desk.timeline.topics:
        yield subjects.topic(desk, topic)
    pieces = _pieces(desk)
    for source in desk.timeline.sources:
        yield records.source(desk, pieces, source)


def _pieces(desk: Desk) -> Pieces:
    """Events and documents print the same pieces."""
    if "pieces" not in desk.memory:
        desk.memory["pieces"] = Pieces(desk.timeline.record.language)
    found: Pieces = desk.memory["pieces"]
    return found
