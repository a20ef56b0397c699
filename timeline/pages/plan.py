"""Which pages exist."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.browser import data
from timeline.html.page import Asset, Page
from timeline.html.pieces import Pieces
from timeline.model import Timeline
from timeline.pages.disputes import disputes_page
from timeline.pages.embed import embeds
from timeline.pages.event import event_page
from timeline.pages.evidence import evidence_page
from timeline.pages.expectations import expectations_page
from timeline.pages.home import home_page
from timeline.pages.print import printed
from timeline.pages.source import source_page
from timeline.pages.sources import sources_page
from timeline.pages.subject import actor_page, topic_page
from timeline.pages.timeline import sheets, timeline_pages
from timeline.pages.tracks import tracks_page
from timeline.pages.updates import updates_page
from timeline.queries.index import Index
from timeline.site import urls
from timeline.site.file import SiteFile
from timeline.site.settings import Site

_NOWHERE = Site()


def render(timeline: Timeline, site: Site = _NOWHERE, index: Index | None = None) -> Iterator[Page]:
    """Every page of a timeline, those that people navigate first; `index` is one that was asked before."""
    index = index or Index(timeline, site)
    yield from lists(index)
    yield from events(index)
    yield from overviews(index)
    yield from records(index)


def lists(index: Index) -> Iterator[Page]:
    """What happened, in lists."""
    yield home_page(index)
    yield from timeline_pages(index)


def events(index: Index, first: int = 0, last: int | None = None) -> Iterator[Page]:
    """What happened, event by event; a part of them, if asked."""
    pieces = _pieces(index)
    for event in index.timeline.events[first:last]:
        yield event_page(index, pieces, event)


def overviews(index: Index) -> Iterator[Page]:
    """What it comes to: the documents in a list, and what is asked across the record."""
    yield sources_page(index)
    yield expectations_page(index)
    yield tracks_page(index)
    yield disputes_page(index)
    yield updates_page(index)
    yield evidence_page(index)


def records(index: Index) -> Iterator[Page]:
    """Who took part, what it was about, and each document."""
    for actor in index.timeline.actors:
        yield actor_page(index, actor)
    for topic in index.timeline.topics:
        yield topic_page(index, topic)
    pieces = _pieces(index)
    for source in index.timeline.sources:
        yield source_page(index, pieces, source)


def site_files(index: Index, scripts: str = urls.ASSETS) -> Iterator[SiteFile]:
    """What stands beside the pages: charts to take along, and the record on paper; `scripts` look things up."""
    yield from embeds(index)
    yield from printed(index, scripts)


def assets(index: Index) -> Iterator[Asset]:
    """What scripts fetch when a reader asks for something."""
    yield from data.assets(index)
    yield from sheets(index)


def _pieces(index: Index) -> Pieces:
    """Events and documents print the same pieces."""
    if "pieces" not in index.memory:
        index.memory["pieces"] = Pieces(index.timeline.record.language)
    found: Pieces = index.memory["pieces"]
    return found
