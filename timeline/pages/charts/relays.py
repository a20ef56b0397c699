"""Who repeats whom, as a picture: documents on the left, and lines to the ends that they lead back to.

Each document is a mark with the numbers of its notes; only the ends, on the right, have names, since those
are what a reader looks for: six lines that run into one name are one voice. Marks are placed in rows of
their own, so nothing can overlap, and a record with many relays gets a bounded picture that says what it
leaves out. The list beside it is the full account.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Literal, NamedTuple

from timeline.pages.charts.pen import tenth

Shape = Literal["origin", "unseen", "end", "relay", "line"]
"""An origin; an origin we did not see; an end that names no origin; somebody who repeats; one drawn elsewhere."""

WIDTH = 288
"""What a screen of 320 pixels has room for."""
ROW = 24
LABEL = 38
"""Two lines of text."""
ROWS = 26
"""How high a picture may grow, in rows."""
DEEP = 4
"""How many documents of a chain have room beside each other."""
_STEPS = (20, 50, 44, 34, 26)
"""From one document of a chain to the next, by how many there are."""
_FONT = 12
_HALF = 6


class Mark(NamedTuple):
    """A document with those that repeat it."""

    text: str
    """The numbers of its notes, or nothing."""
    shape: Shape
    below: tuple[Mark, ...] = ()
    name: str = ""
    """Of an end, whose it is."""
    said: str = ""
    """Of an end, what is said of it in a second line."""
    faint: bool = False
    """Known only through others."""
    here: bool = False
    """The document whose page this is."""


class Placed(NamedTuple):
    """A mark in the picture, by its middle."""

    mark: Mark
    x: float
    y: float
    width: float
    to: tuple[float, float] | None
    """Where its line ends: the left side of whom it repeats."""


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
    shown, most = _bounded([_trimmed(end) for end in ends] if any(_depth(end) > DEEP for end in ends) else ends)
    deep = max((_depth(end) for end in shown), default=0)
    step = _STEPS[deep]
    label = step * (deep + 0.5) + 16
    placed: list[Placed] = []
    top = 0.0
    for end in shown:
        room = max(LABEL, _rows(end, most) * ROW)
        middle = top + room / 2
        placed.append(Placed(end, label - 14, middle, 2 * _HALF, None))
        _place(end, most, step, label - 14, top + (room - _rows(end, most) * ROW) / 2, middle, placed)
        top += room
    return Drawing(tuple(_gathered(placed)), max(top, LABEL), label, len(ends) - len(shown))


def svg(ends: Sequence[Mark], drawing: Drawing, title: str, name: str = "_relays-figure") -> str:
    """The picture with its title and its content in words."""
    marks = sorted(drawing.placed, key=lambda p: p.to is None)
    body = "".join([*(_line(p) for p in marks if p.to), *(_mark(p) for p in marks), *_names(drawing)])
    return (
        f'<svg class="tl-relays" viewBox="0 0 {WIDTH} {drawing.height:.0f}" width="{WIDTH}" '
        f'height="{drawing.height:.0f}" role="img" aria-labelledby="{name}-t {name}-d">'
        f'<title id="{name}-t">{escape(title)}</title><desc id="{name}-d">{escape(told(ends))}</desc>{body}</svg>'
    )


def told(ends: Sequence[Mark]) -> str:
    """The picture in words."""
    said = []
    for end in ends:
        leading = [mark.text for mark in _all(end) if mark.text and mark is not end]
        who = f"{end.name} ({end.said})" if end.said else end.name
        many = sum(1 for mark in _all(end)) - 1
        if leading:
            said.append(f"{'Note' if len(leading) == 1 else 'Notes'} {', '.join(leading)} lead to {who}.")
        elif many:
            said.append(f"{many} {'document leads' if many == 1 else 'documents lead'} to {who}.")
        else:
            said.append(f"{who} stands alone.")
    return " ".join(said)


@lru_cache(maxsize=20_000)
def shortened(text: str, room: float, size: float = _FONT) -> str:
    """As much of a text as certainly fits; letters are taken to be as wide as wide fonts have them."""
    if _wide(text, size) <= room:
        return text
    kept = text
    while kept and _wide(kept + "…", size) > room:
        kept = kept[:-1]
    return kept.rstrip(" ,.;:(") + "…"


@lru_cache(maxsize=20_000)
def _wide(text: str, size: float) -> float:
    """How wide a text is at most: as wide as common fonts with wide letters have it."""
    return size * sum(
        1.0
        if unicodedata.east_asian_width(sign) in "WF"
        else 0.86
        if sign in "MWmw@%"
        else 0.66
        if sign.isupper()
        else 0.56
        for sign in text
    )


def _bounded(ends: Sequence[Mark]) -> tuple[Sequence[Mark], int]:
    """The ends that have room, and how many of those that repeat one document are drawn."""
    if sum(map(_size, ends)) * 2 <= ROWS:  # each may need two rows
        return ends, 12
    for most in (12, 8, 5, 3, 1):
        if sum(max(LABEL / ROW, _rows(end, most)) for end in ends) <= ROWS:
            return ends, most
    found, rows = list[Mark](), 0.0
    for end in ends:
        rows += max(LABEL / ROW, _rows(end, 1))
        if rows > ROWS and found:
            break
        found.append(end)
    return found, 1


def _rows(mark: Mark, most: int) -> int:
    """How many rows those that lead to it need; what is left out needs one."""
    found = sum(_rows(below, most) for below in mark.below[:most])
    return max(1, found + (len(mark.below) > most)) if mark.below else 1


def _place(mark: Mark, most: int, step: float, from_x: float, top: float, middle: float, placed: list[Placed]) -> None:
    """Those that repeat a mark, one below the other, each in the middle of its own."""
    x = from_x - step
    target = (from_x - placed[-1].width / 2 - 1, middle)
    for below in mark.below[:most]:
        room = _rows(below, most) * ROW
        width = max(18.0, _wide(shortened(below.text, step - 12), _FONT) + 6) if below.text else 12.0
        placed.append(Placed(below, x, top + room / 2, width, target))
        _place(below, most, step, x, top, top + room / 2, placed)
        top += room
    if len(mark.below) > most:
        left = sum(_size(below) for below in mark.below[most:])
        text = f"+{left}"
        placed.append(Placed(Mark(text, "relay"), x, top + ROW / 2, min(step - 6, _wide(text, _FONT) + 6), target))


def _gathered(placed: list[Placed]) -> list[Placed]:
    """The document of the page once, with a line to each that it repeats, however many chains it stands in."""
    here = [p for p in placed if p.mark.here and p.to]
    if len(here) < 2:
        return placed
    x, y, old = min(p.x for p in here), sum(p.y for p in here) / len(here), here[0]
    left = (old.x - old.width / 2 - 1, old.y)
    bare = old.mark._replace(shape="line")
    found = []
    for p in placed:
        if p.mark.here and p.to:
            found.append(p._replace(x=x, y=y, mark=old.mark if p is old else bare))
        else:
            found.append(p._replace(to=(x - old.width / 2 - 1, y)) if p.to == left else p)
    return found


def _line(placed: Placed) -> str:
    """From the right side of a mark to whom it repeats."""
    assert placed.to is not None
    x, (end, y) = placed.x + placed.width / 2, placed.to
    half = (x + end) / 2
    start, turn, goal = tenth(placed.y), tenth(half), tenth(y)
    curve = f"M{tenth(x)} {start}C{turn} {start} {turn} {goal} {tenth(end)} {goal}"
    return f'<path class="tl-fig-line" d="{curve}"/>'


def _mark(placed: Placed) -> str:
    mark, x, y = placed.mark, placed.x, placed.y
    if mark.shape == "line":
        return ""
    if mark.shape == "relay":
        return _relay(placed)
    kind = f"tl-fig-{mark.shape}" + (" tl-fig-here" if mark.here else "")
    if mark.shape == "end":
        size = 2 * _HALF
        bar = f"M{tenth(x - _HALF)} {tenth(y)}h{size}"
        return (
            f'<rect class="{kind}" x="{tenth(x - _HALF)}" y="{tenth(y - _HALF)}" width="{size}" height="{size}"/>'
            f'<path class="tl-fig-bar" d="{bar}"/>'
        )
    return f'<circle class="{kind}" cx="{tenth(x)}" cy="{tenth(y)}" r="{_HALF}"/>'


def _relay(placed: Placed) -> str:
    mark, x, y, width = placed.mark, placed.x, placed.y, placed.width
    kind = "tl-fig-relay" + (" tl-fig-faint" if mark.faint else "") + (" tl-fig-here" if mark.here else "")
    if not mark.text:
        return f'<circle class="{kind}" cx="{tenth(x)}" cy="{tenth(y)}" r="5"/>'
    text = escape(shortened(mark.text, width - 4))
    note = mark.text.partition(",")[0]
    point = f' data-note="{note}"' if note.isdigit() else ""
    left, top = tenth(x - width / 2), tenth(y - 9)
    return (
        f'<g{point}><rect class="{kind}" x="{left}" y="{top}" width="{tenth(width)}" height="18"/>'
        f'<text class="tl-fig-number" x="{tenth(x)}" y="{tenth(y + 4)}">{text}</text></g>'
    )


def _names(drawing: Drawing) -> Iterator[str]:
    room = WIDTH - drawing.label - 2
    for placed in drawing.placed:
        if placed.to is None:
            name, said = shortened(placed.mark.name, room, _FONT * 1.06), shortened(placed.mark.said, room, 11)
            x, y = drawing.label, placed.y - (2 if said else -4)
            yield f'<text class="tl-fig-name" x="{x:.0f}" y="{tenth(y)}">{escape(name)}</text>'
            if said:
                yield f'<text class="tl-fig-said" x="{x:.0f}" y="{tenth(placed.y + 12)}">{escape(said)}</text>'


def _all(mark: Mark) -> Iterator[Mark]:
    yield mark
    for below in mark.below:
        yield from _all(below)


def _trimmed(mark: Mark, depth: int = 0) -> Mark:
    """A chain that goes on beyond the room for it ends in the number of what is left out."""
    if depth == DEEP and mark.below:
        return Mark(f"+{_size(mark)}", "relay")
    return mark._replace(below=tuple(_trimmed(below, depth + 1) for below in mark.below))


def _depth(mark: Mark) -> int:
    return 1 + max(map(_depth, mark.below)) if mark.below else 0


def _size(mark: Mark) -> int:
    return 1 + sum(map(_size, mark.below))
