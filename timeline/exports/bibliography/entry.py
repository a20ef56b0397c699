"""What is cited, before any format has its say.

An event is cited as an entry of this record in the version that was read; its own date is what it tells of
and not when it was published. A document is cited as its publisher made it, with what is not known left out.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.dates import Date, words
from timeline.language import gettext as _
from timeline.model import Author, Event, Holding, Source, Timeline
from timeline.model.texts import language_of
from timeline.site import document_titles, kind_names

NOTES = "en"
"""The language of what programs that keep citations are told beside the fields they know."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to cite; what is empty is not known, or has no meaning for it."""

    key: str
    title: str
    """Empty of a document that has none."""
    container: str
    """The record, or whoever published a document."""
    language: str
    translated: str = ""
    authors: tuple[Author, ...] = ()
    issued: Date | None = None
    about: Date | None = None
    """The date of which an entry of this record tells."""
    genre: str = ""
    """What a document is that has no title: a post."""
    version: str = ""
    edition: datetime.date | None = None
    """The day up to which the record was verified."""
    url: str = ""
    archive: str = ""
    """Where the first copy is that somebody else keeps."""
    doi: str = ""
    isbn: str = ""
    holding: Holding | None = None
    """Where the document itself is kept."""
    read: datetime.date | None = None
    note: str = ""
    seen: bool = True
    quote: str = ""
    """A sentence of it that is cited."""


def of_event(timeline: Timeline, event: Event, version: str, url: str = "", quote: str = "") -> Entry:
    """An event, as this edition of the record has it; or a sentence of it, that of one claim."""
    record = timeline.record
    return Entry(
        key=event.id,
        title=event.title,
        container=record.title,
        language=language_of(event.title, record.language),
        about=event.date,
        version=version,
        edition=record.through,
        url=url,
        quote=quote,
    )


def of_source(timeline: Timeline, source: Source) -> Entry:
    """A document; one that was not seen says so."""
    record = timeline.record
    return Entry(
        key=source.id,
        title=source.title or "",
        genre="" if source.title else kind_names.sentence_case(kind_names.of_source(source)),
        container=source.publisher,
        language=source.language,
        translated=document_titles.translated(source, record.language),
        authors=source.authors,
        issued=source.issued,
        url=source.url or "",
        archive=source.copies[0].url if source.copies else "",
        doi=source.doi or "",
        isbn=source.isbn or "",
        holding=source.holding,
        read=source.accessed if source.seen else None,
        note="; ".join(_notes(source)),
        seen=source.seen,
    )


def occasion(about: Date) -> str:
    """Of what an entry of the record tells, in words for a note."""
    if about.form == "unknown":
        return "on an event whose date is not known"
    return f"on an event dated {words(about, NOTES)}"


def _notes(source: Source) -> Iterator[str]:
    if source.withdrawn:
        yield _("withdrawn {date}").format(date=words(source.withdrawn.on))
    if not source.seen:
        yield _("not seen; known through documents that repeat it")
