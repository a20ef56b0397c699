"""The part of EDTF that a timeline needs, and nothing that only resembles it.

Read here are days, months, years, decades and centuries, from `-9999` to `9999`, the seasons and quarters, `~ ? %` at
the end of a point, times of a day, extents whose one end may be open (`..`) or not known (nothing), `[a..b]` with an
end that may be open, `[a,b]`, and `XXXX`. One thing is not of EDTF: the word `Julian` behind a date whose days are
those of that calendar. Whatever else is typed gives None; why, and what to write instead, is said by the refusals.
"""

from __future__ import annotations

import datetime
import re
from itertools import pairwise

from timeline.dates import days
from timeline.dates.date import Date, Ends, Point, Precision
from timeline.dates.julian import JULIAN, julian_ends

LONGEST = 120

SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
"""The first month of each season, in the north; winter ends in the next year."""

QUARTERS = {33: 1, 34: 4, 35: 7, 36: 10}

UNKNOWN = "XXXX"
"""A year of which no digit is known."""

_POINT = re.compile(
    r"(?:(-?[0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?|(-?[0-9]{3})X|(-?[0-9]{2})XX)([~?%]?)"
    r"(?:T([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(Z|[+-][0-9]{2}(?::[0-9]{2})?)?)?"
)

_Named = tuple[Precision, datetime.date, datetime.date]


def read(text: str) -> Date | None:
    """The date, or None when the text is none. It looks at no more text than a date can have."""
    if len(text) > LONGEST:
        return None
    if text == UNKNOWN:
        return Date(text, "unknown", None, None)
    bare = text.removesuffix(JULIAN)
    julian = bare != text
    if bare.startswith("[") and bare.endswith("]"):
        return _choice(text, bare[1:-1], julian)
    if "/" in bare:
        return _extent(text, bare, julian)
    point = read_point(bare, julian=julian)
    return None if point is None else Date(text, "point", point, point)


def read_point(text: str, *, julian: bool = False) -> Point | None:
    """A single date; of the Julian calendar a day or a month, for sources tell no year by the calendar."""
    match = _POINT.fullmatch(text)
    if match is None:
        return None
    year, month, day, decade, century, doubt, clock, zone = match.groups()
    if "-0000" in (year, f"{decade}0", f"{century}00") or (clock and (day is None or doubt)):
        return None
    time = _time(clock, zone) if clock else None
    if clock and time is None:
        return None
    if julian:
        return _julian(text, (int(year), int(month), int(day) if day else None), doubt, time) if month else None
    if decade:
        named = _years(Precision.DECADE, int(decade), 10)
    elif century:
        named = _years(Precision.CENTURY, int(century), 100)
    elif month is None:
        named = _years(Precision.YEAR, int(year), 1)
    elif day is None:
        named = _part_of_year(int(year), int(month))
    else:
        named = _day(int(year), int(month), int(day))
    if named is None:
        return None
    return Point(text, *named, uncertain=doubt in ("?", "%"), approximate=doubt in ("~", "%"), time=time)


def _time(clock: str, zone: str | None) -> datetime.time | None:
    """ISO 8601 lets an hour stand alone as the distance from UTC; 24:00, which newer Pythons read, is a day's end."""
    if clock.startswith("24"):
        return None
    try:
        return datetime.time.fromisoformat(clock + (zone or ""))
    except ValueError:
        return None


def _julian(text: str, named: tuple[int, int, int | None], doubt: str, time: datetime.time | None) -> Point | None:
    ends = julian_ends(*named)
    if ends is None:
        return None
    precision = Precision.MONTH if named[2] is None else Precision.DAY
    return Point(text, precision, *ends, doubt in ("?", "%"), doubt in ("~", "%"), time, named)


def _choice(text: str, inner: str, julian: bool) -> Date | None:
    """Some day between two ends, or one of several dates."""
    choices = [_between(part.strip(), julian) for part in inner.split(",")]
    if len(choices) > 1:
        return _one_of(text, [ends for ends in choices if ends], len(choices))
    ends = choices[0]
    if ends is None or ends[0] is ends[1]:
        return None
    return Date(text, "between", *ends)


def _one_of(text: str, choices: list[Ends], asked: int) -> Date | None:
    """In their order, each over before the next begins; only the first may be open before, only the last behind."""
    if len(choices) < asked:
        return None
    for (_, last), (first, _) in pairwise(choices):
        if first is None or last is None or last.last >= first.first:
            return None
    return Date(text, "between", choices[0][0], choices[-1][1], tuple(choices))


def _between(text: str, julian: bool) -> Ends | None:
    start, dots, end = text.partition("..")
    first, last = (read_point(part, julian=julian) if part else None for part in (start, end))
    if not dots:
        return (first, first) if first else None
    if (first is None) == bool(start) or (last is None) == bool(end) or (first is None and last is None):
        return None
    return None if first and last and last.last < first.first else (first, last)


def _extent(text: str, bare: str, julian: bool) -> Date | None:
    start, _, end = bare.partition("/")
    open_ends = ("", "..")
    first = None if start in open_ends else read_point(start, julian=julian)
    last = None if end in open_ends else read_point(end, julian=julian)
    if (first is None and (last is None or start not in open_ends)) or (last is None and end not in open_ends):
        return None
    if first is not None and last is not None and last.last < first.first:
        return None
    return Date(text, "extent", first, last)


def _years(precision: Precision, named: int, count: int) -> _Named | None:
    """Years that share their first digits; before the year 0 they are counted backwards."""
    first = named * count if named >= 0 else named * count - count + 1
    return precision, days.of(first, 1, 1), days.of(first + count - 1, 12, 31)


def _part_of_year(year: int, code: int) -> _Named | None:
    if code in SEASONS:
        return _months(Precision.SEASON, year, SEASONS[code], 3)
    if code in QUARTERS:
        return _months(Precision.QUARTER, year, QUARTERS[code], 3)
    return _months(Precision.MONTH, year, code, 1) if 1 <= code <= 12 else None


def _months(precision: Precision, year: int, month: int, count: int) -> _Named | None:
    later, index = divmod(month + count - 2, 12)
    if year + later > days.LAST_YEAR:
        return None
    last = days.of(year + later, index + 1, days.last_of_month(year + later, index + 1))
    return precision, days.of(year, month, 1), last


def _day(year: int, month: int, day: int) -> _Named | None:
    try:
        date = days.of(year, month, day)
    except ValueError:
        return None
    return Precision.DAY, date, date
