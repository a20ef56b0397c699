"""How a page is cited by others, and how a mistake on it is mended: the foot of every record's page."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from timeline import bibliography
from timeline.bibliography import Entry
from timeline.model import Event, Source
from timeline.pages import paths
from timeline.pages.desk import Desk
from timeline.pages.site import contact
from timeline.span import Span

_REPLY = "Who writes:\n\n\nTheir reply, denial or correction:\n\n\nWhere it can be checked:\n\n\nThis form is public.\n"


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation in three forms."""

    text: Markup
    bibtex: Markup
    csl: Markup


@dataclass(frozen=True, slots=True)
class Mending:
    """Ways to the record behind a page; empty where the site does not say where it is kept."""

    edit: str
    lines: str
    history: str
    report: str
    place: str
    """File and line, for those who have the files before them."""
    contact: str
    reach: str
    """A link for the contact, where its words are an address."""
    answer: str
    """The form for people who are named here, where the record gives no contact."""


def event(desk: Desk, event: Event) -> Cited:
    address = desk.site.absolute(paths.event(event.id))
    return _cited(bibliography.of_event(desk.timeline, event, desk.version, address))


def source(desk: Desk, source: Source) -> Cited:
    return _cited(bibliography.of_source(desk.timeline, source))


def mending(desk: Desk, record: Event | Source, address: str) -> Mending:
    """Two forms, filled in with what the page knows: for whoever finds a mistake, and for those who are named."""
    site, span = desk.site, record.span
    title = f"Mistake in {record.id}"
    about = f"Page: {site.absolute(address) or address}\nVersion: {desk.version}\n\n"
    wrong = f"{about}What is wrong:\n\n\nWhich document says so, and where in it:\n\n"
    words, reach = contact(desk.timeline.record.contact, title)
    return Mending(
        edit=site.edits(span),
        lines=site.lines(span, record.place.last),
        history=site.history(span),
        report=site.report(title, wrong),
        place=place(desk, span),
        contact=words,
        reach=reach,
        answer="" if words else site.report(f"Reply to {record.id}", about + _REPLY),
    )


def place(desk: Desk, span: Span) -> str:
    """Below the record's folder, wherever the build was started."""
    file = span.file.removeprefix(desk.site.folder).lstrip("/\\") if desk.site.folder else span.file
    return f"{file}, line {span.line}" if span.line else ""


def _cited(entry: Entry) -> Cited:
    item = json.dumps([bibliography.csl(entry)], ensure_ascii=False)
    return Cited(
        *(Markup(escape(form, quote=False)) for form in (bibliography.text(entry), bibliography.bibtex(entry), item))
    )
