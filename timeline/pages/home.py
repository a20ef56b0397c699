"""The home page: the story in one screen."""

from __future__ import annotations

from timeline import dates
from timeline.exports import linked_data
from timeline.html.axis import timeline_axis
from timeline.html.context import Context
from timeline.html.environment import environment
from timeline.html.head import head
from timeline.html.page import Page
from timeline.model.words import STATUS
from timeline.queries import provenance
from timeline.queries.index import Index
from timeline.site import urls, wording
from timeline.site.urls import Links

_BARE = ("toc", "navigation")


def home_page(context: Context) -> Page:
    """The story in one screen."""
    index = context.index
    timeline = index.timeline
    disputed = [
        (event, len(index.disputes_by_event[event.id]))
        for event in timeline.events
        if event.id in index.disputes_by_event
    ]
    disputed.sort(key=lambda item: -item[1])
    body = (
        environment()
        .get_template("home.html")
        .render(
            record=timeline.record,
            statuses=STATUS,
            links=Links(urls.HOME),
            through=_through(index),
            key=[e for e in timeline.events if e.key],
            events=len(timeline.events),
            claims=sum(len(e.claims) for e in timeline.events),
            sources=len(timeline.sources),
            origins=provenance.independent_of_all(timeline),
            disputes=len(index.disputes),
            disputed=disputed[:6],
            axis=timeline_axis(index, Links(urls.HOME)),
        )
    )
    reach = dates.words(_through(index))
    title = timeline.record.title
    description = f"{wording.count(len(timeline.events), 'event')}, each with its sources, verified up to {reach}."
    top = head(context.site, urls.HOME, title, description, data=linked_data.home(index, context.site))
    return Page(urls.HOME, title, description, body, "home", hide=_BARE, head=top)


def _through(index: Index) -> dates.Date:
    return dates.parse(index.timeline.record.through.isoformat())
