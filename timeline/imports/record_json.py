"""Our own JSON back again: what was typed stands apart in it from what follows, so nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from timeline.imports.draft import Draft, Fields, Left
from timeline.loader.record_lists import LISTS
from timeline.model import Timeline
from timeline.model.references import TEXTS
from timeline.queries import version

_ONE = {name.removesuffix("s"): name for name in LISTS}


def looks_alike(data: Mapping[str, Any]) -> bool:
    """Whether it is the JSON of a record, or of one entry of it."""
    return "typed" in data or any(_typed(data.get(name)) for name in ("record", *LISTS))


def read(data: Mapping[str, Any], draft: Draft, timeline: Timeline) -> None:
    """Every record of it that this one does not have word for word."""
    if "typed" in data:
        schema = str(data.get("$schema", "")).rpartition("/")[2].partition(".")[0]
        name = _ONE.get(schema)
        if name is None:
            draft.loose.append(
                Left("", "typed", "", "the file does not say what it is an entry of", "import record.json")
            )
        else:
            add(name, data["typed"], draft, timeline)
        return
    about = data.get("record")
    if isinstance(about, dict) and isinstance(about.get("typed"), dict):
        whole(about["typed"], draft, timeline)
    for name in LISTS:
        rows = data.get(name)
        for each in rows if isinstance(rows, list) else []:
            typed = each.get("typed") if isinstance(each, dict) else None
            if isinstance(typed, dict):
                add(name, typed, draft, timeline)
            else:
                draft.loose.append(Left("", name, json.dumps(each)[:200], "nothing that was typed stands in it"))


def whole(about: Fields, draft: Draft, timeline: Timeline) -> None:
    """What is said of the record as a whole; one that is there keeps its own."""
    if draft.alone:
        draft.about = as_typed(about)
        return
    for field, value in about.items():
        if version.plain(timeline.record, written=True).get(field) != value:
            draft.loose.append(Left("record", field, str(value), "this record says otherwise of itself"))


def add(name: str, typed: Fields, draft: Draft, timeline: Timeline) -> None:
    """One record, unless it is there already."""
    there = next((each for each in getattr(timeline, name) if each.id == typed.get("id")), None)
    if there is not None and version.plain(there, written=True) == typed:
        draft.loose.append(Left("", name, str(typed.get("id")), "the record has it already, word for word"))
        return
    draft.add(name, as_typed(typed))


def as_typed(value: Any) -> Any:
    """A value as it stands in a file, where everything is text."""
    if isinstance(value, dict):
        several = {name: f"{name}_in" for name in TEXTS & value.keys() if _in_languages(name, value)}
        beside = set(several.values())
        return {
            str(name): as_typed(value[several[name]] if name in several else inner)
            for name, inner in value.items()
            if name not in beside
        }
    if isinstance(value, list):
        return [as_typed(inner) for inner in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else json.dumps(value)


def _in_languages(name: str, value: Fields) -> bool:
    """Whether all languages of a text stand beside it; the title of a document has only translations there."""
    said = value.get(f"{name}_in")
    of_a_document = name == "title" and not {"claims", "states", "through", "date"} & value.keys()
    return isinstance(said, dict) and value[name] in said.values() and not of_a_document


def _typed(value: object) -> bool:
    first = value[0] if isinstance(value, list) and value else value
    return isinstance(first, dict) and "typed" in first
