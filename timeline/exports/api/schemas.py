"""JSON Schema (2020-12) of the documents, drawn from the classes that the program itself keeps to."""

from __future__ import annotations

import datetime
import json
import types
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints, is_typeddict

from timeline.dates import Date
from timeline.exports.api.documents import SORTS, Sort
from timeline.exports.api.structure import DerivedCounts, DerivedDate, DerivedDispute
from timeline.model import (
    About,
    Amount,
    Author,
    Citation,
    DefinedSourceKind,
    Outcome,
    Record,
    Relay,
    schema_forms,
    texts,
)
from timeline.model.docstrings import sentences, summary

Json = dict[str, Any]
DRAFT = "https://json-schema.org/draft/2020-12/schema"
_DAY: Json = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_EDTF: Json = {
    "type": "string",
    "description": "A date as it was typed (EDTF).",
    "pattern": schema_forms.DATE["pattern"],
}
NAMES = ("record", "index", *(sort.one for sort in SORTS), "moved")
"""The documents, each with a schema of that name."""


def schema(name: str, id: str) -> str:
    """One schema, complete in itself; `id` is the address by which it is known."""
    definitions = _definitions("#/$defs/")
    document = documents("#/$defs/")[name]
    used = _used(document, definitions)
    known = {"$defs": {each: definitions[each] for each in definitions if each in used}}
    return json.dumps({"$schema": DRAFT, "$id": id, **document, **known}, ensure_ascii=False, indent=1) + "\n"


@cache
def documents(above: str) -> Mapping[str, Json]:
    """What each document is, with references to definitions that stand below some address."""
    made = {sort.one: _document(f"One {sort.one} of the record.", _body(sort, above)) for sort in SORTS}
    about: Json = _object(
        "What the record says of itself, and how much there is of what.",
        {"typed": {"$ref": f"{above}About"}, "derived": {"$ref": f"{above}{DerivedCounts.__name__}"}},
    )
    lists = {sort.name: _list(_object(f"One {sort.one}.", _body(sort, above))) for sort in SORTS}
    disputes = {"disputes": _list({"$ref": f"{above}{DerivedDispute.__name__}"})}
    whole = _document("All of the record.", {"record": about, **lists, **disputes})
    moved = _object(
        "Its record.",
        {
            "id": {"type": "string", "description": "Its id now."},
            "file": {"type": "string", "description": "Its document, beside this one."},
        },
    )
    return {
        "record": whole,
        "index": _document("What there is, in a line each.", _of_index(above)),
        **made,
        "moved": _document("Where a record stands whose id has changed.", {"moved": moved}),
    }


def definitions(above: str) -> Mapping[str, Json]:
    """All records and all that follows from them, by name."""
    return _definitions(above)


@cache
def _definitions(above: str) -> Mapping[str, Json]:
    definitions: dict[str, Json] = {}
    ahead: list[type] = [About, DerivedCounts, DerivedDispute, DerivedDate]
    ahead += [kind for sort in SORTS for kind in (sort.model, sort.derived)]
    while ahead:
        kind = ahead.pop(0)
        if kind.__name__ not in definitions:
            inner: list[type] = []
            definitions[kind.__name__] = _class(kind, above, inner.append)
            ahead += inner
    return definitions


def _document(description: str, fields: Mapping[str, Json]) -> Json:
    """Fields of one document with those that stand first in every one."""
    first: dict[str, Json] = {
        "$schema": {"type": "string", "format": "uri-reference", "description": "The schema of this document."},
        "version": {"type": "string", "pattern": "^[0-9a-f]{12}$", "description": "Of the record as it is published."},
        "through": {**_DAY, "description": "The day up to which the record was verified, or as of which it is told."},
        "licence": {"type": "string", "description": "Of the record's data (SPDX)."},
    }
    made = _object(description, {**first, **fields})
    return {**made, "required": [name for name in made["required"] if name != "licence"]}


def _body(sort: Sort[Any], above: str) -> dict[str, Json]:
    return {
        "typed": {"$ref": f"{above}{sort.model.__name__}"},
        "derived": {"$ref": f"{above}{sort.derived.__name__}"},
    }


def _of_index(above: str) -> dict[str, Json]:
    text: Json = {"type": "string"}
    rows = {}
    for sort in SORTS:
        dated = {"date": {"$ref": f"{above}{DerivedDate.__name__}"}} if sort.one == "event" else {}
        row = {
            "id": {**text, "description": "Its id."},
            "called": {**text, "description": "Its title or name; empty where it has none."},
            "file": {**text, "description": "Its document, beside this one."},
        }
        rows[sort.name] = _list(_object(f"One {sort.one}.", {**row, **dated}))
    return {
        "title": text,
        "language": text,
        "counts": {"$ref": f"{above}{DerivedCounts.__name__}"},
        "record": {**text, "description": "The document with all of the record."},
        "description": {**text, "description": "The description of these documents for programs (OpenAPI)."},
        **rows,
    }


