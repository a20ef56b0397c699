"""Forecasts on a narrow drawing: time runs downwards, a column for each thing and one for what happened meanwhile.

A single track is a strip between them, under the same scale; several stand below, where they run across as on every
other drawing, without words for want of room. Where few times were named for a thing, those who named them stand below.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline import dates
from timeline.charts import forecasts_names, forecasts_strip, tracks
from timeline.charts.forecasts_board import Board, begins, classes, crossed, event_link, label, linked, silence
from timeline.charts.forecasts_names import Area, Mark
from timeline.charts.forecasts_subjects import Forecast, Subject
from timeline.charts.svg.metrics import balanced, lines, widest_word, width
from timeline.charts.svg.pen import SIZE, Pen
from timeline.charts.svg.scale import Scale, counted, even
from timeline.dates import month_words, year_words

_SIDE = 3
"""Columns of things that stand side by side; more stand below one another."""
_GUTTER, _EVENTS, _AIR = 40.0, 100.0, 6.0
_DAY, _LEAST, _MOST = 0.56, 300.0, 1100.0
_NAME, _LEAD = 18.0, 16.0
_BAR = 9.0
_NUMBERED = 16.0
"""Above a panel with numbers at its marks, of which one may stand at its first day."""
_HIGHEST = 4
"""Lines of words above a column."""
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
    numbers = forecasts_names.first_numbers(board)
    for at in range(0, len(board.subjects), _SIDE):
        some = board.subjects[at : at + _SIDE]
        made, bottom, scale = _panel(pen, board, some, y, numbers, beside=at == 0)
        drawn += made
        knots = knots or " ".join(f"{counted(day)}:{place:g}" for day, place in scale.knots)
        y = bottom + 26
    drawn = [f'<g data-down="{knots}">', *drawn, "</g>"]
    for subject in board.subjects:
        if subject.topic.id in numbers:
            made_names, y = forecasts_names.names(pen, board, subject, numbers[subject.topic.id], y)
            drawn.append(made_names)
            y += 4
    if len(board.tracks) == 1:
        made_key, y = forecasts_strip.key(pen, board, board.tracks[0], y + 4)
        drawn.append(made_key)
    elif board.tracks:
        made_tracks, high = tracks.ribbons(pen, board.index, board.tracks, board.links, told=False)
        drawn.append(f'<g transform="translate(0 {y:g})">{made_tracks}</g>')
        y += high
    return "".join(drawn), y


def _panel(
    pen: Pen, board: Board, some: tuple[Subject, ...], top: float, numbers: Mapping[str, int], *, beside: bool
) -> tuple[list[str], float, Scale]:
    """Some things side by side; `beside` says that the strip of a track and what happened meanwhile stand there too."""
    strip = board.tracks[0] if beside and len(board.tracks) == 1 else None
    columns, side = _columns(pen, board, len(some), strip=strip is not None, events=beside)
    fitting = all(_fits(subject, columns[0][1]) for subject in some)
    told, top = ([], top) if fitting else _told(pen, some, top)
    heads = [
        _head(pen, subject, left, wide, top, numbers=fitting)
        for subject, (left, wide) in zip(some, columns, strict=True)
    ]
    begin = top + max(high for _, high in heads) + (_NUMBERED if numbers else 8)
    high = min(_MOST, max(_LEAST, (board.last - board.first).days * _DAY))
    frame = _Frame(pen, board, even(board.first, board.last, begin, begin + high))
    drawn = [*told, *_grid(frame, begin + high)]
    for subject, (left, wide) in zip(some, columns, strict=True):
        drawn += _column(frame, subject, left, wide, numbers.get(subject.topic.id))
    if strip:
        drawn.append(forecasts_strip.drawn(pen, board, strip, frame.scale, columns[-1][0] + columns[-1][1] + _AIR))
    for made, _ in heads:
        drawn += made
    if side:
        drawn.append(pen.text(frame.share(side), top + _NAME, board.released, "tc-strong"))
        drawn += _events(frame, side)
    return drawn, begin + high, frame.scale


def _columns(
    pen: Pen, board: Board, number: int, *, strip: bool, events: bool
) -> tuple[list[tuple[float, float]], float]:
    """Left ends and widths of the columns, and where that of events begins, 0 where there is none."""
    side = pen.width - _EVENTS if events and board.events else 0.0
    room = (side or pen.width) - _GUTTER - (_AIR if side else 0) - (forecasts_strip.WIDE + _AIR if strip else 0)
    wide = room / number
    return [(_GUTTER + n * wide, wide - _AIR) for n in range(number)], side


def _fits(subject: Subject, wide: float) -> bool:
    """Whether what was named for it has room above its column: few lines, in which no word is broken."""
    words = f"{subject.named} {subject.fates}".split()
    high = len(lines(subject.named, wide, SIZE)) + len(lines(subject.fates, wide, SIZE))
    return high <= _HIGHEST and all(width(word, SIZE) <= wide for word in words)


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


def _column(frame: _Frame, subject: Subject, left: float, wide: float, first: int | None) -> list[str]:
    """What was named for a thing; `first` is the number of the first of its marks, where they are numbered."""
    step = min(_BAR + 4, wide / len(subject.forecasts))
    came, taken = _came(frame, subject, left, wide)
    places = [(left + step * n, max(2.0, step - 3)) for n in range(len(subject.forecasts))]
    bars = [_forecast(frame, forecast, *place) for forecast, place in zip(subject.forecasts, places, strict=True)]
    if first:
        numbers = _numbers(frame, subject, [x + wide / 2 for x, wide in places], taken, first)
        bars = [bar + number for bar, number in zip(bars, numbers, strict=True)]
    marks = [linked(frame.board, forecast, bar) for forecast, bar in zip(subject.forecasts, bars, strict=True)]
    return [*_silence(frame, subject, left, wide), *marks, *came]


def _numbers(frame: _Frame, subject: Subject, middles: Sequence[float], taken: Sequence[Area], first: int) -> list[str]:
    """Beside each mark its number, off the words of what came and those of the empty time."""
    top = frame.scale.knots[0][1] - _NUMBERED + 2
    empty = silence(frame.board, subject)
    bottom = frame.scale(empty[0].toordinal()) if empty else frame.scale.edge(frame.board.through)
    marks = [_extent(frame, forecast, middle) for forecast, middle in zip(subject.forecasts, middles, strict=True)]
    areas = forecasts_names.placed(marks, first, taken, top, bottom)
    return [forecasts_names.drawn(frame.pen, area, n) if area else "" for n, area in enumerate(areas, first)]


def _extent(frame: _Frame, forecast: Forecast, middle: float) -> Mark | None:
    """From the day on which it was said to the last that was named."""
    window = frame.scale.stretch(forecast.window)
    if window is None:
        return None
    said = frame.scale.stretch(forecast.said) if forecast.said else None
    top = min(window.start, begins(forecast, said)) if said else window.start
    return Mark(middle, top, max(window.end, window.start + 2))


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
    soft = lines(more, wide - 4, SIZE) if widest_word(more, SIZE) <= wide - 4 else ()
    if len(strong) * _LEAD + 12 <= bottom - y:
        for number, line in enumerate(strong):
            drawn.append(pen.text(frame.share(left + 3), y + 18 + _LEAD * number, line))
        y += 18 + _LEAD * len(strong)
        if len(soft) * _LEAD + 10 <= bottom - y:
            for number, line in enumerate(soft):
                drawn.append(pen.text(frame.share(left + 3), y + 6 + _LEAD * number, line, "tc-faint"))
    return [f'<g data-known="{frame.board.at_end}">', *drawn, "</g>"]


def _came(frame: _Frame, subject: Subject, left: float, wide: float) -> tuple[list[str], list[Area]]:
    """What came in the end, and the room that its words take."""
    place = frame.scale.stretch(subject.came.date) if subject.came else None
    if subject.came is None or place is None:
        return [], []
    pen, event = frame.pen, subject.came
    high = max(2.5, place.end - place.start)
    drawn = [pen.bar(frame.share(left - 3), frame.share(left + wide + 3), place.start, high, "tc-came")]
    after = max([place.end] + [s.end for f in subject.forecasts if (s := frame.scale.stretch(f.window))])
    told = (*balanced(dates.words(event.date), wide, SIZE), *balanced(label(event), wide, SIZE))
    below = after + 4 + _LEAD * len(told) <= frame.scale.edge(frame.board.last)
    y = after + 4 if below else place.start - _LEAD * len(told) - 8
    taken = Area(left, left + wide, y, y + _LEAD * len(told) + 4)
    for line in told:
        y += _LEAD
        drawn.append(pen.text(frame.share(left), y, line, "tc-halo"))
    return [event_link(frame.board, event, "".join(drawn))], [taken]


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
