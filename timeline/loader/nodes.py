"""From YAML text to plain data that remembers where it stood.

Scalars stay the text that was typed, whatever YAML would make of it. A value that is refused here leaves a
`Broken` in its place, with the ids it would have defined.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from timeline.loader.conflicts import conflicts
from timeline.loader.cuts import cut_texts
from timeline.loader.dashes import missing_dashes
from timeline.loader.files import character
from timeline.loader.forbidden import DEEPEST, Loader, forbidden, too_deep
from timeline.loader.invisible import unwanted
from timeline.loader.lists import LISTS, needs, owner
from timeline.loader.syntax import explain
from timeline.model import About
from timeline.model.record import PLACE
from timeline.place import Place, Text
from timeline.problems import Problem
from timeline.problems.fields import (
    COMPLEX_KEY,
    CONTROL_CHARACTER,
    DUPLICATE_KEY,
    EMPTY_VALUE,
    MERGE_KEY,
    SEVERAL_DOCUMENTS,
    TOO_DEEP,
)
from timeline.problems.suggestions import shortened
from timeline.span import Span

NULLS = ("~", "null", "Null", "NULL")
"""Plain words by which YAML says that there is no value (YAML 1.2, section 10.3.2), and which programs write."""
PARTIAL = "\0partial"
"""Marks a mapping of which some fields could not be read, so that none of them is called missing."""

_WANTED = {"cite": "the id of the source that says so", "date": "the day, or `XXXX` where nobody knows it"}


class Broken:
    """Stands where a value was refused, so that nothing else is said about its absence."""

    __slots__ = ("ids",)

    def __init__(self, *nodes: Node) -> None:
        self.ids = frozenset(id for node in nodes for id in _ids(node))
        """The ids it would have defined."""


def compose(name: str, text: str) -> tuple[Node | None, list[Problem]]:
    """The tree of a file's first document, and what is wrong with its YAML."""
    if unsettled := conflicts(name, text):
        return None, unsettled
    problems = forbidden(name, text)
    if any(problem.kind is TOO_DEEP for problem in problems):
        return None, problems
    loader = Loader(text)
    try:
        root = loader.get_node() if loader.check_node() else None
        while loader.check_node():
            loader.get_node()
    except yaml.YAMLError as error:
        # Of an alias without its anchor the parser knows nothing, and it was told already.
        faults = list(explain(error, name, text))
        lines = {problem.span.line for problem in faults}
        beside = [p for p in problems if p.span.line not in lines and p.kind is not SEVERAL_DOCUMENTS]
        return None, [*beside, *faults]
    finally:
        loader.dispose()
    if root is not None:
        problems += cut_texts(name, text, root)
    if isinstance(root, ScalarNode) and not root.value and not problems:
        root = None  # three dashes and nothing else
    return root, problems


def plain(name: str, root: Node) -> tuple[Any, list[Problem]]:
    """A node as dicts, lists and `Text`; refused values are `Broken`."""
    reading = _Reading(name)
    return reading.value(root, 0, "item"), reading.problems


class _Reading:
    """One walk over a tree."""

    def __init__(self, name: str) -> None:
        self.name = name
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
        if missing := missing_dashes(self.name, node):
            self.problems += missing
            return Broken(node)
        return self.value(node, depth, key)

    def text(self, node: ScalarNode, key: str) -> Any:
        place = Place(self.name, node)
        if _null(node):
            first = "write what belongs here" if self.owner_in_need() else "leave the line out"
            help = f'{first}, or put it in quotation marks if the word is meant: `"{node.value}"`'
            label = "so programs write that there is nothing"
            span = self.span(node)
            self.problems.append(EMPTY_VALUE.at(span, field=shortened(key), label=label, help=help))
            return Broken()
        if node.value == "" and node.style not in ("'", '"'):
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
            if isinstance(node, ScalarNode) and node.value == "" and node.style not in ("'", '"'):
                help = "write what is known, or leave the line out"
                if whose := self.owner_in_need():
                    help = f"write {_WANTED.get(key, 'what belongs here')}; {whose} needs it"
                label = "nothing is written behind it"
                span = self.span(key_node)
                self.problems.append(EMPTY_VALUE.at(span, field=shortened(key), label=label, help=help))
                return Broken()
            return self.value(node, depth + 1, key)
        finally:
            self.path.pop()

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


def _null(node: ScalarNode) -> bool:
    return node.value in NULLS and not node.style


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