def _object(description: str, fields: Mapping[str, Json]) -> Json:
    told = {"description": description, "type": "object", "additionalProperties": False}
    return {**told, "required": list(fields), "properties": dict(fields)}


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


def _class(kind: type, above: str, met: Callable[[type], None]) -> Json:
    """A record, or what follows from one, with the sentence of each field."""
    if issubclass(kind, Record):
        fields = {name: field for name, field in kind.model_fields.items() if not field.exclude}
        names = {name: field.alias or name for name, field in fields.items()}
        hints: Mapping[str, Any] = {name: field.annotation for name, field in fields.items()}
        always = [names[name] for name, field in fields.items() if _always(kind, name, field)]
    else:
        hints = get_type_hints(kind, include_extras=True)
        names, always = {name: name for name in hints}, list(hints)
    made = {names[name]: _told(_value(hint, above, met), sentences(kind).get(name, "")) for name, hint in hints.items()}
    for name in names.values() if issubclass(kind, Record) else ():
        if name in texts.fields(kind):
            made.setdefault(f"{name}_in", _in_languages(name))
    form: Json = {"description": summary(kind), "type": "object", "additionalProperties": False}
    if kind is Outcome:
        made.pop("missed")
        return {"anyOf": [{"const": "missed"}, {**form, "properties": made, "minProperties": 1, "maxProperties": 1}]}
    return {**form, "required": always, "properties": made}


def _always(kind: type[Record], name: str, field: Any) -> bool:
    """Whether a field is never left out."""
    if get_origin(field.annotation) in (tuple, Mapping, types.MappingProxyType) or not field.is_required():
        return isinstance(field.default, str | bool) and (kind, name) not in _UNSAID
    return True


def _in_languages(name: str) -> Json:
    """What stands beside a text that stands in several languages."""
    told = f"What `{name}` says in each language that it stands in, where it stands in several; by BCP 47 tag."
    return {"description": told, "type": "object", "additionalProperties": {"type": "string"}}


_OR_TEXT = (Author, Relay)
"""What is told as one text where there is no more to it."""
_UNSAID = {
    (Amount, "approximate"),
    (Relay, "guess"),
    (Citation, "guess"),
    (About, "retrospective"),
    (About, "quotes"),
    (DefinedSourceKind, "untitled"),
}
"""What is only told where it is true."""


def _told(form: Json, sentence: str) -> Json:
    return {"description": sentence, **form} if sentence else form


def _value(hint: Any, above: str, met: Callable[[type], None]) -> Json:
    """What a field may hold."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated or isinstance(hint, TypeVar):
        return _value(arguments[0], above, met)
    if origin in (Union, types.UnionType):
        parts = [_value(part, above, met) for part in arguments]
        return parts[0] if len(parts) == 1 else {"anyOf": parts}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin in (tuple, list):
        return _list(_value(arguments[0], above, met))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        keys = _value(arguments[0], above, met)
        return {"type": "object", "propertyNames": keys, "additionalProperties": _value(arguments[1], above, met)}
    return _plain(hint, above, met)


def _plain(hint: Any, above: str, met: Callable[[type], None]) -> Json:
    if hint is Date:
        return _EDTF
    if hint is datetime.date:
        return _DAY
    if hint is Decimal:
        return {"type": "string", "pattern": schema_forms.FIGURE["pattern"]}
    if hint in _OR_TEXT:
        met(hint)
        return {"anyOf": [{"type": "string"}, {"$ref": f"{above}{hint.__name__}"}]}
    if isinstance(hint, type) and (is_typeddict(hint) or issubclass(hint, Record)):
        met(hint)
        return {"$ref": f"{above}{hint.__name__}"}
    return {"type": {str: "string", bool: "boolean", int: "integer", type(None): "null"}[hint]}


def _used(value: Any, definitions: Mapping[str, Json]) -> set[str]:
    """The definitions that a schema leads to."""
    names: set[str] = set()
    ahead = [value]
    while ahead:
        for name in _references(ahead.pop()):
            if name not in names:
                names.add(name)
                ahead.append(definitions[name])
    return names


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(place := value.get("$ref"), str):
            yield place.rpartition("/")[2]
        for part in value.values():
            yield from _references(part)
    elif isinstance(value, list):
        for part in value:
            yield from _references(part)
