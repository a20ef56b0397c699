"""References of hand-written pages under the ids of today: a page that names a former id need not be mended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.markdown.scanner import Block, Box, Reference, scan
from timeline.model import Timeline


def found(lines: Sequence[str], timeline: Timeline) -> Iterator[Reference | Block | Box]:
    """What a page asks of the record, by the ids of today."""
    for each in scan(lines):
        yield _today(each, timeline) if isinstance(each, Reference) else each


def _today(reference: Reference, timeline: Timeline) -> Reference:
    if reference.kind == "figure":
        return reference
    renamed = timeline.renamed["event" if reference.kind == "event" else "source"]
    ids = tuple((renamed.get(id, id), column) for id, column in reference.ids)
    if not reference.claim:
        return replace(reference, ids=ids)
    name = f"{ids[0][0]}#{reference.claim}"
    return replace(reference, ids=ids, claim=timeline.renamed["claim"].get(name, name).partition("#")[2])
