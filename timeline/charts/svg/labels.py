"""The names of marks: beside them, whole and in as many lines as their room asks for, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.charts.svg.metrics import in_lines, width
from timeline.charts.svg.packing import Box, Form
from timeline.charts.svg.pen import SIZE, Pen

LEAD = 15.0
"""From line to line: as many lines as rows are lower than the rows, so that air stays between two names."""
_SHIFT, _AIR = 4.0, 6.0
"""Between a mark and its name, and after the name."""
_EDGE = 12.0
"""Where the line stands at which the known ends."""
_WIDEST = {600.0: 288.0, 800.0: 260.0}
"""How wide a line may be on drawings that are narrower than so much: one that runs far leads the eye astray."""
_WIDEST_WIDE = 300.0
_MOST = {600.0: 5}
"""How many lines a name may have."""
_MOST_WIDE = 3


@dataclass(frozen=True, slots=True)
class Label:
    """The lines of a name; `end` says that it stands to the left of its mark."""

    lines: tuple[str, ...]
    end: bool
    form: Form


def labels(pen: Pen, name: str, mark: Box) -> Iterator[Label]:
    """Every way in which a name may stand beside a mark, that with the fewest lines first."""
    widest = next((wide for least, wide in _WIDEST.items() if pen.width < least), _WIDEST_WIDE)
    most = next((number for least, number in _MOST.items() if pen.width < least), _MOST_WIDE)
    done = 0
    for number in range(1, most + 1):
        lines = in_lines(name, number, SIZE)
        if len(lines) == done:
            continue
        done = len(lines)
        taken = max((width(line, SIZE) for line in lines), default=0.0)
        if not lines or taken > widest:
            continue
        if mark.right + _SHIFT + taken <= pen.width - _EDGE:
            yield Label(lines, False, Form(Box(mark.left, mark.right + _SHIFT + taken + _AIR), len(lines)))
        if mark.left - _SHIFT - taken >= 0:
            yield Label(lines, True, Form(Box(mark.left - _SHIFT - taken - _AIR, mark.right), len(lines)))


def drawn(pen: Pen, label: Label, place: float, y: float, shift: float) -> str:
    """A name whose first line stands beside a mark at that height, as far from its place as `shift` says."""
    moved = -shift if label.end else shift
    return "".join(
        pen.text(place, y + 4.5 + LEAD * n, line, "tc-halo", shift=moved, end=label.end)
        for n, line in enumerate(label.lines)
    )
