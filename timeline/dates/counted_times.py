"""Times that are not counted by year, month and day and can be told by those: weeks, numbered days, centuries.

Each function gives why a text of its kind is no date and what it is as one, and None for any other text.
"""

from __future__ import annotations

import datetime
import re

from timeline.dates import days
from timeline.dates.date import DateError, Precision
from timeline.dates.edtf import read, read_point
from timeline.dates.human_dates import readings
from timeline.dates.point_refusals import century, human, impossible, not_edtf

_WEEK = re.compile(
    r"([0-9]{4})-?w([0-9]{1,2})(?:-?([1-7]))?"
    r"|(?:calendar week|week|kw|cw|wk\.?) ?([0-9]{1,2})(?: of |[,/ ] ?)([0-9]{4})"
    r"|([0-9]{1,2})\. ?(?:kw|kalenderwoche) ([0-9]{4})"
)
_NUMBERED_DAY = re.compile(r"([0-9]{4})-?([0-9]{3})|day ([0-9]{1,3}) of ([0-9]{4})")
_SIDE = re.compile(r"(after|post|nach|before|pre|ante|vor|by)[ -](?:in )?(.+)")
_SHARE = re.compile(
    r"(?:the )?(first|second|third|fourth|last) (half|third|quarter) of the ([0-9]{1,2})(?:st|nd|rd|th) century"
)
_SHARES = {"half": 2, "third": 3, "quarter": 4}
_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_CENTURIES = re.compile(
    r"([0-9]{1,2})(?:st|nd|rd|th)?(?: ?[-–/] ?| to )([0-9]{1,2})(?:st|nd|rd|th) centur(?:y|ies)( b\.?c\.?(?:e\.?)?)?"
)
_CENTURY = re.compile(
    r"([ivx]+)(?:e|th)? (?:century|siècle|jh\.|jahrhundert)|s(?:aec)?\. ([ivx]+)|(?:the )?([a-z-]+) century"
)
_IN_WORDS = {
    "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "twenty-first": 21,
}  # fmt: skip
_ROMAN_YEAR = re.compile(r"m{1,2}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_MONTH = re.compile(r"([0-9]{1,2})[. /-]+(i{1,3}|iv|vi{0,3}|ix|xi{0,2})[. /-]+([0-9]{4})")
_VALUES = {"m": 1000, "d": 500, "c": 100, "l": 50, "x": 10, "v": 5, "i": 1}
_DECADE_BC = re.compile(r"([0-9]+)0s b\.?c\.?(?:e\.?)?")
_MARGIN = re.compile(r"([0-9]{4}) ?(?:±|\+/-) ?([0-9]{1,2})")
_SECONDS = re.compile(r"(1[0-9]{9})([0-9]{3})?")


def counted(text: str) -> DateError | None:
    """`text` is in small letters."""
    for refused in (_week, _numbered_day, _side, _centuries, _roman, _years, _seconds):
        if error := refused(text):
            return error
    return None


def _some_or_all(first: str, last: str, what: str = "") -> str:
    return f"some day of {what or 'it'} is `[{first}..{last}]`, all of it `{first}/{last}`"


def _week(text: str) -> DateError | None:
    match = _WEEK.fullmatch(text)
    if match is None:
        return None
    year, week, day = match[1] or match[5] or match[7], match[2] or match[4] or match[6], match[3]
    try:
        first = datetime.date.fromisocalendar(int(year), int(week), int(day or 1))
    except ValueError:
        weeks = datetime.date(max(int(year), 1), 12, 28).isocalendar().week
        return impossible(f"{year} has {weeks} weeks", f"write `{year}` if only the year is certain")
    if day:
        return human((first.isoformat(),))
    last = first + datetime.timedelta(6)
    help = _some_or_all(first.isoformat(), last.isoformat(), "it, as ISO 8601 counts weeks,")
    return not_edtf("a week by its number", help)


def _numbered_day(text: str) -> DateError | None:
    match = _NUMBERED_DAY.fullmatch(text)
    if match is None:
        return None
    year, number = int(match[1] or match[4]), int(match[2] or match[3])
    length = 366 if read(f"{year:04}-02-29") else 365
    if not (year and 1 <= number <= length):
        return impossible(f"{year:04} has {length} days", f"write `{year:04}` if only the year is certain")
    day = datetime.date(year, 1, 1) + datetime.timedelta(number - 1)
    return not_edtf("a day by its number in the year", f"write `{day.isoformat()}` for day {number} of {year:04}")


def _side(text: str) -> DateError | None:
    """ "after 1984", which may be meant to hold 1984 or not; "by 1984" holds it."""
    match = _SIDE.fullmatch(text)
    meant = readings(match[2]) if match else ()
    point = read_point(meant[0]) if len(meant) == 1 else None
    if match is None or point is None or point.time or point.julian:
        return None
    given, earlier = meant[0], match[1] in ("before", "pre", "ante", "vor", "by")
    held, whole = (f"[..{given}]", f"../{given}") if earlier else (f"[{given}..]", f"{given}/..")
    then = "then or earlier" if earlier else "then or later"
    help = f"`{held}` for some day {then}, `{whole}` for all of the time {'until' if earlier else 'from'} then"
    if match[1] != "by" and (beside := _beside(given, earlier)):
        form, side = ("[..{}]", "before") if earlier else ("[{}..]", "after")
        help = f"`{form.format(beside)}` for some day {side} it, {help}"
    return not_edtf("one side of a date", f"write {help}")


def _beside(given: str, earlier: bool) -> str | None:
    """The year, month or day before or after a date that is not doubted."""
    point = read_point(given)
    if point is None or given[-1] in "~?%":
        return None
    try:
        day = point.first - datetime.timedelta(1) if earlier else point.last + datetime.timedelta(1)
    except OverflowError:
        return None
    if point.precision is Precision.DAY:
        return day.isoformat()
    if point.precision in (Precision.YEAR, Precision.DECADE, Precision.CENTURY):
        return days.year_text(day.year)
    return day.isoformat().rpartition("-")[0]


def _centuries(text: str) -> DateError | None:
    if match := _CENTURY.fullmatch(text):
        number = _of_roman(match[1] or match[2]) if match[1] or match[2] else _IN_WORDS.get(match[3], 0)
        return century(None, str(number), None) if number else None
    if match := _SHARE.fullmatch(text):
        parts, first = _SHARES[match[2]], 100 * int(match[3]) - 99
        part = _NUMBERS.get(match[1], parts)
        if part > parts or first < 1:
            return None
        start, end = (f"{first + 100 * n // parts:04}" for n in (part - 1, part))
        end = f"{int(end) - 1:04}"
        return not_edtf("part of a century", _some_or_all(start, end, f"AD {int(start)} to {int(end)}"))
    if match := _CENTURIES.fullmatch(text):
        one, other = int(match[1]), int(match[2])
        ends = (1 - 100 * one, 100 - 100 * other) if match[3] else (100 * one - 99, 100 * other)
        start, end = map(days.year_text, ends)
        return not_edtf("centuries in words", _some_or_all(start, end)) if read(f"{start}/{end}") else None
    return None


def _roman(text: str) -> DateError | None:
    if len(text) > 3 and _ROMAN_YEAR.fullmatch(text):
        return human((f"{_of_roman(text):04}",))
    if match := _ROMAN_MONTH.fullmatch(text):
        day = f"{match[3]}-{_of_roman(match[2]):02}-{int(match[1]):02}"
        return human((day,)) if read(day) else None
    return None


def _of_roman(text: str) -> int:
    values = [_VALUES[sign] for sign in text]
    return sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))


def _years(text: str) -> DateError | None:
    if match := _MARGIN.fullmatch(text):
        first, last = int(match[1]) - int(match[2]), int(match[1]) + int(match[2])
        between = f"[{first:04}..{last:04}]"
        return human((between,)) if first > 0 and read(between) else None
    if match := _DECADE_BC.fullmatch(text):
        last = 1 - 10 * int(match[1])
        start, end = days.year_text(last - 9), days.year_text(last)
        return not_edtf("a decade before Christ", _some_or_all(start, end)) if read(f"{start}/{end}") else None
    return None


def _seconds(text: str) -> DateError | None:
    match = _SECONDS.fullmatch(text)
    if match is None:
        return None
    time = datetime.datetime.fromtimestamp(int(match[1]), datetime.UTC)
    return not_edtf("a count of seconds", f"write `{time:%Y-%m-%dT%H:%M:%SZ}` if it counts them from 1970")
