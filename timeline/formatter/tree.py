"""A file as its author sees it: fields and items, one within the other, each with its comments."""

from __future__ import annotations

from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from timeline.formatter.text import folded


class Group:
    """A mapping or a list."""

    __slots__ = ("below", "column", "commented", "end", "mapping", "owner", "parts", "start")

    def __init__(self, owner: Part | None, mapping: bool, column: int = 0, start: int = 0, end: int = 0) -> None:
        self.owner = owner
        self.mapping = mapping
        self.column = column
        self.start = start
        self.end = end
        """Behind its closing bracket; 0 if it has none."""
        self.parts: list[Part] = []
        self.below: list[str] = []
        """Comments behind the last part."""
        self.commented = False
        """Whether a comment stands anywhere in it."""


class Part:
    """A field, with its key, or an item of a list, without one."""

    __slots__ = ("above", "beside", "dividers", "end", "group", "key", "start", "value")

    def __init__(self, group: Group, key: str, start: int = 0, end: int = 0) -> None:
        self.group = group
        self.key = key
        self.start = start
        self.end = end
        self.value: Group | str = ""
        self.dividers: list[str] = []
        """Comments with an empty line behind them: a new section of the records begins here."""
        self.above: list[str] = []
        """As in all lists of comments, an empty text is an empty line between two of them."""
        self.beside = ""

    def text(self, name: str) -> str:
        """A text of the record that the part holds; empty when it has none of that name."""
        part = self.field(name)
        return part.value if part and isinstance(part.value, str) else ""

    def field(self, name: str) -> Part | None:
        parts = self.value.parts if isinstance(self.value, Group) and self.value.mapping else ()
        return next((part for part in parts if part.key == name), None)


class Reading:
    """One walk over a file's nodes: the tree, and what stands where in the text."""

    def __init__(self, root: Node) -> None:
        self.parts: list[Part] = []
        """In the order of the text, a record before its fields."""
        self.texts: list[tuple[int, int]] = []
        """Where keys and texts begin and end. What a comment may stand in is the rest."""
        self.marks: list[tuple[int, Part, bool]] = []
        """Behind what a comment may stand on its line, whose that is, and whether it is a closing bracket."""
        self.root = self._group(root, None)

    def _group(self, node: Any, owner: Part | None) -> Group:
        start, end = node.start_mark, node.end_mark
        bracket = end.index if node.flow_style else 0
        group = Group(owner, isinstance(node, MappingNode), start.column, start.index, bracket)
        if bracket and owner:
            self.marks.append((start.index + 1, owner, False))
        if isinstance(node, SequenceNode):
            for item in node.value:
                self._value(item, self._part(group, "", item, item))
        else:
            for key, value in node.value:
                part = self._part(group, key.value, key, value)
                self._text(key, part)
                self._value(value, part)
        if bracket and owner:
            self.marks.append((bracket, owner, True))
        return group

    def _part(self, group: Group, key: str, first: Node, last: Node) -> Part:
        part = Part(group, key, first.start_mark.index, last.end_mark.index)
        group.parts.append(part)
        self.parts.append(part)
        return part

    def _value(self, node: Node, part: Part) -> None:
        if isinstance(node, ScalarNode):
            self._text(node, part)
            part.value = folded(node.value)
        else:
            part.value = self._group(node, part)

    def _text(self, node: Node, part: Part) -> None:
        start, end = node.start_mark.index, node.end_mark.index
        self.texts.append((start, end))
        behind = start + 1 if isinstance(node, ScalarNode) and node.style in ("|", ">") else end
        self.marks.append((behind, part, False))
