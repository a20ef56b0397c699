"""Pages at the addresses of former ids: each says where its record has gone, and goes there.

A page of the site may be cited for ever, so an old address leads on without a script: a browser is sent there, a search
engine told the one address. A script only takes along the claim and the day that an address named. Pictures and
tables of an old id stay where they were taken from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from timeline.charts import growth
from timeline.html.embed import chart_files
from timeline.html.environment import environment
from timeline.model import Timeline
from timeline.queries import disputes
from timeline.queries.index import Index
from timeline.site import document_titles, urls, wording
from timeline.site.file import SiteFile
from timeline.site.settings import Site
from timeline.site.urls import Links

SCRIPT = f"{urls.ASSETS}aliases/aliases.js"


@dataclass(frozen=True, slots=True)
class Address:
    """A former address, and the one of today."""

    old: str
    new: str
    title: str


def addresses(timeline: Timeline) -> Iterator[Address]:
    """Of every record that had another id."""
    for event in timeline.events:
        yield from (Address(urls.event(old), urls.event(event.id), event.title) for old in event.aliases)
    for source in timeline.sources:
        yield from (
            Address(urls.source(old), urls.source(source.id), document_titles.called(source)) for old in source.aliases
        )
    for actor in timeline.actors:
        yield from (Address(urls.actor(old), urls.actor(actor.id), actor.name) for old in actor.aliases)
    for topic in timeline.topics:
        yield from (Address(urls.topic(old), urls.topic(topic.id), topic.name) for old in topic.aliases)
    for place in timeline.places:
        yield from (Address(urls.place(old), urls.place(place.id), place.name) for old in place.aliases)


def moved(timeline: Timeline) -> Mapping[str, str]:
    """The address of today for each address that a record has or had."""
    rows = (
        (urls.event, timeline.events_by_id),
        (urls.source, timeline.sources_by_id),
        (urls.actor, timeline.actors_by_id),
        (urls.topic, timeline.topics_by_id),
        (urls.place, timeline.places_by_id),
    )
    now = {address(id): address(id) for address, records in rows for id in records}
    return {alias.old: alias.new for alias in addresses(timeline)} | now


def alias_files(index: Index, site: Site) -> Iterator[SiteFile]:
    """The pages of all former ids, and what was taken along of their charts."""
    timeline = index.timeline
    for alias in addresses(timeline):
        yield _page(timeline, site, alias)
    subjects = {*map(urls.topic, index.events_by_topic), *map(urls.actor, index.events_by_actor)}
    subjects |= {*map(urls.place, index.events_by_place)}
    for alias in addresses(timeline):
        if urls.is_event(alias.old) or alias.new in subjects:  # which have a page for frames
            yield _page(timeline, site, Address(urls.embed(alias.old[:-1]), urls.embed(alias.new[:-1]), alias.title))
    for each in _parts(index):
        yield _page(timeline, site, each)
    for event in timeline.events:
        chart = growth.chart(index, event) if event.aliases and event.key else None
        for old in event.aliases if chart else ():
            assert chart
            yield _page(timeline, site, Address(urls.embed(f"growth-{old}"), urls.embed(chart.id), chart.whole_title))
            taken = chart_files(timeline, replace(chart, id=f"growth-{old}"), urls.event(event.id))
            yield from (file for file in taken if not file.path.startswith(urls.embed("")[:-1]))


def _parts(index: Index) -> Iterator[Address]:
    """Frames of questions in dispute, and editions for paper."""
    for asked in index.questions:
        here = urls.embed(urls.question_frame(asked.anchor))
        title = wording.question(asked.words, asked.event)
        for name in disputes.former_anchors(index.timeline, asked):
            yield Address(urls.embed(urls.question_frame(name)), here, title)
    for topic in index.timeline.topics:
        if topic.id in index.events_by_topic:
            here = urls.edition(f"topics/{topic.id}")
            yield from (Address(urls.edition(f"topics/{old}"), here, topic.name) for old in topic.aliases)


def _page(timeline: Timeline, site: Site, alias: Address) -> SiteFile:
    links = Links(alias.old)
    text = (
        environment()
        .get_template("aliases.html")
        .render(
            record=timeline.record,
            title=alias.title,
            there=links.to(alias.new),
            canonical=site.absolute(alias.new) or links.to(alias.new),
            style=links.to(f"{urls.ASSETS}timeline.css"),
            script=links.to(SCRIPT),
        )
    )
    return SiteFile(f"{alias.old}index.html", text)
