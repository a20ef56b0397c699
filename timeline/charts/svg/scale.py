"""From days to places on a line.

A day is a stretch and not a point: it begins where the one before it ends, so a month on the scale is as wide as its
days. A scale is straight between its knots. Several knots let quiet years be drawn smaller than the busy ones, and
rows be given room where much was said on few days; the order of days is kept by all of them.
"""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

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
