"""When things happened, as a strip: a column for each month or year, and a line for each date that is vaguer.

A date that spans several columns is drawn as wide as it may be, above them, and never put into the first.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from timeline.charts.svg.pen import tenth
from timeline.dates import Date

WIDTH, HEIGHT = 600, 44
LINES = 5
"""How many vague dates are drawn one above the other."""
_PITCH = 4
MONTHS = 96
"""Beyond these a column is a year."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Columns by number, and spans from column to column, both ends included."""

    start: int
    size: int
    """In months: 1 or 12."""
    columns: Sequence[int]
    spans: tuple[tuple[int, int], ...]

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year it shows."""
        return self.start // 12, (self.start + len(self.columns) * self.size - 1) // 12


def strip(dates: Iterable[Date], through: datetime.date) -> Strip | None:
    """The columns of some dates; nothing for fewer than three, which words tell better."""
    ends = [_months(date, through) for date in dates if date.form != "unknown"]
    if len(ends) < 3:
        return None
    first, last = min(start for start, _ in ends), max(end for _, end in ends)
    size = 1 if last - first < MONTHS else 12
    start = first - first % 12
    number = (last - start) // size + 1
    placed = [((one - start) // size, (other - start) // size) for one, other in ends]
    exact = Counter(one for one, other in placed if one == other)
    spans = tuple(sorted({pair for pair in placed if pair[0] != pair[1]}))
    return Strip(start, size, [exact[place] for place in range(number)], spans)


def svg(made: Strip, title: str, words: str, name: str = "_strip") -> str:
    """The strip with its title and its content in words."""
    number = len(made.columns)
    wide, most = WIDTH / number, max(made.columns, default=1) or 1
    floor, ceiling = HEIGHT - 1, LINES * _PITCH + 2
    parts = [f'<path class="tl-strip-base" d="M0 {floor + 0.5}H{WIDTH}"/>']
    for place in range(0, number, 12 // made.size):
        parts.append(f'<path class="tl-strip-year" d="M{tenth(place * wide)} {HEIGHT - 5}V{HEIGHT}"/>')
    for place, count in enumerate(made.columns):
        if count:
            high = (floor - ceiling) * count / most
            parts.append(
                f'<rect class="tl-strip-bar" x="{tenth(place * wide + 0.5)}" y="{tenth(floor - high)}" '
                f'width="{tenth(max(1.5, wide - 1))}" height="{tenth(high)}"/>'
            )
    for row, (one, other) in enumerate(made.spans[:LINES]):
        y = LINES * _PITCH - row * _PITCH - 1
        parts.append(f'<path class="tl-strip-vague" d="M{tenth(one * wide + 1)} {y}H{tenth((other + 1) * wide - 1)}"/>')
    return (
        f'<svg class="tl-strip" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img" '
        f'preserveAspectRatio="none" aria-labelledby="{name}-t {name}-d"><title id="{name}-t">{escape(title)}</title>'
        f'<desc id="{name}-d">{escape(words)}</desc>{"".join(parts)}</svg>'
    )


def _months(date: Date, through: datetime.date) -> tuple[int, int]:
    """The first and the last month that a date may mean, counted from the year 0; an open end reaches `through`."""
    first = date.earliest or date.latest or through
    last = date.latest or max(through, first)
    return first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
