"""The timeline: the latest events in order, and every event on the page of its year, or of a part of it."""

from __future__ import annotations

from collections.abc import Iterator

from timeline import dates
from timeline.exports import citation_files
from timeline.html.axis import timeline_axis
from timeline.html.context import Context
from timeline.html.environment import environment
from timeline.html.head import head
from timeline.html.page import Asset, Page
from timeline.model import Event
from timeline.queries import order
from timeline.queries.index import Index
from timeline.site import paging, urls, wording
from timeline.site.urls import Links

LATEST = 100
"""How many the timeline shows of a record that has more than one list."""
_EXPECTED = '<link rel="expect" href="#_list" blocking="render">\n'
"""Browsers first draw the timeline when its list begins: drawn once less, it is ready sooner (HTML, `expect`)."""
AXIS = "axis.txt"
"""The sheet with the line of time, which the timeline lays down when a reader unfolds it."""
_BARE = ("toc", "navigation")


def sheets(index: Index) -> Iterator[Asset]:
    """What the timeline lays down when it is asked for."""
    if index.timeline.events:
        yield Asset(AXIS, timeline_axis(index, Links(urls.TIMELINE), level=0))


def timeline_pages(context: Context) -> Iterator[Page]:
    """The latest events in order, and every event on the page of its year, or of a part of it."""
    index = context.index
    timeline, reach = index.timeline, dates.words(_through(index))
    found = order.by_year(timeline.events)
    years = [(urls.year(year), paging.year_name(year), len(events), year) for year, events in found.items()]
    total = f"{len(timeline.events):,}"
    if len(timeline.events) > paging.LONGEST_LIST:
        shown, latest = (
            f"The latest {LATEST} of {total} events. Each year has a page with all of its own.",
            index.row[-LATEST:],
        )
    else:
        shown, latest = (
            f"{wording.count(len(timeline.events), 'event')}, oldest first, verified up to {reach}.",
            index.row,
        )
    yield _timeline(context, urls.TIMELINE, "Timeline", shown, latest, _marked(years, ""), [], urls.PRINT)
    for year, events in found.items():
        parts = paging.parts(year, events)
        for part in parts:
            here = [(p.address, p.name, len(events) if p is parts[0] else len(p.events), p is part) for p in parts]
            title = f"Timeline of {part.name if part is not parts[0] else paging.year_name(year)}"
            shown = f"{wording.count(len(part.events), 'event')} of {total}, oldest first, verified up to {reach}."
            if part is parts[0] and len(parts) > 1:
                shown = f"{wording.count(len(events), 'event')} of {total}, on {len(parts) - 1} pages below."
            rows = _marked(years, year)
            marked = here if len(parts) > 1 else []
            yield _timeline(context, part.address, title, shown, part.events, rows, marked, urls.edition(year))


def _marked(years: list[tuple[str, str, int, str]], here: str) -> list[tuple[str, str, int, bool]]:
    return [(address, name, number, year == here) for address, name, number, year in years]


def _timeline(
    context: Context,
    address: str,
    title: str,
    shown: str,
    events: tuple[Event, ...],
    years: list[tuple[str, str, int, bool]],
    parts: list[tuple[str, str, int, bool]],
    paper: str,
) -> Page:
    links, part = Links(address), address != urls.TIMELINE
    body = (
        environment()
        .get_template("timeline.html")
        .render(
            title=title,
            shown=shown,
            links=links,
            months=context.cards.months(events, links),
            years=years,
            parts=parts,
            part=part,
            through=context.index.timeline.record.through,
            axis=AXIS if context.index.timeline.events and not part else "",
            alone=urls.embed("axis"),
            paper=links.to(paper) if paper else "",
        )
    )
    description = f"{title}: {shown}"
    top = head(context.site, address, title, description, alternates=() if part else citation_files.alternates())
    top = top if part else _EXPECTED + top
    return Page(address, title, description, body, "year" if part else "timeline", cached=part, hide=_BARE, head=top)


def _through(index: Index) -> dates.Date:
    return dates.parse(index.timeline.record.through.isoformat())
