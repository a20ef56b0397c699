"""From plain data to records: each faulty field told once, and every sound record kept."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from timeline.loader.nodes import Broken
from timeline.model import About, Actor, Event, Expectation, Record, Source, Topic, Track
from timeline.model.record import PLACE
from timeline.place import Place
from timeline.problems import CATALOGUE, Problem
from timeline.problems.meaning import UNCITED, UNCITED_CLAIM
from timeline.problems.reading import MISSING_FIELD, UNKNOWN_KEY, UNKNOWN_WORD, WRONG_SHAPE

LISTS: Mapping[str, type[Record]] = {
    "events": Event,
    "sources": Source,
    "actors": Actor,
    "topics": Topic,
    "expectations": Expectation,
    "tracks": Track,
}
KIND_OF_RECORD = {About: "the record", Event: "the event", Source: "the source", Actor: "the actor",
                  Topic: "the topic", Expectation: "the expectation", Track: "the track"}
_PARTS = {"claims": "the claim", "cite": "the citation", "related": "the relation", "updates": "the update",
          "rivals": "the rival date", "dates": "the date", "archive": "the archived copy", "states": "the state",
          "outcome": "the outcome"}
_EXAMPLES = {"date": "date: 2025-04-09", "added": "added: 2026-11-22", "through": "through: 2026-11-22",
             "on": "on: 2026-11-22", "from": "from: 2025-04-09", "language": "language: en"}

R = TypeVar("R", bound=Record)


def build(model: type[R], data: Any) -> tuple[R | None, list[Problem]]:
    """A record, or nothing and every reason why not."""
    place: Place = data[PLACE]
    broken = _broken(data)
    if not broken:
        try:
            return model.model_validate(data), []
        except ValidationError as error:
            details = error.errors(include_url=False)
    else:
        try:
            model.model_validate(data)
            return None, []
        except ValidationError as error:
            details = [d for d in error.errors(include_url=False) if not _within(_path(d), broken)]
    return None, list(_faults(model, place, details))


def _faults(model: type[Record], place: Place, details: list[ErrorDetails]) -> Iterator[Problem]:
    for detail in details:
        path, kind = _path(detail), detail["type"]
        field = next((str(step) for step in reversed(path) if isinstance(step, str)), "item")
        if kind in CATALOGUE:
            facts: Mapping[str, Any] = detail.get("ctx") or {}
            expected = facts["label"] if kind == "wrong-shape" else ""
            label = "" if kind == "wrong-shape" else facts["label"]
            yield CATALOGUE[kind].at(place.at(*path), field=field, expected=expected, label=label, help=facts["help"])
        elif kind == "missing":
            yield _missing(model, place, path)
        elif kind == "extra_forbidden":
            yield _unknown(model, place, path)
        elif kind == "literal_error":
            yield _word(place, path, field, detail)
        elif kind in ("too_short", "missing_argument"):
            yield _missing(model, place, path)
        else:
            yield _shape(place, path, field, kind)


def _missing(model: type[Record], place: Place, path: tuple[str | int, ...]) -> Problem:
    field = str(path[-1])
    owner = _owner(model, path)
    span = place.at(*path[:-1])
    if field == "cite":
        if owner == "the claim":
            return UNCITED_CLAIM.at(span, label="nobody stands behind this",
                                    help="add `cite:` with the id of the source that says so")
        return UNCITED.at(span, owner=owner, label="nobody stands behind this",
                          help="add `cite:` with the id of the source that says so")
    example = _EXAMPLES.get(field, f"{field}: …")
    return MISSING_FIELD.at(span, owner=owner, field=field, label=f"`{field}` is needed", help=f"add `{example}`")


def _unknown(model: type[Record], place: Place, path: tuple[str | int, ...]) -> Problem:
    key, owner = str(path[-1]), _owner(model, path)
    names = sorted(_field_names(model, path[:-1]))
    near = difflib.get_close_matches(key, names, n=1, cutoff=0.6)
    help = f"write `{near[0]}`" if near else f"leave it out; the fields are {', '.join(f'`{n}`' for n in names)}"
    return UNKNOWN_KEY.at(place.key(*path), owner=owner, key=key, label="no such field", help=help)


def _word(place: Place, path: tuple[str | int, ...], field: str, detail: ErrorDetails) -> Problem:
    words = [w.strip("'") for w in str((detail.get("ctx") or {}).get("expected", "")).replace(" or ", ", ").split(", ")]
    typed = str(detail["input"])
    near = difflib.get_close_matches(typed, words, n=1, cutoff=0.6)
    choice = ", ".join(f"`{word}`" for word in words)
    help = f"write `{near[0]}`; the words are {choice}" if near else f"write one of {choice}"
    at_key = path[-1] == "[key]"
    span = place.key(*path[:-1]) if at_key else place.at(*path)
    return UNKNOWN_WORD.at(span, field="dates" if at_key else field, label="not one of its words", help=help)


def _shape(place: Place, path: tuple[str | int, ...], field: str, kind: str) -> Problem:
    expected, help = {
        "tuple_type": ("a list", "put `- ` before each item, on lines of their own below the field"),
        "dict_type": ("a mapping", "write `key: value` lines below the field"),
        "mapping_type": ("a mapping", "write `key: value` lines below the field"),
        "model_type": ("a mapping", "write `key: value` lines, or `{key: value}`"),
        "string_type": ("a text", "write one text on the line"),
    }.get(kind, ("written as the field needs it", "compare it with another record"))
    return WRONG_SHAPE.at(place.at(*path), field=field, expected=expected, label=f"{expected} is needed", help=help)


def _owner(model: type[Record], path: tuple[str | int, ...]) -> str:
    """Whose field it is, as people say it."""
    for step in reversed(path[:-1]):
        if isinstance(step, str) and step in _PARTS:
            return _PARTS[step]
    return KIND_OF_RECORD[model]


def _field_names(model: type[Record], path: tuple[str | int, ...]) -> Iterator[str]:
    """The fields an author may write in the record that a path leads to."""
    inner: Any = model
    for step in path:
        if isinstance(step, str) and step in _fields(inner):
            inner = _record_in(_fields(inner)[step]) or inner
    return (name for name in _fields(inner) if not name.startswith("\0"))


def _fields(model: type[Record]) -> dict[str, Any]:
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def _record_in(annotation: Any) -> type[Record] | None:
    """The record type inside tuples, mappings and options."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _record_in(arg))), None)


def _path(detail: ErrorDetails) -> tuple[str | int, ...]:
    return tuple(detail["loc"])


def _broken(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The paths at which a value was refused already."""
    if isinstance(data, Broken):
        return [path]
    if isinstance(data, dict):
        return [found for key, item in data.items() if key != PLACE for found in _broken(item, (*path, key))]
    if isinstance(data, list):
        return [found for number, item in enumerate(data) for found in _broken(item, (*path, number))]
    return []


def _within(path: tuple[str | int, ...], broken: list[tuple[str | int, ...]]) -> bool:
    return any(path[: len(b)] == b or b[: len(path)] == path for b in broken)
