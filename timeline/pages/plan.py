"""Which pages exist."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import ParamSpec

from timeline.browser import data
from timeline.html.context import Context
from timeline.html.embed import embeds
from timeline.html.page import Asset, Page
from timeline.model import Timeline
from timeline.pages.claims import claim_pages
from timeline.pages.data import data_page
from timeline.pages.disputes import disputes_page
from timeline.pages.editors import editors_page
from timeline.pages.event import event_page
from timeline.pages.evidence import evidence_page
from timeline.pages.expectations import expectations_page
from timeline.pages.home import home_page
from timeline.pages.own_words import own_words_page
from timeline.pages.print import printed
from timeline.pages.source import source_page
from timeline.pages.sources import sources_page
from timeline.pages.subject import actor_page, topic_page
from timeline.pages.timeline import sheets, timeline_pages
from timeline.pages.tracks import tracks_page
from timeline.pages.unread import unread_page
from timeline.pages.updates import updates_page
from timeline.queries.index import Index
from timeline.site import urls
from timeline.site.direction import directed
from timeline.site.file import SiteFile
from timeline.site.settings import NOWHERE, Site

Asked = ParamSpec("Asked")


def _directed(pages: Callable[Asked, Iterator[Page]]) -> Callable[Asked, Iterator[Page]]:
    """Whatever direction their texts are written in, each says where it begins."""

    def found(*args: Asked.args, **kwargs: Asked.kwargs) -> Iterator[Page]:
        for page in pages(*args, **kwargs):
            body = directed(page.body)
            yield page if body is page.body else replace(page, body=body)

    return found


def render(timeline: Timeline, site: Site = NOWHERE) -> Iterator[Page]:
    """Every page of a timeline, those that people navigate first; a view of an earlier day is a timeline too."""
    yield from every_page(Context.of(timeline, site))


def every_page(context: Context) -> Iterator[Page]:
    """The same for what was asked and drawn before."""
    yield from lists(context)
    yield from events(context)
    yield from overviews(context)
    yield from records(context)


@_directed
def lists(context: Context) -> Iterator[Page]:
    """What happened, in lists."""
    yield home_page(context)
    yield from timeline_pages(context)


@_directed
def events(context: Context, first: int = 0, last: int | None = None) -> Iterator[Page]:
    """What happened, event by event; a part of them, if asked."""
    for event in context.index.timeline.events[first:last]:
        yield event_page(context, event)


@_directed
def overviews(context: Context) -> Iterator[Page]:
    """What it comes to: the documents in a list, and what is asked across the record."""
    yield sources_page(context)
    yield expectations_page(context)
    yield tracks_page(context)
    yield disputes_page(context)
    yield updates_page(context)
    yield evidence_page(context)
    yield from claim_pages(context)
    yield own_words_page(context)
    yield unread_page(context)
    yield editors_page(context)
    yield data_page(context)


@_directed
def records(context: Context) -> Iterator[Page]:
    """Who took part, what it was about, and each document."""
    for actor in context.index.timeline.actors:
        yield actor_page(context, actor)
    for topic in context.index.timeline.topics:
        yield topic_page(context, topic)
    for source in context.index.timeline.sources:
        yield source_page(context, source)


def site_files(index: Index, scripts: str = urls.ASSETS) -> Iterator[SiteFile]:
    """What stands beside the pages: charts to take along, and the record on paper; `scripts` look things up."""
    yield from embeds(index)
    yield from printed(index, scripts)


def assets(index: Index) -> Iterator[Asset]:
    """What scripts fetch when a reader asks for something."""
    yield from data.assets(index)
    yield from sheets(index)
