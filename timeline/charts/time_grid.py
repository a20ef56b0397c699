"""What stands behind all charts of time: months and years, a change of speed, and the edge of what is known."""

from __future__ import annotations

from timeline import dates
from timeline.charts.svg.metrics import width
from timeline.charts.svg.pen import SIZE, Pen
from timeline.charts.svg.scale import Scale
from timeline.charts.svg.ticks import ticks
from timeline.language import gettext as _
from timeline.model import Timeline


def frame(pen: Pen, timeline: Timeline, scale: Scale, bottom: float) -> list[str]:
    """Months and years, the place where the scale changes its speed, and the edge of what is known."""
    drawn = []
    for tick in ticks(scale, pen.width, SIZE):
        drawn.append(pen.line(tick.place, 22, tick.place, bottom, "tc-year" if tick.year else "tc-grid"))
        name = "tc-strong" if tick.year else "tc-faint"
        drawn += [pen.text(tick.place, y, tick.label, name, shift=3, silent=True) for y in (33.0, bottom + 13)]
    if len(scale.knots) > 2:
        drawn += turned(pen, scale, bottom)
    through = timeline.record.through
    edge = scale.edge(through)
    drawn.append(pen.line(edge, 8, edge, bottom, "tc-edge"))
    told = _("checked up to {day}").format(day=dates.words(dates.parse(through.isoformat())))
    free = edge * pen.width - (170 if len(scale.knots) > 2 else 0) - 8
    if label := next((words for words in (told, _("up to here")) if width(words, SIZE) <= free), ""):
        drawn.append(pen.text(edge, 14, label, "tc-faint tc-halo", shift=-4, end=True))
    if edge < 1:
        drawn.append(pen.bar(edge, 1, 22, bottom - 22, "tc-gap", "unknown"))
    return drawn


def turned(pen: Pen, scale: Scale, bottom: float) -> list[str]:
    """Where the scale changes its speed, and what is drawn smaller or larger there."""
    told = _("← years drawn smaller") if len(scale.knots) == 3 else _("busy times drawn larger")
    return [
        *(pen.line(place, 22, place, bottom, "tc-turn") for _, place in scale.knots[1:-1]),
        pen.text(0, 14, told, "tc-faint", silent=True),
    ]
