"""How many events there were, downwards: what the axis shows on a narrow drawing where there are too many marks.

What certainly lies in a bin is drawn solid, and beyond it, paler, what only may.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.charts import axis_density
from timeline.charts.axis_bins import Bin, bins
from timeline.charts.svg.pen import Pen, number
from timeline.charts.svg.scale import Scale
from timeline.dates import days
from timeline.language import gettext as _
from timeline.model import Event
from timeline.site.urls import Links

WIDE = 78.0
"""How long the longest bar is."""
_MOST, _THINNEST = 60, 1.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """The bars, and what the longest of them stands for."""

    drawn: tuple[str, ...]
    note: str


def bars(pen: Pen, scale: Scale, events: Sequence[Event], left: float, links: Links) -> Drawing:
    """One for each month, quarter or year, from the line at `left` outwards, each a link to the page of its year."""
    first, last = days.numbered(int(scale.first)), days.numbered(int(scale.last) - 1)
    counted = bins([event.date for event in events], first, last, _MOST)
    tallest = max((b.certain + b.possible for b in counted), default=1) or 1
    drawn = tuple(_bar(pen, scale, b, left, tallest, links) for b in counted if b.certain or b.possible)
    return Drawing(
        drawn,
        axis_density.note(counted, tallest, _("longest: {events} in {time}; pale: it may also have been another")),
    )


def _bar(pen: Pen, scale: Scale, b: Bin, left: float, tallest: int, links: Links) -> str:
    top, bottom = scale(b.first), scale(b.after)
    certain, possible = (WIDE * count / tallest for count in (b.certain, b.possible))
    high = number(max(bottom - top, _THINNEST))
    rects = (
        f'<rect x="{pen.x(x / pen.width)}" y="{number(top)}" width="{pen.x(wide / pen.width)}" height="{high}"'
        f' class="tc-area tc-area--{kind}"/>'
        for kind, x, wide in (
            ("possible", left - certain - possible, possible),
            ("certain", left - certain, certain),
        )
        if wide
    )
    return axis_density.year_link(b, "".join(rects), links)
