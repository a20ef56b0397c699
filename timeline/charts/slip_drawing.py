"""The drawing of how a date slipped: bars for what was foretold, the line of today, the front of what was expected."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from timeline import dates
from timeline.charts.forecasts import Forecast
from timeline.charts.slip_layout import BESIDE, LEAD, SIDE, TOP, Layout, Line, layout
from timeline.charts.svg import metrics
from timeline.charts.svg.pen import SIZE, Pen
from timeline.charts.svg.scale import Scale, Stretch, counted, even
from timeline.charts.svg.ticks import ticks
from timeline.dates import Precision
from timeline.model import Event
from timeline.queries.outlook import Expected


@dataclass(frozen=True, slots=True)
class Told:
    """Everything that is drawn."""

    forecasts: tuple[Forecast, ...]
    front: tuple[Expected, ...]
    came: Event | None
    """What came in the end."""
    known: datetime.date | None
    """Since when that was known."""
    first: datetime.date
    last: datetime.date


def draw(pen: Pen, told: Told, base: str) -> tuple[str, float]:
    """`base` leads to the page with the table of forecasts."""
    sign = _sign(pen, told)
    top = TOP + LEAD * (len(sign.rows) - 1) if sign else TOP
    at = layout(told.forecasts, told.first, told.last, pen, top)
    bottom = at.height - 26
    drawn = [*_grid(pen, at, bottom), _today(pen, at, told.first, told.last)]
    if sign:
        drawn.append(f'<g data-known="{counted(told.known)}">{"".join(_came(pen, sign, top, bottom))}</g>')
    drawn += _front(pen, at, told.front)
    drawn += [f'<g class="tc-row" {_facts(line.forecast)}>{_line(pen, at, line, base)}</g>' for line in at.lines]
    knots = " ".join(f"{counted(day)}:{y:g}" for day, y in _whole(at.down))
    return f'<g data-down="{knots}">{"".join(drawn)}</g>', at.height


def _whole(down: Scale) -> list[tuple[float, float]]:
    """The knots at which a day begins."""
    return [(day, y) for day, y in down.knots if day == int(day)]


def _facts(forecast: Forecast) -> str:
    """What a script looks up when another day is chosen."""
    steps = " ".join(f"{counted(day)}:{now}" for day, now in forecast.steps)
    return f'data-id="{forecast.expectation.id}" data-known="{counted(forecast.known)}" data-steps="{steps}"'


def _grid(pen: Pen, at: Layout, bottom: float) -> list[str]:
    drawn = []
    for tick in ticks(at.scale, pen.width, SIZE):
        name = "tc-year" if tick.year else "tc-grid"
        drawn.append(pen.line(tick.place, 20, tick.place, bottom, name))
        for y in (15.0, at.height - 8):
            drawn.append(pen.text(tick.place, y, tick.label, "tc-strong" if tick.year else "tc-faint", shift=3))
    for y, name in at.months:
        drawn.append(pen.line(0, y, 1, y, "tc-grid"))
        drawn.append(
            pen.text(0, y + (15 if at.tall else 16), f"said in {name}" if at.tall else name, "tc-faint tc-halo")
        )
    return drawn


def _today(pen: Pen, at: Layout, first: datetime.date, last: datetime.date) -> str:
    """The day on which one stands, from the top to the bottom."""
    days = sorted({day for day, _ in at.down.knots} | {float(first.toordinal())})
    points = [(at.scale(day), y) for day, y in at.down.knots if days[0] <= day <= last.toordinal() + 1]
    return pen.path(points, at.height, "tc-today")


def _front(pen: Pen, at: Layout, front: Sequence[Expected]) -> list[str]:
    """The next day by which it was then expected: it waits there, and jumps when the day has passed."""
    drawn: list[str] = []
    run: list[tuple[float, float]] = []
    previous: Expected | None = None
    for stretch in front:
        x = at.scale.edge(stretch.by)
        top, below = at.down(stretch.first.toordinal()), at.down(stretch.last.toordinal() + 1)
        if previous is None or (stretch.first - previous.last).days > 1:
            drawn.append(pen.path(run, at.height, "tc-front"))
            run = []
        elif run:
            run[-1] = (run[-1][0], top)
        run += [(x, top), (x, below)]
        previous = stretch
    drawn.append(pen.path(run, at.height, "tc-front"))
    return [line for line in drawn if line]


@dataclass(frozen=True, slots=True)
class _Sign:
    """The words above what came in the end."""

    place: Stretch
    rows: tuple[str, ...]
    at: float
    end: bool


def _sign(pen: Pen, told: Told) -> _Sign | None:
    """Beside the day where two rows are enough, or from the edge; in whole words."""
    if told.came is None:
        return None
    place = _across(pen, told).stretch(told.came.date)
    if place is None:
        return None
    words = f"{dates.words(told.came.date)}: {told.came.title}"
    before, after = place.start * pen.width - 4, (1 - place.end) * pen.width - 4
    end = before > after
    beside = metrics.balanced(words, max(before, after), SIZE, bold=True)
    if len(beside) <= 2:
        return _Sign(place, beside, place.start if end else place.end, end)
    return _Sign(place, metrics.balanced(words, pen.width, SIZE, bold=True), 0.0, False)


def _across(pen: Pen, told: Told) -> Scale:
    return layout((), told.first, told.last, pen).scale


def _came(pen: Pen, sign: _Sign, top: float, bottom: float) -> list[str]:
    """What came in the end, as wide as its date is vague."""
    high = top - 8
    shift = (-4.0 if sign.end else 4.0) if sign.at else 0.0
    return [
        pen.bar(sign.place.start, sign.place.end, high, bottom - high, "tc-came"),
        *(
            pen.text(sign.at, 34 + LEAD * n, row, "tc-strong tc-halo", shift=shift, end=sign.end)
            for n, row in enumerate(sign.rows)
        ),
    ]


def _line(pen: Pen, at: Layout, line: Line, base: str) -> str:
    forecast, y = line.forecast, line.y
    said = at.scale.stretch(forecast.said)
    window = at.scale.stretch(forecast.expectation.window) if forecast.expectation.window else None
    assert said is not None
    drawn = []
    if window:
        drawn += _wait(pen, said, window, y)
        drawn += _bar(pen, forecast, window, y)
    if forecast.said.precision is Precision.DAY:
        drawn.append(pen.mark("said", said.middle, y))
    else:
        drawn.append(pen.bar(said.start, said.end, y - 1.5, 3, "tc-said"))
    drawn += _words(pen, line)
    target = f"{base}#{forecast.expectation.id}"
    return f'<a href="{target}" tabindex="-1"><title>{escape(_told(forecast))}</title>{"".join(drawn)}</a>'


def _told(forecast: Forecast) -> str:
    by = f", {forecast.source}" if forecast.source else ""
    window = dates.words(forecast.expectation.window) if forecast.expectation.window else "no time given"
    return f"{dates.words(forecast.said)}{by}: {forecast.words} ({window}); {forecast.standing}"


def _wait(pen: Pen, said: Stretch, window: Stretch, y: float) -> list[str]:
    """From the day it was said to the days that it foretold."""
    if window.start > said.end:
        return [pen.line(said.end, y, window.start, y, "tc-wait")]
    return []


def _bar(pen: Pen, forecast: Forecast, window: Stretch, y: float) -> list[str]:
    doubt = " tc-doubt" if forecast.expectation.window_basis == "inferred" else ""
    drawn = [pen.bar(window.start, window.end, y - SIDE, 2 * SIDE, f"tc-window tc-window--{forecast.standing}{doubt}")]
    if window.open_end:
        drawn.append(pen.line(window.end, y, 1, y, "tc-open"))
    drawn.append(pen.mark(forecast.standing, window.end, y, " tc-outcome"))
    return drawn


def _words(pen: Pen, line: Line) -> list[str]:
    saying = line.saying
    name = "tc-halo tc-strong" if line.forecast.number else "tc-halo"
    shift = 0.0 if saying.side == "above" else -BESIDE if saying.end else BESIDE
    return [
        pen.text(saying.place, y, _row(*row), name, shift=shift, end=saying.end)
        for row, y in zip(saying.rows, line.baselines(), strict=True)
    ]


def _row(words: str, by: str) -> Markup:
    """What was said, and by whom in a softer voice."""
    softer = Markup('<tspan class="tc-faint">{}</tspan>').format(f" {by}" if words else by) if by else Markup("")
    return Markup(escape(words)) + softer


def sketch(pen: Pen, told: Told) -> tuple[str, float]:
    """Bars, the line of today and the front, without a word: for a small picture."""
    forecasts, first, last = told.forecasts, told.first, told.last
    scale = even(first, last, 6 / pen.width, 1 - 6 / pen.width)
    step = min(9.0, max(4.0, 120 / len(forecasts)))
    lines = [26 + step * (n + 0.5) for n in range(len(forecasts))]
    bottom = 26 + step * len(forecasts) + 8
    knots = [(float(first.toordinal()), 22.0)]
    for forecast, y in zip(forecasts, lines, strict=True):
        day = forecast.said.earliest
        if forecast.said.precision is Precision.DAY and day and day.toordinal() + 0.5 >= knots[-1][0]:
            knots.append((day.toordinal() + 0.5, y))
    knots.append((max(last.toordinal() + 1.0, knots[-1][0] + 1), bottom))
    at = Layout(scale, Scale(tuple(knots)), (), (), bottom, False)
    drawn = []
    for tick in ticks(scale, pen.width, SIZE):
        drawn.append(pen.line(tick.place, 4, tick.place, bottom, "tc-year" if tick.year else "tc-grid"))
        drawn.append(pen.text(tick.place, 14, tick.label, "tc-strong" if tick.year else "tc-faint", shift=3))
    drawn.append(_today(pen, at, first, last))
    for forecast, y in zip(forecasts, lines, strict=True):
        window = scale.stretch(forecast.expectation.window) if forecast.expectation.window else None
        doubt = " tc-doubt" if forecast.expectation.window_basis == "inferred" else ""
        if window:
            drawn.append(pen.bar(window.start, window.end, y - step * 0.3, step * 0.6, f"tc-window{doubt}"))
    drawn += _front(pen, at, told.front)
    return "".join(drawn), bottom + 2
