"""Why a single date is none: its month, its day, its unknown digits, or its words.

The cases stand in the order of how much they look like a date already.
"""

from __future__ import annotations

import re

from timeline.dates import days
from timeline.dates.date import DateError, Precision
from timeline.dates.days import last_of_month
from timeline.dates.edtf import UNKNOWN, read, read_point
from timeline.dates.human_dates import readings, tidy
from timeline.dates.julian import JULIAN

FORMS = "a date is written YYYY-MM-DD, YYYY-MM or YYYY, as far as it is known"

REACH = f"years run from `{days.FIRST_YEAR}` to `{days.LAST_YEAR}`"
NOBODY_KNOWS = f"write `{UNKNOWN}` where nobody knows it, and what is known of the time as its date_basis"

_SHAPED = re.compile(r"(-?[0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?[~?%]?")
_UNSPECIFIED = re.compile(r"(-?[0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?([~?%]?)")
_ZONE = re.compile(r"(?:[0-9]|[ap]\.?m\.?) ?((?!UTC|GMT|AM|PM|UHR)[A-Z]{3,5})$")
"""The name of a zone, which many places share and which says no distance from UTC for sure."""
_TIME = re.compile(r"[0-9](?:T[0-9]|:[0-9]{2}| ?[ap]\.?m\b)", re.IGNORECASE)
_NAMED_UNKNOWN = re.compile(
    r"\W*(?:the )?(?:date )?(?:is )?(?:unknown|not known|undated|no date|unbekannt|undatiert|ohne datum|n\.?d\.?"
    r"|o\.? ?j\.?|\?+)(?: (?:date|day|time|datum))?\W*",
    re.IGNORECASE,
)
_CENTURY = re.compile(
    r"(~|about |circa |ca?\. ?|um (?:das )?)?(?:in |im )?(?:the |das )?([0-9]{1,2})(?:st|nd|rd|th|\.)"
    r"[- ](?:century|c\.|jahrhundert|jh\.)"
    r"(?: (?:(b\.? ?c\.?(?: ?e\.?)?|v\. ?chr\.)|a\.? ?d\.?|c\.? ?e\.?|n\. ?chr\.))?",
    re.IGNORECASE,
)
_DOUBTS = {"~": "about", "?": "possibly", "%": "possibly about"}
_LAST_JULIAN_YEAR = 1930
"""Until about then states counted their days by the Julian calendar."""
_PORTION = re.compile(
    r"(early|beginning of|start of|anfang|mid|middle of|mitte|late|end of|ende)[- ](?:in )?(.+)",
    re.IGNORECASE,
)
# fmt: off
MONTHS = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)
# fmt: on
_LEAP_YEAR = 2024
"""To find out whether a text without a year is a date; no remedy names it."""
_BEFORE_CHRIST = re.compile(r"(?:.*[0-9] ?)?\b(?:b\.? ?c\.?(?: ?e\.?)?|v\. ?chr\.?)(?:\b.*|$)", re.IGNORECASE)
_OTHER_PARTS = {37: ("01", "04"), 38: ("05", "08"), 39: ("09", "12"), 40: ("01", "06"), 41: ("07", "12")}
"""Thirds and halves of a year, which EDTF numbers too."""


def point_refusal(text: str) -> DateError:
    if match := _SHAPED.fullmatch(text):
        return _shaped(*match.groups())
    if (match := _UNSPECIFIED.fullmatch(text.upper())) and "X" in text.upper():
        return _unspecified(*match.groups())
    if re.fullmatch(r"-0000(?:-.*)?[~?%]?", text):
        return impossible("the year 0 has no sign", f"write `{text[1:]}`" if read(text[1:]) else REACH)
    if re.fullmatch(r"Y?-?[0-9]{5,7}(?:-[0-9]+)*|Y-?[0-9]+|-?[0-9]{9,}", text):
        return not_edtf("a year out of reach", REACH)
    if re.fullmatch(r"-?[0-9]{1,3}", text):
        return _short_year(text)
    if _NAMED_UNKNOWN.fullmatch(text):
        return not_edtf("this names no time", NOBODY_KNOWS)
    if marks := set(re.findall(r"[~?%]", text)):
        bare = re.sub(r"[~?%]", "", text)
        mark = marks.pop() if len(marks) == 1 else "%"
        if read_point(bare + mark):
            return not_edtf("doubt is one sign, at the end", f"write `{bare}{mark}`")
        if point := read_point(bare):
            said = f"{_DOUBTS[mark]} {bare.partition('T')[2]}"
            help = f"write `{point.first.isoformat()}`, and as its date_basis in words that it was {said}"
            return not_edtf("a time of day has no sign of doubt", help)
    if match := _CENTURY.fullmatch(text):
        return century(*match.groups())
    meant = readings(text)
    if _BEFORE_CHRIST.fullmatch(text) and not meant:
        return not_edtf("a year before 1", f"{REACH}, and `0000` is 1 BC, `-0001` is 2 BC")
    if _TIME.search(text) and not meant:
        return _no_time(text)
    if meant and (zone := _ZONE.search(text)) and all("T" in each for each in meant):
        far = "how far they are from UTC may stand behind it, as in +02:00"
        return not_edtf(f"a zone by its name, {zone[1]}", f"write `{meant[0]}` by the clocks of the place; {far}")
    return human(meant) if meant else _worded(text)


