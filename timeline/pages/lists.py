"""The pages that people navigate: home, the timeline and its years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from babel.dates import get_month_names
from markupsafe import Markup

from timeline import dates
from timeline.model import Event, Update
from timeline.pages import citation_files, linked, paths, wording
from timeline.pages.charts import axis
from timeline.pages.charts.doors import doors
from timeline.pages.charts.figure import figure
from timeline.pages.charts.months import grid as months_grid
from timeline.pages.desk import Desk, Evidence
from timeline.pages.environment import environment
from timeline.pages.head import head
from timeline.pages.page import Asset, Page
from timeline.pages.paths import Links
from timeline.queries import order
from timeline.queries.knowledge import Known

LONGEST_LIST = 150
"""How many events one list shows; all of them stand on the pages of their years, or of months where a year has more."""
LATEST = 100
"""How many the timeline shows of a record that has more than one list."""
_EXPECTED = '<link rel="expect" href="#_list" blocking="render">\n'
"""Browsers first draw the timeline when its list begins: drawn once less, it is ready sooner (HTML, `expect`)."""
AXIS = "axis.txt"
"""The sheet with the line of time, which the timeline lays down when a reader unfolds it."""
_BARE = ("toc", "navigation")


@dataclass(frozen=True, slots=True)
class Card:
    """An event in a list."""

    event: Event
    evidence: Evidence
    known: Known | None
    disputes: int
    updated: Update | None
    names: str
    """Those who act in it, with commas between them."""


@dataclass(frozen=True, slots=True)
class MonthOfCards:
    """A heading and the events below it."""

    anchor: str
    name: str
    cards: tuple[Markup, ...]


def home(desk: Desk) -> Page:
    """The story in one screen."""
    timeline = desk.timeline
    disputed = [
        (event, len(desk.disputes_by_event[event.id]))
        for event in timeline.events
        if event.id in desk.disputes_by_event
    ]
    disputed.sort(key=lambda item: -item[1])
    body = (
        environment()
        .get_template("home.html")
        .render(
            record=timeline.record,
            links=Links(paths.HOME),
            through=_through(desk),
            key=[e for e in timeline.events if e.key],
            events=len(timeline.events),
            claims=sum(len(e.claims) for e in timeline.events),
            sources=len(timeline.sources),
            origins=sum(1 for source in timeline.sources if source.is_origin),
            disputes=len(desk.disputes),
            disputed=disputed[:6],
            doors=doors(desk, Links(paths.HOME)),
            axis=_axis(desk, Links(paths.HOME)),
        )
    )
    reach = dates.words(_through(desk))
    title = timeline.record.title
    description = f"{wording.count(len(timeline.events), 'event')}, each with its sources, verified up to {reach}."
    top = head(desk.site, paths.HOME, title, description, data=linked.home(desk))
    return Page(paths.HOME, title, description, body, "home", hide=_BARE, head=top)


def _axis(desk: Desk, links: Links, *, level: int = 2) -> Markup:
    """All events on one line of time, with the numbers beside it."""
    if not desk.timeline.events:
        return Markup()
    twin = months_grid(desk.timeline.events, links, desk.timeline.record.language)
    return figure(axis.chart(desk, links), links, level=level, more=twin)


def sheets(desk: Desk) -> Iterator[Asset]:
    """What the timeline lays down when it is asked for."""
    if desk.timeline.events:
        yield Asset(AXIS, _axis(desk, Links(paths.TIMELINE), level=0))


def timelines(desk: Desk) -> Iterator[Page]:
    """The latest events in order, and every event on the page of its year, or of a part of it."""
    timeline, reach = desk.timeline, dates.words(_through(desk))
    found = order.by_year(timeline.events)
    years = [(paths.year(year), _year_name(year), len(events), year) for year, events in found.items()]
    total = f"{len(timeline.events):,}"
    if len(timeline.events) > LONGEST_LIST:
        shown, latest = (
            f"The latest {LATEST} of {total} events. Each year has a page with all of its own.",
            desk.row[-LATEST:],
        )
    else:
        shown, latest = (
            f"{wording.count(len(timeline.events), 'event')}, oldest first, verified up to {reach}.",
            desk.row,
        )
    yield _timeline(desk, paths.TIMELINE, "Timeline", shown, latest, _marked(years, ""), [], paths.PRINT)
    for year, events in found.items():
        parts = _parts(year, events)
        for part in parts:
            here = [(p.address, p.name, len(events) if p is parts[0] else len(p.events), p is part) for p in parts]
            title = f"Timeline of {part.name if part is not parts[0] else _year_name(year)}"
            shown = f"{wording.count(len(part.events), 'event')} of {total}, oldest first, verified up to {reach}."
            if part is parts[0] and len(parts) > 1:
                shown = f"{wording.count(len(events), 'event')} of {total}, on {len(parts) - 1} pages below."
            rows = _marked(years, year)
            marked = here if len(parts) > 1 else []
            yield _timeline(desk, part.address, title, shown, part.events, rows, marked, paths.edition(year))


@dataclass(frozen=True, slots=True)
class _Part:
    """A page's share of a year."""

    address: str
    name: str
    events: tuple[Event, ...]


