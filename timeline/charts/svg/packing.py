"""Where things stand so that none covers another.

Everything is laid out for the narrowest width at which it will be shown. On a wider screen places move apart while
texts stay as long as they are, so what did not touch still does not.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Box:
    """What something takes from left to right."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which something may stand: its box, and how many rows it takes from its first one down."""

    box: Box
    rows: int = 1


def rows(boxes: Sequence[Box], gap: float, most: float = math.inf) -> tuple[int, ...]:
    """For each box the first row in which it has room; those that come earlier choose earlier.

    The first that has room beyond so many rows is the last that is asked.
    """
    taken: list[_Row] = []
    full = _Full()
    chosen = []
    for box in boxes:
        row = _first(taken, Form(box), gap, full)
        chosen.append(row)
        if row >= most:
            break
        if row == len(taken):
            taken.append([])
        insort(taken[row], (box.left, box.right))
    return tuple(chosen)


def stacked(things: Sequence[Sequence[Form]], gap: float, most: int) -> tuple[tuple[int, int], ...]:
    """For each thing which of its forms it takes, and its first row: the form that ends highest, of equals the first.

    Those that come earlier choose earlier. No form may end below `most` rows; the last one, in which a thing may
    stand anywhere, is only taken where none of the others can be.
    """
    taken: list[_Row] = []
    full = _Full()
    chosen = []
    for forms in things:
        number, row, lowest = len(forms) - 1, -1, most
        for other, form in enumerate(forms[:-1]):
            first = _first(taken, form, gap, full)
            if first + form.rows <= lowest:
                number, row, lowest = other, first, first + form.rows - 1
        form = forms[number]
        row = row if row >= 0 else _first(taken, form, gap, full)
        while len(taken) < row + form.rows:
            taken.append([])
        for each in taken[row : row + form.rows]:
            insort(each, (form.box.left, form.box.right))
        chosen.append((number, row))
    return tuple(chosen)


_Row = list[tuple[float, float]]


class _Full:
    """Up to which row forms that begin at one place had no room: rows only fill, so none of them is tried again."""

    def __init__(self) -> None:
        self._known: dict[tuple[float, int], list[tuple[float, int]]] = {}

    def before(self, form: Form) -> int:
        """The rows above it are too full for this form, since one that is no longer did not fit."""
        known = self._known.get((form.box.left, form.rows), ())
        place = bisect_right(known, form.box.right, key=lambda each: each[0])
        return known[place - 1][1] if place else 0

    def met(self, form: Form, row: int) -> None:
        """A form found its first room there: longer ones that are known have no more to say if they found it above."""
        known = self._known.setdefault((form.box.left, form.rows), [])
        place = bisect_left(known, form.box.right, key=lambda each: each[0])
        end = place
        while end < len(known) and known[end][1] <= row:
            end += 1
        known[place:end] = [(form.box.right, row)]


def _first(taken: Sequence[_Row], form: Form, gap: float, full: _Full) -> int:
    """The first row from which all rows that it takes have room."""
    row, free = full.before(form), 0
    while row < len(taken) and free < form.rows:
        free = free + 1 if _free(taken[row], form.box, gap) else 0
        row += 1
    full.met(form, row - free)
    return row - free


def _free(row: _Row, box: Box, gap: float) -> bool:
    place = bisect_left(row, (box.left, box.right))
    before = place == 0 or row[place - 1][1] + gap <= box.left
    return before and (place == len(row) or box.right + gap <= row[place][0])


@dataclass(frozen=True, slots=True)
class Flag:
    """A text that hangs from a point: to the right of its pole, or to the left of it."""

    pole: float
    width: float
    height: float
    side: Literal["right", "left"] = "right"

    @property
    def left(self) -> float:
        return self.pole if self.side == "right" else self.pole - self.width

    @property
    def right(self) -> float:
        return self.pole + self.width if self.side == "right" else self.pole


def hung(flags: Sequence[Flag], gap: float) -> tuple[float, ...]:
    """How far below the line each text begins, so that no text covers another and no pole crosses a text.

    All flags fly to one side. Those at the far end hang nearest, and one that would cover them hangs below.
    """
    far_first = sorted(range(len(flags)), key=lambda n: (flags[n].pole, n), reverse=True)
    if flags and flags[0].side == "left":
        far_first.reverse()
    placed: list[tuple[Flag, float]] = []
    tops = [0.0] * len(flags)
    for number in far_first:
        flag = flags[number]
        top = max(
            (top + other.height for other, top in placed if _meet(flag, other, gap)),
            default=0.0,
        )
        placed.append((flag, top))
        tops[number] = top
    return tuple(tops)


def _meet(flag: Flag, other: Flag, gap: float) -> bool:
    return flag.left < other.right + gap and other.left < flag.right + gap
