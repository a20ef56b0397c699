"""Where the fields of a record stand in its file, and which other records they name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from timeline.loader.record_lists import REFERENCES, names
from timeline.model import Record
from timeline.model.references import CLAIMS
from timeline.problems import Problem
from timeline.problems.fields import MISSING_FIELD, UNKNOWN_KEY
from timeline.span import Span

At = tuple[int, int]
"""A line and a column."""
_WRITE = re.compile(r"write `(\w+)`")


class Fields:
    """Where the fields of a record stand, for faults of one record may be many."""

    def __init__(self, model: type[Record], node: Node) -> None:
        self._starts = _starts(node)
        keys = {key for _, key in self._starts}
        self.missing = [name for name in names(model, required=True) if name not in keys]
        claims = next((value for key, value in _items(node) if key.value == "claims"), None)
        self._claims = (
            [(start(item), _starts(item)) for item in claims.value] if isinstance(claims, SequenceNode) else []
        )

    def at(self, span: Span) -> str:
        """The field in which something stands, and of the claims which one and which of its fields."""
        at = (span.line, span.column)
        number = bisect_right(self._starts, at, key=itemgetter(0))
        field = self._starts[number - 1][1] if number else "id"
        claim = bisect_right(self._claims, at, key=itemgetter(0)) - 1 if field == "claims" else -1
        if claim < 0:
            return field
        starts = self._claims[claim][1]
        inner = bisect_right(starts, at, key=itemgetter(0))
        return f"claims.{claim}.{starts[inner - 1][1]}" if inner else f"claims.{claim}"

    def doubted(self, problem: Problem) -> Iterator[str]:
        """The fields on which a fault in the record casts doubt."""
        field = self.at(problem.span)
        if problem.kind not in (MISSING_FIELD, UNKNOWN_KEY):
            yield field
        elif field.startswith("claims."):
            yield field if field.endswith(".cite") else field.rpartition(".")[0]
        elif problem.kind is UNKNOWN_KEY or not self.missing:
            yield from (field, *self.missing, *_WRITE.findall(problem.help))
        else:
            yield from self.missing


def _items(node: Node) -> list[tuple[Any, Any]]:
    return node.value if isinstance(node, MappingNode) else []


def _starts(node: Node) -> list[tuple[At, str]]:
    return sorted((start(key), str(key.value)) for key, _ in _items(node))


def part(node: Node, fields: set[str] | None) -> Node:
    """A record with some of its fields only, and of its claims with those that are told; all of it if none are."""
    if fields is None:
        return node
    kept = [(key, value) for key, value in _items(node) if key.value in fields]
    claims = [field.split(".")[1] for field in fields if field.startswith("claims.")]
    for key, value in _items(node):
        if key.value == "claims" and "claims" not in fields and isinstance(value, SequenceNode):
            told = [item for number, item in enumerate(value.value) if "*" in claims or str(number) in claims]
            kept.append((key, SequenceNode(value.tag, told)))
    return MappingNode(node.tag, kept)


def start(node: Node) -> At:
    return node.start_mark.line + 1, node.start_mark.column + 1


def named(node: Node) -> Iterator[tuple[str, str]]:
    """Each record that is named below a node: its list, and its id."""
    if isinstance(node, SequenceNode):
        for item in node.value:
            yield from named(item)
    for key, value in _items(node):
        if key.value in REFERENCES:
            yield from ((REFERENCES[key.value], id) for id in _scalars(value))
        elif key.value in CLAIMS:
            yield from (("events", event) for id in _scalars(value) if (event := id.partition("#")[0]) and "#" in id)
        yield from named(value)


def _scalars(node: Node) -> Iterator[str]:
    for item in node.value if isinstance(node, SequenceNode) else (node,):
        if isinstance(item, ScalarNode):
            yield str(item.value)
