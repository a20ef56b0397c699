"""What the schema shows of a field beside its form: examples from a made-up record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any, get_origin

from timeline.loader.record_lists import LISTS
from timeline.loader.yaml_nodes import plain
from timeline.loader.yaml_tree import compose
from timeline.model import About, Record
from timeline.model.ledger import Reach

KINDS: Mapping[str, type[Record]] = {**LISTS, "links": Reach}
"""What each list holds that may stand in a file of the data folder."""

_SHOWN = 3
"""Examples of one field."""
_FLAGS = {"true": True, "false": False}


@cache
def examples() -> Mapping[tuple[type[Record], str], list[Any]]:
    """For each field by the name that authors write, some of its values in the made-up record."""
    by_field: dict[tuple[type[Record], str], list[Any]] = {}
    for name, value in [*_read("example.yaml"), *_read("example_links.yaml")]:
        for record in value if isinstance(value, list) else [value]:
            if isinstance(record, dict):
                for model, field, example in _values(KINDS.get(name, About), record):
                    known = by_field.setdefault((model, field), [])
                    if example not in known and len(known) < (1 if _of_records(example) else _SHOWN):
                        known.append(example)
    return by_field


def _read(name: str) -> list[tuple[str, Any]]:
    """What stands at the top of one of our examples."""
    root, _ = compose(name, (resources.files("timeline.schema") / name).read_text("utf-8"))
    assert root is not None
    return list(plain(name, root)[0].items())


def _values(model: type[Record], record: Mapping[str, Any]) -> Iterator[tuple[type[Record], str, Any]]:
    """Each field of a record and of those within it, with its value as JSON has it."""
    annotations = {field.alias or name: field.annotation for name, field in model.model_fields.items()}
    for name, value in record.items():
        if name.startswith("\0"):
            continue
        yield model, name, _json(value)
        keyed = get_origin(annotations[name]) is Mapping
        for inner in inner_records(annotations[name]):
            for below in _below([*value.values()] if keyed else value):
                yield from _values(inner, below)


def inner_records(annotation: Any) -> Iterator[type[Record]]:
    """The record types inside lists, mappings and options."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from inner_records(part)


def _below(value: Any) -> Iterator[Mapping[str, Any]]:
    """The records in a value."""
    if isinstance(value, list):
        for item in value:
            yield from _below(item)
    elif isinstance(value, dict):
        yield value


def _of_records(example: Any) -> bool:
    """Whether it is long: an editor that offers it should not paste a page."""
    return isinstance(example, list) and isinstance(example[0], dict)


def _json(value: Any) -> Any:
    if isinstance(value, list):
        return [_json(item) for item in value]
    if isinstance(value, dict):
        return {name: _json(item) for name, item in value.items() if not name.startswith("\0")}
    return _FLAGS.get(value, str(value))
