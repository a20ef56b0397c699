"""Where in the files of a record one record names another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

Thing = Literal["event", "source", "actor", "topic", "expectation", "track"]

LISTS: dict[str, Thing] = {
    "events": "event",
    "sources": "source",
    "actors": "actor",
    "topics": "topic",
    "expectations": "expectation",
    "tracks": "track",
}
NAMES: dict[str, Thing] = {
    "cite": "source",
    "source": "source",
    "via": "source",
    "relays": "source",
    "actors": "actor",
    "by": "actor",
    "topics": "topic",
    "event": "event",
    "disputes": "event",
    "denies": "event",
    "denied": "event",
    "withdrawn": "event",
    "replaces": "expectation",
}
"""Fields whose words are ids, and of what. A claim is named by its event, `event-id#claim-id`."""
_OWN_KEYS = {"allow", "title_in"}
"""Mappings of the author's own keys and sentences."""


@dataclass(frozen=True, slots=True)
class Named:
    """A word of a file that is the id of a record."""

    thing: Thing
    node: ScalarNode
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
    for key, value in node.value:
        if key.value == "id" and isinstance(value, ScalarNode):
            yield Named(thing, value, defines=True)
        elif key.value == "about" and thing == "expectation" and isinstance(value, ScalarNode):
            yield Named("topic", value)
        else:
            yield from _inside(value, key.value)


def _inside(node: Node, key: str) -> Iterator[Named]:
    if key in _OWN_KEYS:
        return
    if isinstance(node, ScalarNode):
        if key in NAMES:
            yield Named(NAMES[key], node)
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from _inside(item, key)
    elif isinstance(node, MappingNode):
        for inner, value in node.value:
            yield from _inside(value, inner.value)
