"""What the head of a page says to those who save it for citing: Dublin Core, and what Zotero reads beside it.

The page of an event is cited as an entry of this record, the page of a document as the document. `citation_title`,
which others put first, is left out: Zotero takes any page that has it for an article in a journal. A date with doubt
is said in words, and so is that there is none: without a word here Zotero takes the first day that the page names.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline import dates
from timeline.exports.linked_data import exact
from timeline.language import SOURCE
from timeline.model import Event, Source
from timeline.model.identifiers import isbn_digits
from timeline.model.texts import language_of
from timeline.queries.index import Index
from timeline.site import document_titles, kind_names, urls
from timeline.site.settings import Site

SCHEMA = "http://purl.org/dc/elements/1.1/"
"""What names that begin with `DC.` mean."""


def of_event(index: Index, site: Site, event: Event) -> Iterator[tuple[str, str]]:
    """Names and values; nothing that is empty."""
    record = index.timeline.record
    yield from _said(
        ("DC.title", event.title),
        ("DC.source", record.title),
        ("DC.date", record.through.isoformat()),
        ("DC.language", language_of(event.title, record.language)),
        ("DC.rights", record.licence),
        ("DC.identifier", site.absolute(urls.event(event.id))),
        ("prism.edition", f"version {index.version}"),
        ("z:itemType", "encyclopediaArticle"),
    )


def of_source(source: Source) -> Iterator[tuple[str, str]]:
    """The same of a document."""
    yield from _said(
        ("DC.title", source.title),
        ("DC.description", None if source.title else document_titles.described(source)),
        ("DC.type", None if source.title else kind_names.sentence_case(kind_names.of_source(source))),
        *(("DC.creator", author.sorted_by) for author in source.authors),
        ("DC.source", source.publisher),
        ("DC.publisher", source.publisher),
        ("DC.date", _issued(source)),
        ("DC.language", source.language),
        ("DC.identifier", source.url),
        ("DC.identifier", f"doi:{source.doi}" if source.doi else None),
        ("DC.identifier", f"urn:isbn:{isbn_digits(source.isbn)}" if source.isbn else None),
        ("citation_doi", source.doi),
        ("citation_isbn", source.isbn),
        ("citation_public_url", source.address),
        ("z:itemType", "book" if source.isbn else "webpage" if source.url else "document"),
    )


def _issued(source: Source) -> str:
    """A year, month or day without doubt as machines write it, any other date in words."""
    return exact(source.issued) or dates.words(source.issued, SOURCE) if source.issued else "undated"


def _said(*values: tuple[str, str | None]) -> Iterator[tuple[str, str]]:
    for name, value in values:
        if value:
            yield name, value
