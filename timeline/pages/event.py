"""The page of an event: what is claimed, and what each sentence rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from timeline import dates
from timeline.browser.as_of import as_of
from timeline.charts import growth
from timeline.charts.svg.drawing import Chart
from timeline.exports import dublin_core, linked_data
from timeline.html import frames
from timeline.html.context import Context
from timeline.html.embed import chart_files
from timeline.html.environment import environment
from timeline.html.head import described, head
from timeline.html.page import Page, SearchEntry
from timeline.model import Event
from timeline.pages import event_content, event_states, foot
from timeline.queries.index import Index
from timeline.site import inline_markdown, kind_names, urls
from timeline.site.file import SiteFile

_BARE = ("toc", "navigation")
MANY_DAYS = 6
"""On which something was said of an event: of fewer, a list tells as much as a drawing."""


def event_page(context: Context, event: Event, *, alone: bool = False) -> Page:
    """Everything the record says of an event, and what each sentence rests on; `alone` without files beside it."""
    index, site = context.index, context.site
    grown = _grown(index, event)
    mending = foot.edit_links(index, site, event, urls.event(event.id))
    today = event_content.today(context, event, grown, mending)
    template = environment().get_template("event.html")
    body = template.render(
        inside=today.html,
        beside=event_content.neighbours(context, *index.neighbours[event.id]),
        as_of=as_of(index),
        event=event,
        states=context.pieces.links.to(event_states.address(event)) if event_states.has_file(index, event) else "",
        version=index.version,
    )
    address, description = urls.event(event.id), described(event.summary or event.claims[0].text)
    data = linked_data.event(index, site, event, description)
    return Page(
        address,
        event.title,
        description,
        body,
        "event",
        cached=True,
        span=None if site.edit else event.span,  # its foot leads to where it is edited
        search=_search(index, event),
        hide=_BARE,
        files=() if alone else tuple(_files(context, event, grown, today.numbers)),
        head=head(
            site,
            address,
            event.title,
            description,
            article=True,
            data=data,
            cited=dublin_core.of_event(index, site, event),
        ),
    )


def _grown(index: Index, event: Event) -> Chart | None:
    """How its evidence grew, drawn where the list of its steps is long; key events have it in any case."""
    grew = len({row.day for row in index.changes.growth([event])})
    return growth.chart(index, event) if event.key or grew >= MANY_DAYS else None


def _files(context: Context, event: Event, grown: Chart | None, numbers: Mapping[str, int]) -> Iterator[SiteFile]:
    """What stands beside the page."""
    index = context.index
    yield frames.of_event(index, event)
    if grown and grown.id:
        yield from chart_files(index.timeline, grown, urls.event(event.id))
    if event_states.has_file(index, event):
        yield event_states.file(context, event, numbers)


def _search(index: Index, event: Event) -> SearchEntry:
    timeline = index.timeline
    names = [timeline.actors_by_id[id].name for id in event.actors] + [
        *(timeline.topics_by_id[id].name for id in event.topics),
        *(timeline.places_by_id[id].name for id in event.places),
    ]
    parts = [
        dates.words(event.date),
        inline_markdown.plain(event.summary) if event.summary else "",
        *(inline_markdown.plain(claim.text) for claim in event.claims),
        f"{kind_names.of_event(event)}, {event.status}.",
        ", ".join(names),
    ]
    told = 1 + len(event.claims) / 10  # what has more to say stands higher
    return SearchEntry(event.title, " ".join(part for part in parts if part), boost=(4.0 if event.key else 1.5) * told)
