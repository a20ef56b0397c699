"""From YAML nodes to plain data that remembers where it stood.

Scalars stay the text that was typed, whatever YAML would make of it. A value that is refused here leaves a
`Broken` in its place, with the ids it would have defined.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from timeline.file_place import Place, Text
from timeline.loader.cut_at_hash import TEXTS
from timeline.loader.files import character
from timeline.loader.forbidden_yaml import DEEPEST, too_deep
from timeline.loader.invisible_signs import unwanted
from timeline.loader.missing_dashes import missing_dashes
from timeline.loader.record_lists import LISTS, needs, owner
from timeline.model import About
from timeline.model.record import PLACE
from timeline.problems import Problem
from timeline.problems.fields import (
    COMPLEX_KEY,
    CONTROL_CHARACTER,
    DUPLICATE_KEY,
    EMPTY_VALUE,
    MERGE_KEY,
)
from timeline.problems.suggestions import shortened
from timeline.span import Span

NULLS = ("~", "null", "Null", "NULL")
"""Plain words by which YAML says that there is no value (YAML 1.2, section 10.3.2), and which programs write."""
OF_PROGRAMS = frozenset(("None", "nan", "NaN", "NAN", ".nan", ".NaN", "undefined"))
"""What programs of other languages write there."""
OF_PEOPLE = frozenset(("N/A", "n/a", "N.A.", "n.a.", "TBD", "tbd", "TBA", "tba", "TBC", "tbc", "–", "—", "…", "..."))
"""What people write where something is still missing."""
PLACEHOLDERS = frozenset((*NULLS, *OF_PROGRAMS, *OF_PEOPLE))
"""Plain words that are no text of a record: who means the word itself puts it in quotation marks."""
PARTIAL = "\0partial"
"""Marks a mapping of which some fields could not be read, so that none of them is called missing."""

_RECORDS = 2
"""How deep the records of a file stand."""
_WANTED = {"cite": "the id of the source that says so", "date": "the day, or `XXXX` where nobody knows it"}


class Broken:
    """Stands where a value was refused, so that nothing else is said about its absence."""

    __slots__ = ("ids",)

    def __init__(self, *nodes: Node) -> None:
        self.ids = frozenset(id for node in nodes for id in _ids(node))
        """The ids it would have defined."""


def plain(name: str, root: Node, guessed: Collection[int] = ()) -> tuple[Any, list[Problem]]:
    """A node as dicts, lists and `Text`; refused values are `Broken`, and so are records with a `guessed` line."""
    reading = _Reading(name, guessed)
    return reading.value(root, 0, "item"), reading.problems


class _Reading:
    """One walk over a tree."""

    def __init__(self, name: str, guessed: Collection[int]) -> None:
        self.name = name
        self.guessed = guessed
        self.problems: list[Problem] = []
        self.met: set[int] = set()
        self.path: list[str] = []

    def value(self, node: Node, depth: int, key: str) -> Any:
        if isinstance(node, ScalarNode):
            return self.text(node, key)
        if id(node) in self.met:
            return Broken()  # an alias, told already
        self.met.add(id(node))
        if depth > DEEPEST:
            self.problems.append(too_deep(_first(self.name, node)))
            return Broken(node)
        if isinstance(node, SequenceNode):
            return [self.item(item, depth + 1, key) for item in node.value]
        assert isinstance(node, MappingNode)
        return self.mapping(node, depth)

    def item(self, node: Node, depth: int, key: str) -> Any:
        """One of a list; two that run into each other for want of a dash are refused together."""
        if depth == _RECORDS and self.uncertain(node):
            return Broken(node)
        if missing := missing_dashes(self.name, node):
            self.problems += missing
            return Broken(node)
        return self.value(node, depth, key)

    def text(self, node: ScalarNode, key: str) -> Any:
        place = Place(self.name, node)
        if label := _placeholder(node, key):
            first = "write what belongs here" if self.owner_in_need() else "leave the line out"
            help = first
            if key in TEXTS:
                help += f', or put it in quotation marks if the word is meant: `"{node.value}"`'
            span = self.span(node)
            self.problems.append(EMPTY_VALUE.at(span, field=shortened(key), label=label, help=help))
            return Broken()
        if not node.value.strip():
            help = "write what belongs here, or delete the dash"
            span = _first(self.name, node)
            self.problems.append(EMPTY_VALUE.at(span, field=shortened(key), label="nothing is written here", help=help))
            return Broken()
        if self.escaped(node):
            return Broken()
        return Text(node.value, place)

    def mapping(self, node: MappingNode, depth: int) -> Any:
        nameless = [key for key, _ in node.value if _nameless(key)]
        for key in nameless:
            help = "write a field's name before the colon, or put the text in quotation marks"
            span, label = _first(self.name, key), f"{_nameless(key)} stands here"
            self.problems.append(COMPLEX_KEY.at(span, label=label, help=help))
        if nameless:
            return Broken(node)
        result: dict[str, Any] = {PLACE: Place(self.name, node)}
        seen: dict[str, tuple[ScalarNode, Node]] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if key == "<<":
                help = "write the fields out where they are read"
                self.problems.append(MERGE_KEY.at(self.span(key_node), label="a merge key", help=help))
                result[PARTIAL] = Broken(value_node)
            elif self.escaped(key_node):
                result[PARTIAL] = Broken(value_node)
            elif key in seen:
                first, earlier = seen[key]
                self.twice(key_node, first, top=depth == 0)
                result[key] = self.again(result[key], value_node, earlier, depth, key)
            else:
                seen[key] = key_node, value_node
                result[key] = self.field(key_node, value_node, depth)
        return result

    def field(self, key_node: ScalarNode, node: Node, depth: int) -> Any:
        key = key_node.value
        self.path.append(key)
        try:
            if depth == 0 and not isinstance(node, SequenceNode) and self.uncertain(node):
                return Broken(node)
            if isinstance(node, ScalarNode) and not node.value.strip():
                help = "write what is known, or leave the line out"
                if whose := self.owner_in_need():
                    help = f"write {_WANTED.get(key, 'what belongs here')}; {whose} needs it"
                label, span = "nothing is written behind it", self.span(key_node)
                if node.style in ("'", '"'):
                    label, span = "nothing is written here", self.span(node)
                self.problems.append(EMPTY_VALUE.at(span, field=shortened(key), label=label, help=help))
                return Broken()
            return self.value(node, depth + 1, key)
        finally:
            self.path.pop()

    def uncertain(self, node: Node) -> bool:
        """Whether a line of it is only guessed."""
        return any(node.start_mark.line <= line < Place(self.name, node).last for line in self.guessed)

    def owner_in_need(self) -> str:
        """Whose field it is that is being read, if it cannot be left out; else nothing."""
        top, *path = self.path or [""]
        model = About if top == "record" else LISTS.get(top)
        return owner(model, tuple(path)) if model and path and needs(model, tuple(path)) else ""

    def again(self, first: Any, node: Node, earlier: Node, depth: int, key: str) -> Any:
        """Of a key given twice, nothing holds; but two lists of records are read as one."""
        second = self.value(node, depth + 1, key) if depth == 0 else None
        if isinstance(first, list) and isinstance(second, list):
            return first + second
        broken = Broken(earlier, node)
        if key == "id":
            broken.ids |= {id.value for id in (earlier, node) if isinstance(id, ScalarNode)}
        return broken

    def twice(self, key_node: ScalarNode, first: ScalarNode, top: bool) -> None:
        span, key = self.span(key_node), key_node.value
        help = "keep one of the two, and make a list of both values if the field takes one"
        if top:
            help = "keep one of the two, with the records of both below it"
        elsewhere = (("first given at", self.span(first)),)
        owner = "file" if top else "record"
        self.problems.append(
            DUPLICATE_KEY.at(span, key=shortened(key), owner=owner, label="again", elsewhere=elsewhere, help=help)
        )

    def escaped(self, node: ScalarNode) -> bool:
        """An invisible character that a backslash has brought in: `"\\u202e"`."""
        sign = next(unwanted(node.value), None) if node.style == '"' else None
        if sign:
            label = f"a backslash writes {character(sign.group())}"
            help = "leave the character out of the text"
            self.problems.append(CONTROL_CHARACTER.at(self.span(node), label=label, help=help))
        return sign is not None

    def span(self, node: Node) -> Span:
        return Place(self.name, node).span


def _placeholder(node: ScalarNode, key: str) -> str:
    """Who writes so that there is nothing; empty where it is a value. Words of other fields are their own."""
    if node.style or node.value not in PLACEHOLDERS:
        return ""
    if node.value in NULLS or (node.value in OF_PROGRAMS and key in TEXTS):
        return "so programs write that there is nothing"
    return "this holds the place of something" if key in TEXTS else ""


def _nameless(key: Node) -> str:
    """What stands where the name of a field belongs, if it cannot be one."""
    if isinstance(key, ScalarNode):
        return "nothing" if not key.value.strip() else ""
    return "a list" if isinstance(key, SequenceNode) else "a mapping"


def _first(name: str, node: Node) -> Span:
    """Where a collection opens; its first key may be a collection itself."""
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    return Span(name, line, column, line, column + 1)


def _ids(root: Node) -> Iterator[str]:
    """Every id below a node."""
    ahead, met = [root], set[int]()
    while ahead:
        node = ahead.pop()
        if id(node) in met or isinstance(node, ScalarNode):
            continue
        met.add(id(node))
        if isinstance(node, SequenceNode):
            ahead += node.value
            continue
        for key, value in node.value:
            ahead += (key, value)
            if key.value == "id" and isinstance(value, ScalarNode):
                yield value.value
