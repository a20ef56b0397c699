"""Forecasts on a wide drawing: time runs to the right, a band for each thing, each named time on a line of its own.

Few lines carry their words; where there are many, neighbours with one fate are told together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from timeline import dates
from timeline.charts import forecasts_meanwhile
from timeline.charts.forecasts_board import (
    LEAD,
    MANY,
    Board,
    Frame,
    begins,
    classes,
    crossed,
    event_link,
    linked,
    said_by,
    silence,
)
from timeline.charts.forecasts_subjects import CAME, Forecast, Subject
from timeline.charts.svg.metrics import balanced, lines, widest_word, width
from timeline.charts.svg.pen import SIZE, Pen
from timeline.charts.svg.scale import Stretch, across, even
from timeline.charts.svg.ticks import ticks
from timeline.dates import Precision
from timeline.site.wording import plural

TOP, AIR = 30.0, 14.0
"""Above the first band, and above and below the lines of a band."""
NAME = 18.0
"""Of the names of things, in pixels."""
_TALL, _ROOM, _LEAST = 20.0, 150.0, 7.0
_BAR = 11.0
_GUTTER, _GUTTER_SMALL = 168.0, 124.0
_PAST_NAMES = 14.0
"""Between names and the first line."""
_BESIDE = 290.0
"""Room to the right that words take before they look to the left."""
_ASIDE = 130.0
"""Room that words beside others need."""


def draw(pen: Pen, board: Board) -> tuple[str, float]:
    """Bands from the top, then what happened, then the states of tracks; and how high it all is."""
    gutter = _gutter(pen.width, board)
    scale = even(board.first, board.last, gutter / pen.width, 1 - 6 / pen.width)
    frame = Frame(pen, board, scale, gutter)
    drawn: list[str] = []
    y = TOP
    for subject in board.subjects:
        made, high = _subject(frame, subject, y)
        drawn += made
        y += high
        drawn.append(pen.line(0, y, 1, y, "tc-grid"))
    if board.events:
        made, high = forecasts_meanwhile.events(frame, y)
        drawn += [*made, pen.line(0, y + high, 1, y + high, "tc-grid")]
        y += high
    for track in board.tracks:
        made, high = forecasts_meanwhile.track(frame, track, y)
        drawn += made
        y += high
    return f'<g data-across="{across(scale)}">{"".join([*_grid(frame, y), *drawn])}</g>', y + 22


def _gutter(wide: float, board: Board) -> float:
    """Room for names before the lines: as wide as their longest word, if that is not a third of the drawing."""
    faint = [text for subject in board.subjects for text in (subject.named, subject.fates)]
    words = [
        *(widest_word(text, SIZE) for text in faint),
        *(widest_word(subject.topic.name, NAME, bold=True) for subject in board.subjects),
        *(widest_word(track.title, SIZE, bold=True) for track in board.tracks),
    ]
    usual = _GUTTER if wide >= 1000 else _GUTTER_SMALL
    return max(usual, min(wide / 3, max(words, default=0.0) + _PAST_NAMES))


def _grid(frame: Frame, bottom: float) -> list[str]:
    pen, board = frame.pen, frame.board
    drawn = []
    for tick in ticks(frame.scale, pen.width, SIZE):
        drawn.append(pen.line(tick.place, 22, tick.place, bottom, "tc-year" if tick.year else "tc-grid"))
        drawn.append(
            pen.text(tick.place, 14, tick.label, "tc-strong" if tick.year else "tc-faint", shift=3, silent=True)
        )
    edge = frame.scale.edge(board.through)
    drawn.append(pen.line(edge, 22, edge, bottom + 4, "tc-edge"))
    drawn.append(pen.text(edge, bottom + 18, board.reach, "tc-strong tc-halo", end=True))
    return drawn


# -- what was predicted of a thing ------------------------------------------------------------------------


def _subject(frame: Frame, subject: Subject, top: float) -> tuple[list[str], float]:
    number = len(subject.forecasts)
    told = number <= MANY
    step = _TALL if told else max(_LEAST, _ROOM / number)
    sign = _sign(frame, subject, above=told)
    begin = top + AIR + (LEAD * len(sign.rows) if sign and told else 0)
    ys = [begin + step * (n + 0.5) for n in range(number)]
    bars = [_forecast(frame, forecast, y, step) for forecast, y in zip(subject.forecasts, ys, strict=True)]
    words = _runs(frame, subject, ys)
    if told:
        halo = "tc-halo tc-halo--empty" if silence(frame.board, subject) else "tc-halo"
        words = [_words(frame, forecast, y, halo) for forecast, y in zip(subject.forecasts, ys, strict=True)]
        bars = [bar + said for bar, (said, _) in zip(bars, words, strict=True)]
    marks = [linked(frame.board, f, bar) for f, bar in zip(subject.forecasts, bars, strict=True)]
    if not told:
        marks += [said for said, _ in words]
    reach = max([frame.gutter, *(end for _, end in words)])
    head, high_head = _head(frame, subject, top)
    high = max(high_head, begin - top + AIR + step * number)
    behind, extra = _silence(frame, subject, top, high, reach)
    high += extra
    came = _came(frame, subject, sign, top, high) if sign and subject.came else []
    return [*behind, *head, *came, *marks], high


def _head(frame: Frame, subject: Subject, top: float) -> tuple[list[str], float]:
    """Its name and what came of the dates."""
    pen = frame.pen
    room = frame.gutter - _PAST_NAMES
    drawn = []
    y = top + 8.0
    for line in lines(subject.topic.name, room, NAME, bold=True):
        y += NAME
        drawn.append(pen.text(0, y, line, "tc-name"))
    drawn.append(f'<g data-known="{frame.board.at_end}">')
    for line in (subject.named, *balanced(subject.fates, room, SIZE)):
        y += LEAD
        drawn.append(pen.text(0, y, line, "tc-faint"))
    drawn.append("</g>")
    return drawn, y - top + 12


def _forecast(frame: Frame, forecast: Forecast, y: float, step: float) -> str:
    pen = frame.pen
    window = frame.scale.stretch(forecast.window)
    if window is None:
        return ""
    high = min(_BAR, step - 2)
    drawn = [_wait(frame, forecast, window, y, high)]
    drawn.append(pen.bar(window.start, window.end, y - high / 2, high, classes(forecast)))
    if forecast.standing == "denied":
        drawn.append(crossed(forecast, pen.line(window.start, y + high / 2, window.end, y - high / 2, "tc-cross")))
    if forecast.standing == "withdrawn":
        drawn.append(crossed(forecast, pen.line(window.start, y, window.end, y, "tc-cross")))
    if window.open_end:
        drawn.append(pen.line(window.end, y, 1, y, "tc-open"))
    return "".join(drawn)


def _wait(frame: Frame, forecast: Forecast, window: Stretch, y: float, high: float) -> str:
    """From the day on which it was said, where that is known; a month in which it was said is as long as the month."""
    said = frame.scale.stretch(forecast.said) if forecast.said else None
    if said is None:
        return ""
    start = begins(forecast, said)
    drawn = frame.pen.line(start, y, window.start, y, "tc-wait") if window.start > start else ""
    if forecast.said and forecast.said.precision is Precision.DAY and forecast.said.form == "point":
        drawn += frame.pen.line(said.middle, y - high / 2, said.middle, y + high / 2, "tc-wait")
    return drawn


def _words(frame: Frame, forecast: Forecast, y: float, halo: str) -> tuple[str, float]:
    """Beside the bar: its words and who said them, or less of it. Returns where they end, in pixels."""
    window = frame.scale.stretch(forecast.window)
    if window is None:
        return "", 0.0
    right = frame.px(window.end) + 7
    place = min(window.start, _said(frame, forecast))
    left = frame.px(place) - 7
    for words, wide in said_by(forecast):
        if right + wide <= frame.pen.width:
            return frame.pen.text(window.end, y + 4.5, words, halo, shift=7), right + wide
        if left - wide >= frame.gutter:
            return frame.pen.text(place, y + 4.5, words, halo, shift=-7, end=True), right
    return "", right


def _said(frame: Frame, forecast: Forecast) -> float:
    said = frame.scale.stretch(forecast.said) if forecast.said else None
    return said.start if said else 1.0


def _runs(frame: Frame, subject: Subject, ys: Sequence[float]) -> list[tuple[str, float]]:
    """Neighbours with one fate, told together beside them."""
    runs = []
    for standing, group in groupby(zip(subject.forecasts, ys, strict=True), key=lambda pair: pair[0].standing):
        run = list(group)
        number = len(run)
        fate = CAME[standing]
        words = plural(number, "{n} date {fate}", "{n} dates {fate}", fate=fate)
        y = sum(y for _, y in run) / number + 4.5
        stretches = [s for f, _ in run if (s := frame.scale.stretch(f.window))]
        if not stretches or number < 2:
            continue
        left = min([s.start for s in stretches] + [_said(frame, f) for f, _ in run])
        right = max(s.end for s in stretches)
        wide = width(words, SIZE)
        known = f'<g data-known="{frame.board.at_end}">'
        if frame.px(left) - 10 - wide >= frame.gutter:
            drawn = frame.pen.text(left, y, words, "tc-faint tc-halo", shift=-10, end=True)
            runs.append((f"{known}{drawn}</g>", frame.px(right)))
        elif subject.came is None and frame.px(right) + 10 + wide <= frame.pen.width:
            drawn = frame.pen.text(right, y, words, "tc-faint tc-halo", shift=10)
            runs.append((f"{known}{drawn}</g>", frame.px(right) + 10 + wide))
    return runs


def _silence(frame: Frame, subject: Subject, top: float, high: float, reach: float) -> tuple[list[str], float]:
    """The empty time since the last date that was named, tinted, with words where they have room."""
    told = silence(frame.board, subject, by=True)
    if told is None:
        return [], 0.0
    pen, scale = frame.pen, frame.scale
    first, head, more = told
    start, end = scale(first.toordinal()), scale.edge(frame.board.through)
    left = max(frame.px(start), reach) + 18
    room = frame.px(end) - left - 14
    beside = room >= _ASIDE
    if not beside:
        left, room = frame.px(start) + 14, frame.px(end) - frame.px(start) - 28
    if room < _ASIDE:
        return [f'<g data-known="{frame.board.at_end}">{pen.bar(start, end, top, high, "tc-empty")}</g>'], 0.0
    heads, mores = balanced(head, room, NAME, bold=True), balanced(more, room, SIZE)
    tall = 22 * len(heads) + LEAD * len(mores) + 8
    extra = max(0.0, tall + 8 - high) if beside else tall + 4
    y = top + (high + extra - tall) / 2 if beside else top + high
    drawn = [pen.bar(start, end, top, high + extra, "tc-empty")]
    for line in heads:
        y += 22
        drawn.append(pen.text(left / pen.width, y, line, "tc-name"))
    for line in mores:
        y += LEAD
        drawn.append(pen.text(left / pen.width, y + 3, line, "tc-faint"))
    return [f'<g data-known="{frame.board.at_end}">', *drawn, "</g>"], extra


@dataclass(frozen=True, slots=True)
class _Sign:
    """The words of what came in the end, beside its place."""

    place: Stretch
    rows: tuple[str, ...]
    left: float
    end: bool


def _sign(frame: Frame, subject: Subject, *, above: bool) -> _Sign | None:
    """Above the lines, where these have words of their own; else beside them."""
    place = frame.scale.stretch(subject.came.date) if subject.came else None
    if subject.came is None or place is None:
        return None
    beyond = place.end if above else max([place.end, *(s.end for s in _windows(frame, subject))])
    right, left = frame.pen.width - frame.px(beyond) - 14, frame.px(place.start) - frame.gutter - 12
    day, title = dates.words(subject.came.date), subject.came.title
    if right >= min(left, _BESIDE if above else _ASIDE):
        room = min(right, _BESIDE)
        rows = balanced(f"{day}: {title}", room, SIZE) if above else (day, *balanced(title, room, SIZE))
        return _Sign(place, rows, frame.px(beyond) + 10, False)
    return _Sign(place, balanced(f"{day}: {title}", min(left, 420.0), SIZE), frame.px(place.start) - 8, True)


def _came(frame: Frame, subject: Subject, sign: _Sign, top: float, high: float) -> list[str]:
    """What came in the end, as wide as its date is vague."""
    pen = frame.pen
    drawn = [pen.bar(sign.place.start, sign.place.end, top + 4, high - 8, "tc-came")]
    for number, line in enumerate(sign.rows):
        y = top + 20 + LEAD * number
        drawn.append(pen.text(sign.left / pen.width, y, line, "tc-halo", end=sign.end))
    assert subject.came is not None
    return [event_link(frame.board, subject.came, "".join(drawn))]


def _windows(frame: Frame, subject: Subject) -> list[Stretch]:
    return [place for forecast in subject.forecasts if (place := frame.scale.stretch(forecast.window))]
