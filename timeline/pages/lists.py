"""The pages that people navigate: home, the timeline and its years, the list of sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from babel.dates import get_month_names
from markupsafe import Markup

from timeline import dates
from timeline.model import Event, Source
from timeline.pages import paths, wording
from timeline.pages.desk import Desk, Evidence
from timeline.pages.environment import environment
from timeline.pages.page import Page, SearchEntry
from timeline.pages.paths import Links
from timeline.queries import order
from timeline.queries.knowledge import Known

LONGEST_LIST = 150
"""How many events one list shows; all of them stand on the pages of their years, or of months where a year has more."""
_BARE = ("toc", "navigation")


@dataclass(frozen=True, slots=True)
class Card:
    """An event in a list."""

    event: Event
    evidence: Evidence
    known: Known | None
    disputes: int
    names: str
    """Those who act in it, with commas between them."""


@dataclass(frozen=True, slots=True)
class MonthOfCards:
    """A heading and the events below it."""

    anchor: str
    name: str
    cards: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A document in the list of sources."""

    source: Source
    claims: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """Documents of one year."""

    anchor: str
    name: str
    rows: tuple[Row, ...]


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
    return Page(
        paths.HOME,
        timeline.record.title,
        f"{wording.count(len(timeline.events), 'event')}, each with its sources, verified up to {reach}.",
        body,
        "home",
        hide=_BARE,
    )


def timelines(desk: Desk) -> Iterator[Page]:
    """The latest events in order, and every event on the page of its year, or of a part of it."""
    timeline, reach = desk.timeline, dates.words(_through(desk))
    found = order.by_year(timeline.events)
    years = [(paths.year(year), _year_name(year), len(events), year) for year, events in found.items()]
    total = f"{len(timeline.events):,}"
    if len(timeline.events) > LONGEST_LIST:
        shown = f"The latest {LONGEST_LIST} of {total} events. Each year has a page with all of its own."
    else:
        shown = f"{wording.count(len(timeline.events), 'event')}, oldest first, verified up to {reach}."
    yield _timeline(desk, paths.TIMELINE, "Timeline", shown, desk.row[-LONGEST_LIST:], _marked(years, ""), [])
    for year, events in found.items():
        parts = _parts(year, events)
        for part in parts:
            here = [(p.address, p.name, len(events) if p is parts[0] else len(p.events), p is part) for p in parts]
            title = f"Timeline of {part.name if part is not parts[0] else _year_name(year)}"
            shown = f"{wording.count(len(part.events), 'event')} of {total}, oldest first, verified up to {reach}."
            if part is parts[0] and len(parts) > 1:
                shown = f"{wording.count(len(events), 'event')} of {total}, on {len(parts) - 1} pages below."
            rows = _marked(years, year)
            yield _timeline(desk, part.address, title, shown, part.events, rows, here if len(parts) > 1 else [])


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
        name, anchor = _month_name(group), _month_anchor(group.heading).lstrip("_")
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
        )
    )
    kind = "year" if part else "timeline"
    return Page(address, title, f"{title}: {shown}", body, kind, pressed=part, hide=_BARE)


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
    names = ", ".join(desk.timeline.actors_by_id[id].name for id in event.actors)
    return Card(event, desk.evidence_of(event), desk.known(event), len(desk.disputes_by_event.get(event.id, ())), names)


def heading_of(desk: Desk, event: Event) -> tuple[order.Heading, list[str]]:
    """The heading below which an event stands among all events: its anchor and its words."""
    heading = order.heading(event.date)
    found = desk.memory.get("headings")
    if found is None:
        groups = order.by_month(desk.timeline.events)
        found = desk.memory["headings"] = {g.heading: [_month_anchor(g.heading), _month_name(g)] for g in groups}
    return heading, found[heading]


def by_shelf(desk: Desk) -> Iterator[Source]:
    """All documents as their list has them."""
    return (source for _, found in _shelves(desk) for source in found)


def sources(desk: Desk) -> Page:
    """Every document, the latest year first, the undated at the end."""
    groups = [
        Shelf(
            f"_{year}" if year else "_undated",
            year or "Undated",
            tuple(Row(s, len(desk.uses.get(s.id, ()))) for s in found),
        )
        for year, found in _shelves(desk)
    ]
    unseen = sum(1 for source in desk.timeline.sources if not source.seen)
    origins = sum(1 for source in desk.timeline.sources if source.is_origin)
    shown = (
        f"{wording.count(len(desk.timeline.sources), 'document')}, {wording.count(origins, 'origin')} among them. "
        f"{wording.count(unseen, 'document')} not seen by us and known through others."
    )
    body = (
        environment()
        .get_template("sources.html")
        .render(shown=shown, links=Links(paths.SOURCES), groups=groups, record=desk.timeline.record)
    )
    return Page(
        paths.SOURCES,
        "Sources",
        f"Every document the record rests on. {shown}",
        body,
        "sources",
        hide=_BARE,
        search=SearchEntry("Sources", shown),
    )


def _shelves(desk: Desk) -> Iterator[tuple[str, list[Source]]]:
    shelves: dict[str, list[Source]] = {}
    for source in desk.timeline.sources:
        shelves.setdefault(order.heading(source.issued).year if source.issued else "", []).append(source)
    return ((year, sorted(found, key=_by_date)) for year, found in sorted(shelves.items(), reverse=True))


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


def _by_date(source: Source) -> tuple[tuple[int, int, str], str]:
    return (source.issued.sort_key if source.issued else (0, 0, "")), source.id


def _through(desk: Desk) -> dates.Date:
    return dates.parse(desk.timeline.record.through.isoformat())
