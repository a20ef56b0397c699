"""Records of one list that run into each other, because the dash in front of the second was forgotten.

Their fields come twice, in the same order. One field given twice is another slip: nobody can tell which was meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode

from timeline.file_place import Place
from timeline.problems import Problem
from timeline.problems.fields import DUPLICATE_KEY
from timeline.problems.suggestions import shortened
from timeline.span import Span


def missing_dashes(name: str, node: Node) -> list[Problem]:
    """The place of each dash that is missing within an item of a list; none when its fields do not come twice."""
    if not isinstance(node, MappingNode) or node.flow_style or len(node.value) < 4:
        return []
    keys = [key for key, _ in node.value]
    if len({key.value for key in keys if isinstance(key, ScalarNode)}) > len(keys) - 2:
        return []  # at most one comes twice
    starts = list(_starts([str(key.value) for key in keys]))
    first = keys[0]
    if not starts or any(keys[start].start_mark.column < 2 for start in starts):
        return []
    elsewhere = (("the record above it begins at", Place(name, first).span),)
    known = {str(key.value) for key in keys[: starts[0]]}
    again = [next(str(key.value) for key in keys[start:] if key.value in known) for start in starts]
    return [_missing(name, keys[start], twice, elsewhere) for start, twice in zip(starts, again, strict=True)]


def _starts(names: list[str]) -> Iterator[int]:
    """Where a further record begins: at a field that the one before it has already, or at the id in front of it."""
    segments: list[list[int]] = [[]]
    for number, name in enumerate(names):
        segment = segments[-1]
        if name in (names[n] for n in segment):
            moved = segment[-1:] if len(segment) > 1 and names[segment[-1]] == "id" else []
            segments[-1] = segment[: len(segment) - len(moved)]
            segments.append([*moved, number])
        else:
            segment.append(number)
    order = [names[n] for n in segments[0]]
    for segment in segments[1:]:
        again = [order.index(names[n]) for n in segment if names[n] in order]
        if len(again) < 2 or again != sorted(again):
            return
    yield from (segment[0] for segment in segments[1:])


def _missing(name: str, key: Node, twice: str, elsewhere: tuple[tuple[str, Span], ...]) -> Problem:
    field = str(key.value)
    line, column = key.start_mark.line + 1, key.start_mark.column + 1
    span = Span(name, line, column - 2, line, column + len(field))
    help = f"write `- {shortened(field)}`, for another record of the list begins here"
    label = "a dash is missing in front of this"
    return DUPLICATE_KEY.at(span, key=shortened(twice), owner="record", label=label, elsewhere=elsewhere, help=help)
