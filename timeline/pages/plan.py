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


def render(timeline: Timeline, site: Site = _NOWHERE) -> Iterator[Page]:
    """Every page of a timeline, those that people navigate first."""
    yield from told(timeline, site)
    yield from documented(timeline, site)


def told(timeline: Timeline, site: Site = _NOWHERE, first: int | None = None) -> Iterator[Page]:
    """The first half: what happened, in lists and event by event; of the events only the `first` ones, if asked."""
    desk, pieces = Desk(timeline, site), Pieces(timeline.record.language)
    yield lists.home(desk)
    yield from lists.timelines(desk)
    for event in timeline.events[:first]:
        yield records.event(desk, pieces, event)


def documented(timeline: Timeline, site: Site = _NOWHERE, first: int | None = None) -> Iterator[Page]:
    """The second half: the events after the `first` ones, the documents, and what they come to."""
    desk, pieces = Desk(timeline, site), Pieces(timeline.record.language)
    for event in timeline.events[first:] if first is not None else ():
        yield records.event(desk, pieces, event)
    yield documents.sources(desk)
    yield from overviews.overviews(desk)
    for actor in timeline.actors:
        yield subjects.actor(desk, actor)
    for topic in timeline.topics:
        yield subjects.topic(desk, topic)
    for source in timeline.sources:
        yield records.source(desk, pieces, source)
