"""Who repeats whom, as a picture: documents on the left, and lines to the ends that they lead back to.

Each document is a mark with the numbers of its notes; only the ends, on the right, have names, since those
are what a reader looks for: six lines that run into one name are one voice. The list beside it is the full account.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from timeline.charts.relays_layout import HALF, NAME, NUMBER, SAID, WIDTH, Drawing, Mark, Placed, size
from timeline.charts.svg.pen import tenth
from timeline.language import gettext as _
from timeline.language import ngettext
from timeline.site.text_direction import apart


def svg(ends: Sequence[Mark], drawing: Drawing, title: str, name: str = "_relays-figure") -> str:
    """The picture with its title and its content in words."""
    marks = sorted(drawing.placed, key=lambda p: p.to is None)
    body = "".join([*(_line(p) for p in marks if p.to), *(_mark(p) for p in marks), *_names(drawing)])
    high = tenth(drawing.height)
    return (
        f'<svg class="tl-relays" viewBox="0 0 {WIDTH} {high}" width="{WIDTH}" '
        f'height="{high}" role="img" aria-labelledby="{name}-t {name}-d">'
        f'<title id="{name}-t">{escape(title)}</title><desc id="{name}-d">{escape(told(ends))}</desc>{body}</svg>'
    )


def told(ends: Sequence[Mark]) -> str:
    """The picture in words."""
    said = []
    for end in ends:
        leading = [mark.text for mark in _all(end) if mark.text and mark is not end]
        who = f"{apart(end.name)} ({end.said})" if end.said else apart(end.name)
        many = size(end) - 1
        if leading:
            words = ngettext("Note {numbers} lead to {name}.", "Notes {numbers} lead to {name}.", len(leading))
            said.append(words.format(numbers=", ".join(leading), name=who))
        elif many:
            words = ngettext("{n} document leads to {name}.", "{n} documents lead to {name}.", many)
            said.append(words.format(n=many, name=who))
        else:
            said.append(_("{name} stands alone.").format(name=who))
    return " ".join(said)


def _line(placed: Placed) -> str:
    """From the right side of a mark to whom it repeats."""
    assert placed.to is not None
    x, (end, y) = placed.x + placed.width / 2, placed.to
    half = (x + end) / 2
    start, turn, goal = tenth(placed.y), tenth(half), tenth(y)
    curve = f"M{tenth(x)} {start}C{turn} {start} {turn} {goal} {tenth(end)} {goal}" if start != goal else ""
    return f'<path class="tl-fig-line" d="{curve or f"M{tenth(x)} {start}H{tenth(end)}"}"/>'


def _mark(placed: Placed) -> str:
    mark, x, y = placed.mark, placed.x, placed.y
    if mark.shape == "line":
        return ""
    if mark.shape == "relay":
        return _relay(placed)
    kind = f"tl-fig-{mark.shape}" + (" tl-fig-here" if mark.here else "")
    if mark.shape == "end":
        size = 2 * HALF
        bar = f"M{tenth(x - HALF)} {tenth(y)}h{size}"
        return (
            f'<rect class="{kind}" x="{tenth(x - HALF)}" y="{tenth(y - HALF)}" width="{size}" height="{size}"/>'
            f'<path class="tl-fig-bar" d="{bar}"/>'
        )
    return f'<circle class="{kind}" cx="{tenth(x)}" cy="{tenth(y)}" r="{HALF}"/>'


def _relay(placed: Placed) -> str:
    mark, x, y = placed.mark, placed.x, placed.y
    kind = "tl-fig-relay" + (" tl-fig-faint" if mark.faint else "") + (" tl-fig-here" if mark.here else "")
    if not placed.lines:
        return f'<circle class="{kind}" cx="{tenth(x)}" cy="{tenth(y)}" r="5"/>'
    note = mark.text.partition(",")[0]
    point = f' data-note="{note}"' if note.isdigit() else ""
    left, top = tenth(x - placed.width / 2), tenth(y - placed.height / 2)
    first = y + 4 - NUMBER * (len(placed.lines) - 1) / 2
    numbers = "".join(
        f'<text class="tl-fig-number" x="{tenth(x)}" y="{tenth(first + NUMBER * n)}">{escape(line)}</text>'
        for n, line in enumerate(placed.lines)
    )
    return (
        f'<g{point}><rect class="{kind}" x="{left}" y="{top}" width="{tenth(placed.width)}"'
        f' height="{tenth(placed.height)}"/>{numbers}</g>'
    )


def _names(drawing: Drawing) -> Iterator[str]:
    x = tenth(drawing.label)
    for placed in drawing.placed:
        if placed.to is None:
            y = placed.y - (NAME * len(placed.lines) + SAID * len(placed.said)) / 2 + 12
            for line in placed.lines:
                yield f'<text class="tl-fig-name" x="{x}" y="{tenth(y)}">{escape(line)}</text>'
                y += NAME
            for line in placed.said:
                yield f'<text class="tl-fig-said" x="{x}" y="{tenth(y)}">{escape(line)}</text>'
                y += SAID


def _all(mark: Mark) -> Iterator[Mark]:
    yield mark
    for below in mark.below:
        yield from _all(below)
