"""A date keeps the precision it was given.

`2025-05` is a month, not its first day, so two dates can be neither before nor after one another. There is
therefore no `<` here: `before`, `after` and `overlaps` speak of time, `sort_key` only of the order on a page.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal

from timeline.dates import days

Form = Literal["point", "extent", "between", "unknown"]


class DateError(ValueError):
    """Text that is no date, with the remedy. What stands in backquotes in `help` is itself a date."""

    def __init__(self, code: Literal["impossible-date", "not-edtf"], message: str, help: str) -> None:
        super().__init__(f"{message}; {help}")
        self.code = code
        self.message = message
        self.help = help

    def __reduce__(self) -> tuple[type[DateError], tuple[str, str, str]]:
        return DateError, (self.code, self.message, self.help)


class Precision(Enum):
    """What a single date names, the vaguest first."""

    UNKNOWN = "unknown"
    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    SEASON = "season"
    QUARTER = "quarter"
    MONTH = "month"
    DAY = "day"


_VAGUEST_FIRST = tuple(Precision)
_HALF_A_MONTH = 14
_NO_TIME = -(24 * 3600 + 1)
"""Before all times of a day, whatever their distance from UTC."""


@dataclass(frozen=True, slots=True)
class Point:
    """One EDTF date. Doubt is carried beside `first` and `last` and never widens them."""

    text: str
    precision: Precision = field(compare=False)
    first: datetime.date = field(compare=False)
    last: datetime.date = field(compare=False)
    uncertain: bool = field(default=False, compare=False)
    approximate: bool = field(default=False, compare=False)
    time: datetime.time | None = field(default=None, compare=False)
    """The time of day, with its distance from UTC where that was given; without, by the clocks of the place."""
    julian: tuple[int, int, int | None] | None = None
    """Year, month and day as the Julian calendar counts them, where the date was given in it; a month has no day."""

    @property
    def most(self) -> datetime.date:
        """Of a day or a month, a day of the month in which most of it lies: a Julian month lies in two of ours."""
        return days.shifted(self.first, _HALF_A_MONTH) if self.julian and self.first != self.last else self.first

    @property
    def edtf(self) -> str:
        """As EDTF has it, which knows no calendar but the Gregorian one: a month of another is about one of that."""
        if self.julian is None:
            return self.text
        if self.first != self.last:
            return f"{days.year_text(self.most.year)}-{self.most.month:02}{'%' if self.uncertain else '~'}"
        day, _, time = self.text.partition("T")
        return self.first.isoformat() + (f"T{time}" if time else day[len(day.rstrip("~?%")) :])

    def __str__(self) -> str:
        return self.text


Ends = tuple[Point | None, Point | None]


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a date stands in the row."""

    year: str
    """`2025`; of a vaguer date its EDTF form in small letters, `202x`; `undated`."""
    first: int
    """The first year it may mean."""
    month: int | None
    """None: the date is vaguer than a month, or lasts longer than one."""
    start: int
    """The month in which it may have begun."""
    one_year: bool = True
    """Whether it stands in a single year."""

    @property
    def place(self) -> tuple[int, bool, int, bool]:
        """The order of headings: a decade before its years, a year before its months."""
        return self.first, self.one_year, self.start, self.month is not None


UNDATED = Heading("undated", days.LAST_YEAR + 1, None, 1, False)
"""After all years, so that nobody takes it for an event of one of them."""


