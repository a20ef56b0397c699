"""What the ledger of addresses suggests to change in a record: where documents are now, and where copies of them are.

Only suggested: whether a page is the same document, and whether a copy shows it, somebody has to look at.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from yaml.nodes import MappingNode

from timeline.edits.files import Change, Record, TextEdit
from timeline.formatter.text import inline
from timeline.model import Source
from timeline.model.ledger import Reach


@dataclass(frozen=True, slots=True)
class Proposal:
    """One field of a source, as it might be."""

    source: Source
    field: str
    value: str
    """As it stands in the file."""
    why: str


def proposals(record: Record) -> list[Proposal]:
    """What follows from the ledger for each source, in the order of the sources."""
    timeline, reaches = record.loaded.timeline, record.loaded.reaches
    return [each for source in timeline.sources for each in _of(source, reaches, timeline.record.through)]


def _of(source: Source, reaches: Mapping[str, Reach], through: datetime.date) -> Iterator[Proposal]:
    reach = reaches.get(source.url) if source.url else None
    if reach is None or not source.place.has("id"):  # cited by its address alone: it has no fields of its own
        return
    if reach.state == "moved" and reach.moved_to:
        yield Proposal(source, "url", inline(reach.moved_to), f"its address says that it moved there ({reach.checked})")
    if reach.is_gone and source.access != "gone":
        yield Proposal(source, "access", "gone", f"{reach.answer} since {reach.since}, and again on {reach.checked}")
    copies = [copy for copy in reach.snapshots if copy.on <= through]
    if copies and not source.copies:
        value = f"{{url: {inline(copies[0].url, brackets=True)}, on: {copies[0].on}}}"
        yield Proposal(source, "archive", value, "an archive keeps this copy")


def applied(record: Record, wanted: list[Proposal]) -> tuple[Change, ...]:
    """The files with these fields, tried first; raises `Refused` where the record would have a new fault."""
    edits: dict[str, list[TextEdit]] = defaultdict(list)
    names = {record.shown(name): name for name in record.raw}
    for each in wanted:
        edits[names[each.source.place.file]].append(_edit(each))
    fresh = {name: record.edited(name, row) for name, row in edits.items()}
    record.proved(fresh)
    return record.changes(fresh)


def _edit(proposal: Proposal) -> TextEdit:
    """The field in the place of the one there is, or behind the id; the canonical form finds its place."""
    node = proposal.source.place.node
    assert isinstance(node, MappingNode)
    fields = {key.value: value for key, value in node.value}
    if known := fields.get(proposal.field):
        return TextEdit(known.start_mark.index, known.end_mark.index, proposal.value)
    key = next(key for key, _ in node.value if key.value == "id")
    apart = ", " if node.flow_style else "\n" + " " * key.start_mark.column
    end = fields["id"].end_mark.index
    return TextEdit(end, end, f"{apart}{proposal.field}: {proposal.value}")
