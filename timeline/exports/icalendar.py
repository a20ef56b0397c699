"""What was planned, due or predicted, as a calendar (RFC 5545) for the programs in which people keep theirs.

Only what the record gives by the day stands there. A stretch of days is one entry with its first day and its length,
for the day after its last, with which calendars usually close an entry, stands nowhere in the record. What is vaguer
has no day to stand on; the calendar says how much of that there is, and the page of named dates has all of it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timeline import dates
from timeline.dates import Date, Precision
from timeline.exports.export import Export, Publication
from timeline.exports.uuids import first_id, names
from timeline.language import N_
from timeline.language import gettext as _
from timeline.model import Event, Expectation, Timeline
from timeline.model.words import DateRole
from timeline.queries import expectations
from timeline.queries.index import Index
from timeline.site import inline_markdown, kind_names, urls, wording
from timeline.site.file import Alternate, SiteFile
from timeline.site.large_file import LargeText
from timeline.site.settings import Site

KIND = "text/calendar"
NAME = "calendar.ics"
PATH = urls.EXPECTATIONS + NAME
_ROLES: tuple[DateRole, ...] = ("effective", "due", "expires")
_WIDEST = 75
"""Bytes of a line, its end not counted."""
_NOTHING = N_("Nothing in this record is planned, due or predicted for a day that is known.")
_STATUS = {"planned": "TENTATIVE", "open": "TENTATIVE", "cancelled": "CANCELLED", "withdrawn": "CANCELLED"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing on a day or a stretch of days."""

    name: str
    date: Date | None
    title: str
    about: str
    page: str
    status: str
    """As the standard has it."""
    topics: tuple[str, ...]
    changes: int
    """How often it was changed since it entered the record."""


def entries(index: Index, part: Timeline | None = None) -> Iterator[Entry]:
    """Everything that was planned, due or predicted, however vague; in a part of the record, where one was chosen."""
    timeline = part or index.timeline
    for event in timeline.events:
        yield from _of_event(index, event)
    for expectation in timeline.expectations:
        yield _foretold(index, expectation)


def by_the_day(date: Date | None) -> bool:
    """Whether the record gives it as a day, or from a day to a day, and nobody doubts either."""
    if date is None or date.start is None or date.end is None or date.uncertain or date.approximate:
        return False
    if date.start.first.year < 1:  # which no calendar of today can show
        return False
    return date.start.precision is date.end.precision is Precision.DAY


def counted(index: Index, part: Timeline | None = None) -> tuple[int, int]:
    """How many entries a calendar can show, and how many have no day to stand on."""
    told = [by_the_day(entry.date) for entry in entries(index, part)]
    return sum(told), len(told) - sum(told)


def calendar(index: Index, site: Site, part: Timeline | None = None) -> Iterator[str]:
    """The calendar line by line, folded and ended as the standard asks."""
    for line in _lines(index, site, part):
        for folded in _folded(line):
            yield f"{folded}\r\n"


def _lines(index: Index, site: Site, part: Timeline | None) -> Iterator[str]:
    record, own = index.timeline.record, names(index.timeline, site)
    told, left = counted(index, part)
    about = _("What was planned, due or predicted, where the record gives days.")
    if left:
        also = wording.plural(
            left, "{n} other date is too vague for a calendar", "{n} other dates are too vague for a calendar"
        )
        about += f" {also}: {site.absolute(urls.EXPECTATIONS)}" if site.address else f" {also}."
    yield from (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//sourced-timeline//calendar//EN",
        "METHOD:PUBLISH",
        *_said("NAME", record.title),
        *_said("X-WR-CALNAME", record.title),
        *_said("DESCRIPTION", about),
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    )
    made = f"{_day(index.timeline.edited)}T000000Z"
    for entry in entries(index, part):
        if entry.date and by_the_day(entry.date):
            yield from _component(entry, entry.date, str(own(entry.name)), made, site)
    if not told:  # a calendar of nothing is none (RFC 5545, 3.6); a note stands on no day
        name = str(own("calendar"))
        yield from ("BEGIN:VJOURNAL", f"UID:{name}", f"DTSTAMP:{made}", *_said("SUMMARY", _(_NOTHING)), "END:VJOURNAL")
    yield "END:VCALENDAR"


