"""How a page is cited by others, and how a mistake on it is mended: the foot of every record's page."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from timeline.exports import oembed, registry
from timeline.exports.citations import Citation
from timeline.language import N_
from timeline.language import gettext as _
from timeline.model import Event, Source
from timeline.queries.index import Index
from timeline.site.file import Alternate
from timeline.site.settings import Site, contact
from timeline.span import Span

_REPLY = (
    N_("Who writes:"),
    N_("Their reply, denial or correction:"),
    N_("Where it can be checked:"),
    N_("This form is public."),
)


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation in three forms, and the forms in which the site has what is cited."""

    text: Markup
    bibtex: Markup
    csl: Markup
    files: tuple[Alternate, ...]
    frame: Markup
    """What shows it on a page elsewhere; empty for what has no frame, and where the site has no address."""


@dataclass(frozen=True, slots=True)
class EditLinks:
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


def cited(citation: Citation, site: Site, address: str, title: str, frame: str = "") -> Cited:
    """The forms as a page prints them; `address` and `title` are the page's own, `frame` the name of its frame."""
    forms = (citation.text, citation.bibtex, json.dumps([citation.csl], ensure_ascii=False))
    text, bibtex, csl = (Markup(escape(form, quote=False)) for form in forms)
    shown = Markup(escape(oembed.iframe(site, frame, title), quote=False)) if frame else Markup()
    return Cited(text, bibtex, csl, registry.forms(site, address, title), shown)


def edit_links(index: Index, site: Site, record: Event | Source, address: str) -> EditLinks:
    """Two forms, filled in with what the page knows: for whoever finds a mistake, and for those who are named."""
    span = record.span
    title = _("Mistake in {id}").format(id=record.id)
    page, version = site.absolute(address) or address, index.version
    about = _("Page: {page}").format(page=page) + "\n" + _("Version: {version}").format(version=version) + "\n\n"
    wrong = about + _("What is wrong:") + "\n\n\n" + _("Which document says so, and where in it:") + "\n\n"
    answer = about + "\n\n\n".join(map(_, _REPLY)) + "\n"
    words, reach = contact(index.timeline.record.contact, title)
    return EditLinks(
        edit=site.edits(span),
        lines=site.lines(span, record.place.last),
        history=site.history(span),
        report=site.report(title, wrong),
        place=place(site, span),
        contact=words,
        reach=reach,
        answer="" if words else site.report(_("Reply to {id}").format(id=record.id), answer),
    )


def place(site: Site, span: Span) -> str:
    """Below the record's folder, wherever the build was started."""
    file = span.file.removeprefix(site.folder).lstrip("/\\") if site.folder else span.file
    return _("{file}, line {n}").format(file=file, n=span.line) if span.line else ""
