"""From the models to a JSON Schema, in the keywords of draft 07.

Three keywords are none of that draft: `enumDescriptions`, `patternErrorMessage` and `defaultSnippets`. The editors that
complete YAML know them, and everything else passes over what it does not know.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

from pydantic.json_schema import models_json_schema

from timeline.model import About, CitedDate, Event, Outcome, Record, schema_forms
from timeline.model.docstrings import sentences, summary
from timeline.model.fields import CLAIM_FORM, SLUG_FORM
from timeline.model.words import DATE_ROLE, MEANINGS
from timeline.problems import CATALOGUE, Severity
from timeline.problems.catalogue import OF_FIELDS
from timeline.schema import ids_of_record
from timeline.schema.field_examples import KINDS, examples, inner_records

Json = dict[str, Any]

_DRAFT = "http://json-schema.org/draft-07/schema#"
_PLACE = "#/definitions/"
_NAMED: Mapping[str, Json] = {
    "id": SLUG_FORM,
    "claim": CLAIM_FORM,
    "date": schema_forms.DATE,
    "day": schema_forms.DAY,
    "flag": schema_forms.FLAG,
    "text": schema_forms.TEXT,
}
"""Forms that many fields have, told once. An editor would show what stands here in place of what a field means."""
_WRITTEN = {
    "date": "It is written as 2025, 2025-04 or 2025-04-09; 202X for a decade; 2025-21 to 24 for spring to winter, "
    "2025-33 to 36 for the quarters; with ~ for about, ? for uncertain, % for both; 2025-04/2025-06 for all "
    "of that time, 2025-04/.. for since, ../2025-04 for until; [2025-04-01..2025-04-09] in "
    "quotation marks for some day between.",
}
"""What somebody who writes such a value wants to be reminded of."""


_EITHER: Mapping[type[Record], tuple[str, ...]] = {Event: ("claims", "cite")}
"""Fields of which one is needed: of an event that has no claims, the title is the one."""
_KEYS: Mapping[str, Mapping[Any, str]] = {CitedDate.__name__: DATE_ROLE}
"""By what a mapping holds, the words of ours that are its keys beside those that a record defines."""
Offered = Mapping[str, Mapping[str, str]]
"""For a field that names records, the ids that an editor offers there, each with what it is the id of."""


def text(offered: Offered | None = None, about: About | None = None) -> str:
    """The file as it is kept beside the record."""
    return json.dumps(schema(offered, about), ensure_ascii=False, indent=2) + "\n"


def schema(offered: Offered | None = None, about: About | None = None) -> Json:
    """The whole schema: one file of a record.

    Where ids are offered, every other id is as right. Where a record is given with what it says of itself, the words
    for kinds and roles are ours and those that it defines, and no others.
    """
    made = _schema()
    if about:
        made = ids_of_record.defining(made, about)
    return ids_of_record.offering(made, offered) if offered else made


def _schema() -> Json:
    kinds = list(dict.fromkeys(models()))
    _, made = models_json_schema([(model, "validation") for model in kinds], ref_template=_PLACE + "{model}")
    definitions = {model.__name__: _record(model, made["$defs"][model.__name__]) for model in kinds}
    lists = {
        name: {"description": summary(model), "type": "array", "items": {"$ref": _PLACE + model.__name__}}
        for name, model in KINDS.items()
    }
    about = {"description": summary(About), "allOf": [{"$ref": _PLACE + About.__name__}]}
    return {
        "$schema": _DRAFT,
        "title": "A file of a sourced timeline",
        "description": "Lists of records, and once in all files the description of the whole; in `links.yaml` "
        "how the addresses answered. Written by "
        "`timeline schema`; not to be edited.",
        "type": "object",
        "additionalProperties": False,
        "properties": {"record": about, **lists},
        "definitions": {**_NAMED, "waivers": _waivers(), **definitions},
    }


def models() -> Iterator[type[Record]]:
    """Every record type, the outer ones first."""
    ahead: list[type[Record]] = [About, *KINDS.values()]
    yield from ahead
    while ahead:
        model = ahead.pop(0)
        inner = [record for field in model.model_fields.values() for record in inner_records(field.annotation)]
        yield from inner
        ahead += inner


def _record(model: type[Record], made: Json) -> Json:
    """One record type, with its fields explained."""
    fields = {field.alias or name: name for name, field in model.model_fields.items()}
    known = examples_of(model)
    form: Json = {"description": summary(model)} if model in KINDS.values() else {}
    form |= {"type": "object", "additionalProperties": False}
    if required := made.get("required"):
        form["required"] = [name for name in required if name not in _EITHER.get(model, ())]
    if model in _EITHER:
        form["anyOf"] = [{"required": [name]} for name in _EITHER[model]]
    form["properties"] = {
        written: _field(sentences(model)[fields[written]], known[written], inner)
        for written, inner in made["properties"].items()
        if written in known
    }
    if model is Event:
        form["defaultSnippets"] = [_whole_event(known)]
    return form | ({"minProperties": 1, "maxProperties": 1} if model is Outcome else {})


def _whole_event(known: Mapping[str, list[Any]]) -> Json:
    """The shape of a new one whose claim cites.

    Editors make one of what is required, and a claim of an event that cites as a whole may cite nothing itself.
    """
    fields = ("id", "added", "date", "title", "kind", "status", "claims")
    return {"label": "Event with a claim", "body": _shape({name: known[name][0] for name in fields}, count(1))}


def examples_of(model: type[Record]) -> Mapping[str, list[Any]]:
    """For each field of a record type some of its values; a field without one is none that an author writes."""
    return {name: values for (owner, name), values in examples().items() if owner is model}


def _field(sentence: str, examples: list[Any], form: Json) -> Json:
    """One field; a mere reference may not stand beside a description, so it becomes the only part of it."""
    tidy = _tidy(form)
    reminder = _WRITTEN.get(tidy.get("$ref", "").removeprefix(_PLACE))
    told: Json = {"description": f"{sentence} {reminder}" if reminder else sentence}
    if plain := [example for example in examples if not isinstance(example, dict | list)]:
        told["examples"] = plain
    shapes = [example for example in examples if isinstance(example, dict | list)]
    if snippets := list(_snippets(shapes, bool(plain), of_items=tidy.get("type") == "array")):
        told["defaultSnippets"] = snippets
    if "$ref" not in tidy:
        return told | tidy
    kind = _NAMED.get(tidy["$ref"].removeprefix(_PLACE), {})
    return told | ({"type": kind["type"]} if "type" in kind else {}) | {"allOf": [tidy]}


def _snippets(examples: list[Any], plain: bool, of_items: bool) -> Iterator[Json]:
    """The shapes of values that are more than a word, to be filled in.

    Of a field that takes nothing but a list, an editor wants the shape of an item, and makes the list itself.
    An editor writes a shape that is the only one at once, behind the name of the field; where a `plain` word would do
    as well, there is always a second one.
    """
    if of_items:
        examples = [item for example in examples for item in (example[:1] if _of_records(example) else [example])]
    shapes = {_label(example): _shape(example, count(1)) for example in examples}
    if plain and len(shapes) == 1:
        shapes["several"] = ["$1", "$2"]
    yield from ({"label": label, "body": body} for label, body in shapes.items())


def _of_records(example: Any) -> bool:
    return isinstance(example, list) and isinstance(example[0], dict)


def _shape(example: Any, number: Iterator[int]) -> Any:
    """A value with a place to type at in each of its words; of several alike the first."""
    if isinstance(example, dict):
        return {name: _shape(value, number) for name, value in example.items()}
    if isinstance(example, list):
        return [_shape(value, number) for value in (example[:1] if isinstance(example[0], dict) else example[:2])]
    return f"${next(number)}"


def _label(example: Any) -> str:
    """What an editor calls the shape of an example."""
    if isinstance(example, dict):
        return f"{{{', '.join(f'{name}: …' for name in example)}}}"
    return f"[{_label(example[0])}]" if isinstance(example[0], dict) else "several" if len(example) > 1 else "a list"


def _tidy(form: Json) -> Json:
    """A form without what pydantic adds for programs, and with references to what was told once."""
    form = {key: value for key, value in form.items() if key != "title" and not (key == "default" and not value)}
    if choices := [part for choice in form.pop("anyOf", ()) if (part := _tidy(choice)) != {"type": "null"}]:
        flat = [part for choice in choices for part in (choice["anyOf"] if choice.keys() == {"anyOf"} else [choice])]
        form |= {"anyOf": flat} if len(flat) > 1 else flat[0]
    for name, known in _NAMED.items():
        if form == known:
            return {"$ref": _PLACE + name}
    if "items" in form:
        form["items"] = _tidy(form["items"])
    if words := form.get("enum"):
        form["enumDescriptions"] = list(MEANINGS[tuple(words)].values())
    if form.get("type") == "object":
        return _keyed(form)
    return form


def _keyed(form: Json) -> Json:
    """A mapping of the author's own keys; where they are words, each is a property, so that editors offer them."""
    if patterns := form.get("patternProperties"):
        tidy = {pattern: _tidy(value) for pattern, value in patterns.items()}
        return {"type": "object", "additionalProperties": False, "patternProperties": tidy}
    value = _tidy(form["additionalProperties"])
    words = _KEYS.get(value["$ref"].removeprefix(_PLACE))
    if words is None:
        return {"$ref": _PLACE + "waivers"}
    properties = {word: {"description": meaning, "allOf": [value]} for word, meaning in words.items()}
    return {"type": "object", "additionalProperties": value, "properties": properties}


def _waivers() -> Json:
    """The checks that a record may waive, each with what it finds; the value is the reason."""
    codes = {
        code: {"description": f"Why this is meant: {kind.explanation}", "allOf": [{"$ref": _PLACE + "text"}]}
        for code, kind in CATALOGUE.items()
        if kind.severity is not Severity.ERROR and kind not in OF_FIELDS
    }
    return {"type": "object", "additionalProperties": False, "properties": codes}
