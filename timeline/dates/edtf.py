"""The part of EDTF that a timeline needs, and nothing that only resembles it.

Read here are days, months, years, decades and centuries, the seasons and quarters, `~ ? %` at the end of a
point, extents with at most one open end, and `[a..b]`. Whatever else is typed gives None; why, and what to
write instead, is said by the refusals.
"""

from __future__ import annotations

import calendar
import datetime
import re

from timeline.dates.date import Date, Point, Precision

LONGEST = len("[2025-04-09%..2025-04-09%]")

SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
"""The first month of each season, in the north; winter ends in the next year."""

QUARTERS = {33: 1, 34: 4, 35: 7, 36: 10}

_POINT = re.compile(r"(?:([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?|([0-9]{3})X|([0-9]{2})XX)([~?%]?)")

_Extent = tuple[Precision, datetime.date, datetime.date]


def read(text: str) -> Date | None:
    """The date, or None when the text is none. It looks at no more text than a date can have."""
    if len(text) > LONGEST:
        return None
    if text.startswith("[") and text.endswith("]"):
        return _between(text)
    if "/" in text:
        return _extent(text)
    point = read_point(text)
    return None if point is None else Date(text, "point", point, point)


def read_point(text: str) -> Point | None:
    match = _POINT.fullmatch(text)
    if match is None:
        return None
    year, month, day, decade, century, doubt = match.groups()
    if decade:
        named = _years(Precision.DECADE, int(decade) * 10, 10)
    elif century:
        named = _years(Precision.CENTURY, int(century) * 100, 100)
    elif month is None:
        named = _years(Precision.YEAR, int(year), 1)
    elif day is None:
        named = _part_of_year(int(year), int(month))
    else:
        named = _day(int(year), int(month), int(day))
    if named is None:
        return None
    return Point(text, *named, uncertain=doubt in ("?", "%"), approximate=doubt in ("~", "%"))


def last_of_month(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def _between(text: str) -> Date | None:
    start, dots, end = text[1:-1].partition("..")
    first, last = read_point(start), read_point(end)
    if not dots or first is None or last is None or last.last < first.first:
        return None
    return Date(text, "between", first, last)


def _extent(text: str) -> Date | None:
    start, _, end = text.partition("/")
    first, last = read_point(start), read_point(end)
    if (first is None and start != "..") or (last is None and end != "..") or start == end == "..":
        return None
    if first is not None and last is not None and last.last < first.first:
        return None
    return Date(text, "extent", first, last)


def _years(precision: Precision, first: int, count: int) -> _Extent | None:
    if first < datetime.MINYEAR:
        return None
    return precision, datetime.date(first, 1, 1), datetime.date(first + count - 1, 12, 31)


def _part_of_year(year: int, code: int) -> _Extent | None:
    if year < datetime.MINYEAR:
        return None
    if code in SEASONS:
        return _months(Precision.SEASON, year, SEASONS[code], 3)
    if code in QUARTERS:
        return _months(Precision.QUARTER, year, QUARTERS[code], 3)
    return _months(Precision.MONTH, year, code, 1) if 1 <= code <= 12 else None


def _months(precision: Precision, year: int, month: int, count: int) -> _Extent | None:
    later, index = divmod(month + count - 2, 12)
    if year + later > datetime.MAXYEAR:
        return None
    last = datetime.date(year + later, index + 1, last_of_month(year + later, index + 1))
    return precision, datetime.date(year, month, 1), last


def _day(year: int, month: int, day: int) -> _Extent | None:
    try:
        date = datetime.date(year, month, day)
    except ValueError:
        return None
    return Precision.DAY, date, date
