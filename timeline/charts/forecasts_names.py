"""Who named each time, on a drawing without room beside its marks: a number at each mark, and below it the names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from timeline.charts.forecasts_board import MANY, Board
from timeline.charts.forecasts_subjects import Forecast, Subject
from timeline.charts.svg.metrics import lines, width
from timeline.charts.svg.pen import SIZE, Pen
from timeline.charts.svg.scale import counted
from timeline.site.text_direction import apart

_LEAD, _AIR = 16.0, 14.0
"""From line to line, and between two names."""
_HIGH, _BETWEEN, _ROWS = 12.0, 4.0, 3
"""Of a number, between two that stand side by side, and how far up one may move for another's sake."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The middle of a mark, and where it begins and ends, in pixels."""

    middle: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Area:
    """What words take."""

    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: Area) -> bool:
        beside = self.right + _BETWEEN <= other.left or other.right + _BETWEEN <= self.left
        return not beside and self.top < other.bottom and other.top < self.bottom


def first_numbers(board: Board) -> dict[str, int]:
    """The number of the first time that was named for each thing for which few were."""
    found, number = {}, 1
    for subject in board.subjects:
        if len(subject.forecasts) <= MANY:
            found[subject.topic.id] = number
            number += len(subject.forecasts)
    return found


def placed(
    marks: Sequence[Mark | None], first: int, taken: Sequence[Area], top: float, bottom: float
) -> list[Area | None]:
    """Room for a number at each mark that is drawn: above it, higher where another stands, or below; or none."""
    found: list[Area | None] = []
    full = list(taken)
    for number, mark in enumerate(marks, first):
        area = next(_free(mark, number, full, top, bottom), None) if mark else None
        found.append(area)
        full += [area] if area else []
    return found


def _free(mark: Mark, number: int, full: Sequence[Area], top: float, bottom: float) -> Iterator[Area]:
    half = width(str(number), SIZE) / 2
    for low in (*(mark.top - 2 - _HIGH * row for row in range(_ROWS)), mark.bottom + 1 + _HIGH):
        area = Area(mark.middle - half, mark.middle + half, low - _HIGH, low)
        if area.top >= top and area.bottom <= bottom and not any(map(area.meets, full)):
            yield area


def drawn(pen: Pen, area: Area, number: int) -> str:
    middle = (area.left + area.right) / 2
    return pen.text(middle / pen.width, area.bottom - 1.5, str(number), "tc-faint tc-halo", shift=area.left - middle)


def names(pen: Pen, board: Board, subject: Subject, first: int, top: float) -> tuple[str, float]:
    """Its name, then each number with who named the time; and where they end."""
    head = f"{subject.topic.name}:"
    made, x, y = [], 0.0, top
    for line in lines(head, pen.width, SIZE, bold=True):
        y += _LEAD
        made.append(pen.text(0, y, line, "tc-strong"))
        x = width(line, SIZE, bold=True) + _AIR / 2
    for number, forecast in enumerate(subject.forecasts, first):
        told = list(_lines(pen, number, forecast))
        if x and x + told[0][1] > pen.width:
            x, y = 0.0, y + _LEAD
        texts = [pen.text(x / pen.width, y, told[0][0])]
        for words, _wide in told[1:]:
            x, y = 0.0, y + _LEAD
            texts.append(pen.text(0, y, words))
        made.append(_link(board, forecast, "".join(texts)))
        x += told[-1][1] + _AIR
    return "".join(made), y


def _lines(pen: Pen, number: int, forecast: Forecast) -> Iterator[tuple[Markup, float]]:
    """The words of one, mostly a single line, each with the room that it takes."""
    room = width(f"{number} ", SIZE, bold=True)
    for at, line in enumerate(lines(forecast.source, pen.width - room, SIZE) or ("",)):
        soft = Markup('<tspan class="tc-faint">{}</tspan>').format(apart(line))
        strong = Markup('<tspan class="tc-strong">{}</tspan> ').format(number)
        yield (soft if at else strong + soft), width(line, SIZE) + (0 if at else room)


def _link(board: Board, forecast: Forecast, texts: str) -> str:
    link = escape(f"{board.base}#{forecast.expectation.id}")
    return f'<a href="{link}" tabindex="-1" data-known="{counted(forecast.known)}">{texts}</a>'
