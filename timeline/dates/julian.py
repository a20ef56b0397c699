"""The Julian calendar: which days of ours its days and months are."""

from __future__ import annotations

import datetime

from timeline.dates import days

JULIAN = " Julian"
"""The word behind a date whose days are those of this calendar."""
_GREGORIAN_EPOCH = 1_721_424.5
"""How many days a Julian day number counts more than `date.toordinal`."""


def julian_ends(year: int, month: int, day: int | None) -> tuple[datetime.date, datetime.date] | None:
    """The first and the last day, in our calendar, of a day or month of the Julian one; None where there is none."""
    if day == 0 or not (1 <= month <= 12 and days.FIRST_YEAR < year < days.LAST_YEAR):
        return None
    first, last = (_of_ours(year, month, each) for each in ((day, day) if day else (1, julian_length(year, month))))
    return None if first is None or last is None else (first, last)


def _of_ours(year: int, month: int, day: int) -> datetime.date | None:
    """A day of the Julian calendar in ours, where that calendar has it."""
    from convertdate import julian  # only few records have such a day, and it takes a tenth of a second

    try:
        number = julian.to_jd(year, month, day)
    except ValueError:
        return None
    return days.numbered(int(number - _GREGORIAN_EPOCH))


def julian_length(year: int, month: int) -> int:
    """How many days a month has in the Julian calendar, in which every fourth year is a leap year."""
    return 29 if month == 2 and year % 4 == 0 else 28 if month == 2 else days.last_of_month(year, month)
