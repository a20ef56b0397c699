"""The axis on a narrow drawing: time runs downwards, key events carry their names, the others are small marks.

A name stands where its mark is, or as near as the names around it allow, and a line leads to it from the mark.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import pairwise

from timeline import dates
from timeline.charts import axis_down_bins
from timeline.charts.svg.metrics import balanced
from timeline.charts.svg.metrics import lines as lines_of
from timeline.charts.svg.packing import Box, rows
from timeline.charts.svg.pen import SIZE, SMALL, Pen, number
from timeline.charts.svg.scale import Scale, Stretch, counted, fitted
from timeline.dates import Precision, days, month_words, year_words
from timeline.language import gettext as _
from timeline.model import Event, Timeline
from timeline.site.urls import Links

_TOP, _LEAST, _FOOT = 14.0, 520.0, 24.0
_GUTTER, _MARK = 36.0, 8.0
"""Room of the names of years, and of half the column of key events."""
_PITCH, _THIN, _LONG = 8.0, 5.0, 60.0
"""Of a column of small marks, and of one of long bars, which are those higher than so much."""
_WIDTHS, _MOST_NAMES = (40.0, 52.0, 64.0, 78.0, 94.0), 24
"""What all columns of small marks may take, and how many key events are named."""
_EASE = 1.05
"""How much longer the line is than the names one below the other."""
_LEAD, _AIR, _TICK, _EDGE = 15.0, 7.0, 30.0, 28.0
_YEARS, _LEAST_YEAR = (2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000), 4.0
"""How many years may lie between two lines, and how near those of single years may stand."""

Link = Callable[[Event, str], str]
"""A drawing as a link to its event."""


@dataclass(frozen=True, slots=True)
class _Name:
    """The name of a key event: its lines, where its mark is, and where its first line stands."""

    event: Event
    place: Stretch
    lines: tuple[str, ...]

    @property
    def high(self) -> float:
        return _LEAD * len(self.lines) + _AIR


@dataclass(frozen=True, slots=True)
class _Along:
    """All events along a line that is so high, and how wide the columns of those are that are not named."""

    scale: Scale
    named: list[tuple[Event, Stretch]]
    small: list[tuple[Event, Stretch]]
    lefts: list[float]
    wide: float

    @classmethod
    def of(
        cls, events: Sequence[Event], named: Collection[str], ends: tuple[datetime.date, datetime.date], high: float
    ) -> _Along:
        scale = fitted([event.date for event in events], *ends, _TOP, _TOP + high)
        placed = [(event, place) for event in events if (place := scale.stretch(event.date))]
        small = [(event, place) for event, place in placed if event.id not in named]
        lefts, wide = _columns(scale, small)
        return cls(scale, [(event, place) for event, place in placed if event.id in named], small, lefts, wide)


def draw(pen: Pen, timeline: Timeline, events: Sequence[Event], link: Link, links: Links) -> tuple[str, float]:
    """Where there are too many events for small marks side by side, they are counted instead."""
    first, last = _ends(timeline, events)
    named = {e.id for e in sorted((e for e in events if e.key), key=lambda e: -len(e.claims))[:_MOST_NAMES]}
    along = cache(partial(_Along.of, events, named, (first, last)))  # most widths leave it as high as it was
    for most in _WIDTHS:
        room = pen.width - _GUTTER - most - 2 * _MARK - _AIR
        lines = {e.id: balanced(e.title, room, SIZE) for e in events if e.id in named}
        told = sum(_LEAD * len(made) + _AIR for made in lines.values())
        high = max(_LEAST, _EASE * told)
        room_above = along(high).scale.edge(timeline.record.through) - _TOP
        if room_above < told:  # what is planned lies far below
            high *= _EASE * told / max(room_above, _LEAD)
        if along(high).wide <= most:
            break
    scale, wide = along(high).scale, along(high).wide
    crowd = wide > most
    left = _GUTTER + (axis_down_bins.WIDE if crowd else wide) + _MARK
    names = [_Name(e, place, lines[e.id]) for e, place in along(high).named]
    drawn = [
        *_grid(pen, timeline, scale, left),
        pen.line(left / pen.width, _TOP, left / pen.width, _TOP + high, "tc-year"),
    ]
    drawn.append(f'<g class="{"tc-year-links" if crowd else "tc-lane"}">')
    bars = axis_down_bins.bars(pen, scale, events, left, links) if crowd else None
    drawn += (
        bars.drawn
        if bars
        else [
            link(
                event, _rivals(pen, scale, event, place, left - _MARK - x) + _small(pen, event, place, left - _MARK - x)
            )
            for (event, place), x in zip(along(high).small, along(high).lefts, strict=True)
        ]
    )
    drawn.append("</g>")
    edge = scale.edge(timeline.record.through)
    known = [name for name in names if name.place.middle <= edge]
    planned = [name for name in names if name.place.middle > edge]
    tops = [*_tops(known, min(edge, _TOP + high)), *_tops(planned, _TOP + high, edge + _EDGE)]
    for name, y in zip((*known, *planned), tops, strict=True):
        drawn.append(link(name.event, _rivals(pen, scale, name.event, name.place, left) + _named(pen, name, left, y)))
    knots = " ".join(f"{counted(day)}:{place:g}" for day, place in scale.knots)
    foot = _FOOT
    for line in lines_of(bars.note, pen.width, SIZE) if bars else ():
        drawn.append(pen.text(0, _TOP + high + foot + _LEAD, line, "tc-faint"))
        foot += _LEAD
    return f'<g data-down="{knots}">{"".join(drawn)}</g>', _TOP + high + foot + (_AIR if bars else 0)


def _ends(timeline: Timeline, events: Sequence[Event]) -> tuple[datetime.date, datetime.date]:
    through = timeline.record.through
    first = min((e.date.earliest or e.date.latest or through for e in events), default=through)
    last = max((e.date.latest or e.date.earliest or through for e in events), default=through)
    return first.replace(month=1, day=1) if first.year < through.year else first.replace(day=1), max(last, through)


def _columns(scale: Scale, small: Sequence[tuple[Event, Stretch]]) -> tuple[list[float], float]:
    """How far left of the line each mark stands, and how far the last: long bars in thin columns beyond the others.

    Of a crowd that is counted, it is not asked where each would stand.
    """
    reach = [_reach(scale, event, place) for event, place in small]
    lefts = [0.0] * len(small)
    wide = 0.0
    for long, pitch in ((False, _PITCH), (True, _THIN)):
        mine = [n for n, (top, bottom) in enumerate(reach) if (bottom - top > _LONG) == long]
        columns = rows([Box(*reach[n]) for n in mine], 1, (_WIDTHS[-1] - wide) // pitch)
        for n, column in zip(mine, columns, strict=False):
            lefts[n] = wide + pitch * (column + 0.5)
        wide += pitch * (max(columns, default=-1) + 1)
    return lefts, wide


def _reach(scale: Scale, event: Event, place: Stretch) -> tuple[float, float]:
    """What a small mark takes from above to below, with the other dates that sources give."""
    others = [other for rival in event.rivals if (other := scale.stretch(rival.date))]
    top, bottom = min(p.start for p in (place, *others)), max(p.end for p in (place, *others))
    middle = (top + bottom) / 2
    return min(top, middle - 4), max(bottom, middle + 4)


def _point(event: Event) -> bool:
    return event.date.form == "point" and event.date.precision is Precision.DAY


def _small(pen: Pen, event: Event, place: Stretch, x: float) -> str:
    if _point(event):
        doubt = " tc-unsure" if event.date.uncertain or event.date.approximate else ""
        return pen.mark(f"{event.status}{SMALL}", x / pen.width, place.middle, doubt)
    return _bar(pen, event, place, x, 1.0 if place.width > _LONG else 2.0)


def _bar(pen: Pen, event: Event, place: Stretch, x: float, half: float) -> str:
    """All the days that it may be, or lasted."""
    if event.date.form == "between":
        ends = (place.start, place.end)
        caps = [pen.line((x - half - 1) / pen.width, y, (x + half + 1) / pen.width, y, "tc-cap") for y in ends]
        return "".join((pen.line(x / pen.width, place.start, x / pen.width, place.end, "tc-between"), *caps))
    kind = "extent" if event.date.form == "extent" else "vague"
    wide = (x + half) / pen.width - (x - half) / pen.width
    return (
        f'<rect x="{pen.x((x - half) / pen.width)}" y="{number(place.start)}" width="{pen.x(wide)}"'
        f' height="{number(max(place.end - place.start, 4))}" class="tc-{kind} tc-{kind}--{event.status}"/>'
    )


def _rivals(pen: Pen, scale: Scale, event: Event, place: Stretch, x: float) -> str:
    """Other dates of the same event, tied to the first."""
    drawn = ""
    for rival in event.rivals:
        if other := scale.stretch(rival.date):
            drawn += pen.line(x / pen.width, place.middle, x / pen.width, other.middle, "tc-tie")
            drawn += pen.mark("rival", x / pen.width, other.middle)
    return drawn


def _named(pen: Pen, name: _Name, x: float, y: float) -> str:
    event, place = name.event, name.place
    start = (x + _MARK + 4) / pen.width
    day = _point(event)
    middle = place.middle if day else min(max(y, place.start), place.end)
    made = pen.line((x + 6) / pen.width, middle, start - 3 / pen.width, y, "tc-pole") if abs(middle - y) > 2 else ""
    made += pen.mark(event.status, x / pen.width, middle, " tc-keyed") if day else _bar(pen, event, place, x, 4.0)
    for at, line in enumerate(name.lines):
        made += pen.text(start, y + 4.5 + _LEAD * at, line, "tc-halo")
    return made


def _tops(names: Sequence[_Name], bottom: float, above: float = _TOP) -> list[float]:
    """Where the middle of each first line stands: as near to its mark as all of them together can be."""
    blocks: list[tuple[list[_Name], float]] = []
    for name in names:
        block, wish = [name], name.place.middle
        while blocks and blocks[-1][1] + sum(each.high for each in blocks[-1][0]) > wish:
            block = [*blocks.pop()[0], *block]
            offsets = [sum(each.high for each in block[:n]) for n in range(len(block))]
            wish = sum(each.place.middle - off for each, off in zip(block, offsets, strict=True)) / len(block)
            wish = max(wish, above)
        blocks.append((block, max(wish, above)))
    tops: list[float] = []
    for block, top in blocks:
        y = top
        for name in block:
            tops.append(y)
            y += name.high
    for at in reversed(range(len(names))):
        tops[at] = min(tops[at], bottom - names[at].high + _LEAD / 2)
        bottom = tops[at] - _LEAD / 2
    return tops


def _grid(pen: Pen, timeline: Timeline, scale: Scale, left: float) -> list[str]:
    """Years, and quarters, months or days where they stand far enough apart, as far as the names; the last day."""
    edge = scale.edge(timeline.record.through)
    drawn, free = [], 0.0
    named: set[int] = set()
    for day, words in _marks(scale):
        y = scale(day.toordinal())
        year = (day.year not in named and len(scale.knots) > 3) or (day.month, day.day) == (1, 1)
        words = year_words(day.year) if year else words
        named.add(day.year)
        beside = 0.0 if y >= free else min(_GUTTER, left) / pen.width  # no line strikes through the words above it
        drawn.append(pen.line(beside, y, left / pen.width, y, "tc-year" if year else "tc-grid"))
        if y >= free and abs(y + 7 - edge) > _LEAD:
            drawn.append(pen.text(0, y + 14, words, "tc-strong tc-halo" if year else "tc-faint tc-halo", silent=True))
            free = y + 16
    told = _("up to {day}").format(day=dates.words(dates.parse(timeline.record.through.isoformat())))
    drawn.append(pen.line(0, edge, 1, edge, "tc-edge"))
    drawn.append(pen.text(0, edge + 16, told, "tc-faint tc-halo"))
    return drawn


def _marks(scale: Scale) -> Iterator[tuple[datetime.date, str]]:
    """Where each part of a scale has room for a mark, and what stands there; centuries have no room for years."""
    for (day0, place0), (day1, place1) in pairwise(scale.knots):
        pace = (place1 - place0) / (day1 - day0)
        step = 1 if pace * 365 >= _LEAST_YEAR else next((n for n in _YEARS if n * 365 * pace > _LEAD), _YEARS[-1])
        first, last = days.numbered(int(day0)), days.numbered(int(day1) - 1)
        if pace >= _TICK:
            every = (days.numbered(n) for n in range(int(day0), int(day1)))
            yield from ((day, f"{day.day} {month_words(day.month, short=True)}") for day in every)
            continue
        months = 1 if 31 * pace >= _TICK and step == 1 else 3 if 91 * pace >= _TICK and step == 1 else 12
        for year in range(first.year, last.year + 1):
            if year % step:
                continue
            for month in range(1, 13, months):
                day = days.of(year, month, 1)
                if first <= day <= last:
                    yield day, year_words(year) if month == 1 else month_words(month, short=True)
