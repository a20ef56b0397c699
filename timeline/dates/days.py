"""Days of all years from -9999 to 9999, as calendars of today count them backwards without end.

`datetime.date` knows no year before 1. An early day is one of its kind all the same: it is compared, counted and told
from others as any other day is, so whatever asks a date for its first day need not ask which kind it has got. The
Gregorian calendar repeats itself every 400 years, so an early day keeps that of a later cycle and takes years off.
"""

from __future__ import annotations

import calendar
import datetime
from typing import SupportsIndex, overload

FIRST_YEAR, LAST_YEAR = -9999, 9999
_CYCLE, _DAYS = 400, 146_097
_FAR = 25
"""So many cycles put the year -9999 into the year 1."""


class EarlyDay(datetime.date):
    """A day of the year 0, which is 1 BC, or of one before it."""

    __slots__ = ("_cycles",)
    _cycles: int

    def __new__(cls, year: SupportsIndex, month: SupportsIndex, day: SupportsIndex) -> EarlyDay:
        number = int(year)
        if not FIRST_YEAR <= number < datetime.MINYEAR:
            raise ValueError(f"year {number} is out of range")
        cycles = 1 if number == 0 else _FAR
        made = super().__new__(cls, number + cycles * _CYCLE, month, day)
        made._cycles = cycles
        return made

    @property
    def year(self) -> int:
        return super().year - self._cycles * _CYCLE

    def toordinal(self) -> int:
        """Counted as `datetime.date` does from the first day of the year 1, which is 1: the day before it is 0."""
        return super().toordinal() - self._cycles * _DAYS

    def isoformat(self) -> str:
        """As ISO 8601 writes years before 1: `-0043-03-15`, and `0000-01-01` in the year 0."""
        return f"{year_text(self.year)}-{self.month:02}-{self.day:02}"

    __str__ = isoformat

    def __repr__(self) -> str:
        return f"EarlyDay({self.year}, {self.month}, {self.day})"

    def __reduce__(self) -> tuple[type[EarlyDay], tuple[int, int, int]]:
        return EarlyDay, (self.year, self.month, self.day)

    def __hash__(self) -> int:
        return hash(self.toordinal())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, datetime.date) and self.toordinal() == other.toordinal()

    def __lt__(self, other: datetime.date) -> bool:
        return self.toordinal() < other.toordinal()

    def __le__(self, other: datetime.date) -> bool:
        return self.toordinal() <= other.toordinal()

    def __gt__(self, other: datetime.date) -> bool:
        return self.toordinal() > other.toordinal()

    def __ge__(self, other: datetime.date) -> bool:
        return self.toordinal() >= other.toordinal()

    def __add__(self, other: datetime.timedelta) -> datetime.date:  # type: ignore[override]  # Self would be too narrow
        return numbered(self.toordinal() + other.days)

    @overload  # type: ignore[override]  # a day before another one may be of either kind
    def __sub__(self, other: datetime.date) -> datetime.timedelta: ...
    @overload
    def __sub__(self, other: datetime.timedelta) -> datetime.date: ...
    def __sub__(self, other: datetime.date | datetime.timedelta) -> datetime.date | datetime.timedelta:
        if isinstance(other, datetime.timedelta):
            return numbered(self.toordinal() - other.days)
        return datetime.timedelta(days=self.toordinal() - other.toordinal())

    def __rsub__(self, other: datetime.date) -> datetime.timedelta:
        return datetime.timedelta(days=other.toordinal() - self.toordinal())

    def replace(  # type: ignore[override]  # Self would be too narrow
        self,
        year: SupportsIndex | None = None,
        month: SupportsIndex | None = None,
        day: SupportsIndex | None = None,
    ) -> datetime.date:
        return of(
            self.year if year is None else int(year),
            self.month if month is None else int(month),
            self.day if day is None else int(day),
        )


FIRST: datetime.date = EarlyDay(FIRST_YEAR, 1, 1)
LAST = datetime.date.max


def of(year: int, month: int, day: int) -> datetime.date:
    """The day, of whichever kind; ValueError where no calendar has it."""
    return datetime.date(year, month, day) if year >= datetime.MINYEAR else EarlyDay(year, month, day)


def numbered(number: int) -> datetime.date:
    """The day of a number, as `toordinal` gives it; what lies beyond the first or last day is that day."""
    if number >= 1:
        return datetime.date.fromordinal(min(number, LAST.toordinal()))
    cycles = 1 if number > -366 else _FAR
    later = datetime.date.fromordinal(max(number + cycles * _DAYS, 1))
    return EarlyDay(later.year - cycles * _CYCLE, later.month, later.day)


def shifted(day: datetime.date, days: int) -> datetime.date:
    """So many days later, or earlier where it is less than 0; never beyond the first or last day."""
    return numbered(day.toordinal() + days)


def last_of_month(year: int, month: int) -> int:
    """How many days the month has."""
    return calendar.monthrange(year % _CYCLE + _CYCLE, month)[1]


def year_text(year: int) -> str:
    """A year as EDTF writes it: `0043`, `-0043` for 44 BC."""
    return f"{year:04}" if year >= 0 else f"-{-year:04}"