def _short_year(text: str) -> DateError:
    """A year whose zeros are missing; one of a single digit or two may also be short for one of a century."""
    whole = f"-{text[1:].zfill(4)}" if text.startswith("-") else text.zfill(4)
    if not read(whole):
        return not_edtf("a year has four digits", FORMS)
    number = int(text)
    if number < 0:
        help = f"`{whole}` is {1 - number} BC, `{days.year_text(number + 1)}` is {-number} BC, since 1 BC is `0000`"
        return not_edtf("a year has four digits", help)
    return not_edtf(
        "a year has four digits",
        f"write `{whole}`" if len(text) == 3 else f"{FORMS}; `{whole}` is {f'AD {number}' if number else '1 BC'}",
    )


def century(about: str | None, number: str, earlier: str | None) -> DateError:
    """Centuries are counted from the year 1 in both directions, and those of EDTF are years that begin alike."""
    count, mark = int(number), "~" if about else ""
    if not 1 <= count <= 99:
        return not_edtf("a century out of reach", REACH)
    first, last = (1 - 100 * count, 100 - 100 * count) if earlier else (100 * count - 99, 100 * count)
    ends = [f"{days.year_text(year)}{mark}" for year in (first, last)]
    said = f"{1 - first} to {1 - last} BC" if earlier else f"AD {first} to {last}"
    help = f"some day of {said} is `[{ends[0]}..{ends[1]}]`, all of it `{ends[0]}/{ends[1]}`"
    whole = f"-{count - 1:02}XX{mark}" if earlier else f"{count - 1:02}XX{mark}"
    if read(whole):
        help += f"; `{whole}` is the same years" if earlier else f"; `{whole}` is the years {first - 1} to {last - 1}"
    return not_edtf("a century in words", help)


def _no_time(text: str) -> DateError:
    day = text[:10]
    if (point := read_point(day)) and point.precision is Precision.DAY:
        help = f"hours are 00 to 23 and minutes 00 to 59; write `{day}` if only the day is certain"
        return not_edtf("no clock shows this time", help)
    return not_edtf("a time without its day", f"{FORMS}, and the time behind the day and a T")


def not_edtf(message: str, help: str) -> DateError:
    return DateError("not-edtf", message, help)


def impossible(message: str, help: str) -> DateError:
    return DateError("impossible-date", message, help)


def human(meant: tuple[str, ...]) -> DateError:
    if len(meant) > 1:
        return not_edtf("day and month can be read both ways", _choice(meant) + ", whichever is meant")
    return not_edtf("not written as EDTF", _choice(meant))


def _choice(meant: tuple[str, ...]) -> str:
    return "write " + " or ".join(f"`{reading}`" for reading in meant)


def _shaped(year: str, month: str, day: str | None = None) -> DateError:
    """Digits in the right places that name nothing in the calendar."""
    number = int(month)
    if 1 <= number <= 12:
        name, length = MONTHS[number], last_of_month(int(year), number)
        said = year if int(year) > 0 else f"{1 - int(year)} BC"
        message = f"{name} {said} has " + (f"{length} days" if day != "00" else "no day 00")
        return impossible(message, f"write {_of_julius(year, month, day)}`{year}-{month}` if only the month is certain")
    if day is not None and read(f"{year}-{month}"):
        kind = "season" if number < 30 else "quarter"
        return impossible(f"a {kind} has no days", f"write `{year}-{month}` for the {kind}")
    if number == 24:
        return impossible("this winter ends after the last year", f"write `{year}-12` or `{year}`")
    if day is None and 25 <= number <= 41:
        return not_edtf(f"{month} is no season or quarter here", _other_part(year, number))
    swapped = f"{year}-{day}-{month}"
    if day is not None and read(swapped):
        choice = f"`{swapped}` if day and month changed places, `{year}` if only the year is certain"
    else:
        choice = f"`{year}` if only the year is certain"
    return impossible(f"{year} has no month {month}", f"a month is 01 to 12; write {choice}")


