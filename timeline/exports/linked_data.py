"""The record as linked data (schema.org), no more of it than the vocabulary can say truly.

A page of an event is an article about it. What happened, is planned or was cancelled is an `Event`; what
did not come is no event, only a thing that is spoken of. Each sentence is a `Claim` with the documents in
which it appears. There is no `ClaimReview`, for the record gives evidence and no verdict. A date with
doubt has no form there: it is told in words, and never as its first day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from timeline import dates
from timeline.dates import Date, Precision
from timeline.dates.days import year_text
from timeline.language import SOURCE
from timeline.model import Author, Claim, Coordinates, Event, Location, Source
from timeline.model.identifiers import doi_address, isbn_digits
from timeline.model.texts import language_of
from timeline.queries import provenance
from timeline.queries.index import Index
from timeline.site import document_titles, inline_markdown, urls
from timeline.site.settings import Site
from timeline.site.text_language import spoken_in

_CONTEXT = "https://schema.org"
_NAMED_BY_ISO = (Precision.YEAR, Precision.MONTH, Precision.DAY)
_COURSES = {"happened": "", "planned": "EventScheduled", "cancelled": "EventCancelled"}


def home(index: Index, site: Site) -> dict[str, Any]:
    """The whole record as a data set."""
    record = index.timeline.record
    first, last = _span_of(event.date for event in index.timeline.events)
    return {"@context": _CONTEXT, "@type": "Dataset", **_whole(index, site)} | _told(
        inLanguage=_one_or_all(list(dict.fromkeys(map(str, (record.language, *record.languages))))),
        license=_licence(record.licence),
        version=index.version,
        dateModified=index.timeline.edited.isoformat(),
        temporalCoverage=f"{first}/{last}" if first and last else "",
        keywords=[topic.name for topic in index.timeline.topics],
    )


def event(index: Index, site: Site, event: Event, description: str) -> dict[str, Any]:
    """An event's page, what it is about, and what is claimed."""
    timeline, record = index.timeline, index.timeline.record
    whole = site.absolute(urls.event(event.id))
    cited = {id: f"_:{number}" for number, id in enumerate(provenance.cited_at_all(event), 1)}
    return {"@context": _CONTEXT, "@type": "Article", "headline": event.title} | _told(
        url=whole,
        description=description,
        inLanguage=language_of(event.title, record.language),
        datePublished=event.added.isoformat(),
        dateModified=max((update.on for update in event.updates), default=event.added).isoformat(),
        version=index.version,
        license=_licence(record.licence),
        isPartOf={"@type": "Dataset", **_whole(index, site)},
        temporalCoverage=covered(event.date),
        about=[_thing(event), *({"@type": "Thing", "name": timeline.topics_by_id[id].name} for id in event.topics)],
        contentLocation=[
            *(_place(timeline.places_by_id[id]) for id in event.places),
            *([{"@type": "Place", "geo": _geo(event.coordinates)}] if event.coordinates else []),
        ],
        mentions=[{"@type": "Thing", "name": timeline.actors_by_id[id].name} for id in event.actors],
        hasPart=[_claim(index, whole, claim, cited) for claim in event.claims],
        citation=[{"@id": name, **_document(timeline.sources_by_id[id])} for id, name in cited.items()],
    )


def _place(place: Location) -> dict[str, Any]:
    """Somewhere, with its country and its point where they are known."""
    point = place.coordinates
    return {"@type": "Place", "name": place.name} | _told(
        alternateName=list(place.also),
        address={"@type": "PostalAddress", "addressCountry": place.country} if place.country else "",
        geo=_geo(point) if point else "",
    )


def _geo(point: Coordinates) -> dict[str, Any]:
    return {"@type": "GeoCoordinates", "latitude": float(point.latitude), "longitude": float(point.longitude)}


