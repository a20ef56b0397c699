"""Where the marks of the picture of relays stand, and how their names and numbers are broken into lines.

Marks are placed in rows of their own, so nothing can overlap, and a record with many relays gets a bounded picture
that says what it leaves out. No name and no number is cut: what is long takes more lines, and its end more room.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import Literal, NamedTuple

from timeline.charts.svg.metrics import balanced, lines, widest_word, width

Shape = Literal["origin", "unseen", "end", "relay", "line"]
"""An origin; an origin we did not see; an end that names no origin; somebody who repeats; one drawn elsewhere."""

WIDTH = 288
"""What a screen of 320 pixels has room for."""
ROW = 24
LABEL = 38
"""The room of an end, at least: two lines of text."""
ROWS = 44
"""How high a picture may grow, in rows."""
MOST = 12
"""How many that repeat one document are drawn beside it."""
DEEP = 4
"""How many documents of a chain have room beside each other."""
NAME, SAID, NUMBER = 15.0, 13.0, 15.0
"""From line to line of a name, of what is said below it, and of the numbers in a mark."""
FONT, SMALL = 12.0, 11.0
HALF = 6
_STEPS = (20, 50, 44, 34, 30)
"""From one document of a chain to the next, by how many there are."""
_BETWEEN = 10.0
"""The air between what is said of one end and of the next."""


class Mark(NamedTuple):
    """A document with those that repeat it."""

    text: str
    """The numbers of its notes, or nothing."""
    shape: Shape
    below: tuple[Mark, ...] = ()
    name: str = ""
    """Of an end, whose it is."""
    said: str = ""
    """Of an end, what is said of it below its name."""
    faint: bool = False
    """Known only through others."""
    here: bool = False
    """The document whose page this is."""
    withdrawn: bool = False
    """Of an end, whether it was taken back."""
    more: int = 0
    """Documents that repeat it, at once or through others, for which there is no mark."""


class Placed(NamedTuple):
    """A mark in the picture, by its middle."""

    mark: Mark
    x: float
    y: float
    width: float
    height: float
    to: tuple[float, float] | None
    """Where its line ends: the left side of whom it repeats."""
    lines: tuple[str, ...] = ()
    """Its numbers, or the name of an end."""
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """All marks in their places."""

    placed: tuple[Placed, ...]
    height: float
    label: float
    """Where the names begin."""
    left_out: int
    """Ends for which there was no room."""


def layout(ends: Sequence[Mark]) -> Drawing:
    """A place for each mark: ends in one column, and to the left of each those that lead to it."""
    trimmed = [_trimmed(end) for end in ends] if any(_depth(end) > DEEP for end in ends) else ends
    step = _STEPS[max((_depth(end) for end in trimmed), default=0)]
    label = step * (max((_depth(end) for end in trimmed), default=0) + 0.5) + 16
    shown, room = _bounded(trimmed, step, WIDTH - label - 2)
    placed: list[Placed] = []
    top = 0.0
    for end in shown:
        high = room.of(end)
        middle = top + high / 2
        placed.append(
            Placed(end, label - 14, middle, 2 * HALF, 2 * HALF, None, room.name(end), room.words(end.said, SMALL))
        )
        _place(end, room, label - 14, middle, placed)
        top += high
    return Drawing(tuple(_gathered(placed)), max(top, LABEL), label, len(ends) - len(shown))


def size(mark: Mark) -> int:
    """How many documents it stands for, itself counted."""
    return 1 + mark.more + sum(map(size, mark.below))


# -- the room that things take -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Room:
    """`step` from document to document, `names` for the words beside an end, and the `most` that repeat one."""

    step: float
    names: float
    most: int

    def of(self, end: Mark) -> float:
        """The height of an end with everything that leads to it."""
        words = NAME * len(self.name(end)) + SAID * len(self.words(end.said, SMALL)) + _BETWEEN
        return max(LABEL, words, self.rows(end) * ROW)

    def rows(self, mark: Mark) -> int:
        """How many rows a mark and those that lead to it need; what is left out needs one."""
        return max(self.own(mark), self.below(mark))

    def below(self, mark: Mark) -> int:
        return sum(self.rows(one) for one in mark.below[: self.most]) + (self.beyond(mark) > 0)

    def beyond(self, mark: Mark) -> int:
        """How many documents that lead to it are not drawn."""
        return mark.more + sum(map(size, mark.below[self.most :]))

    def own(self, mark: Mark) -> int:
        return ceil((_high(self.numbers(mark)) + 6) / ROW)

    def name(self, end: Mark) -> tuple[str, ...]:
        return self.words(end.name, FONT, bold=True)

    def words(self, text: str, size: float, *, bold: bool = False) -> tuple[str, ...]:
        """In as few lines as there is room for."""
        return balanced(text, self.names, size, bold=bold)

    def numbers(self, mark: Mark) -> tuple[str, ...]:
        """Of a document that repeats others, as many beside each other as there is room for."""
        return _numbers(mark.text, self.step - 12)

    def wide(self, numbers: Sequence[str]) -> float:
        """A mark with its numbers; without, it is a dot."""
        widest = max((width(line, FONT) for line in numbers), default=0.0)
        return min(self.step - 2, max(18.0, widest + 6)) if numbers else 12.0


@lru_cache(maxsize=20_000)
def _numbers(text: str, room: float) -> tuple[str, ...]:
    return lines(text, max(room, widest_word(text, FONT)), FONT)


def _high(numbers: Sequence[str]) -> float:
    return 18.0 + NUMBER * max(0, len(numbers) - 1) if numbers else 12.0


def _bounded(ends: Sequence[Mark], step: float, names: float) -> tuple[Sequence[Mark], _Room]:
    """The ends that have room, and how many of those that repeat one document are drawn."""
    for most in (MOST, 8, 5, 3, 1):
        room = _Room(step, names, most)
        if sum(room.of(end) for end in ends) <= ROWS * ROW:
            return ends, room
    marks, high = list[Mark](), 0.0
    for end in ends:
        high += room.of(end)
        if high > ROWS * ROW and marks:
            break
        marks.append(end)
    return marks, room


# -- places --------------------------------------------------------------------------------------------


def _place(mark: Mark, room: _Room, from_x: float, middle: float, placed: list[Placed]) -> None:
    """Those that repeat a mark, one below the other, each in the middle of its own, all in the middle of its room."""
    x = from_x - room.step
    target = (from_x - placed[-1].width / 2 - 1, middle)
    top = middle - room.below(mark) * ROW / 2
    for below in mark.below[: room.most]:
        high, numbers = room.rows(below) * ROW, room.numbers(below)
        placed.append(Placed(below, x, top + high / 2, room.wide(numbers), _high(numbers), target, numbers))
        _place(below, room, x, top + high / 2, placed)
        top += high
    if beyond := room.beyond(mark):
        text = f"+{beyond}"
        wide = min(room.step - 2, width(text, FONT) + 6)
        placed.append(Placed(Mark(text, "relay"), x, top + ROW / 2, wide, 18.0, target, (text,)))


def _gathered(placed: list[Placed]) -> list[Placed]:
    """The document of the page once, with a line to each that it repeats, however many chains it stands in."""
    here = [p for p in placed if p.mark.here and p.to]
    if len(here) < 2:
        return placed
    x, y, old = min(p.x for p in here), sum(p.y for p in here) / len(here), here[0]
    left = (old.x - old.width / 2 - 1, old.y)
    bare = old.mark._replace(shape="line")
    gathered = []
    for p in placed:
        if p.mark.here and p.to:
            gathered.append(p._replace(x=x, y=y, mark=old.mark if p is old else bare))
        else:
            gathered.append(p._replace(to=(x - old.width / 2 - 1, y)) if p.to == left else p)
    return gathered


def _trimmed(mark: Mark, depth: int = 0) -> Mark:
    """A chain that goes on beyond the room for it ends in the number of what is left out."""
    if depth == DEEP and mark.below:
        return Mark(f"+{size(mark)}", "relay")
    return mark._replace(below=tuple(_trimmed(below, depth + 1) for below in mark.below))


def _depth(mark: Mark) -> int:
    return 1 + max(map(_depth, mark.below)) if mark.below else 0
