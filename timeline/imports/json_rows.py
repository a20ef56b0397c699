"""Objects within the objects of a list, as further columns: `{"source": {"title": …}}` is the column `source title`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from timeline.imports import column_names

_SAYS = ("text", "value", "description", "content", "name", "label", "title", "headline")
_LEADS = ("url", "link", "href")


def row_of(value: Mapping[str, Any]) -> dict[str, str]:
    """The cells of one object by their headings; what several objects of a list say stands on lines."""
    row: dict[str, list[str]] = {}
    for name, said in _cells(value):
        row.setdefault(" ".join(name.split()), []).append(said)
    return {heading: "\n".join(filter(None, said)) for heading, said in row.items()}


def _cells(value: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    """An object under a heading that is not known stays whole: it is told as it is, and not carried."""
    for name, inner in value.items():
        heading = f"{above} {name}".strip()
        if not column_names.field_of(heading) or not _has_objects(inner):
            yield heading, text(inner)
            continue
        for each in inner if isinstance(inner, list) else [inner]:
            if isinstance(each, dict):
                yield from _nested(heading, name, each)
            else:
                yield heading, text(each)


def _has_objects(value: Any) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(each, dict) for each in value))


def _nested(heading: str, name: str, value: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What the object is by its name stands under that; a document is its address, anything else its words."""
    says = (*_LEADS, name, "name", "title") if column_names.field_of(heading) == "source" else (name, *_SAYS)
    main = next((each for each in says if isinstance(value.get(each), str) and value[each].strip()), "")
    if main:
        yield heading, value[main]
    yield from _cells({each: inner for each, inner in value.items() if each != main}, heading)


def text(value: Any) -> str:
    """A value as a cell has it."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return "\n".join(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