def source(index: Index, site: Site, source: Source) -> dict[str, Any]:
    """The page of a document, and the document."""
    record = index.timeline.record
    names = [text for text in source.title_in.values() if text != source.title]
    document = _document(source) | _told(
        alternateName=names,
        inLanguage=source.language,
        author=[_author(author) for author in source.authors],
        publisher={"@type": "Thing", "name": source.publisher},
        datePublished=exact(source.issued) if source.issued else "",
        isAccessibleForFree=False if source.access == "paywalled" else None,
        archivedAt=_one_or_all([copy.url for copy in source.copies]),
        isBasedOn=[_document(index.timeline.sources_by_id[id]) for id in source.repeats if id not in source.guesses],
    )
    return {"@context": _CONTEXT, "@type": "WebPage", "name": document_titles.called(source)} | _told(
        url=site.absolute(urls.source(source.id)),
        inLanguage=spoken_in(record),
        isPartOf={"@type": "Dataset", **_whole(index, site)},
        mainEntity=document,
    )


def exact(date: Date) -> str:
    """A year, month or day without doubt; nothing for any other date."""
    if date.form != "point" or date.uncertain or date.approximate:
        return ""
    return dates.machine(date) or (date.edtf if date.precision in _NAMED_BY_ISO and date.earliest else "")


def covered(date: Date) -> str:
    """A time that is covered: a date, an interval of two, or words where doubt remains."""
    if date.form == "extent" and not date.untold and not (date.uncertain or date.approximate):
        ends = [exact(dates.parse(point.edtf)) if point else ".." for point in (date.start, date.end)]
        if all(ends):
            return "/".join(end for end in ends if end)
    return exact(date) or ("" if date.form == "unknown" else dates.words(date, SOURCE))


def _thing(event: Event) -> dict[str, Any]:
    """The event itself, if it is one."""
    if event.course not in _COURSES:
        return {"@type": "Thing", "name": event.title}
    status = _COURSES[event.course]
    return {"@type": "Event", "name": event.title} | _told(
        startDate=exact(event.date), eventStatus=f"{_CONTEXT}/{status}" if status else ""
    )


def _claim(index: Index, page: str, claim: Claim, cited: Mapping[str, str]) -> dict[str, Any]:
    speaker = index.timeline.actors_by_id[claim.by].name if claim.by else ""
    documents = dict.fromkeys(citation.source for citation in claim.citations)
    return {"@type": "Claim", "text": inline_markdown.plain(claim.text)} | _told(
        url=f"{page}#{claim.anchor}" if page else "",
        author={"@type": "Thing", "name": speaker} if speaker else None,
        appearance=[{"@id": cited[id]} for id in documents],
    )


def _author(author: Author) -> dict[str, Any]:
    """A person where the record divides the name; of any other nobody says what it is."""
    kind = "Person" if author.given else "Thing"
    divided = _told(familyName=author.family, givenName=author.given) if author.given else {}
    return {"@type": kind, "name": str(author)} | divided


def _document(source: Source) -> dict[str, Any]:
    """With the type that has what is said of it: a book its number, what an archive keeps where it stands there."""
    kinds = [*(["Book"] if source.isbn else ()), *(["ArchiveComponent"] if source.holding else ())]
    named = {"@type": "PropertyValue", "propertyID": "doi", "value": source.doi}
    held = source.holding
    return {"@type": _one_or_all(kinds) or "CreativeWork"} | _told(
        name=source.title,
        description=None if source.title else document_titles.described(source),
        url=source.url,
        identifier=named if source.doi else None,
        sameAs=doi_address(source.doi) if source.doi else None,
        isbn=isbn_digits(source.isbn) if source.isbn else None,
        holdingArchive={"@type": "ArchiveOrganization", "name": held.archive} if held else None,
        itemLocation=held.number if held else None,
    )


def _one_or_all(values: list[str]) -> str | list[str]:
    """One value by itself, none as nothing."""
    return values if len(values) > 1 else "".join(values)


def _licence(name: str | None) -> str:
    """The address of a licence; the record gives its SPDX identifier."""
    return f"https://spdx.org/licenses/{name}" if name and name.replace("-", "").replace(".", "").isalnum() else ""


def _whole(index: Index, site: Site) -> dict[str, Any]:
    return _told(name=index.timeline.record.title, url=site.address)


def _span_of(dates: Iterable[Date]) -> tuple[str, str]:
    """The first and the last year of some dates."""
    years = sorted(day.year for date in dates for day in (date.earliest, date.latest) if day)
    return (year_text(years[0]), year_text(years[-1])) if years else ("", "")


def _told(**values: Any) -> dict[str, Any]:
    """What there is something to say about."""
    return {name: value for name, value in values.items() if value not in ("", None, [], ())}
