"""Stretches of time of which one end leaves out what the other says: `2020-05-30/31`, "30/31 May 2020", `1984-85`.

Each gives what may be meant, and nothing where that would need a part that nobody typed.
"""

from __future__ import annotations

import re

from timeline.dates.edtf import read
from timeline.dates.human_dates import readings

_STROKE = r" ?[/–—] ?| - "
_DAYS = re.compile(rf"([0-9]{{4}})-([0-9]{{1,2}})-([0-9]{{1,2}})(?:{_STROKE})(?:([0-9]{{1,2}})-)?([0-9]{{1,2}})")
"""`2020-05-30/31`, `2020-05-30/06-02`, `2020-5-30/6-2`."""
_HOURS = re.compile(rf"([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T[0-9:]{{5,8}})(?:{_STROKE}|-)([0-9]{{2}}:[0-9:]{{2,5}})")
"""`2020-05-30T09:30/10:15`."""
_MONTHS = re.compile(rf"([0-9]{{4}})-([0-9]{{1,2}})(?:{_STROKE})([0-9]{{1,2}})")
"""`2008-11/12`, of which the last may be a month or a day."""
_YEARS = re.compile(r"([0-9]{4})(/|–|—|-)([0-9]{1,2})")
"""`1984-85`, `1731/2`, of which the last may be a year or a month."""
_NTH = r"(?:st|nd|rd|th)?"
_OF_ONE_MONTH = re.compile(
    rf"([0-9]{{1,2}})(?:\.|{_NTH}) ?(/|–|—|-|or|oder|and|und|&|to|bis) ?([0-9]{{1,2}})"
    rf"((?:\.|{_NTH}) ?[^\W\d_]+\.?,? [0-9]{{4}})"
)
_AFTER_THE_MONTH = re.compile(
    rf"([^\W\d_]+\.? )([0-9]{{1,2}}){_NTH} ?(/|–|—|-|or|and|&|to) ?([0-9]{{1,2}})({_NTH},? [0-9]{{4}})"
)
_DOTTED = re.compile(r"([^/]+?)(?:/\.\.|\.\./)([^/.][^/]*)")
"""Two dots that were put beside an end, where they stand for one."""
_PARTS = range(21, 42)
"""What stands behind a year and a hyphen for a season or another part of the year, in EDTF or in what resembles it."""
_SOON = 20
"""Further from the year than that, two digits behind a hyphen were hardly meant as a later one."""
_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")


def shortened(text: str) -> tuple[str, ...]:
    """What is meant by a text that is no date, the likelier first."""
    return tuple(dict.fromkeys(filter(read, _meant(text))))


def _meant(text: str) -> list[str]:
    if match := _DAYS.fullmatch(text):
        year, month, day, later, last = (part and part.zfill(2) for part in match.groups())
        return [f"{year}-{month}-{day}/{year}-{later or month}-{last}"]
    if match := _HOURS.fullmatch(text):
        return [f"{match[1]}/{match[1].partition('T')[0]}T{match[2]}"]
    if match := _MONTHS.fullmatch(text):
        year, month, last = (part.zfill(2) for part in match.groups())
        return [f"{year}-{month}/{year}-{last}", f"{year}-{month}-{last}"]
    if match := _YEARS.fullmatch(text):
        year, sign, last = match.groups()
        later = int(year[: -len(last)] + last)
        month = [f"{year}-{last.zfill(2)}"] if int(last) <= 12 else []
        far = sign == "-" and (int(last) in _PARTS or later - int(year) > _SOON)
        return [*month, *([f"{year}/{later:04}"] if later > int(year) and not far else [])]
    if match := _OF_ONE_MONTH.fullmatch(text):
        one, sign, other, rest = match.groups()
        return _both(f"{one}{rest}", sign, f"{other}{rest}")
    if match := _AFTER_THE_MONTH.fullmatch(text):
        month, one, sign, other, rest = match.groups()
        return _both(f"{month}{one}{rest}", sign, f"{month}{other}{rest}")
    if match := _DOTTED.fullmatch(text):
        return [f"{match[1].strip()}/{match[2].strip()}"]
    start, _, end = (part.strip() for part in text.partition("/"))
    year_given = _YEAR.search(start)
    if year_given and end and not _YEAR.search(end):
        return _both(start, "/", f"{end} {year_given[0]}")
    return []


def _both(one: str, sign: str, other: str) -> list[str]:
    """Two human dates as one stretch of time, or as one of the two."""
    first, second = readings(one), readings(other)
    if not len(first) == len(second) == 1:
        return []
    either, every = f"[{first[0]},{second[0]}]", f"{first[0]}/{second[0]}"
    if sign in ("or", "oder"):
        return [either]
    return [every, either] if sign in ("and", "und", "&") else [every]
