"""The home page of a record without one written by hand: how it stands, what turned it, what is new and in dispute.

Its numbers stand at the foot, unless the whole record stands right below them.
"""

from __future__ import annotations

from markupsafe import Markup

from timeline import dates
from timeline.charts import forecasts, registry
from timeline.exports import linked_data
from timeline.html import cards, lede, opening
from timeline.html.context import Context
from timeline.html.environment import environment
from timeline.html.figure import figure, timeline_axis
from timeline.html.head import head
from timeline.html.page import Page
from timeline.model import Event
from timeline.model.words import STATUS_FOR_READERS
from timeline.queries import provenance
from timeline.queries.index import Index
from timeline.site import urls, wording
from timeline.site.urls import Links

_BARE = ("toc", "navigation")
_WORTH_A_LINE = 4
"""Fewer events on a line of time show nothing that a list does not."""


def home_page(context: Context) -> Page:
    """As much of an opening as the record bears: one event gives a title and that event."""
    index = context.index
    timeline, links = index.timeline, Links(urls.HOME)
    turns, folded = opening.turning_points(index)
    latest = _latest(index, turns)
    told = lede.latest(index.row) if len(index.row) >= _WORTH_A_LINE else None
    reach = dates.words(wording.day(timeline.record.through))
    body = (
        environment()
        .get_template("home.html")
        .render(
            record=timeline.record,
            statuses=STATUS_FOR_READERS,
            links=links,
            state=lede.state(index, links),
            told=told,
            names=lede.explained(timeline, links, told, first=lede.awaited(index)) if told else "",
            through=reach,
            events=len(timeline.events),
            sources=len(timeline.sources),
            independent=provenance.independent_of_all(timeline),
            chart=_chart(index, links),
            keyed=any(event.key for event in turns),
            turns=opening.turns(links, turns, folded) if turns else "",
            latest=[cards.card(index, event) for event in latest],
            disputes=opening.disputes(index, links, opening.DISPUTES) if index.disputes else "",
        )
    )
    title = timeline.record.title
    description = wording.plural(
        len(timeline.events),
        "{n} event, each with its sources, checked up to {day}.",
        "{n} events, each with its sources, checked up to {day}.",
        day=reach,
    )
    top = head(context.site, urls.HOME, title, description, data=linked_data.home(index, context.site))
    top += f'<link rel="stylesheet" href="{links.to(urls.ONE_SHEET)}" media="print">\n'
    return Page(urls.HOME, title, description, body, "home", hide=_BARE, head=top)


def _latest(index: Index, shown: tuple[Event, ...]) -> tuple[Event, ...]:
    """The last that happened, unless the whole record stands above already."""
    if len(shown) == len(index.row):
        return ()
    return opening.latest(index.row, opening.LATEST)


def _chart(index: Index, links: Links) -> Markup | str:
    """Every date that was named and what came of it; where none was, all events on one line."""
    base = links.to(urls.EXPECTATIONS)
    foretold = forecasts.chart(index, links, base, events=registry.named_releases(index.timeline))
    if foretold:
        return figure(foretold, links)
    return timeline_axis(index, links) if len(index.row) >= _WORTH_A_LINE else ""
