"""The marks of a scale: as many months and years as can be named without one word touching the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.charts.svg.metrics import width
from timeline.charts.svg.scale import Scale
from timeline.dates import day_words, days, month_words, year_words

_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)
"""In months, the finest first."""
_DAYS = (tuple(range(1, 32)), (1, 8, 15, 22), (1, 15))
_SHORT = 100
_OFFSET = 3
_MONTH = 30.4
_MOST = 80
_GAP = 8


@dataclass(frozen=True, slots=True)
class Tick:
    """Where a month or a year begins; its name stands to the right of the mark."""

    place: float
    label: str
    year: bool
    day: int
    """Its first day, counted as `date.toordinal` does."""


def ticks(scale: Scale, room: float, size: float) -> tuple[Tick, ...]:
    """Each straight part of a scale has the finest marks that its room bears."""
    kept: list[Tick] = []
    parts = [pair for pair in zip(scale.knots, scale.knots[1:], strict=False) if pair[1][0] > pair[0][0]]
    for (day0, _), (day1, place1) in parts:
        until = place1 * room
        made: list[Tick] = []
        for dated in _DAYS if day1 - day0 <= _SHORT else ():
            made = list(_dated(dated, int(day0), int(day1), scale))
            if _fit(made, room, size):
                break
        else:
            coarse = [step for step in _STEPS if (day1 - day0) / _MONTH / step <= _MOST] or _STEPS[-1:]
            for step in coarse:
                made = list(_every(step, int(day0), int(day1), scale))
                if _fit(made, room, size):
                    break
        kept += [tick for tick in made if _ends(tick, room, size) <= until]
    return tuple(_apart(kept, room, size))


def _dated(dated: tuple[int, ...], day0: int, day1: int, scale: Scale) -> Iterator[Tick]:
    """Single days, where all of a scale is a few weeks."""
    every = [day for day in map(days.numbered, range(day0, day1)) if day.day in dated]
    for number, day in enumerate(every):
        label = day_words(day.day, day.month, "" if number else year_words(day.year))
        yield Tick(scale(day.toordinal()), label, False, day.toordinal())


def _every(step: int, day0: int, day1: int, scale: Scale) -> Iterator[Tick]:
    first = days.numbered(day0)
    month = (first.year * 12 + first.month - 1) // step * step
    named = False
    while True:
        year, index = divmod(month, 12)
        if step > 12 and year < 1:  # 100 BC and not 101 BC
            year += 1
        if year > days.LAST_YEAR:
            return
        if year >= days.FIRST_YEAR:
            day = days.of(year, index + 1, 1).toordinal()
            if day >= day1:
                return
            if day >= day0:
                whole = step >= 12
                name = month_words(index + 1, "" if named else year_words(year), short=True)
                label = year_words(year) if whole or index == 0 else name
                named = True
                yield Tick(scale(day), label, whole or index == 0, day)
        month += step


def _ends(tick: Tick, room: float, size: float) -> float:
    return tick.place * room + _OFFSET + width(tick.label, size, bold=tick.year)


def _fit(made: list[Tick], room: float, size: float) -> bool:
    ends = [_ends(tick, room, size) for tick in made]
    starts = [tick.place * room for tick in made[1:]]
    return all(end + _GAP <= start for end, start in zip(ends, starts, strict=False))


def _apart(close: list[Tick], room: float, size: float) -> Iterator[Tick]:
    """Where two parts meet, and a name would run into the next one, it gives way."""
    for number, tick in enumerate(close):
        following = close[number + 1].place * room if number + 1 < len(close) else None
        if following is None or _ends(tick, room, size) + _GAP <= following:
            yield tick
