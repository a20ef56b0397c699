"""The lists a file may hold, and the fields their records have, read from the models."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args

from timeline.model import About, Actor, Event, Expectation, Location, Record, Source, Topic, Track
from timeline.model.ledger import Reach
from timeline.model.references import ABOUT, CLAIMS, KEYS

LISTS: Mapping[str, type[Record]] = {
    "events": Event,
    "sources": Source,
    "actors": Actor,
    "topics": Topic,
    "places": Location,
    "expectations": Expectation,
    "tracks": Track,
}
TOP = ("record", *LISTS)
"""What may stand at the top of a file."""

_NAMES = {
    About: "the record",
    Event: "the event",
    Source: "the source",
    Actor: "the actor",
    Topic: "the topic",
    Location: "the place",
    Expectation: "the expectation",
    Track: "the track",
    Reach: "the address",
}
_PARTS = {
    "amounts": "the amount",
    "coordinates": "the coordinates",
    "claims": "the claim",
    "cite": "the citation",
    "related": "the relation",
    "updates": "the update",
    "rivals": "the rival date",
    "dates": "the date",
    "archive": "the archived copy",
    "archives": "the archived copy",
    "holding": "the holding",
    "states": "the state",
    "outcome": "the outcome",
    "relays": "the relay",
    "hosts": "the host",
    "defaults": "the defaults",
    "snapshots": "the copy",
}

_FOR_ALL = {
    *((Event, name) for name in ("added", "kind", "status")),
    *((Source, name) for name in ("title", "publisher", "language", "kind")),
}
"""Fields that are needed, and that the record may say for all."""

_SYNONYMS = {
    "author": "authors",
    "first": "given",
    "firstname": "given",
    "forename": "given",
    "last": "family",
    "lastname": "family",
    "surname": "family",
    "citations": "cite",
    "date": "issued",
    "date_basis": "issued_basis",
    "description": "summary",
    "end": "to",
    "call_number": "holding",
    "issued": "date",
    "issued_basis": "date_basis",
    "label": "title",
    "lang": "language",
    "license": "licence",
    "link": "url",
    "published": "issued",
    "source": "cite",
    "sources": "cite",
    "start": "from",
    "tags": "topics",
    "type": "kind",
}
"""What people call a field who have seen other formats."""

REFERENCES: Mapping[str, str] = {key: f"{thing}s" for key, thing in KEYS.items() if key not in CLAIMS} | {
    ABOUT: "topics"
}
"""Fields that name a record by its id, with the list it stands in."""
SEVERAL = frozenset(("actors", "topics", "places", "cite", "relays", "replaces"))
"""Those of them that may name several."""

Path = tuple[str | int, ...]


def owner(model: type[Record], path: Path) -> str:
    """Whose field it is, as people say it."""
    for step in reversed(path[:-1]):
        if isinstance(step, str) and step in _PARTS:
            return _PARTS[step]
    return _NAMES[model]


def names(model: type[Record], path: Path = (), required: bool = False) -> tuple[str, ...]:
    """The fields an author may write in the record that a path leads to, or only those that must be written."""
    inner = model
    for step in path:
        fields = _fields(inner)
        if isinstance(step, str) and step in fields:
            inner = record_in(fields[step]) or inner
    wanted = (f.alias or name for name, f in inner.model_fields.items() if f.is_required() or not required)
    return tuple(name for name in wanted if not name.startswith("\0"))


def needs(model: type[Record], path: Path) -> bool:
    """Whether the record that a path leads into cannot do without the field at its end."""
    if path[-1] in names(model, path[:-1], required=True):
        return True
    return (path[-1] == "cite" and "claims" in path) or (model, *path) in _FOR_ALL


def synonym(key: str, known: Iterable[str]) -> str | None:
    """The field of another format, by the name it has here."""
    meant = _SYNONYMS.get(key.lower())
    return meant if meant is not None and meant in known else None


def _fields(model: type[Record]) -> dict[str, Any]:
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def record_in(annotation: Any) -> type[Record] | None:
    """The record type inside tuples, mappings and options."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((record for arg in get_args(annotation) if (record := record_in(arg))), None)


def _all(model: Any) -> Iterator[str]:
    yield from names(model)
    for annotation in _fields(model).values():
        if inner := record_in(annotation):
            yield from _all(inner)


FIELDS = frozenset([*TOP, *(name for model in (About, *LISTS.values()) for name in _all(model))])
"""Every name that can stand in front of a colon somewhere."""
