"""The pages that people navigate: home, the timeline and its years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from babel.dates import get_month_names
from markupsafe import Markup

from timeline import dates
from timeline.model import Event, Update
from timeline.pages import library, linked, paths, wording
from timeline.pages.desk import Desk, Evidence
from timeline.pages.environment import environment
from timeline.pages.head import head
from timeline.pages.page import Page
from timeline.pages.paths import Links
from timeline.queries import order
from timeline.queries.knowledge import Known

LONGEST_LIST = 200
"""How many events the first list shows in full; all of them stand on the pages of their years."""
_BARE = ("toc", "navigation")


@dataclass(frozen=True, slots=True)
class Card:
    """An event in a list."""

    event: Event
    evidence: Evidence
    known: Known | None
    disputes: int
    updated: Update | None


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
        )
    )
    reach = dates.words(_through(desk))
    title = timeline.record.title
    description = f"{wording.count(len(timeline.events), 'event')}, each with its sources, verified up to {reach}."
    top = head(desk.site, paths.HOME, title, description, data=linked.home(desk))
    return Page(paths.HOME, title, description, body, "home", hide=_BARE, head=top)


def timelines(desk: Desk) -> Iterator[Page]:
    """All events in order, bounded, and each year in full."""
    years = [(year, _year_name(year), len(events)) for year, events in order.by_year(desk.timeline.events).items()]
    events = desk.timeline.events
    reach = dates.words(_through(desk))
    if len(events) > LONGEST_LIST:
        shown = f"The latest {LONGEST_LIST} of {len(events):,} events. Each year has a page with all of its own."
    else:
        shown = f"{wording.count(len(events), 'event')}, oldest first, verified up to {reach}."
    yield _timeline(desk, paths.TIMELINE, "timeline", "Timeline", shown, order.row(events)[-LONGEST_LIST:], years, None)
    for year, found in order.by_year(events).items():
        shown = f"{wording.count(len(found), 'event')} of {len(events):,}, oldest first, verified up to {reach}."
        yield _timeline(desk, paths.year(year), "year", f"Timeline of {_year_name(year)}", shown, found, years, year)


def _timeline(
    desk: Desk,
    address: str,
    kind: str,
    title: str,
    shown: str,
    events: tuple[Event, ...],
    years: list[tuple[str, str, int]],
    year: str | None,
) -> Page:
    links = Links(address)
    found = months(desk, events, links)
    template = environment().get_template("timeline.html")
    body = template.render(title=title, shown=shown, links=links, months=found, years=years, year=year)
    description = f"{title}: {shown}"
    whole = library.alternates() if year is None else ()
    top = head(desk.site, address, title, description, alternates=whole)
    return Page(address, title, description, body, kind, pressed=year is not None, hide=_BARE, head=top)


def months(desk: Desk, events: tuple[Event, ...], links: Links) -> list[MonthOfCards]:
    """Events under the headings of their months."""
    return [
        MonthOfCards(
            _month_anchor(group.heading),
            _month_name(group),
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
    )


def _month_name(group: order.Month) -> str:
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


def _month_anchor(heading: order.Heading) -> str:
    """With an underscore in front, which no id of the record has."""
    if heading.month:
        return f"_{heading.year}-{heading.month:02d}"
    return f"_{heading.year}" if heading.start == 1 else f"_{heading.year}-from-{heading.start:02d}"


def _month(number: int) -> str:
    name: str = get_month_names("wide", locale="en")[number]
    return name


def _year_name(year: str) -> str:
    """`2025` as it is, `192x` as "the 1920s"."""
    return year if year.isdigit() else dates.words(dates.parse(year.upper()))


def _through(desk: Desk) -> dates.Date:
    return dates.parse(desk.timeline.record.through.isoformat())
