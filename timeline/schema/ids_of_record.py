"""The ids and the words of a record in its schema, so that an editor offers them in the fields that take them."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from timeline.model import About
from timeline.model.defined_words import OURS

Json = dict[str, Any]
_PLACE = "#/definitions/"
_NAMES = (f"{_PLACE}id", f"{_PLACE}claim")
"""Forms of a value that names a record."""
_OWN = ("id", "aliases")
"""Fields in which a new id stands, and none that there is."""


def offering(schema: Json, offered: Mapping[str, Mapping[str, str]]) -> Json:
    """The schema with ids offered in the fields that name records; any other id may stand there too.

    `offered` has for a field the ids, each with what it is the id of.
    """
    made = copy.deepcopy(schema)
    known: dict[str, Json] = {}
    for model in made["definitions"].values():
        for field, form in model.get("properties", {}).items():
            if field not in _OWN and (ids := offered.get(field)) and _point(form, field, ids, known, made):
                form.pop("examples", None)
                if "type" in form:
                    form |= {"type": _any(form)["type"]}
    made["definitions"] |= known
    return made


def defining(schema: Json, about: About) -> Json:
    """The schema with the words of one record for kinds and roles of dates; any other is underlined."""
    made = copy.deepcopy(schema)
    for model in made["definitions"].values():
        for form in model.get("properties", {}).values():
            _define(form, about)
    for model, fields in _left_out(about).items():
        form = made["definitions"][model]
        form["required"] = [name for name in form["properties"] if name in fields or name in form["required"]]
    return made


def _left_out(about: About) -> Mapping[str, list[str]]:
    """Fields that every entry needs, as the record says nothing in their place, by the record they are of."""
    said = about.for_entries
    of_events = [name for name in ("kind", "status") if getattr(said.events, name, None) is None]
    documents = [each for each in (said.sources, *said.hosts.values()) if each]
    of_sources = [name for name in ("publisher", "kind") if all(getattr(each, name) is None for each in documents)]
    titled = not any(kind.untitled for kind in about.source_kinds.values())
    return {"Event": of_events, "Source": [*of_sources, *(["title"] if titled else [])]}


def _define(form: Json, about: About) -> None:
    """Lets a field take the words of ours and of the record; the one with roles has them as keys."""
    for defined, ours in OURS.items():
        words = about.words(defined)
        first = (form.get("anyOf") or [{}])[0]
        if first.get("enum") == list(ours):
            form["anyOf"] = [{"enum": list(words), "enumDescriptions": list(words.values())}]
        elif ours and list(form.get("properties", ())) == list(ours):
            value = form["additionalProperties"]
            properties = {word: {"description": meaning, "allOf": [value]} for word, meaning in words.items()}
            form |= {"properties": properties, "additionalProperties": False}


def _point(form: Json, field: str, ids: Mapping[str, str], known: dict[str, Json], schema: Json) -> bool:
    """Lets each id in the form of a field be one of those that are known; whether there was one."""
    met = False
    for key, value in form.items():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                if (kind := each.get("$ref")) in _NAMES:
                    name = f"known-{field}"
                    choice = {
                        "title": "an id of this record",
                        "enum": list(ids),
                        "enumDescriptions": list(ids.values()),
                    }
                    known[name] = {
                        "title": "an id",
                        "anyOf": [choice, _any(schema["definitions"][kind.removeprefix(_PLACE)])],
                    }
                    each["$ref"] = f"{_PLACE}{name}"
                    met = True
                elif key in ("anyOf", "allOf", "items"):
                    met |= _point(each, field, ids, known, schema)
    return met


def _any(form: Json) -> Json:
    """Any id; an editor that heard of flags would offer `true` and `false` among the ids."""
    return {"title": "another id", **form, "type": [each for each in form["type"] if each != "boolean"]}