def _of_event(index: Index, event: Event) -> Iterator[Entry]:
    """Its own date, unless it simply came; and the days on which it binds, becomes due or ends."""
    topics = tuple(index.timeline.topics_by_id[id].name for id in event.topics)
    about = inline_markdown.plain(event.summary or event.claims[0].text)
    page, changes = urls.event(event.id), len(event.updates)
    if event.course != "happened":
        title = f"{event.title} ({wording.course(event)})"
        status = _STATUS.get(event.course, "CONFIRMED")
        yield Entry(f"calendar/{first_id(event)}", event.date, title, about, page, status, topics, changes)
    for like in _ROLES:
        for role, cited in event.dates.items():
            if ((cited.own_role and cited.own_role.counts_as) or role) != like:
                continue
            title = f"{kind_names.of_date(role, cited)}: {event.title}"
            status = "CANCELLED" if event.course == "cancelled" else "CONFIRMED"
            yield Entry(f"calendar/{first_id(event)}/{role}", cited.date, title, about, page, status, topics, changes)


def _foretold(index: Index, expectation: Expectation) -> Entry:
    timeline, window = index.timeline, expectation.window
    topic = timeline.topics_by_id[expectation.about].name
    standing = expectations.standing(timeline, index.out, expectation, timeline.record.through)
    words = _("“{words}”").format(words=expectation.wording) if expectation.wording else _("a date that was named")
    speaker = timeline.actors_by_id[expectation.by].name if expectation.by else _("somebody who is not named")
    about = _("Named by {name}: {fate}.").format(name=speaker, fate=wording.FATES[standing])
    if expectation.said:
        about = _("Named by {name}, {date}: {fate}.").format(
            name=speaker, date=dates.words(expectation.said), fate=wording.FATES[standing]
        )
    if window and expectation.window_basis == "inferred":
        about += " " + _("The words were {words}, which we read as {date}.").format(
            words=words, date=dates.words(window)
        )
    return Entry(
        f"calendar/foretold/{expectation.id}",
        window,
        f"{topic}: {words} ({wording.FATES[standing]})",
        about,
        f"{urls.EXPECTATIONS}#{expectation.id}",
        _STATUS.get(standing, "CONFIRMED"),
        (topic,),
        int(expectation.outcome is not None),
    )


def _component(entry: Entry, date: Date, uid: str, made: str, site: Site) -> list[str]:
    first, last = date.earliest, date.latest
    if first is None or last is None:
        raise AssertionError(f"no day is known for {entry.name}")
    days = (last - first).days + 1
    about = entry.about
    if date.form == "between":
        about = _("Some day {between}.").format(between=dates.words(date)) + f" {about}"
    return [
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTAMP:{made}",
        f"SEQUENCE:{entry.changes}",
        f"DTSTART;VALUE=DATE:{_day(first)}",
        *([f"DURATION:P{days}D"] if days > 1 else []),
        *_said("SUMMARY", entry.title),
        *_said("DESCRIPTION", about),
        *([f"URL:{site.absolute(entry.page)}"] if site.address else []),
        *([f"CATEGORIES:{','.join(map(_text, entry.topics))}"] if entry.topics else []),
        f"STATUS:{entry.status}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _day(day: datetime.date) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def _said(name: str, text: str) -> list[str]:
    return [f"{name}:{_text(text)}"] if text else []


def _text(text: str) -> str:
    """Text in which nothing ends a value."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> Iterator[str]:
    """A line in pieces that are short enough, none of which ends within a character."""
    piece, size = "", 0
    for sign in line:
        width = len(sign.encode())
        if size + width > _WIDEST:
            yield piece
            piece, size = " ", 1
        piece, size = piece + sign, size + width
    yield piece


def _whole(publication: Publication) -> Iterator[SiteFile]:
    lines = LargeText(lambda: calendar(publication.index, publication.site, publication.part))
    yield SiteFile(PATH, large=lines)


def _alternates(site: Site, address: str, title: str) -> Iterable[Alternate]:
    if address == urls.EXPECTATIONS:
        yield Alternate(NAME, KIND, _("These dates as a calendar"))


CALENDAR = Export(
    "calendar", "iCalendar", KIND,
    N_("What was planned, due or predicted for days that are known, for the calendar on a phone or a desk."),
    _whole,
    alternates=_alternates,
)  # fmt: skip
