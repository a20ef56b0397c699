"""The timeline: the events in order, and every event on the page of its year, or of a part of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from timeline import dates
from timeline.dates.date import UNDATED
from timeline.html import lede
from timeline.html.context import Context
from timeline.html.environment import environment
from timeline.html.figure import timeline_axis
from timeline.html.head import head
from timeline.html.page import Asset, Page, Plan
from timeline.language import gettext as _
from timeline.language import number as figure
from timeline.model import Event
from timeline.queries import order
from timeline.queries.index import Index
from timeline.site import paging, urls, wording
from timeline.site.text_language import spoken
from timeline.site.urls import Links

_EXPECTED = '<link rel="expect" href="#_list" blocking="render">\n'
"""Browsers first draw the timeline when its list begins: drawn once less, it is ready sooner (HTML, `expect`)."""
AXIS = "axis.txt"
"""The sheet with the chart of all events, which the timeline lays down when a reader unfolds it."""
_CHARTED = 3
"""Fewer events need no chart."""
_BARE = ("toc", "navigation")


@dataclass(frozen=True, slots=True)
class Way:
    """A link to a year or to a part of one, with how many events stand there."""

    address: str
    name: str
    number: int
    here: bool
    edtf: str = ""
    """The year as a question has it: `2025`, `192X`."""


def sheets(index: Index) -> Iterator[Asset]:
    """What the timeline lays down when it is asked for."""
    if index.timeline.events:
        yield Asset(AXIS, spoken(timeline_axis(index, Links(urls.TIMELINE), level=0)))


def timeline_pages(context: Context) -> Iterator[Plan]:
    """The events in order, and every event on the page of its year, or of a part of it."""
    index = context.index
    timeline, reach = index.timeline, dates.words(wording.day(index.timeline.record.through))
    by_year = order.by_year(timeline.events)
    total = figure(len(timeline.events))
    shown = wording.plural(len(timeline.events), "{n} event up to {day}", "{n} events up to {day}", day=reach)
    whole = partial(_timeline, context, urls.TIMELINE, _("Timeline"), shown)
    yield Plan(urls.TIMELINE, lambda: whole(index.row, _years(by_year, ""), (), urls.PRINT))
    for year, events in by_year.items():
        parts = paging.parts(year, events)
        for part in parts:
            here = [Way(p.address, p.name, len(events) if p is parts[0] else len(p.events), p is part) for p in parts]
            name = part.name if part is not parts[0] else paging.year_name(year)
            title = (
                _("Events that nobody can date") if year == UNDATED.year else _("Timeline of {year}").format(year=name)
            )
            shown = wording.plural(
                len(part.events),
                "{n} event of {all} up to {day}",
                "{n} events of {all} up to {day}",
                all=total,
                day=reach,
            )
            if part is parts[0] and len(parts) > 1:
                shown = wording.plural(
                    len(events),
                    "{n} event of {all}, on {pages} pages below.",
                    "{n} events of {all}, on {pages} pages below.",
                    all=total,
                    pages=len(parts) - 1,
                )
            rows, marked = _years(by_year, year), here if len(parts) > 1 else []
            paper = urls.edition(year)
            draw = partial(_timeline, context, part.address, title, shown, part.events, rows, marked, paper)
            yield Plan(part.address, draw, cached=True)


def _years(by_year: Mapping[str, tuple[Event, ...]], here: str) -> list[Way]:
    return [
        Way(urls.year(year), paging.year_name(year), len(events), year == here, year.upper())
        for year, events in by_year.items()
    ]


def _timeline(
    context: Context,
    address: str,
    title: str,
    shown: str,
    events: tuple[Event, ...],
    years: Sequence[Way],
    parts: Iterable[Way],
    paper: str,
) -> Page:
    links, part, timeline = Links(address), address != urls.TIMELINE, context.index.timeline
    told = lede.of_a_year(order.row(events)) if part else lede.latest(events)
    body = (
        environment()
        .get_template("timeline.html")
        .render(
            title=title,
            shown=shown,
            state=lede.state(context.index, links),
            told=told,
            names=lede.explained(timeline, links, told, first=lede.awaited(context.index)),
            links=links,
            months=context.cards.year(events, links) if part else context.cards.digest(links),
            years=years,
            parts=parts,
            part=part,
            keys=0 if part else sum(event.key for event in timeline.events),
            through=None if timeline.record.retrospective else timeline.record.through,
            axis=AXIS if len(timeline.events) >= _CHARTED and not part else "",
            alone=urls.embed("axis"),
            paper=links.to(paper) if paper else "",
        )
    )
    description = f"{title}: {shown}"
    top = head(context.site, address, title, description)
    top = top if part else _EXPECTED + top
    return Page(address, title, description, body, "year" if part else "timeline", cached=part, hide=_BARE, head=top)
