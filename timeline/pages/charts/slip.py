"""How a date slipped: each forecast on a line of its own, from the day it was said to the days it foretold.

Time runs to the right, and the days on which forecasts were said run downwards. Where much was said on few days
these days are given more room, so that every forecast has its line; the line of "today" bends with them and stays
exact. A month in which something was said is drawn as the month.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from timeline import dates
from timeline.dates import Date, Precision
from timeline.model import Event, Expectation, Topic
from timeline.pages import wording
from timeline.pages.charts.drawing import Chart
from timeline.pages.charts.metrics import fitted, width
from timeline.pages.charts.pen import SIZE, Pen
from timeline.pages.charts.scale import Scale, Stretch, counted, even
from timeline.pages.charts.ticks import month_name, ticks
from timeline.pages.desk import Desk
from timeline.queries import expectations, outlook
from timeline.queries.expectations import Standing
from timeline.queries.outlook import Expected

_LINE, _TALL = 23.0, 41.0
"""How high the line of a forecast is where its words stand beside it, and where they stand above it."""
_MONTH, _HEAD, _EMPTY = 6.0, 22.0, 5.0
_TOP = 44.0
_BESIDE = 12.0
"""Between a bar and its words."""
_SIDE = 5.0
"""Half a bar."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a line needs to know."""

    expectation: Expectation
    said: Date
    speaker: str
    standing: Standing
    steps: tuple[tuple[datetime.date, Standing], ...]
    known: datetime.date | None
    number: int = 0
    """Of those that are told below the chart; 0 for the others."""

    @property
    def words(self) -> str:
        return self.expectation.wording or (
            dates.words(self.expectation.window) if self.expectation.window else "no time given"
        )


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands, for one width."""

    scale: Scale
    """From days to places from left to right."""
    down: Scale
    """From the days on which something was said to pixels."""
    lines: tuple[float, ...]
    """Where each forecast has its middle."""
    above: tuple[bool, ...]
    """Whether its words stand above it, for want of room beside it."""
    months: tuple[tuple[float, str], ...]
    height: float
    tall: bool


def charts(desk: Desk, base: str = "") -> tuple[Chart, ...]:
    """One for each topic that two or more dated forecasts are about, the one that was foretold first in front.

    `base` leads to the page with the table of forecasts; there it is empty.
    """
    by_topic: dict[str, list[Expectation]] = {}
    for expectation in desk.timeline.expectations:
        if expectation.said and expectation.said.earliest:
            by_topic.setdefault(expectation.about, []).append(expectation)
    chosen = sorted((id for id, found in by_topic.items() if len(found) > 1), key=lambda id: _began(by_topic[id]))
    return tuple(_chart(desk, desk.timeline.topics_by_id[id], by_topic[id], base) for id in chosen)


def _began(found: Sequence[Expectation]) -> tuple[int, int, str]:
    return min(e.said.sort_key for e in found if e.said)


def _chart(desk: Desk, topic: Topic, found: Sequence[Expectation], base: str) -> Chart:
    forecasts = _forecasts(desk, found)
    answer = _answer(desk, found)
    first, last = _reach(desk, forecasts, answer)
    front = outlook.outlook(desk.timeline, desk.out, found, last)
    heard = desk.known(answer) if answer else None
    came_on = heard.day if heard else None
    language = desk.timeline.record.language
    came = sum(1 for f in forecasts if f.standing == "met")
    slipped = any(f.standing not in ("met", "open") for f in forecasts)
    title = f"How {topic.name} slipped" if slipped else f"What was foretold of {topic.name}"
    count = wording.count(len(forecasts), "forecast")
    text = (
        f"{count} of {topic.name}, said between {dates.words(forecasts[0].said)} and "
        f"{dates.words(forecasts[-1].said)}; {came or 'none'} of them came true by "
        f"{dates.words(_day(desk.timeline.record.through))}."
    )
    if answer:
        text += f" {answer.title}: {dates.words(answer.date)}."
    return Chart(
        id=f"slip-{topic.id}",
        kind="slip",
        title=title,
        aid=(
            "Read it from the top: each line is one forecast, with a dot on the day it was said, a bar over the days "
            "it foretold, and a mark for what came of it."
        ),
        text=text,
        draw=lambda pen: _draw(pen, forecasts, front, answer, came_on, first, last, language, base),
        columns=("id", "said", "by", "window", "window_basis", "wording", "outcome", "sources"),
        rows=tuple(_row(forecast) for forecast in forecasts),
        points=tuple(_telling(desk, f) for f in sorted(forecasts, key=lambda f: f.number) if f.number),
        key=tuple(_key(forecasts)),
    )


def _key(forecasts: Sequence[Forecast]) -> Iterator[tuple[str, str, str]]:
    """What the marks mean, of those that are there."""
    yield "tc-swatch tc-swatch--said", "", "day it was said"
    bases = {f.expectation.window_basis for f in forecasts if f.expectation.window}
    if "stated" in bases:
        yield "tc-swatch tc-swatch--stated", "", "days foretold"
    if "inferred" in bases:
        yield "tc-swatch tc-swatch--inferred", "", "days foretold, by our reading of the words"
    yield "tc-swatch tc-swatch--today", "", "“today”, moving down with what was said"
    yield "tc-swatch tc-swatch--front", "", "the next day by which it was then expected"
    for name, meaning in _MEANING.items():
        if any(f.standing == name for f in forecasts):
            yield f"tl-mark tl-standing tl-standing--{name}", name, meaning


_MEANING = {
    "met": "it came in that time",
    "missed": "the time passed and it did not come",
    "overdue": "the time has passed, and no source says more",
    "denied": "rejected by those it was about",
    "withdrawn": "taken back",
    "open": "still to come",
}


def _row(forecast: Forecast) -> tuple[str, ...]:
    e = forecast.expectation
    return (
        e.id,
        forecast.said.text,
        forecast.speaker,
        e.window.text if e.window else "",
        e.window_basis if e.window else "",
        e.wording or "",
        forecast.standing,
        " ".join(dict.fromkeys(citation.source for citation in e.citations)),
    )


# -- what is told of the most telling ------------------------------------------------------------------


def _forecasts(desk: Desk, found: Sequence[Expectation]) -> tuple[Forecast, ...]:
    through = desk.timeline.record.through
    ordered = sorted(found, key=lambda e: (e.said.sort_key if e.said else (0, 0, ""), e.id))
    numbers = {id: n for n, id in enumerate(_most_telling(desk, ordered), 1)}
    made = []
    for e in ordered:
        speaker = desk.timeline.actor(e.by) if e.by else None
        steps = tuple((each.day, each.standing) for each in desk.changes.expectations[e.id])
        now = expectations.standing(desk.timeline, desk.out, e, through)
        known = min((desk.out[c.source].day for c in e.citations if c.source in desk.out), default=None)
        assert e.said is not None
        made.append(Forecast(e, e.said, speaker.name if speaker else "", now, steps, known, numbers.get(e.id, 0)))
    return tuple(made)


def _most_telling(desk: Desk, ordered: Sequence[Expectation]) -> list[str]:
    """Three: the first that named a time, the one that most documents repeat, and the one that named the latest day.

    Where two of these are one, the latest said takes the free place. They stand in the order in which they were said.
    """
    timed = [e for e in ordered if e.window and e.window.latest]
    if not timed:
        return []
    widest = max(timed[1:] or timed, key=lambda e: len({c.source for c in e.citations}))
    furthest = max(timed, key=lambda e: (e.window.latest if e.window else None) or datetime.date.min)
    chosen = dict.fromkeys([timed[0].id, widest.id, furthest.id])
    for e in reversed(timed):
        if len(chosen) < 3:
            chosen.setdefault(e.id)
    return [e.id for e in ordered if e.id in chosen]


def _telling(desk: Desk, forecast: Forecast) -> str:
    """A sentence on a forecast, from nothing but its data."""
    e = forecast.expectation
    evidence = desk.evidence(e.citations)
    by = f" by {forecast.speaker}" if forecast.speaker else ""
    window = f" for {dates.words(e.window)}" if e.window else ""
    quoted = f", in the words “{e.wording}”" if e.wording else ""
    came = {
        "met": "It came in that time.",
        "missed": "It did not come.",
        "overdue": "That time is over, and no source says what came of it.",
        "denied": "Those it was about rejected it.",
        "withdrawn": "It was taken back.",
        "open": "That time is not over.",
    }[forecast.standing]
    return f"Said{by} {_on(forecast.said)}{window}{quoted}: {wording.evidence(evidence)}. {came}"


def _on(date: Date) -> str:
    return f"on {dates.words(date)}" if date.is_day else f"in {dates.words(date)}"


def _answer(desk: Desk, found: Sequence[Expectation]) -> Event | None:
    """What came in the end, where a forecast is answered by it."""
    ids = [e.outcome.event for e in found if e.outcome and e.outcome.event]
    events = [event for id in ids if (event := desk.timeline.event(id)) and event.course == "happened"]
    return min(events, key=lambda event: event.date.sort_key, default=None)


def _reach(desk: Desk, forecasts: Sequence[Forecast], answer: Event | None) -> tuple[datetime.date, datetime.date]:
    """The days that the chart shows, with some air; `through` too, unless it would lie far from the last word."""
    through = desk.timeline.record.through
    given = [f.said for f in forecasts] + [f.expectation.window for f in forecasts if f.expectation.window]
    given += [answer.date] if answer else []
    first = min(date.earliest for date in given if date.earliest)
    last = max(date.latest for date in given if date.latest)
    if last < through and (through - last) * 4 < (last - first):
        last = through
    air = max(datetime.timedelta(days=10), (last - first) / 40)
    return first - air, last + air


# -- where things stand --------------------------------------------------------------------------------


def layout(forecasts: Sequence[Forecast], first: datetime.date, last: datetime.date, pen: Pen, language: str) -> Layout:
    tall = pen.width < 600
    gutter = 0.0 if tall else width("Mmm 2025", SIZE, bold=True) + 10
    scale = even(first, last, (gutter + 8) / pen.width, 1 - 10 / pen.width)
    y, lines, above, months = _TOP, [], [], []
    knots: list[tuple[float, float]] = [(first.toordinal(), y)]
    previous: int | None = None
    for month, group in groupby(forecasts, key=lambda f: _month(f.said)):
        if previous is not None:
            for number in range(previous + 1, month):
                y += _EMPTY
                knots.append((_first(number), y))
        y += _MONTH
        year, index = divmod(month, 12)
        name = f"{month_name(index + 1, language)} {year}"
        months.append((y, name))
        if tall:
            y += _HEAD
        knots.append((max(_first(month), knots[-1][0]), y))
        for forecast in group:
            high = tall or not _beside(pen, scale, forecast)
            middle = y + (_TALL - 11 if high else _LINE / 2)
            lines.append(middle)
            above.append(high)
            if forecast.said.precision is Precision.DAY and forecast.said.earliest:
                day = forecast.said.earliest.toordinal()
                knots += [(max(day, knots[-1][0]), y), (max(day + 0.5, knots[-1][0]), middle)]
            y += _TALL if high else _LINE
        y += _MONTH
        knots.append((max(_first(month + 1), knots[-1][0]), y))
        previous = month
    y += 30
    knots.append((max(last.toordinal() + 1, knots[-1][0] + 1), y))
    return Layout(scale, Scale(tuple(knots)), tuple(lines), tuple(above), tuple(months), y + 26, tall)


def sketch(pen: Pen, desk: Desk, topic: str) -> tuple[str, float]:
    """Bars, the line of today and the front, without a word: for a small picture."""
    found = [e for e in desk.timeline.expectations if e.about == topic and e.said and e.said.earliest]
    forecasts = _forecasts(desk, found)
    first, last = _reach(desk, forecasts, _answer(desk, found))
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
    at = Layout(scale, Scale(tuple(knots)), tuple(lines), (), (), bottom, False)
    front = outlook.outlook(desk.timeline, desk.out, found, last)
    drawn = []
    for tick in ticks(scale, pen.width, SIZE, desk.timeline.record.language):
        drawn.append(pen.line(tick.place, 4, tick.place, bottom, "tc-year" if tick.year else "tc-grid"))
        drawn.append(pen.text(tick.place, 14, tick.label, "tc-strong" if tick.year else "tc-faint", shift=3))
    drawn.append(_today(pen, at, first, last, bottom))
    for forecast, y in zip(forecasts, lines, strict=True):
        window = scale.stretch(forecast.expectation.window) if forecast.expectation.window else None
        doubt = " tc-doubt" if forecast.expectation.window_basis == "inferred" else ""
        if window:
            drawn.append(pen.bar(window.start, window.end, y - step * 0.3, step * 0.6, f"tc-window{doubt}"))
    drawn += _front(pen, at, front)
    return "".join(drawn), bottom + 2


def _free(pen: Pen, scale: Scale, forecast: Forecast) -> tuple[float, float]:
    """The room to the left of a forecast and to its right, in pixels."""
    parts = [scale.stretch(date) for date in (forecast.said, forecast.expectation.window) if date]
    left = min(part.start for part in parts if part) * pen.width
    right = max(part.end for part in parts if part) * pen.width
    return left - _BESIDE - width("Mmm 2025", SIZE, bold=True) - 10, pen.width - right - _BESIDE


def _beside(pen: Pen, scale: Scale, forecast: Forecast) -> bool:
    """Whether a good part of the words has room beside the bar."""
    words = f"{forecast.number}. {forecast.words} {forecast.speaker}"
    return max(_free(pen, scale, forecast)) >= width(words, SIZE, bold=bool(forecast.number)) * 0.6


def _month(date: Date) -> int:
    day = date.earliest
    assert day is not None
    return day.year * 12 + day.month - 1


def _first(month: int) -> int:
    year, index = divmod(month, 12)
    return datetime.date(year, index + 1, 1).toordinal()


# -- drawing -------------------------------------------------------------------------------------------


def _draw(
    pen: Pen,
    forecasts: Sequence[Forecast],
    front: Sequence[Expected],
    answer: Event | None,
    known: datetime.date | None,
    first: datetime.date,
    last: datetime.date,
    language: str,
    base: str,
) -> tuple[str, float]:
    at = layout(forecasts, first, last, pen, language)
    bottom = at.height - 26
    drawn = [*_grid(pen, at, bottom, language), _today(pen, at, first, last, bottom)]
    if answer:
        drawn.append(f'<g data-known="{counted(known)}">{"".join(_came(pen, at, answer, bottom))}</g>')
    drawn += _front(pen, at, front)
    drawn += [
        f'<g class="tc-row" {_facts(forecast)}>{_line(pen, at, forecast, y, above, base)}</g>'
        for forecast, y, above in zip(forecasts, at.lines, at.above, strict=True)
    ]
    knots = " ".join(f"{counted(day)}:{y:g}" for day, y in _whole(at.down))
    return f'<g data-down="{knots}">{"".join(drawn)}</g>', at.height


def _whole(down: Scale) -> list[tuple[float, float]]:
    """The knots at which a day begins."""
    return [(day, y) for day, y in down.knots if day == int(day)]


def _facts(forecast: Forecast) -> str:
    """What a script looks up when another day is chosen."""
    steps = " ".join(f"{counted(day)}:{now}" for day, now in forecast.steps)
    return f'data-id="{forecast.expectation.id}" data-known="{counted(forecast.known)}" data-steps="{steps}"'


def _grid(pen: Pen, at: Layout, bottom: float, language: str) -> list[str]:
    drawn = []
    for tick in ticks(at.scale, pen.width, SIZE, language):
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


def _today(pen: Pen, at: Layout, first: datetime.date, last: datetime.date, bottom: float) -> str:
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


def _came(pen: Pen, at: Layout, answer: Event, bottom: float) -> list[str]:
    """What came in the end, as wide as its date is vague."""
    place = at.scale.stretch(answer.date)
    if place is None:
        return []
    words = f"{dates.words(answer.date)}: {answer.title}"
    left = place.middle * pen.width > pen.width / 2
    room = (place.start * pen.width if left else pen.width - place.end * pen.width) - 6
    label = fitted(words, room, SIZE, bold=True) or fitted(dates.words(answer.date), room, SIZE, bold=True)
    edge = place.start if left else place.end
    return [
        pen.bar(place.start, place.end, 36, bottom - 36, "tc-came"),
        pen.text(edge, 34, label, "tc-strong tc-halo", shift=-4 if left else 4, end=left),
    ]


def _line(pen: Pen, at: Layout, forecast: Forecast, y: float, above: bool, base: str) -> str:
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
    right = max(said.end, window.end if window else 0)
    left = min(said.start, window.start if window else 1)
    drawn.append(_words(pen, at, forecast, left, right, y, above))
    target = f"{base}#{forecast.expectation.id}"
    return f'<a href="{target}" tabindex="-1"><title>{escape(_told(forecast))}</title>{"".join(drawn)}</a>'


def _told(forecast: Forecast) -> str:
    by = f", {forecast.speaker}" if forecast.speaker else ""
    window = dates.words(forecast.expectation.window) if forecast.expectation.window else "no time given"
    return f"{dates.words(forecast.said)}{by}: {forecast.words} ({window}); {forecast.standing}"


def _wait(pen: Pen, said: Stretch, window: Stretch, y: float) -> list[str]:
    """From the day it was said to the days that it foretold."""
    if window.start > said.end:
        return [pen.line(said.end, y, window.start, y, "tc-wait")]
    return []


def _bar(pen: Pen, forecast: Forecast, window: Stretch, y: float) -> list[str]:
    doubt = " tc-doubt" if forecast.expectation.window_basis == "inferred" else ""
    drawn = [
        pen.bar(window.start, window.end, y - _SIDE, 2 * _SIDE, f"tc-window tc-window--{forecast.standing}{doubt}")
    ]
    if window.open_end:
        drawn.append(pen.line(window.end, y, 1, y, "tc-open"))
    drawn.append(pen.mark(forecast.standing, window.end, y, " tc-outcome"))
    return drawn


def _words(pen: Pen, at: Layout, forecast: Forecast, left: float, right: float, y: float, above: bool) -> str:
    """Where there is more room: to the right of the bar, to its left, or, on a phone, above it."""
    told = f"{forecast.number}. " if forecast.number else ""
    words, by = f"{told}{forecast.words}", forecast.speaker
    name = "tc-halo tc-strong" if forecast.number else "tc-halo"
    bold = bool(forecast.number)
    if at.tall:
        return pen.text(0, y - 13, _two(words, by, pen.width, bold), name)
    free_left, free_right = _free(pen, at.scale, forecast)
    if above:
        room = (1 - left) * pen.width
        return pen.text(left, y - 13, _two(words, by, room, bold), name)
    if free_right >= free_left:
        return pen.text(right, y + 4.5, _two(words, by, free_right, bold), name, shift=_BESIDE)
    return pen.text(left, y + 4.5, _two(words, by, free_left, bold), name, shift=-_BESIDE, end=True)


def _two(words: str, by: str, room: float, bold: bool) -> Markup:
    """What was said, and by whom in a softer voice; the words give way before the name."""
    if not by:
        return Markup(escape(fitted(words, room, SIZE, bold=bold)))
    name = f" {by}"
    left = room - width(name, SIZE, bold=bold)
    shorter = fitted(words, left, SIZE, bold=bold)
    if not shorter:
        return Markup(escape(fitted(words, room, SIZE, bold=bold)))
    return Markup('{}<tspan class="tc-faint">{}</tspan>').format(shorter, name)


def _day(day: datetime.date) -> Date:
    return dates.parse(day.isoformat())


__all__ = ["Forecast", "Layout", "charts", "layout"]
