"""Where the forecasts of a chart stand: the days on which they were said run downwards, each forecast on a line.

Where much was said on few days these days are given more room, and a line whose words need more than one row is
higher. Nothing that was said is cut: words stand beside the bar or above it, in as many rows as they take.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from timeline.charts.forecasts import Forecast
from timeline.charts.svg import metrics
from timeline.charts.svg.metrics import width
from timeline.charts.svg.pen import SIZE, Pen
from timeline.charts.svg.scale import Scale, even
from timeline.charts.svg.ticks import month_name
from timeline.dates import Date, Precision

BESIDE = 12.0
"""Between a bar and its words."""
SIDE = 5.0
"""Half a bar."""
LEAD = 16.0
"""From one row of words to the next."""
TOP = 44.0
_LINE, _ABOVE = 23.0, 25.0
"""How high a line is at least, and what it takes without its words where they stand above it."""
_MONTH, _HEAD, _EMPTY, _SILENT = 6.0, 22.0, 5.0, 8.0
_LEAST = 90.0
"""Room beside a bar that is worth using."""

Side = Literal["above", "right", "left"]
Row = tuple[str, str]
"""Words, and after them who said them; one of the two may be empty."""


@dataclass(frozen=True, slots=True)
class Saying:
    """The words of a forecast in rows."""

    side: Side
    rows: tuple[Row, ...]
    place: float
    """Where they begin, or end, as a share of the width."""
    end: bool
    """Whether they end there."""

    @property
    def height(self) -> float:
        """Of the line, bar and words together."""
        words = LEAD * len(self.rows)
        return _ABOVE + words if self.side == "above" else max(_LINE, words + 7)


@dataclass(frozen=True, slots=True)
class Line:
    """A forecast with the middle of its bar, and its words."""

    forecast: Forecast
    y: float
    saying: Saying

    def baselines(self) -> tuple[float, ...]:
        """Of the rows of words."""
        number = len(self.saying.rows)
        last = self.y - 13 if self.saying.side == "above" else self.y + 4.5 + LEAD * (number - 1) / 2
        return tuple(last - LEAD * (number - 1 - n) for n in range(number))


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands, for one width."""

    scale: Scale
    """From days to places from left to right."""
    down: Scale
    """From the days on which something was said to pixels."""
    lines: tuple[Line, ...]
    months: tuple[tuple[float, str], ...]
    height: float
    tall: bool


def layout(
    forecasts: Sequence[Forecast],
    first: datetime.date,
    last: datetime.date,
    pen: Pen,
    top: float = TOP,
) -> Layout:
    """Below `top`, where the names of months stand and what came in the end."""
    tall = pen.width < 600
    gutter = 0.0 if tall else _gutter()
    scale = even(first, last, (gutter + 8) / pen.width, 1 - 10 / pen.width)
    y, lines, months = top, [], []
    knots: list[tuple[float, float]] = [(first.toordinal(), y)]
    previous: int | None = None
    for month, group in groupby(forecasts, key=lambda f: _month(f.said)):
        if previous is not None:
            for number in range(previous + 1, month):
                y += _EMPTY
                knots.append((_first(number), y))
        y += _MONTH
        year, index = divmod(month, 12)
        name = f"{month_name(index + 1)} {year}"
        months.append((y, name))
        if tall:
            y += _HEAD
        knots.append((max(_first(month), knots[-1][0]), y))
        own = list(group)
        days = [_day(forecast.said) for forecast in own]
        for n, (forecast, day) in enumerate(zip(own, days, strict=True)):
            if day and n and days[n - 1] and day > days[n - 1] + 1:  # days on which nothing was said
                y += _SILENT
            saying = say(pen, scale, forecast)
            middle = y + (saying.height - 11 if saying.side == "above" else saying.height / 2)
            lines.append(Line(forecast, middle, saying))
            if day:
                knots += [(max(day, knots[-1][0]), y), (max(day + 0.5, knots[-1][0]), middle)]
            y += saying.height
            if day and day not in days[n + 1 :]:  # it is over below its last words
                knots.append((day + 1, y))
        y += _MONTH
        knots.append((max(_first(month + 1), knots[-1][0]), y))
        previous = month
    y += 30
    knots.append((max(last.toordinal() + 1, knots[-1][0] + 1), y))
    return Layout(scale, Scale(tuple(knots)), tuple(lines), tuple(months), y + 26, tall)


def say(pen: Pen, scale: Scale, forecast: Forecast) -> Saying:
    """Above the bar on a phone; else wherever the line stays lowest, beside the bar rather than above it."""
    if pen.width < 600:
        return Saying("above", rows(forecast, pen.width), 0.0, False)
    parts = [scale.stretch(date) for date in (forecast.said, forecast.expectation.window) if date]
    left = min(part.start for part in parts if part)
    right = max(part.end for part in parts if part)
    before, after = left * pen.width - BESIDE - _gutter(), (1 - right) * pen.width - BESIDE
    sides = [Saying("right", rows(forecast, after), right, False)] if after >= _LEAST else []
    sides += [Saying("left", rows(forecast, before), left, True)] if before >= _LEAST else []
    if after < before:
        sides.reverse()
    behind, ahead = right * pen.width - _gutter(), (1 - left) * pen.width
    if ahead >= behind:
        sides.append(Saying("above", rows(forecast, ahead), left, False))
    else:
        sides.append(Saying("above", rows(forecast, behind), right, True))
    return min(sides, key=lambda saying: saying.height)


def rows(forecast: Forecast, room: float) -> tuple[Row, ...]:
    """What was said, and by whom: behind the last words where there is room, or below them."""
    bold, by = bool(forecast.number), forecast.source
    words = f"{forecast.number}. {forecast.words}" if bold else forecast.words
    even_rows = metrics.balanced(words, room, SIZE, bold=bold)
    for made in (even_rows, metrics.lines(words, room, SIZE, bold=bold)):
        if width(f"{made[-1]} {by}".rstrip(), SIZE, bold=bold) <= room:
            return (*((line, "") for line in made[:-1]), (made[-1], by))
    return (*((line, "") for line in even_rows), *(("", line) for line in metrics.balanced(by, room, SIZE)))


def _gutter() -> float:
    """The room of the months to the left."""
    return width("Mmm 2025", SIZE, bold=True) + 10


def _day(date: Date) -> int:
    """Its number, or nothing where it may be several days."""
    return date.earliest.toordinal() if date.earliest and date.precision is Precision.DAY else 0


def _month(date: Date) -> int:
    day = date.earliest
    assert day is not None
    return day.year * 12 + day.month - 1


def _first(month: int) -> int:
    year, index = divmod(month, 12)
    return datetime.date(year, index + 1, 1).toordinal()
