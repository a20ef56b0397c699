"""What somebody may have meant by a date written for people.

Readings are offered in messages and never become data. Python-dateutil fills what a text leaves out from a
default, so it reads each text with two defaults that differ in every part: what comes out the same was given.
A numeric form is read with the day first and with the month first. The year must stand in the text with four
digits, for a century guessed from the clock would make the same file mean different things.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable
from functools import cache, partial
from itertools import product

from timeline.dates.days import last_of_month, year_text
from timeline.dates.edtf import read

LONGEST = 120

_GERMAN_MONTHS = (
    "Januar Jänner",
    "Februar",
    "März",
    "",
    "Mai",
    "Juni",
    "Juli",
    "",
    "",
    "Oktober Okt",
    "",
    "Dezember Dez",
)
_SEASONS = {
    "spring": 21, "frühjahr": 21, "frühling": 21, "summer": 22, "sommer": 22,
    "autumn": 23, "fall": 23, "herbst": 23, "winter": 24,
}  # fmt: skip
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_HALVES = {1: "{0}-01/{0}-06", 2: "{0}-07/{0}-12"}
_DOUBT = {
    "~": r"about|around|approximately|approx\.?|roughly|circa|ca?\.|etwa|ungefähr|um",
    "?": r"possibly|perhaps|maybe|probably|presumably|möglicherweise|vielleicht|vermutlich",
}
_DOUBTS = tuple((sign, re.compile(rf"(?:{said}) (.+)")) for sign, said in _DOUBT.items())
_ARTICLE = re.compile(r"(?:the|in|on|im|am|den|dem|der|die|zum|zu den) (.+)")
_SINCE = re.compile(r"(?:from|since|ab|seit) (.+)")
_UNTIL = re.compile(r"(?:until|till|up to|bis) (.+)")
_OR_EARLIER = re.compile(
    r"(.+?),? (?:or|oder) (?:earlier|before|früher|davor)|(?:no|not) later than (.+)|(.+),? at the latest"
    r"|spätestens (.+)"
)
_OR_LATER = re.compile(
    r"(.+?),? (?:or|oder) (?:later|after|später|danach)|(?:no|not) earlier than (.+)|(.+),? at the earliest"
    r"|frühestens (.+)"
)
_BETWEEN = re.compile(r"(?:between|zwischen) (.+) (?:and|und) (.+)")
_EXTENT = re.compile(r"(?:from |vom |von )?(.+?)(?: to | until | till | bis | - | ?– ?)(.+)")

_YEAR_FIRST = re.compile(r"([0-9]{4})[-./ ]([0-9]{1,2})(?:[-./ ]([0-9]{1,2}))?")
_OPENS_WITH_YEAR = re.compile(r"[0-9]{4}[-./ ]?[0-9]")
_STROKES = re.compile(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}\b|[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}\b")
_EASTERN = re.compile("([0-9]{4}) ?[年년](?: ?([0-9]{1,2}) ?[月월](?: ?([0-9]{1,2}) ?[日号號일])?)?")
_TWO_YEARS = re.compile(r"([0-9]{4})-([0-9]{4})")
_RUN_TOGETHER = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_MONTH_AND_YEAR = re.compile(r"([0-9]{1,2})[-./ ]([0-9]{4})")
_NUMBERED = re.compile(r"(?:([qh])([1-4])|(\w+) (?:quarter|half)(?: of)?|([1-4])\. quartal),? ?([0-9]{4})")
_NUMBERED_LATE = re.compile(r"([0-9]{4})[- ]?([qh])([1-4])")
_SEASON = re.compile(r"(\w+)(?: of)?,? ([0-9]{4})(?:[/–-][0-9]{2,4})?")
_DECADE = re.compile(r"([0-9]{3})0(?:['’]?s|er(?:[- ]?jahren?)?)")
_YEAR_WITH_ERA = re.compile(
    r"(.*?) ?\b([0-9]{1,4}) ?(?:(b\.? ?c\.?(?: ?e\.?)?|v\.? ?chr\.?)|a\.? ?d\.?|c\.? ?e\.?|n\.? ?chr\.?)"
)
_ERA_IN_FRONT = re.compile(r"(.*?) ?\ba\.? ?d\.? ?([0-9]{1,4})()")
_CLOCK = re.compile(
    r"(.+?)(?:t|,? (?:at |um )?)([0-9]{1,2})[:.]([0-9]{2})(?::([0-9]{2}))?(?: ?([ap])\.?m\.?)?(?: ?uhr)?"
    r" ?(?:(z|utc|gmt)|([+-][0-9]{2}):?([0-9]{2})?|[a-z]{2,5})?"
)
_HOUR = re.compile(r"(.+?),? (?:at |um )?([0-9]{1,2})() ?(?:uhr|([ap])\.?m\.?)")
_LEAP_YEAR = "2004"
"""Stands for a year of three digits or fewer while its month and day are read."""


_DEFAULTS = (datetime.datetime(2001, 1, 1, 1, 1, 1), datetime.datetime(2012, 12, 28, 2, 2, 2))


def readings(text: str) -> tuple[str, ...]:
    """EDTF for a human form, the day-first reading before the month-first one; empty when nothing is sure."""
    if len(text) > LONGEST:
        return ()
    tidied = tidy(text)
    if read(tidied):
        return (tidied,)
    plain = re.sub(r"[.,;]+$", "", _EASTERN.sub(_hyphens, tidied).lower().replace("—", "–"))
    return tuple(reading for reading in dict.fromkeys(_whole(plain)) if read(reading))


def _hyphens(date: re.Match[str]) -> str:
    return "-".join(part.zfill(2) for part in date.groups() if part)


def tidy(text: str) -> str:
    """The text with ASCII digits and hyphens, and with single spaces inside only."""
    characters = (_ascii(character) for character in text)
    return " ".join("".join(characters).split())


def _ascii(character: str) -> str:
    """A sign as ASCII has it, from digits of any script and signs of full width; those that nobody sees are gone."""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if "\uff01" <= character <= "\uff5e":
        return chr(ord(character) - 0xFEE0)
    if unicodedata.category(character) == "Cf":
        return ""
    return "-" if character in "‐‑‒−﹣" else character


def _whole(text: str) -> tuple[str, ...]:
    if points := _point(text):
        return points
    if match := _BETWEEN.fullmatch(text):
        return tuple(f"[{a}..{b}]" for a, b in _both(*match.groups()))
    if match := _SINCE.fullmatch(text):
        return tuple(f"{a}/.." for a in _point(match[1])) or _extent(text)
    if match := _UNTIL.fullmatch(text):
        return tuple(f"../{b}" for b in _point(match[1]))
    for form, side in (("[..{}]", _OR_EARLIER), ("[{}..]", _OR_LATER)):
        if match := side.fullmatch(text):
            return tuple(form.format(point) for point in _point(next(filter(None, match.groups()))))
    return _extent(text)


def _extent(text: str) -> tuple[str, ...]:
    match = _EXTENT.fullmatch(text)
    return tuple(f"{a}/{b}" for a, b in _both(*match.groups())) if match else ()


def _both(start: str, end: str) -> tuple[tuple[str, str], ...]:
    """Both ends, the first borrowing month and year from the second: "1 to 15 May 2025"."""
    tail = _bare(end).split()
    for borrowed in ("", " ".join(tail[1:]), " ".join(tail[-1:])):
        if first := _point(f"{_bare(start)} {borrowed}".strip()):
            return tuple(pair for pair in product(first, _point(end)) if read("/".join(pair)))
    return ()


def _point(text: str) -> tuple[str, ...]:
    text = _bare(text)
    for sign, said in _DOUBTS:
        if match := said.fullmatch(text):
            known = _pattern(match[1], doubtful=True) or _point(match[1])
            return tuple(_doubted(point, sign) for point in known if "/" not in point)
    if text.endswith("?") and not text[:-1].endswith("?"):
        return tuple(_doubted(point, "?") for point in _point(text[:-1].rstrip()) if "/" not in point)
    return _pattern(text) or _of_an_era(text) or _timed(text) or _by_dateutil(text)


def _of_an_era(text: str) -> tuple[str, ...]:
    """ "15 March 44 BC", "AD 43"; days before Christ are those of the Julian calendar, as historians count them."""
    match = _YEAR_WITH_ERA.fullmatch(text) or _ERA_IN_FRONT.fullmatch(text)
    if match is None:
        return ()
    before, number, earlier = match[1].rstrip(" ,"), int(match[2]), bool(match[3])
    if number == 0:
        return ()
    year = year_text(1 - number if earlier else number)
    if not before:
        return (year,)
    meant = tuple(reading for reading in _point(f"{before} {_LEAP_YEAR}") if reading.startswith(f"{_LEAP_YEAR}-"))
    named = (year + reading[len(_LEAP_YEAR) :] for reading in meant)
    return tuple(f"{each} Julian" if earlier and each.count("-") == 3 else each for each in named)


def _timed(text: str) -> tuple[str, ...]:
    """A day with a time on it; the name of a zone, which says no distance from UTC for sure, is left to the editor."""
    clock, lone = _CLOCK.fullmatch(text), _HOUR.fullmatch(text)
    if clock:
        day, hour, minute, second, half, utc, zone, minutes = clock.groups()
        offset = "Z" if utc else f"{zone}:{minutes or '00'}" if zone else ""
    elif lone:
        day, hour, minute, half = lone.groups()
        minute, second, offset = "00", "", ""
    else:
        return ()
    number = int(hour) % 12 + (12 if half == "p" else 0) if half else int(hour)
    behind = f"T{number:02}:{minute}" + (f":{second}" if second else "") + offset
    return tuple(
        f"{reading}{behind}" for reading in _point(day) if re.fullmatch(r"-?[0-9]{4}-[0-9]{2}-[0-9]{2}", reading)
    )


def _bare(text: str) -> str:
    """Without the articles before it."""
    while match := _ARTICLE.fullmatch(text):
        text = match[1]
    return text


def _doubted(reading: str, sign: str) -> str:
    if reading.endswith(" Julian"):
        return _doubted(reading.removesuffix(" Julian"), sign) + " Julian"
    bare = reading.rstrip("~?%")
    return bare + (sign if reading in (bare, bare + sign) else "%")


def _pattern(text: str, *, doubtful: bool = False) -> tuple[str, ...]:
    """The forms that dateutil does not know, or reads with the month last."""
    if read(text.upper()):
        return (text.upper(),)
    if match := _YEAR_FIRST.fullmatch(text) or _RUN_TOGETHER.fullmatch(text):
        return ("-".join(part.zfill(2) for part in match.groups() if part),)
    if match := _MONTH_AND_YEAR.fullmatch(text):
        return (f"{match[2]}-{match[1].zfill(2)}",)
    if match := _TWO_YEARS.fullmatch(text):
        return (f"{match[1]}/{match[2]}",)
    if re.fullmatch(r"[0-9]{3}", text) and doubtful:
        return (text.zfill(4),)
    if match := _DECADE.fullmatch(text):
        return (f"{match[1]}X",)
    if match := _NUMBERED_LATE.fullmatch(text):
        return _numbered(match[1], match[2], int(match[3]))
    if match := _NUMBERED.fullmatch(text):
        letter, digit, ordinal, german, year = match.groups()
        kind = letter or ("h" if "half" in text else "q")
        return _numbered(year, kind, int(digit or german or _ORDINALS.get(ordinal, 0)))
    if (match := _SEASON.fullmatch(text)) and match[1] in _SEASONS:
        return (f"{match[2]}-{_SEASONS[match[1]]}",)
    return ()


def _numbered(year: str, kind: str, number: int) -> tuple[str, ...]:
    if kind == "q":
        return (f"{year}-{32 + number}",) if number else ()
    return (_HALVES[number].format(year),) if number in _HALVES else ()


def _by_dateutil(text: str) -> tuple[str, ...]:
    """A year in front says that the month comes next; a stroke between words is an extent."""
    if "/" in text and not _STROKES.match(text):
        return ()
    text = text.upper()  # it knows the zone of an hour by its capitals
    orders = (False,) if _OPENS_WITH_YEAR.match(text) else (True, False)
    given = (_given(text, day_first=order) for order in orders)
    return tuple(reading for reading in given if reading)


@cache
def _parse() -> Callable[..., datetime.datetime]:
    """Dateutil's reader, which knows German months too; imported where a date is none, for that takes a while."""
    from dateutil import parser

    class Names(parser.parserinfo):
        MONTHS = [  # noqa: RUF012 (the parser asks for a plain class attribute)
            (*names, *german.split()) for names, german in zip(parser.parserinfo.MONTHS, _GERMAN_MONTHS, strict=True)
        ]

    return partial(parser.parse, parserinfo=Names(), ignoretz=True)


def _given(text: str, *, day_first: bool) -> str | None:
    try:
        one, other = (_parse()(text, default=default, dayfirst=day_first) for default in _DEFAULTS)
    except Exception:  # dateutil lets many kinds out for odd text, and a hint is never worth a crash
        return None
    same = one.year == other.year and one.month == other.month
    if not same or re.search(rf"(?<![0-9]){one.year:04}(?![0-9])", text) is None:
        return None
    if one.hour == other.hour:
        return None
    if one.day == other.day:
        return f"{one.year:04}-{one.month:02}-{one.day:02}"
    filled = min(_DEFAULTS[1].day, last_of_month(other.year, other.month))
    return f"{one.year:04}-{one.month:02}" if (one.day, other.day) == (_DEFAULTS[0].day, filled) else None
