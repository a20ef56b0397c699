"""Which pages exist."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import ParamSpec

from timeline.browser import data_files
from timeline.html.context import Context
from timeline.html.embed import embeds
from timeline.html.page import Asset, Page, Plan
from timeline.model import Timeline
from timeline.pages.amounts import amounts_page
from timeline.pages.claims import claims_by_year, claims_page
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
from timeline.pages.sources import publisher_pages, sources_page
from timeline.pages.subject import actor_page, place_page, topic_page
from timeline.pages.timeline import sheets, timeline_pages
from timeline.pages.tracks import tracks_page
from timeline.pages.unread import unread_page
from timeline.pages.updates import updates_page
from timeline.queries.index import Index
from timeline.queries.support import LISTS
from timeline.site import urls
from timeline.site.file import SiteFile
from timeline.site.settings import NOWHERE, Site
from timeline.site.text_direction import directed
from timeline.site.text_language import spoken

Asked = ParamSpec("Asked")


def render(timeline: Timeline, site: Site = NOWHERE) -> Iterator[Page]:
    """Every page of a timeline, those that people navigate first; a view of an earlier day is a timeline too."""
    yield from every_page(Context.of(timeline, site))


def every_page(context: Context) -> Iterator[Page]:
    """The same for what was asked and drawn before."""
    return drawn(planned(context))


def drawn(plans: Iterable[Plan]) -> Iterator[Page]:
    """Planned pages one after another."""
    for plan in plans:
        yield plan.draw()


def planned(context: Context) -> Iterator[Plan]:
    """Every page by its address, none of them drawn."""
    yield from lists(context)
    yield from events(context)
    yield from overviews(context)
    yield from records(context)


def _directed(plans: Callable[Asked, Iterator[Plan]]) -> Callable[Asked, Iterator[Plan]]:
    """Whatever direction their texts are written in, each says where it begins."""

    def found(*args: Asked.args, **kwargs: Asked.kwargs) -> Iterator[Plan]:
        for plan in plans(*args, **kwargs):
            alone = partial(_drawn, plan.alone) if plan.alone else None
            yield replace(plan, draw=partial(_drawn, plan.draw), alone=alone)

    return found


def _drawn(draw: Callable[[], Page]) -> Page:
    page = draw()
    body = directed(spoken(page.body))
    return page if body is page.body else replace(page, body=body)


@_directed
def lists(context: Context) -> Iterator[Plan]:
    """What happened, in lists."""
    yield Plan(urls.HOME, partial(home_page, context))
    yield from timeline_pages(context)


@_directed
def events(context: Context, first: int = 0, last: int | None = None) -> Iterator[Plan]:
    """What happened, event by event; a part of them, if asked."""
    for event in context.index.timeline.events[first:last]:
        draw = partial(event_page, context, event)
        yield Plan(urls.event(event.id), draw, cached=True, alone=partial(draw, alone=True))


@_directed
def overviews(context: Context) -> Iterator[Plan]:
    """What it comes to: the documents in a list, and what is asked across the record."""
    for address, draw in _OVERVIEWS.items():
        if address not in _OF_FEW or _OF_FEW[address](context.index.timeline):
            yield Plan(address, partial(draw, context))
        if address == urls.SOURCES:
            yield from publisher_pages(context)
        if name := _LISTS.get(address):
            yield from claims_by_year(context, name)


@_directed
def records(context: Context) -> Iterator[Plan]:
    """Who took part, what it was about, and each document."""
    for actor in context.index.timeline.actors:
        yield Plan(urls.actor(actor.id), partial(actor_page, context, actor), cached=True)
    for topic in context.index.timeline.topics:
        yield Plan(urls.topic(topic.id), partial(topic_page, context, topic), cached=True)
    for place in context.index.timeline.places:
        yield Plan(urls.place(place.id), partial(place_page, context, place), cached=True)
    for source in context.index.timeline.sources:
        yield Plan(urls.source(source.id), partial(source_page, context, source), cached=True)


_OVERVIEWS: Mapping[str, Callable[[Context], Page]] = {
    urls.SOURCES: sources_page,
    urls.EXPECTATIONS: expectations_page,
    urls.TRACKS: tracks_page,
    urls.DISPUTES: disputes_page,
    urls.UPDATES: updates_page,
    urls.EVIDENCE: evidence_page,
    **{urls.claims(name): partial(claims_page, name=name) for name in LISTS},
    urls.OWN_WORDS: own_words_page,
    urls.UNREAD: unread_page,
    urls.EDITORS: editors_page,
    urls.AMOUNTS: amounts_page,
    urls.DATA: data_page,
}
"""Each by its address, in their order."""

_LISTS = {urls.claims(name): name for name in LISTS}
_OF_FEW: Mapping[str, Callable[[Timeline], bool]] = {
    urls.claims("sources-of-the-event"): lambda timeline: any(claim.only_as_a_whole for claim in timeline.claims),
    urls.AMOUNTS: lambda timeline: any(event.amounts for event in timeline.events),
}
"""Few records cite sources for an event as a whole or have amounts; the others do without those pages."""


def site_files(index: Index, scripts: str = urls.ASSETS, site: Site = NOWHERE) -> Iterator[SiteFile]:
    """What stands beside the pages: charts to take along, and the record on paper; `scripts` look things up."""
    yield from embeds(index)
    yield from printed(index, scripts, site)


def assets(index: Index) -> Iterator[Asset]:
    """What scripts fetch when a reader asks for something."""
    yield from data_files.assets(index)
    yield from sheets(index)
