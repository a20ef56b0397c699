"""Where a value stands in the author's files.

A record remembers the YAML node it was read from, so that any later message can point at
the very word it speaks of. Spans are made on demand: most of a record is never wrong.
"""

from __future__ import annotations

from typing import Protocol

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from timeline.span import Span

Step = str | int


class Place:
    """A node of a file. All places compare equal: where a thing is said is no part of what it says."""

    __slots__ = ("_node", "file")

    def __init__(self, file: str, node: Node) -> None:
        self.file = file
        self._node = node

    @property
    def node(self) -> Node:
        """What stands there, as YAML."""
        return self._node

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Place)

    def __hash__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return f"Place({self.span})"

    @property
    def span(self) -> Span:
        """The value itself; of a collection, its first line only."""
        return _span(self.file, self.node)

    def at(self, *path: Step) -> Span:
        """The value that a path of keys and positions leads to, or the nearest one that encloses it."""
        node = self.node
        for step in path:
            inner = _value(node, step)
            if inner is None:
                break
            node = inner
        return _span(self.file, node)

    def key(self, *path: Step) -> Span:
        """The key a path ends in, or where it would stand if the last step is not a key."""
        node = self.node
        for step in path[:-1]:
            inner = _value(node, step)
            if inner is None:
                return _span(self.file, node)
            node = inner
        if isinstance(node, MappingNode):
            for key, _ in node.value:
                if key.value == path[-1]:
                    return _span(self.file, key)
        return _span(self.file, node)

    def keys(self, *path: Step) -> tuple[str, ...]:
        """The names of the fields that stand where a path leads to."""
        node: Node | None = self.node
        for step in path:
            node = _value(node, step) if node is not None else None
        return tuple(str(key.value) for key, _ in node.value) if isinstance(node, MappingNode) else ()

    @property
    def last(self) -> int:
        """The line on which it ends, or the blank one below it if it ends in a text over several lines."""
        node = self.node
        while isinstance(node, MappingNode | SequenceNode) and node.value and not node.flow_style:
            node = node.value[-1][1] if isinstance(node, MappingNode) else node.value[-1]
        mark = node.end_mark
        return mark.line + (1 if mark.column else 0) if mark else 0

    def has(self, name: str) -> bool:
        """Whether the author wrote this key, which a default would hide."""
        return isinstance(self.node, MappingNode) and any(key.value == name for key, _ in self.node.value)


class Parsed(Protocol):
    """A record that was read without its nodes, which are made when somebody asks for a place in it."""

    file: str

    @property
    def root(self) -> Node: ...

    @property
    def span(self) -> Span: ...

    @property
    def last(self) -> int: ...

    def field(self, key: str) -> Span | None: ...


class PlaceIn(Place):
    """A place by the way to it within a record: most of a record is never wrong, and needs no node."""

    __slots__ = ("_path", "record")

    def __init__(self, record: Parsed, path: tuple[Step, ...]) -> None:
        self.file = record.file
        self.record = record
        self._path = path

    @property
    def node(self) -> Node:
        node = self.record.root
        for step in self._path:
            node = _value(node, step) or node
        return node

    @property
    def span(self) -> Span:
        return super().span if self._path else self.record.span

    @property
    def last(self) -> int:
        return super().last if self._path else self.record.last

    def at(self, *path: Step) -> Span:
        field = self.record.field(path[0]) if len(path) == 1 and not self._path and isinstance(path[0], str) else None
        return field or super().at(*path)


class Text(str):
    """A scalar as it was typed, with the place where it was typed."""

    __slots__ = ("place",)

    place: Place

    def __new__(cls, value: str, place: Place) -> Text:
        text = super().__new__(cls, value)
        text.place = place
        return text


def nowhere() -> Place:
    """The place of a record that no file holds: one made in a program or by a view."""
    return _NOWHERE


def _value(node: Node, step: Step) -> Node | None:
    """One step down; a lone word where a list may stand counts as the list's first item."""
    if isinstance(step, int):
        if isinstance(node, SequenceNode):
            return node.value[step] if 0 <= step < len(node.value) else None
        return node if step == 0 else None
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == step:
                inner: Node = value
                return inner
    return None


def _span(file: str, node: Node) -> Span:
    start, end = node.start_mark, node.end_mark
    if start is None:
        return Span(file, 0, 0, 0, 0)
    line, column = start.line + 1, start.column + 1
    if isinstance(node, ScalarNode) and node.style not in ("|", ">"):
        return Span(file, line, column, end.line + 1, end.column + 1)
    if isinstance(node, MappingNode) and node.value and not node.flow_style:
        return _span(file, node.value[0][0])
    return Span(file, line, column, line, column + 1)


_NOWHERE = Place("", ScalarNode("tag:yaml.org,2002:str", ""))
