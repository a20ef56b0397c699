"""How the evidence grew: how many claims, origins and disputes were known by each day.

Each has a panel of its own and a scale of its own, for a dispute beside two hundred claims would not be seen.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from timeline import dates
from timeline.charts.svg.drawing import Chart
from timeline.charts.svg.metrics import width
from timeline.charts.svg.pen import SIZE, Pen
from timeline.charts.svg.scale import Scale, across, two_speeds
from timeline.charts.svg.ticks import ticks
from timeline.dates import days, month_words, year_words
from timeline.language import NN_, ngettext
from timeline.language import gettext as _
from timeline.language import number as figure
from timeline.model import Event
from timeline.queries.index import Index
from timeline.queries.states import Growth
from timeline.site import wording

PANELS: tuple[tuple[str, str, str], ...] = (
    (*NN_("{n} claim", "{n} claims"), "claims"),
    (*NN_("{n} independent source", "{n} independent sources"), "origins"),
    (*NN_("{n} dispute", "{n} disputes"), "disputes"),
)


@dataclass(frozen=True, slots=True)
class Panel:
    """One count through time; `steps` are the days on which it changed, with what it then was."""

    one: str
    many: str
    field: str
    steps: tuple[tuple[datetime.date, int], ...]

    @property
    def label(self) -> str:
        """Its last number with a word that has room beside its line."""
        if self.field == "origins":
            return _("{n} independent").format(n=figure(self.total))
        return self.words

    @property
    def words(self) -> str:
        return wording.plural(self.total, self.one, self.many)

    @property
    def total(self) -> int:
        return self.steps[-1][1] if self.steps else 0


def chart(index: Index, event: Event | None = None) -> Chart | None:
    """Of the whole record, or of one event; nothing where all of it was known at once, or nobody says when."""
    if index.timeline.record.retrospective:
        return None
    grown = index.changes.growth([event] if event else None)
    if len({row.day for row in grown}) < 2:
        return None
    panels = [panel for panel in _panels(grown) if panel.total]
    through = index.timeline.record.through
    last = dates.words(dates.parse(through.isoformat()))
    told = _(", ").join(panel.words for panel in panels)
    late = grown[-1].claims - (grown[-2].claims if len(grown) > 1 else 0) if grown[-1].day == through else 0
    text = _("By {day}: {counts}.").format(day=last, counts=told)
    note, said = "", index.as_typed
    if late:
        note = ngettext(
            "{n} claim counts from {day} only: its documents show no earlier day on which they were certainly out.",
            "{n} claims count from {day} only: their documents show no earlier day on which they were certainly out.",
            late,
        ).format(n=figure(late), day=last)

    @cache
    def drawn(width: float, fixed: bool) -> tuple[str, float]:
        """Nothing in it has a name, so the page and the frame elsewhere show the same drawing."""
        return draw(Pen(width, "", fixed), panels, through, 34 if event else 64)

    turn = _scale(panels, through, 0, 1).knots[1:-1]
    year = year_words(days.numbered(int(turn[0][0])).year) if turn else ""
    small = " " + _("Years before {year} are drawn smaller.").format(year=year) if turn else ""
    return Chart(
        id=_id(event),
        kind="growth",
        title=_("How the evidence grew"),
        aid=_("Each line climbs on the days on which more became known, which are not the days on which it happened.")
        + small,
        text=text,
        note=note,
        subject=event.title if event else "",
        draw=lambda pen: drawn(pen.width, pen.fixed),
        columns=("known", "events", "claims", "sources", "origins", "disputes"),
        rows=tuple(
            (said[g.day], str(g.events), str(g.claims), str(g.sources), str(g.origins), str(g.disputes)) for g in grown
        ),
        widths=("s",) if event else ("s", "m", "l"),
    )


def _id(event: Event | None) -> str:
    """Under which it is taken along; that of an event which is not a key event stands on its page and nowhere else."""
    if event is None:
        return "growth"
    return f"growth-{event.id}" if event.key else ""


def _panels(grown: Sequence[Growth]) -> list[Panel]:
    panels = []
    for one, many, field in PANELS:
        steps: list[tuple[datetime.date, int]] = []
        for row in grown:
            value = getattr(row, field)
            if value and (not steps or steps[-1][1] != value):
                steps.append((row.day, value))
        panels.append(Panel(one, many, field, tuple(steps)))
    return panels


def _scale(panels: Sequence[Panel], through: datetime.date, start: float, end: float) -> Scale:
    days = sorted({day for panel in panels for day, _ in panel.steps})
    return two_speeds([dates.parse(day.isoformat()) for day in days], days[0], through, start, end)


def draw(pen: Pen, panels: Sequence[Panel], through: datetime.date, high: float) -> tuple[str, float]:
    labels = max(width(panel.label, SIZE, bold=True) for panel in panels) + 8
    scale = _scale(panels, through, 1 / pen.width, 1 - labels / pen.width)
    bottom = 20 + len(panels) * (high + 14)
    marks = ticks(scale, pen.width - labels, SIZE)
    drawn = _beginning(pen, scale, marks[0].place * pen.width if marks else pen.width - labels)
    for tick in marks:
        drawn.append(pen.line(tick.place, 4, tick.place, bottom, "tc-year" if tick.year else "tc-grid"))
        drawn.append(
            pen.text(tick.place, 14, tick.label, "tc-strong" if tick.year else "tc-faint", shift=3, silent=True)
        )
    drawn += [pen.line(place, 4, place, bottom, "tc-turn") for _, place in scale.knots[1:-1]]
    y, lines, named = 20.0, [], []
    for panel in panels:
        base = y + high + 8
        points = _points(panel, scale, through, base, high)
        lines.append(pen.through([*points, (points[-1][0], base), (points[0][0], base)], "tc-under", closed=True))
        lines.append(pen.through(points, "tc-steps"))
        named.append(pen.line(0, base, scale.edge(through), base, "tc-cap"))
        named.append(pen.text(points[-1][0], y + 8 + 9, panel.label, "tc-strong tc-halo", shift=6))
        y = base + 6
    drawn += [pen.stretched("".join(lines), bottom), *named]
    return f'<g data-across="{across(scale)}">{"".join(drawn)}</g>', bottom + 2


def _beginning(pen: Pen, scale: Scale, room: float) -> list[str]:
    """The month in which it begins, where the first mark leaves room for it."""
    first = days.numbered(int(scale.first))
    label = month_words(first.month, year_words(first.year), short=True)
    return [pen.text(0, 14, label, "tc-faint")] if width(label, SIZE) + 8 <= room else []


def _points(panel: Panel, scale: Scale, through: datetime.date, base: float, high: float) -> list[tuple[float, float]]:
    points: list[tuple[float, float]] = []
    level = base
    for day, value in panel.steps:
        x = scale(day.toordinal())
        points += [(x, level), (x, base - high * value / panel.total)]
        level = points[-1][1]
    points.append((scale.edge(through), level))
    return points
