"""The documents of the JSON: what stands around a record, which sorts there are, and where each lies."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from timeline.exports.api.derivation import Derivation, date
from timeline.exports.api.structure import (
    DerivedActor,
    DerivedEvent,
    DerivedExpectation,
    DerivedSource,
    DerivedTopic,
    DerivedTrack,
)
from timeline.exports.export import Publication
from timeline.model import Actor, Event, Expectation, Record, Source, Topic, Track
from timeline.queries import version
from timeline.site import urls

R = TypeVar("R", Event, Source, Actor, Topic, Expectation, Track)


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
    Sort("sources", "source", Source, DerivedSource, Derivation.source, lambda source: source.title),
    Sort("actors", "actor", Actor, DerivedActor, Derivation.actor, lambda actor: actor.name),
    Sort("topics", "topic", Topic, DerivedTopic, Derivation.topic, lambda topic: topic.name),
    Sort("expectations", "expectation", Expectation, DerivedExpectation, Derivation.expectation,
         lambda expectation: expectation.wording or ""),
    Sort("tracks", "track", Track, DerivedTrack, Derivation.track, lambda track: track.title),
)  # fmt: skip


_SORTS = {sort.name: sort for sort in SORTS}


def compact(value: object) -> str:
    """JSON without needless space, in the letters of the record."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def typed(record: Record) -> Any:
    """A record as its author typed it: names of the files, dates in EDTF, a list where one word may stand for one."""
    return version.plain(record, written=True)


def derived(publication: Publication, sort: str, record: Any) -> Any:
    """What follows from a record, found once for all exports that tell it; its names are those of `structure`."""
    key = ("derived", sort, record.id)
    if key not in publication.shared:
        derivation = publication.shared.setdefault("derivation", Derivation(publication))
        publication.shared[key] = _SORTS[sort].derive(derivation, record)
    return publication.shared[key]


def bodies(publication: Publication) -> Mapping[str, Mapping[str, str]]:
    """By sort and id what was typed and what follows, as JSON, put together once for all files that tell it."""
    if "api" not in publication.shared:
        publication.shared["api"] = {
            sort.name: {
                record.id: compact({"typed": typed(record), "derived": derived(publication, sort.name, record)})
                for record in getattr(publication.timeline, sort.name)
            }
            for sort in SORTS
        }
    shared: Mapping[str, Mapping[str, str]] = publication.shared["api"]
    return shared


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
    """One document for each record, with its address."""
    heads: dict[str, str] = {}
    for sort in SORTS:
        for id, body in bodies(publication)[sort.name].items():
            address = urls.api(sort.name, id)
            head = heads.setdefault(sort.name, compact(opening(publication, sort.one, address))[:-1])
            yield address, f"{head},{body[1:]}\n"


def whole(publication: Publication) -> str:
    """All of the record, a record on each line."""
    derivation = Derivation(publication)
    head = compact(opening(publication, "record", urls.API_RECORD))[:-1]
    about = compact({"typed": typed(publication.index.timeline.record), "derived": derivation.counts()})
    lines = [f'{head},"record":{about}']
    for sort in SORTS:
        lines.append(
            f'"{sort.name}":[' + ",".join(f"\n{body}" for body in bodies(publication)[sort.name].values()) + "]"
        )
    disputes = ",".join(f"\n{compact(dispute)}" for dispute in derivation.disputes())
    lines.append(f'"disputes":[{disputes}]')
    return ",\n".join(lines) + "}\n"


def index(publication: Publication) -> str:
    """What there is, in a line each: enough to choose from without fetching the whole."""
    head = compact(opening(publication, "index", urls.API_INDEX))[:-1]
    about = publication.index.timeline.record
    told = compact({
        "title": about.title,
        "language": about.language,
        "counts": Derivation(publication).counts(),
        "record": "record.json",
        "description": "openapi.json",
    })  # fmt: skip
    lines = [f"{head},{told[1:-1]}"]
    for sort in SORTS:
        rows = ",".join(f"\n{compact(_row(sort, record))}" for record in getattr(publication.timeline, sort.name))
        lines.append(f'"{sort.name}":[{rows}]')
    return ",\n".join(lines) + "}\n"


def _row(sort: Sort[Any], record: Any) -> dict[str, Any]:
    row: dict[str, Any] = {"id": record.id, "called": sort.called(record), "file": f"{sort.name}/{record.id}.json"}
    if isinstance(record, Event):
        row["date"] = date(record.date)
    return row
