"""The documents of the JSON: what stands around a record, which sorts there are, and where each lies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from timeline.exports.api.derivation import Derivation, date
from timeline.exports.api.structure import (
    DerivedActor,
    DerivedEvent,
    DerivedExpectation,
    DerivedPlace,
    DerivedSource,
    DerivedTopic,
    DerivedTrack,
)
from timeline.exports.export import Publication
from timeline.exports.json_lines import compact, listed
from timeline.language import gettext as _
from timeline.model import Actor, Event, Expectation, Location, Record, Source, Topic, Track
from timeline.model.texts import own
from timeline.queries import version
from timeline.site import document_titles, urls
from timeline.site.file import SiteFile
from timeline.site.large_file import LargeText

R = TypeVar("R", Event, Source, Actor, Topic, Location, Expectation, Track)


@dataclass(frozen=True, slots=True)
class Sort(Generic[R]):
    """One sort of records."""

    name: str
    """By its list in the files."""
    one: str
    """By what a single one is called."""
    model: type[R]
    derived: type
    derive: Callable[[Derivation, R], Any]
    called: Callable[[R], str]
    """What people call one."""


SORTS: tuple[Sort[Any], ...] = (
    Sort("events", "event", Event, DerivedEvent, Derivation.event, lambda event: event.title),
    Sort("sources", "source", Source, DerivedSource, Derivation.source, document_titles.called),
    Sort("actors", "actor", Actor, DerivedActor, Derivation.actor, lambda actor: actor.name),
    Sort("topics", "topic", Topic, DerivedTopic, Derivation.topic, lambda topic: topic.name),
    Sort("places", "place", Location, DerivedPlace, Derivation.location, lambda place: place.name),
    Sort("expectations", "expectation", Expectation, DerivedExpectation, Derivation.expectation,
         lambda expectation: expectation.wording or ""),
    Sort("tracks", "track", Track, DerivedTrack, Derivation.track, lambda track: track.title),
)  # fmt: skip


_SORTS = {sort.name: sort for sort in SORTS}
DERIVED = "derived"
"""Where a publication shares what follows from its records, until all files of the whole are made."""


def typed(record: Record) -> Any:
    """A record as its author typed it: names of the files, dates in EDTF, a list where one word may stand for one."""
    return version.plain(record, written=True)


def derived(publication: Publication, sort: str, record: Any) -> Any:
    """What follows from a record, found once for all files of the whole; its names are those of `structure`."""
    found = publication.shared.setdefault(DERIVED, {})
    key = sort, record.id
    if key not in found:
        derivation = publication.shared.setdefault("derivation", Derivation(publication))
        found[key] = _SORTS[sort].derive(derivation, record)
    return found[key]


def _body(publication: Publication, sort: Sort[Any], record: Any) -> str:
    """What was typed and what follows, as JSON."""
    return compact({"typed": typed(record), "derived": derived(publication, sort.name, record)})


def opening(publication: Publication, schema: str, address: str) -> dict[str, str]:
    """What stands first in every document: its schema, the version of the record, how far it reaches, its licence."""
    index = publication.index
    about = index.timeline.record
    told = {
        "$schema": publication.site.absolute(urls.schema(schema)) or urls.Links(address).to(urls.schema(schema)),
        "version": index.version,
        "through": about.through.isoformat(),
        "licence": about.licence or "",
    }
    return {name: value for name, value in told.items() if value}


def single(publication: Publication) -> Iterator[tuple[str, str]]:
    """One document for each record, with its address: the lines of the file with all of it, each by itself."""
    told = publication.kept.keep(record_file(publication)).large
    assert told
    assert told.place
    with told.place.open(encoding="utf-8", newline="\n") as lines:
        next(lines)
        for sort in SORTS:
            records = getattr(publication.timeline, sort.name)
            if records:
                head = compact(opening(publication, sort.one, urls.api(sort.name, records[0].id)))[:-1]
            next(lines)
            for record, line in zip(records, lines, strict=False):
                yield urls.api(sort.name, record.id), f"{head},{line.rstrip(',]' + chr(10))[1:]}\n"


def record_file(publication: Publication) -> SiteFile:
    """The file with all of the record, the same whenever it is asked for."""
    if record_file not in publication.shared:
        lines = LargeText(lambda: whole(publication))
        publication.shared[record_file] = SiteFile(urls.API_RECORD, about=_("All of the record."), large=lines)
    file: SiteFile = publication.shared[record_file]
    return file


def whole(publication: Publication) -> Iterator[str]:
    """All of the record, a record on each line."""
    derivation = Derivation(publication)
    head = compact(opening(publication, "record", urls.API_RECORD))[:-1]
    about = compact({"typed": typed(publication.index.timeline.record), "derived": derivation.counts()})
    yield f'{head},"record":{about}'
    for sort in SORTS:
        bodies = (_body(publication, sort, record) for record in getattr(publication.timeline, sort.name))
        yield from listed(sort.name, bodies)
    yield from listed("disputes", map(compact, derivation.disputes()))
    yield "}\n"


def index(publication: Publication) -> Iterator[str]:
    """What there is, in a line each: enough to choose from without fetching the whole."""
    head = compact(opening(publication, "index", urls.API_INDEX))[:-1]
    about = publication.index.timeline.record
    told = compact({
        "title": own(about.title),
        "language": about.language,
        "counts": Derivation(publication).counts(),
        "record": "record.json",
        "description": "openapi.json",
    })  # fmt: skip
    yield f"{head},{told[1:-1]}"
    for sort in SORTS:
        rows = (_row(sort, record) for record in getattr(publication.timeline, sort.name))
        yield from listed(sort.name, map(compact, rows))
    yield "}\n"


def _row(sort: Sort[Any], record: Any) -> dict[str, Any]:
    row: dict[str, Any] = {"id": record.id, "called": own(sort.called(record)), "file": f"{sort.name}/{record.id}.json"}
    if isinstance(record, Event):
        row["date"] = date(record.date)
    return row