@dataclass(frozen=True, slots=True)
class Date:
    """A point, an extent (`a/b`, all of it), a day between (`[a..b]`, some day in it), or a date that nobody knows.

    Text decides equality, because it says everything else. A point has itself as start and end; an end that
    is None is open, and so is the day it gives.
    """

    text: str
    form: Form = field(compare=False)
    start: Point | None = field(compare=False)
    end: Point | None = field(compare=False)
    choices: tuple[Ends, ...] = field(default=(), compare=False)
    """Of `[1917,1919]`, what it may be: single dates, given as both ends, and days between."""
    earliest: datetime.date | None = field(init=False, compare=False, repr=False)
    latest: datetime.date | None = field(init=False, compare=False, repr=False)
    precision: Precision = field(init=False, compare=False, repr=False)
    """Of an extent that of its vaguer end."""
    uncertain: bool = field(init=False, compare=False, repr=False)
    approximate: bool = field(init=False, compare=False, repr=False)
    is_day: bool = field(init=False, compare=False, repr=False)
    """One calendar day, stated without doubt, perhaps with a time on it."""
    heading: Heading = field(init=False, compare=False, repr=False)
    """The year it stands in, and its month when that is known."""
    sort_key: tuple[int, bool, int, bool, int, int, int] = field(init=False, compare=False, repr=False)
    """As headings stand, then the earliest day, then the longer first, then the time of day where it is known."""

    def __post_init__(self) -> None:
        points = [point for pair in (self.choices or ((self.start, self.end),)) for point in pair if point is not None]
        if not points and self.form != "unknown":
            raise ValueError("a date needs at least one end")
        vaguest = min((point.precision for point in points), key=_VAGUEST_FIRST.index, default=Precision.UNKNOWN)
        derived = {
            "earliest": self.start.first if self.start else None,
            "latest": self.end.last if self.end else None,
            "precision": vaguest,
            "uncertain": any(point.uncertain for point in points),
            "approximate": any(point.approximate for point in points),
        }
        derived["is_day"] = (
            self.form == "point" and vaguest is Precision.DAY and not (derived["uncertain"] or derived["approximate"])
        )
        for name, value in derived.items():
            object.__setattr__(self, name, value)
        object.__setattr__(self, "heading", _heading(self))
        object.__setattr__(self, "sort_key", self._key())

    def _key(self) -> tuple[int, bool, int, bool, int, int, int]:
        heading = self.heading
        begin = (self.earliest or days.FIRST).toordinal()
        finish = self.latest.toordinal() if self.latest else days.LAST.toordinal() + 1
        return (*heading.place, begin, begin - finish, _seconds(self.start))

    @property
    def untold(self) -> Literal["", "start", "end"]:
        """Which end of an extent nobody knows: that of `1985/` came, and that of `1985/..` did not come yet."""
        if self.form != "extent" or ".." in self.text:
            return ""
        return "start" if self.start is None else "end" if self.end is None else ""

    @property
    def julian(self) -> bool:
        """Whether it was given in the Julian calendar."""
        return any(point is not None and point.julian is not None for point in (self.start, self.end))

    @property
    def edtf(self) -> str:
        """As programs read it, with the days of the Gregorian calendar."""
        if not self.julian:
            return self.text
        start, end = (point.edtf if point else "" for point in (self.start, self.end))
        if self.form == "between" or (self.form == "point" and self.precision is Precision.MONTH):
            return f"[{self._bound(self.start, first=True)}..{self._bound(self.end, first=False)}]"
        return start if self.form == "point" else f"{start or '..'}/{end or '..'}"

    def _bound(self, point: Point | None, *, first: bool) -> str:
        """The end of a day between: of a month of the Julian calendar its first or last day in ours, and its doubt."""
        if point is None or point.first == point.last:
            return point.edtf if point else ""
        doubt = point.text[len(point.text.rstrip("~?%")) :]
        return f"{(point.first if first else point.last).isoformat()}{doubt}"

    def before(self, other: Date) -> bool:
        """Certainly over when the other began."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def after(self, other: Date) -> bool:
        return other.before(self)

    def before_anywhere(self, other: Date) -> bool:
        """The same wherever on Earth each was dated: a paper of the 20th may tell of a 21st that began east of it."""
        if not self.before(other):
            return False
        neighbours = self.latest is not None and other.latest == self.latest + datetime.timedelta(days=1)
        return not (neighbours and self.earliest == self.latest and other.earliest == other.latest)

    def overlaps(self, other: Date) -> bool:
        """Some day belongs to both; an open end reaches every day on its side."""
        return not self.before(other) and not other.before(self)

    def within(self, other: Date) -> bool:
        """Whether it can lie on no day on which the other cannot."""
        if other.earliest and (not self.earliest or self.earliest < other.earliest):
            return False
        return not (other.latest and (not self.latest or self.latest > other.latest))

    def __str__(self) -> str:
        return self.text


def _seconds(point: Point | None) -> int:
    """The time of day in UTC where its distance is known, and none before all times."""
    if point is None or point.time is None:
        return _NO_TIME
    time, offset = point.time, point.time.utcoffset()
    return time.hour * 3600 + time.minute * 60 + time.second - (int(offset.total_seconds()) if offset else 0)


def _heading(date: Date) -> Heading:
    """An extent stands where it began; what has no beginning in the year of its end, month not known."""
    start = date.start
    if start is None:
        return UNDATED if date.end is None else _year(date.end, None, 1)
    if start.julian and start.first != start.last and date.form != "between":
        return _year(start, start.most.month, start.most.month)
    last = start.last if date.form == "extent" or date.latest is None else date.latest
    within = (start.first.year, start.first.month) == (last.year, last.month)
    known = within and (start.precision in (Precision.MONTH, Precision.DAY) or date.form != "point")
    open_between = date.form == "between" and date.latest is None
    return _year(start, start.first.month if known and not open_between else None, start.first.month)


def _year(point: Point, month: int | None, start: int) -> Heading:
    if point.precision in (Precision.DECADE, Precision.CENTURY):
        return Heading(point.text.rstrip("~?%").lower(), point.first.year, month, start, one_year=False)
    year = point.most.year
    return Heading(days.year_text(year), year, month, start)
