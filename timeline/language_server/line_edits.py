"""From one text to another by the lines that differ, so that an editor keeps its place in the others."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineEdit:
    """Lines from `start` up to `end`, which is not one of them, and what stands in their place."""

    start: int
    end: int
    lines: tuple[str, ...]


def line_edits(before: Sequence[str], after: Sequence[str]) -> Iterator[LineEdit]:
    """What has to be changed, from the top."""
    front = next(
        (n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after))
    )
    rest = min(len(before), len(after)) - front
    back = next((n for n in range(rest) if before[-1 - n] != after[-1 - n]), rest)
    old, new = before[front : len(before) - back], after[front : len(after) - back]
    for what, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            yield LineEdit(front + i, front + j, tuple(new[k:m]))