def _parts(year: str, events: tuple[Event, ...]) -> list[_Part]:
    """One page for a year, or one for the year and one for each of its headings where there are too many events."""
    if len(events) <= LONGEST_LIST:
        return [_Part(paths.year(year), _year_name(year), events)]
    found = [_Part(paths.year(year), _year_name(year), ())]
    for group in order.by_month(events):
        name, anchor = month_name(group), paths.month_anchor(group.heading).lstrip("_")
        pages = [group.events[n : n + LONGEST_LIST] for n in range(0, len(group.events), LONGEST_LIST)]
        for number, share in enumerate(pages, 1):
            place = anchor if anchor != year else f"{year}-00"
            address = paths.year(place if number == 1 else f"{place}-part-{number}")
            found.append(_Part(address, name if len(pages) == 1 else f"{name}, part {number}", share))
    return found


def _marked(years: list[tuple[str, str, int, str]], here: str) -> list[tuple[str, str, int, bool]]:
    return [(address, name, number, year == here) for address, name, number, year in years]


def _timeline(
    desk: Desk,
    address: str,
    title: str,
    shown: str,
    events: tuple[Event, ...],
    years: list[tuple[str, str, int, bool]],
    parts: list[tuple[str, str, int, bool]],
    paper: str,
) -> Page:
    links, part = Links(address), address != paths.TIMELINE
    body = (
        environment()
        .get_template("timeline.html")
        .render(
            title=title,
            shown=shown,
            links=links,
            months=months(desk, events, links),
            years=years,
            parts=parts,
            part=part,
            through=desk.timeline.record.through,
            axis=AXIS if desk.timeline.events and not part else "",
            alone=paths.embed("axis"),
            paper=links.to(paper) if paper else "",
        )
    )
    description = f"{title}: {shown}"
    top = head(desk.site, address, title, description, alternates=() if part else citation_files.alternates())
    top = top if part else _EXPECTED + top
    return Page(address, title, description, body, "year" if part else "timeline", pressed=part, hide=_BARE, head=top)


def months(desk: Desk, events: tuple[Event, ...], links: Links) -> list[MonthOfCards]:
    """Events under the headings of their months."""
    return [
        MonthOfCards(
            paths.month_anchor(group.heading),
            month_name(group),
            tuple(_drawn(desk, event, links) for event in group.events),
        )
        for group in order.by_month(events)
    ]


def _drawn(desk: Desk, event: Event, links: Links) -> Markup:
    """A card as it stands on every page that lies equally deep, drawn once."""
    name = (event.id, links.timeline)
    if name not in desk.cards:
        macros: Any = environment().get_template("macros.html").module
        desk.cards[name] = Markup(macros.card(card(desk, event), links))
    return desk.cards[name]


def card(desk: Desk, event: Event) -> Card:
    """What a list says of an event."""
    return Card(
        event,
        desk.evidence_of(event),
        desk.known(event),
        len(desk.disputes_by_event.get(event.id, ())),
        desk.updated(event),
        ", ".join(desk.timeline.actors_by_id[id].name for id in event.actors),
    )


def heading_of(desk: Desk, event: Event) -> tuple[order.Heading, list[str]]:
    """The heading below which an event stands among all events: its anchor and its words."""
    heading = order.heading(event.date)
    found = desk.memory.get("headings")
    if found is None:
        groups = order.by_month(desk.timeline.events)
        found = desk.memory["headings"] = {g.heading: [paths.month_anchor(g.heading), month_name(g)] for g in groups}
    return heading, found[heading]


def month_name(group: order.Month) -> str:
    """The words above the events of a heading."""
    heading = group.heading
    if heading.month:
        return f"{_month(heading.month)} {heading.year}"
    if not heading.year.isdigit():
        name = _year_name(heading.year)
        return f"{name[:1].upper()}{name[1:]}, year not known"
    if any(event.date.form == "extent" for event in group.events):
        return f"{heading.year}, no single month"
    if len({event.date.text for event in group.events}) == 1 and heading.start > 1:
        name = dates.words(group.events[0].date)
        return name[:1].upper() + name[1:]
    return f"{heading.year}, month not known"


def _month(number: int) -> str:
    name: str = get_month_names("wide", locale="en")[number]
    return name


def _year_name(year: str) -> str:
    """`2025` as it is, `192x` as "the 1920s"."""
    return year if year.isdigit() else dates.words(dates.parse(year.upper()))


def _through(desk: Desk) -> dates.Date:
    return dates.parse(desk.timeline.record.through.isoformat())
