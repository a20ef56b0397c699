"""Dates that name a calendar: a remedy keeps to it, or gives the same day of ours.

A year of the Julian calendar begins and ends on other days than ours, so it is told by its days.
"""

from __future__ import annotations

import re

from timeline.dates import days
from timeline.dates.date import DateError, Precision
from timeline.dates.edtf import read, read_point
from timeline.dates.human_dates import readings
from timeline.dates.julian import JULIAN, julian_length
from timeline.dates.point_refusals import FORMS, MONTHS, REACH, human, impossible, not_edtf, point_refusal

_CALENDAR = re.compile(
    r"(.*?)[ (,]+(?:(?:in the )?julian(?:isch)?(?: calendar)?|o\.? ?s\.?|old style)\)?", re.IGNORECASE
)
_ENDS = re.compile(r"(.*?) *(/|(?<!^)\.\.| (?:to|until|bis|[-–—]) ) *(.*)")
_DAY = re.compile(r"(-?[0-9]{4})-([0-9]{2})-([0-9]{2})[~?%]?")
_MONTH = re.compile(r"(-?[0-9]{4})-([0-9]{2})[~?%]?")
_TIMED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T.*")
_TWO_DAYS = re.compile(r"(.+?) ?\( ?([^()]+?) ?\)(?: ([0-9]{4}))?")
_LEAP_YEAR = 2024
"""To find out which day is meant by a text without a year, or one that is a leap day of that calendar alone."""


def julian_refusal(text: str) -> DateError | None:
    """The error for a text that is no date and names the Julian calendar, or one day by both; None for any other."""
    if error := _of_both_ends(text):
        return error
    if match := _CALENDAR.fullmatch(text):
        return _named(match[1])
    return _by_both(text)


def _of_both_ends(text: str) -> DateError | None:
    """A calendar that is named at an end, where one word behind all is for both."""
    brackets = text.startswith("[") and text.endswith("]")
    match = _ENDS.fullmatch(text.strip("[] "))
    if match is None:
        return None
    start, middle, end = match.groups()
    ends = (start, end)
    of_it = [_CALENDAR.fullmatch(each) is not None for each in ends]
    if not (of_it[0] or (of_it[1] and (brackets or middle == ".."))):
        return None
    form = "[{}..{}]" if brackets else "{}/{}"
    whole = form.format(*map(_bare, ends))
    if not of_it[0] or of_it[1] or end in ("", ".."):
        if middle == ".." and not brackets and read(f"[{whole.replace('/', '..')}]{JULIAN}") and read(whole + JULIAN):
            some = f"[{whole.replace('/', '..')}]{JULIAN}"
            help = f"some day between is `{some}`, all of the time is `{whole}{JULIAN}`"
            return not_edtf("neither an extent nor a day between", help)
        return human((whole + JULIAN,)) if read(whole + JULIAN) else _named(whole)
    ours = form.format(*map(_of_ours, ends))
    if read(ours):
        return not_edtf("one calendar for both ends", f"write `{ours}`, in days of ours")
    return not_edtf("one calendar for both ends", FORMS)


def _bare(text: str) -> str:
    """What an end names, without its calendar."""
    match = _CALENDAR.fullmatch(text)
    base = match[1] if match else text
    found = () if base in ("", "..") or read_point(base) else readings(base)
    return found[0] if len(found) == 1 else base


def _of_ours(text: str) -> str:
    """The day of an end as our calendar has it; empty where it names none."""
    if not _CALENDAR.fullmatch(text):
        return _bare(text)
    date = read(_bare(text) + JULIAN)
    return date.edtf if date else ""


def _named(base: str) -> DateError:
    """A word for the calendar that is not ours, or behind what is no day."""
    if (match := _DAY.fullmatch(base)) and not read(base + JULIAN):
        return _no_such_day(*match.groups())
    if (match := _MONTH.fullmatch(base)) and not 1 <= int(match[2]) <= 12:
        return impossible(f"{match[1]} has no month {match[2]}", "a month is 01 to 12, in either calendar")
    if _TIMED.fullmatch(base) and not read(base + JULIAN):
        error = point_refusal(base)
        return DateError(error.code, error.message, re.sub("`([^`]*)`", rf"`\1{JULIAN}`", error.help))
    meant = (base,) if read(base + JULIAN) else readings(base)
    if not meant and (year := re.search(r"\b[0-9]{4}\b", base)):  # a leap day of that calendar alone
        leap = readings(base.replace(year[0], str(_LEAP_YEAR)))
        meant = tuple(year[0] + reading[4:] for reading in leap if reading.startswith(str(_LEAP_YEAR)))
    days_meant = tuple(reading + JULIAN for reading in meant if read(reading + JULIAN))
    if days_meant:
        return human(days_meant)
    ends = list(filter(None, map(_days, meant)))
    offered = [(f"[{first}..{last}]{JULIAN}", f"{first}/{last}{JULIAN}") for first, last in ends]
    if offered:
        some, whole = (" or ".join(f"`{each[place]}`" for each in offered) for place in (0, 1))
        return not_edtf(
            "only days and months tell calendars apart", f"some day of that time is {some}, all of it {whole}"
        )
    return not_edtf("not written as EDTF", FORMS)


def _days(reading: str) -> tuple[str, str] | None:
    """The first and the last day of a time in the Julian calendar, whose months are named as ours are."""
    date = read(reading)
    if date is None or date.start is None or date.end is None:
        return None
    start, end = date.start.first, date.end.last
    sign = "%" if date.uncertain and date.approximate else "?" if date.uncertain else "~" if date.approximate else ""
    first = f"{start.isoformat()}{sign}"
    of_end = end.day if date.end.precision is Precision.DAY else julian_length(end.year, end.month)
    last = f"{days.year_text(end.year)}-{end.month:02}-{of_end:02}{sign}"
    return (first, last) if read(first + JULIAN) and read(last + JULIAN) else None


def _no_such_day(year: str, month: str, day: str) -> DateError:
    number = int(month)
    said = year if int(year) > 0 else f"{1 - int(year)} BC"
    if not 1 <= number <= 12:
        return impossible(f"{year} has no month {month}", "a month is 01 to 12, in either calendar")
    length = julian_length(int(year), number)
    if 1 <= int(day) <= length:
        return not_edtf("a year out of reach", REACH)
    whole = f"[{year}-{month}-01..{year}-{month}-{length}]{JULIAN}"
    help = f"write `{whole}` if only the month is certain" if read(whole) else FORMS
    return impossible(f"{MONTHS[number]} {said} has {length} days in that calendar", help)


def _by_both(text: str) -> DateError | None:
    """One day as both calendars name it: "25 October 1917 (7 November)", "25 October (7 November) 1917"."""
    match = _TWO_DAYS.fullmatch(text)
    if match is None:
        return None
    year = re.search(r"(?<![0-9])[0-9]{4}(?![0-9])", f"{match[1]} {match[2]} {match[3] or ''}")
    if year is None:
        return None
    both = [readings(part if year[0] in part else f"{part} {year[0]}") for part in (match[1], match[2])]
    if not all(len(meant) == 1 and _is_day(meant[0]) for meant in both):
        return None
    one, other = both[0][0], both[1][0]
    for old, new in ((one, other), (other, one)):
        date = read(old + JULIAN)
        if date and date.edtf == new:
            return not_edtf("one day by two calendars", f"write `{old}{JULIAN}` or `{new}`, which are the same day")
    return not_edtf("two days for one", f"write `{one}` or `{other}`, whichever is meant")


def _is_day(reading: str) -> bool:
    point = read_point(reading)
    return point is not None and point.precision is Precision.DAY
