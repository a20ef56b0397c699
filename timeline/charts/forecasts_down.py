"""Forecasts on a narrow drawing: time runs downwards, a column for each thing and one for what happened meanwhile.

The states of tracks stand below, where they run across as on every other drawing, without words for want of room.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from timeline import dates
from timeline.charts import tracks
from timeline.charts.forecasts_board import Board, begins, classes, crossed, event_link, label, linked, silence
from timeline.charts.forecasts_subjects import Forecast, Subject
from timeline.charts.svg.metrics import balanced, lines, width
from timeline.charts.svg.pen import SIZE, Pen
from timeline.charts.svg.scale import Scale, counted, even
from timeline.dates import month_words, year_words

_SIDE = 3
"""Columns of things that stand side by side; more stand below one another."""
_GUTTER, _EVENTS, _AIR = 40.0, 100.0, 6.0
_DAY, _LEAST, _MOST = 0.56, 300.0, 1100.0
_NAME, _LEAD = 18.0, 16.0
_BAR = 9.0
_BETWEEN = re.compile(r"[\s-]+")


@dataclass(frozen=True, slots=True)
class _Frame:
    pen: Pen
    board: Board
    scale: Scale
    """From days to pixels, downwards."""

    def share(self, pixels: float) -> float:
        return pixels / self.pen.width


def draw(pen: Pen, board: Board) -> tuple[str, float]:
    """Panels of a few things each, then the states of tracks; and how high it all is."""
    drawn: list[str] = []
    y = 0.0
    knots = ""
    for at in range(0, len(board.subjects), _SIDE):
        some = board.subjects[at : at + _SIDE]
        made, bottom, scale = _panel(pen, board, some, y, events=at == 0)
        drawn += made
        knots = knots or " ".join(f"{counted(day)}:{place:g}" for day, place in scale.knots)
        y = bottom + 26
    drawn = [f'<g data-down="{knots}">', *drawn, "</g>"]
    if board.tracks:
        made_tracks, high = tracks.ribbons(pen, board.index, board.tracks, board.links, told=False)
        drawn.append(f'<g transform="translate(0 {y:g})">{made_tracks}</g>')
        y += high
    return "".join(drawn), y


def _panel(
    pen: Pen, board: Board, some: tuple[Subject, ...], top: float, *, events: bool
) -> tuple[list[str], float, Scale]:
    columns, side = _columns(pen, board, len(some), events=events)
    fitting = all(_fits(f"{subject.named} {subject.fates}", columns[0][1]) for subject in some)
    told, top = ([], top) if fitting else _told(pen, some, top)
    heads = [
        _head(pen, subject, left, wide, top, numbers=fitting)
        for subject, (left, wide) in zip(some, columns, strict=True)
    ]
    begin = top + max(high for _, high in heads) + 8
    high = min(_MOST, max(_LEAST, (board.last - board.first).days * _DAY))
    frame = _Frame(pen, board, even(board.first, board.last, begin, begin + high))
    drawn = [*told, *_grid(frame, begin + high)]
    for subject, (left, wide) in zip(some, columns, strict=True):
        drawn += _column(frame, subject, left, wide)
    for made, _ in heads:
        drawn += made
    if side:
        drawn.append(pen.text(frame.share(side), top + _NAME, board.released, "tc-strong"))
        drawn += _events(frame, side)
    return drawn, begin + high, frame.scale


def _columns(pen: Pen, board: Board, number: int, *, events: bool) -> tuple[list[tuple[float, float]], float]:
    """Left ends and widths of the columns, and where that of events begins, 0 where there is none."""
    side = pen.width - _EVENTS if events and board.events else 0.0
    wide = ((side or pen.width) - _GUTTER - (_AIR if side else 0)) / number
    return [(_GUTTER + n * wide, wide - _AIR) for n in range(number)], side


def _fits(text: str, wide: float) -> bool:
    """Whether no word of it has to be broken."""
    return all(width(word, SIZE) <= wide for word in text.split())


def _told(pen: Pen, some: tuple[Subject, ...], top: float) -> tuple[list[str], float]:
    """What was named for each over the whole drawing, where the words are too long for columns; and where it ends."""
    drawn, y = [], top
    for subject in some:
        for line in lines(f"{subject.topic.name}: {subject.named}; {subject.fates}", pen.width, SIZE):
            y += _LEAD
            drawn.append(pen.text(0, y, line, "tc-faint"))
    return drawn, y + 4


def _head(
    pen: Pen, subject: Subject, left: float, wide: float, top: float, *, numbers: bool
) -> tuple[list[str], float]:
    drawn, y = [], top
    for line in lines(subject.topic.name, wide, _NAME, bold=True):
        y += _NAME
        drawn.append(pen.text(left / pen.width, y, line, "tc-name"))
    counts = (*lines(subject.named, wide, SIZE), *lines(subject.fates, wide, SIZE)) if numbers else ()
    for line in counts:
        y += _LEAD
        drawn.append(pen.text(left / pen.width, y, line, "tc-faint"))
    return drawn, y - top


def _grid(frame: _Frame, bottom: float) -> list[str]:
    """Quarters, or years where these are too near to one another; none is named where the last day is."""
    pen, board = frame.pen, frame.board
    edge = frame.scale.edge(board.through)
    drawn = []
    months = 3 if frame.scale(board.first.toordinal() + 91) - frame.scale(board.first.toordinal()) >= 26 else 12
    day = board.first.replace(day=1)
    while day <= board.last:
        if day >= board.first and (day.month - 1) % months == 0:
            y = frame.scale(day.toordinal())
            year = day.month == 1
            drawn.append(pen.line(0, y, 1, y, "tc-year" if year else "tc-grid"))
            words = year_words(day.year) if year else month_words(day.month, short=True)
            if y + 14 < bottom and abs(y - edge) > _LEAD:
                drawn.append(pen.text(0, y + 14, words, "tc-strong" if year else "tc-faint", silent=True))
        day = (day + datetime.timedelta(days=32)).replace(day=1)
    drawn.append(pen.line(0, edge, 1, edge, "tc-edge"))
    drawn.append(pen.text(0, edge + 16, board.reach, "tc-strong tc-halo"))
    return drawn


def _column(frame: _Frame, subject: Subject, left: float, wide: float) -> list[str]:
    step = min(_BAR + 4, wide / len(subject.forecasts))
    bars = [
        linked(frame.board, forecast, _forecast(frame, forecast, left + step * n, max(2.0, step - 3)))
        for n, forecast in enumerate(subject.forecasts)
    ]
    return [*_silence(frame, subject, left, wide), *bars, *_came(frame, subject, left, wide)]


def _forecast(frame: _Frame, forecast: Forecast, left: float, wide: float) -> str:
    pen = frame.pen
    window = frame.scale.stretch(forecast.window)
    if window is None:
        return ""
    x0, x1 = frame.share(left), frame.share(left + wide)
    middle = (x0 + x1) / 2
    drawn = ""
    said = frame.scale.stretch(forecast.said) if forecast.said else None
    if said:
        start = begins(forecast, said)
        if window.start > start:
            drawn += pen.line(middle, start, middle, window.start, "tc-wait")
        if forecast.said and forecast.said.is_day:
            drawn += pen.line(x0, said.middle, x1, said.middle, "tc-wait")
    high = max(window.end - window.start, 2.0)
    drawn += pen.bar(x0, x1, window.start, high, classes(forecast))
    if forecast.standing == "denied":
        drawn += crossed(forecast, pen.line(x0, window.start + high, x1, window.start, "tc-cross"))
    if forecast.standing == "withdrawn":
        drawn += crossed(forecast, pen.line(middle, window.start, middle, window.start + high, "tc-cross"))
    return drawn


def _silence(frame: _Frame, subject: Subject, left: float, wide: float) -> list[str]:
    told = silence(frame.board, subject)
    if told is None:
        return []
    pen = frame.pen
    first, head, more = told
    y, bottom = frame.scale(first.toordinal()), frame.scale.edge(frame.board.through)
    drawn = [pen.bar(frame.share(left - 3), frame.share(left + wide + 3), y, bottom - y, "tc-empty")]
    strong = lines(head, wide - 4, SIZE)
    soft = lines(more, wide - 4, SIZE) if _fits(more, wide - 4) else ()
    if len(strong) * _LEAD + 12 <= bottom - y:
        for number, line in enumerate(strong):
            drawn.append(pen.text(frame.share(left + 3), y + 18 + _LEAD * number, line))
        y += 18 + _LEAD * len(strong)
        if len(soft) * _LEAD + 10 <= bottom - y:
            for number, line in enumerate(soft):
                drawn.append(pen.text(frame.share(left + 3), y + 6 + _LEAD * number, line, "tc-faint"))
    return [f'<g data-known="{frame.board.at_end}">', *drawn, "</g>"]


def _came(frame: _Frame, subject: Subject, left: float, wide: float) -> list[str]:
    place = frame.scale.stretch(subject.came.date) if subject.came else None
    if subject.came is None or place is None:
        return []
    pen, event = frame.pen, subject.came
    drawn = [
        pen.bar(
            frame.share(left - 3),
            frame.share(left + wide + 3),
            place.start,
            max(2.5, place.end - place.start),
            "tc-came",
        )
    ]
    after = max([place.end] + [s.end for f in subject.forecasts if (s := frame.scale.stretch(f.window))])
    told = (*balanced(dates.words(event.date), wide, SIZE), *balanced(label(event), wide, SIZE))
    below = after + 4 + _LEAD * len(told) <= frame.scale.edge(frame.board.last)
    y = after + 4 if below else place.start - _LEAD * len(told) - 8
    for line in told:
        y += _LEAD
        drawn.append(pen.text(frame.share(left), y, line, "tc-halo"))
    return [event_link(frame.board, event, "".join(drawn))]


def _events(frame: _Frame, left: float) -> list[str]:
    """A mark each; the words of those whose words have room before the next one's."""
    pen = frame.pen
    drawn, free = [], 0.0
    for event in frame.board.events:
        place = frame.scale.stretch(event.date)
        if place is None:
            continue
        y = place.middle
        made = pen.mark("said", frame.share(left + 5), y, " tc-release")
        if not event.date.is_day:
            made = pen.bar(
                frame.share(left + 1), frame.share(left + 9), place.start, place.end - place.start, "tc-extent"
            )
        words = _name(label(event))
        if y - 9 >= free:
            for number, line in enumerate(words):
                made += pen.text(frame.share(left + 14), y + 4.5 + _LEAD * number, line, "tc-strong tc-halo")
            free = max(free, y + 9 + _LEAD * (len(words) - 1))
        drawn.append(event_link(frame.board, event, made))
    return drawn


def _name(text: str) -> list[str]:
    """A name in one line or in two, broken between its parts; none where these have no room."""
    if _has_room(text):
        return [text]
    for between in reversed(list(_BETWEEN.finditer(text))):
        parts = [text[: between.end()].rstrip(), text[between.end() :]]
        if all(map(_has_room, parts)):
            return parts
    return []


def _has_room(text: str) -> bool:
    return width(text, SIZE, bold=True) <= _EVENTS - 14
