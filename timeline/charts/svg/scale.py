"""From days to places on a line.

A day is a stretch and not a point: it begins where the one before it ends, so a month on the scale is as wide as its
days. A scale is straight between its knots. Several knots let quiet years be drawn smaller than the busy ones, and
rows be given room where much was said on few days; the order of days is kept by all of them.
"""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from timeline.dates import Date, days


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a date lies: all of it that is on the scale."""

    start: float
    end: float
    open_start: bool = False
    """Whether it goes on before its start, because it has no beginning or the scale begins later."""
    open_end: bool = False

    @property
    def width(self) -> float:
        return self.end - self.start

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2


def _day(knot: tuple[float, float]) -> float:
    return knot[0]


@dataclass(frozen=True, slots=True)
class Scale:
    """`knots` are days, counted as `date.toordinal` does, with their places; both rise or stay."""

    knots: tuple[tuple[float, float], ...]

    def __call__(self, day: float) -> float:
        """The place at which a day begins; days beyond the ends stand at the ends."""
        after = bisect_right(self.knots, day, key=_day)
        if after == 0:
            return self.knots[0][1]
        if after == len(self.knots):
            return self.knots[-1][1]
        (day0, place0), (day1, place1) = self.knots[after - 1], self.knots[after]
        return place0 + (place1 - place0) * (day - day0) / (day1 - day0)

    @property
    def first(self) -> float:
        return self.knots[0][0]

    @property
    def last(self) -> float:
        return self.knots[-1][0]

    def middle(self, day: datetime.date) -> float:
        """The middle of a day."""
        return self(day.toordinal() + 0.5)

    def edge(self, day: datetime.date) -> float:
        """Where a day is over."""
        return self(day.toordinal() + 1)

    def stretch(self, date: Date) -> Stretch | None:
        """All days that a date may be; nothing when none of them is on the scale, or nobody knows any."""
        if date.form == "unknown":
            return None
        first = date.earliest.toordinal() if date.earliest else self.first - 1
        after = date.latest.toordinal() + 1 if date.latest else self.last + 1
        if first >= self.last or after <= self.first:
            return None
        return Stretch(self(first), self(after), first < self.first, after > self.last)

    def day(self, place: float) -> datetime.date:
        """The day that a place belongs to."""
        for (day0, place0), (day1, place1) in zip(self.knots, self.knots[1:], strict=False):
            if place0 <= place < place1:
                return days.numbered(int(day0 + (day1 - day0) * (place - place0) / (place1 - place0)))
        return days.numbered(int(self.first if place < self.knots[0][1] else self.last - 1))


def across(scale: Scale) -> str:
    """The knots as a script reads them: days with shares of the width."""
    return " ".join(f"{counted(day)}:{place:.5f}" for day, place in scale.knots)


def counted(day: float | datetime.date | None) -> str:
    """A day as a script counts it, like `date.toordinal` from the year 1, with 0 and less before it.

    It is a place to look something up and no date for people, who are told of no day that nobody typed.
    """
    if day is None:
        return ""
    return str(day.toordinal() if isinstance(day, datetime.date) else int(day))


def even(first: datetime.date, last: datetime.date, start: float = 0.0, end: float = 1.0) -> Scale:
    """Every day as wide as any other."""
    return Scale(((first.toordinal(), start), (max(last, first).toordinal() + 1, end)))


def fitted(
    dates: Sequence[Date], first: datetime.date, last: datetime.date, start: float = 0.0, end: float = 1.0
) -> Scale:
    """The plainest scale on which dates can be told apart: even, of two speeds, or busy times larger."""
    scale = two_speeds(dates, first, last, start, end)
    places = sorted(stretch.middle for date in dates if (stretch := scale.stretch(date)))
    most = len(places) * 3 // 4
    if most < 3 or len({date.earliest for date in dates}) < 3:
        return scale
    closest = min(later - earlier for earlier, later in zip(places, places[most - 1 :], strict=False))
    return scale if closest * 6 >= end - start else _by_crowd(dates, first, last, start, end)


def two_speeds(
    dates: Sequence[Date], first: datetime.date, last: datetime.date, start: float = 0.0, end: float = 1.0
) -> Scale:
    """Even, unless long quiet years at the beginning would take the room of the others.

    Quiet are the years before the first one that holds a tenth of all dates. Where they are more than a quarter of
    the time, they get an eighth of the width.
    """
    years = [date.earliest.year for date in dates if date.earliest]
    busy = next((year for year in sorted(set(years)) if years.count(year) * 10 >= len(years)), first.year)
    turn = days.of(busy, 1, 1).toordinal()
    begin, finish = first.toordinal(), last.toordinal() + 1
    if turn <= begin or (turn - begin) * 4 <= finish - begin:
        return even(first, last, start, end)
    return Scale(((begin, start), (turn, start + (end - start) / 8), (finish, end)))


# -- where all but everything happened at once ---------------------------------------------------------

_CROWDS, _CROWDED = 4, 0.7
"""How many busy times there may be, and what share of the width they take by the number of their dates."""


def _by_crowd(dates: Sequence[Date], first: datetime.date, last: datetime.date, start: float, end: float) -> Scale:
    """Busy times by how many dates they hold, the quiet ones between by how long they last.

    A record of one night that was looked into for a century has its dates in a thousandth of its time.
    """
    begin, finish = first.toordinal(), last.toordinal() + 1
    told = sorted(min(max(date.earliest.toordinal(), begin), finish - 1) for date in dates if date.earliest)
    crowds = _crowds(sorted(set(told)), begin, finish)
    knots = sorted({begin, finish, *(day for crowd in crowds for day in crowd)})
    parts = list(pairwise(knots))
    held = [bisect_left(told, after) - bisect_left(told, day) for day, after in parts]
    weights = [
        _CROWDED * many / len(told) + (1 - _CROWDED) * (after - day) / (finish - begin)
        for (day, after), many in zip(parts, held, strict=True)
    ]
    places = [start + (end - start) * share for share in accumulate(weights, initial=0.0)]
    return Scale((*zip(knots[:-1], places[:-1], strict=True), (finish, end)))


def _crowds(told: Sequence[int], begin: int, finish: int) -> list[tuple[int, int]]:
    """At most so many stretches that hold all these days, set apart by the longest gaps."""
    gaps = sorted(range(1, len(told)), key=lambda n: told[n] - told[n - 1], reverse=True)[: _CROWDS - 1]
    edges = [0, *sorted(gaps), len(told)]
    found = []
    for one, after in pairwise(edges):
        before = told[one] - (told[one - 1] if one else begin)
        behind = (told[after] if after < len(told) else finish) - told[after - 1]
        found.append(_widened(told[one], told[after - 1], min(before, behind) or max(before, behind)))
    whole: list[tuple[int, int]] = []
    for day, over in found:
        day, over = max(day, begin), min(over, finish)
        if whole and day < whole[-1][1]:
            day = whole[-1][1]
        if day < over:
            whole.append((day, over))
    return whole


def _widened(first: int, last: int, room: int) -> tuple[int, int]:
    """To whole years or months where there is room for them around: a scale turns where people would look for it."""
    one, other = days.numbered(first), days.numbered(last)
    if room > _YEAR:
        return days.of(one.year, 1, 1).toordinal(), days.of(other.year, 12, 31).toordinal() + 1
    if room > _MONTH:
        following = other.replace(day=1).toordinal() + _MONTH
        return one.replace(day=1).toordinal(), days.numbered(following).replace(day=1).toordinal()
    return first, last + 1


_YEAR, _MONTH = 3 * 366, 32
