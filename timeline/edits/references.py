"""Where in the files of a record one record names another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from timeline.model.references import ABOUT, KEYS, TEXTS, Thing

LISTS: dict[str, Thing] = {f"{thing}s": thing for thing in get_args(Thing)}
"""The list that each sort of record stands in."""
_OWN_KEYS = {"allow", "title_in"}
"""Mappings of the author's own keys and sentences, beside texts in several languages."""


@dataclass(frozen=True, slots=True)
class Named:
    """A word of a file that is the id of a record."""

    thing: Thing
    node: ScalarNode
    field: str
    """The key behind which it stands."""
    event: str = ""
    """The id of the event in which it stands, if it stands in one."""
    defines: bool = False
    """Whether the record stands here, and is not only named."""


def named(root: Node) -> Iterator[Named]:
    """Every id in a file."""
    if not isinstance(root, MappingNode):
        return
    for key, value in root.value:
        thing = LISTS.get(key.value)
        if thing is None:
            yield from _inside(value, "record")
        elif isinstance(value, SequenceNode):
            for record in value.value:
                yield from _record(record, thing)


def _record(node: Node, thing: Thing) -> Iterator[Named]:
    if not isinstance(node, MappingNode):
        return
    id = next((value.value for key, value in node.value if key.value == "id" and isinstance(value, ScalarNode)), "")
    event = id if thing == "event" else ""
    for key, value in node.value:
        if key.value == "id" and isinstance(value, ScalarNode):
            yield Named(thing, value, "id", event, defines=True)
        elif key.value == ABOUT and thing == "expectation" and isinstance(value, ScalarNode):
            yield Named("topic", value, ABOUT)
        else:
            yield from _inside(value, key.value, event)


def _inside(node: Node, key: str, event: str = "") -> Iterator[Named]:
    if key in _OWN_KEYS or (key in TEXTS and isinstance(node, MappingNode)):
        return
    if isinstance(node, ScalarNode):
        if key in KEYS:
            yield Named(KEYS[key], node, key, event)
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from _inside(item, key, event)
    elif isinstance(node, MappingNode):
        for inner, value in node.value:
            yield from _inside(value, inner.value, event)
