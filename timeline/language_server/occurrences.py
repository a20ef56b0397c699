"""Where in the files of a record an id stands: of the record itself, or of one that is named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from timeline.edits.references import named
from timeline.model.event import UNNAMED_CLAIM
from timeline.model.references import CLAIMS, Thing


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An id at a place of a file; that of a claim is `event-id#claim-id`, and its place the part behind the sign."""

    thing: Thing | Literal["claim"]
    id: str
    file: str
    line: int
    start: int
    end: int
    defines: bool = False
    """Whether the record stands here, and is not only named."""

    def covers(self, line: int, column: int) -> bool:
        return line == self.line and self.start <= column <= self.end


def occurrences(file: str, root: Node) -> Iterator[Occurrence]:
    """Every id in a file."""
    for each in named(root):
        value, thing = each.node.value, each.thing
        front, mark, back = value.rpartition("#")
        if each.field not in CLAIMS:
            yield _at(file, each.node, thing, value, 0, each.defines)
            continue
        if front:
            yield _at(file, each.node, "event", front, 0, length=len(front))
        yield _at(file, each.node, "claim", f"{front or each.event}#{back}", len(front + mark), length=len(back))
    if isinstance(root, MappingNode):
        yield from _claims(file, root)


def _at(
    file: str,
    node: ScalarNode,
    thing: Thing | Literal["claim"],
    id: str,
    shift: int,
    defines: bool = False,
    length: int | None = None,
) -> Occurrence:
    mark = node.start_mark
    start = mark.column + shift + (node.style in ("'", '"'))
    return Occurrence(thing, id, file, mark.line, start, start + (len(id) if length is None else length), defines)


def _claims(file: str, root: MappingNode) -> Iterator[Occurrence]:
    """The claims themselves; one without an id stands where it begins, under its number."""
    for key, events in root.value:
        for event in events.value if key.value == "events" and isinstance(events, SequenceNode) else ():
            fields = _fields(event)
            id, claims = fields.get("id"), fields.get("claims")
            if not isinstance(id, ScalarNode) or not isinstance(claims, SequenceNode):
                continue
            for number, claim in enumerate(claims.value, 1):
                own = _fields(claim).get("id")
                if isinstance(own, ScalarNode):
                    yield _at(file, own, "claim", f"{id.value}#{own.value}", 0, True, len(own.value))
                else:
                    mark = claim.start_mark
                    name = f"{id.value}#{UNNAMED_CLAIM.format(number)}"
                    yield Occurrence("claim", name, file, mark.line, mark.column, mark.column, True)


def _fields(node: Node) -> dict[str, Node]:
    return {str(key.value): value for key, value in node.value} if isinstance(node, MappingNode) else {}
