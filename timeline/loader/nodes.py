"""From YAML text to plain data that remembers where it stood.

Scalars stay the text that was typed, whatever YAML would make of it. What makes one place of a file
mean another (anchors, aliases, merge keys, tags) is refused, each where it stands; an alias is never
followed, so a bomb of them costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from timeline.loader.syntax import explain
from timeline.model.record import PLACE
from timeline.place import Place, Text
from timeline.problems import Problem
from timeline.problems.reading import (
    ALIAS,
    ANCHOR,
    COMPLEX_KEY,
    DUPLICATE_KEY,
    EMPTY_VALUE,
    MERGE_KEY,
    SEVERAL_DOCUMENTS,
    TAG,
    TOO_DEEP,
)
from timeline.span import Span

DEEPEST = 12
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MARKED = re.compile(r"(?:^|[\s\[{,:-])[&*!]\S", re.MULTILINE)


class Broken:
    """Stands where a value was refused, so that nothing else is said about its absence."""

    __slots__ = ("place",)

    def __init__(self, place: Place) -> None:
        self.place = place


def compose(name: str, text: str) -> tuple[Node | None, list[Problem]]:
    """The node tree of a file's first document, and what is wrong with its YAML."""
    problems = list(_marks(name, text)) if _MARKED.search(text) else []
    loader = _Loader(text)
    root: Node | None = None
    try:
        if loader.check_node():
            root = loader.get_node()
        if root is not None and loader.check_node():
            second = loader.get_node().start_mark.line
            line = _separator(text, root, second)
            problems.append(SEVERAL_DOCUMENTS.at(
                Span(name, line, 1, line, 4), label="a second document starts here",
                help="delete the line of dashes, or move what follows to a file of its own",
            ))
    except (yaml.YAMLError, RecursionError) as error:
        aliased = any(problem.kind is ALIAS for problem in problems)
        if isinstance(error, yaml.YAMLError) and not (aliased and isinstance(error, yaml.composer.ComposerError)):
            problems.extend(explain(error, name, text))
        elif isinstance(error, RecursionError):
            problems.append(TOO_DEEP.at(Span(name, 1, 1, 1, 2), help="write the values as plain lists or texts"))
        root = None
    finally:
        loader.dispose()
    return root, problems


def plain(name: str, root: Node) -> tuple[Any, list[Problem]]:
    """A node as dicts, lists and `Text`; refused values are `Broken`."""
    problems: list[Problem] = []
    met: set[int] = set()

    def value(node: Node, depth: int, key: str) -> Any:
        if id(node) in met:
            return Broken(Place(name, node))
        if isinstance(node, ScalarNode):
            if node.value == "" and node.style not in ("'", '"'):
                place = Place(name, node)
                problems.append(EMPTY_VALUE.at(place.span, field=key, label="nothing is written here",
                                               help="leave the line out, or write what is known"))
                return Broken(place)
            return Text(node.value, Place(name, node))
        met.add(id(node))
        if depth > DEEPEST:
            problems.append(TOO_DEEP.at(Place(name, node).span, label=f"more than {DEEPEST} levels deep",
                                        help="write the value as a plain list or text"))
            return Broken(Place(name, node))
        if isinstance(node, SequenceNode):
            return [value(item, depth + 1, key) for item in node.value]
        return mapping(node, depth)

    def mapping(node: MappingNode, depth: int) -> dict[str, Any]:
        result: dict[str, Any] = {PLACE: Place(name, node)}
        seen: dict[str, Span] = {}
        for key_node, value_node in node.value:
            span = Place(name, key_node).span
            if not isinstance(key_node, ScalarNode):
                problems.append(COMPLEX_KEY.at(span, help="write a field's name before the colon"))
                continue
            key = key_node.value
            if key == "<<":
                problems.append(MERGE_KEY.at(span, label="a merge key", help="write the fields out where they are read"))
                continue
            if key in seen:
                problems.append(DUPLICATE_KEY.at(
                    span, key=key, label="given again here", elsewhere=(("first given at", seen[key]),),
                    help="keep one of the two lines, and make a list of both values if the field takes one",
                ))
                continue
            seen[key] = span
            if isinstance(value_node, ScalarNode) and value_node.value == "" and value_node.style not in ("'", '"'):
                problems.append(EMPTY_VALUE.at(span, field=key, label="nothing is written behind it",
                                               help="leave the line out, or write what is known"))
                result[key] = Broken(Place(name, value_node))
                continue
            result[key] = value(value_node, depth + 1, key)
        return result

    return value(root, 0, "item"), problems


def _marks(name: str, text: str) -> Iterator[Problem]:
    """Anchors, aliases and tags, each where it stands."""
    try:
        for event in yaml.parse(text, Loader=_Loader):
            start = event.start_mark
            if start is None:
                continue
            span = Span(name, start.line + 1, start.column + 1, start.line + 1, start.column + 2)
            if isinstance(event, yaml.AliasEvent):
                wide = Span(name, span.line, span.column, span.line, span.column + 1 + len(event.anchor))
                yield ALIAS.at(wide, label=f"`*{event.anchor}` stands for another place",
                               help="write the value out here, and delete the anchor and its aliases")
                continue
            if getattr(event, "anchor", None):
                wide = Span(name, span.line, span.column, span.line, span.column + 1 + len(event.anchor))
                yield ANCHOR.at(wide, label=f"`&{event.anchor}` names the value for reuse",
                                help=f"delete `&{event.anchor}`, and write the value out wherever it is needed")
            if getattr(event, "tag", None):
                yield TAG.at(span, label=f"a tag, `{_short(event.tag)}`", help=f"delete `{_short(event.tag)}`")
    except yaml.YAMLError:
        return  # the same error is explained when the tree is composed


def _short(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def _separator(text: str, root: Node, second: int) -> int:
    """The line of dashes between two documents, counted from 1."""
    lines = re.split(r"\r\n|\n|\r", text)
    last = root.end_mark.line
    for number in range(min(second, len(lines) - 1), -1, -1):
        if lines[number].startswith("---") and number >= min(last, second) - 1:
            return number + 1
    return second + 1