def no_such_day(text: str) -> DateError:
    """Of a day by its numbers, YYYY-MM-DD, that no month has."""
    return _shaped(*text.rsplit("-", 2))


def _of_julius(year: str, month: str, day: str | None) -> str:
    """What to write if the day is one of the Julian calendar, or the one that only Sweden had."""
    typed = f"{year}-{month}-{day}"
    if typed == "1712-02-30":
        return "`1712-02-29 Julian` for the day of this name that Sweden had, "
    if int(year) <= _LAST_JULIAN_YEAR and day != "00" and read(typed + JULIAN):
        return f"`{typed}{JULIAN}` for the day of that calendar, "
    return ""


def _other_part(year: str, number: int) -> str:
    """EDTF has numbers for hemispheres, thirds and halves; months say the same without a table."""
    if number in _OTHER_PARTS:
        return "write the months, `{0}-{1}/{0}-{2}`".format(year, *_OTHER_PARTS[number])
    return f"seasons are `{year}-21` to `{year}-24`, quarters `{year}-33` to `{year}-36`"


def _unspecified(year: str, month: str | None, day: str | None, doubt: str) -> DateError:
    """Dates with X for a digit that is not known."""
    whole = "-".join(part for part in (year, month, day) if part) + doubt
    if read(whole):
        return not_edtf("the X is a capital letter", f"write `{whole}`")
    if "X" in year:
        return _unspecified_year(year, doubt)
    unit, outer, inner, longest = "month", year, month or "", 12
    if "X" not in inner:
        if not read(f"{year}-{month}"):
            return _shaped(year, inner)
        unit, outer, inner = "day", f"{year}-{month}", day or ""
        longest = last_of_month(int(year), int(month or 0)) if int(month or 0) <= 12 else 0
    known = "year" if unit == "month" else "month"
    help = f"write `{outer}{doubt}` if only the {known} is certain"
    shape = re.compile(inner.replace("X", "[0-9]"))
    fitting = [number for number in range(1, longest + 1) if shape.fullmatch(f"{number:02}")]
    if inner != "XX" and len(fitting) > 1 and fitting[-1] - fitting[0] == len(fitting) - 1:
        help += f", `[{outer}-{fitting[0]:02}..{outer}-{fitting[-1]:02}]` for one of these {unit}s"
    return not_edtf(f"an unknown {unit} is left out", help)


def _unspecified_year(year: str, doubt: str) -> DateError:
    if year == UNKNOWN:
        return not_edtf("an unknown year has no months", NOBODY_KNOWS)
    if year in ("-000X", "-00XX"):
        return not_edtf("the year 0 has no sign", f"write `[{year.replace('X', '9')}..-0001]` for one of these years")
    if read(year):
        span = "decade" if year.count("X") == 1 else "century"
        return not_edtf("an unknown year has no months", f"write `{year}{doubt}` if only the {span} is certain")
    if re.fullmatch(r"[1-9]XXX", year):
        return not_edtf("a thousand years are no date", f"write `[{year[0]}000..{year[0]}999]` for one of these years")
    return not_edtf("X stands only at the end of a year", "a decade is `202X`, a century `20XX`")


def _worded(text: str) -> DateError:
    """Words without a reading: a part of a month, a date without its year, or no time at all."""
    portion = _PORTION.fullmatch(tidy(text))
    whole = portion[2] if portion else text
    if portion and len(meant := readings(whole)) == 1 and _divisible(meant[0]):
        return not_edtf("part of a month or year", f"write `{meant[0]}`, or the days or months that are meant of it")
    if meant := readings(f"{whole} {_LEAP_YEAR}"):
        return not_edtf("the year is missing", "a date opens with its year, YYYY-MM-DD or YYYY-MM")
    if re.search(r"[0-9]{4}", text):
        return not_edtf("not written as EDTF", FORMS)
    return not_edtf(
        "this names no year",
        "write as much of the time as is known, such as a year, a decade or the time between two dates",
    )


def _divisible(meant: str) -> bool:
    point = read_point(meant)
    return point is not None and point.precision in (Precision.MONTH, Precision.YEAR)
