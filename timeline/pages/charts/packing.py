"""Where things stand so that none covers another.

Everything is laid out for the narrowest width at which it will be shown. On a wider screen places move apart while
texts stay as long as they are, so what did not touch still does not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Box:
    """What something takes from left to right."""

    left: float
    right: float


def rows(boxes: Sequence[Box], gap: float) -> tuple[int, ...]:
    """For each box the first row in which it has room; those that come earlier choose earlier."""
    taken: list[list[tuple[float, float]]] = []
    chosen = []
    for box in boxes:
        for number, row in enumerate(taken):
            place = bisect_left(row, (box.left, box.right))
            before = place == 0 or row[place - 1][1] + gap <= box.left
            after = place == len(row) or box.right + gap <= row[place][0]
            if before and after:
                row.insert(place, (box.left, box.right))
                chosen.append(number)
                break
        else:
            taken.append([(box.left, box.right)])
            chosen.append(len(taken) - 1)
    return tuple(chosen)


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
