"""CSL-JSON: what citation managers and citeproc read.

CSL knows years, months and days, pairs of them, seasons, and "circa". A date that is anything else is
handed over in words as `literal`, which styles print as it stands.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from timeline.dates import Date, Point, Precision, words
from timeline.exports.bibliography.entry import NOTES, Entry
from timeline.model import Author

_PARTS = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3}
_SEASONS = {"21": 1, "22": 2, "23": 3, "24": 4}


def csl(entry: Entry) -> Mapping[str, Any]:
    """One item."""
    item: dict[str, Any] = {
        "id": entry.key,
        "type": "entry" if entry.version else "book" if entry.isbn else "webpage" if entry.url else "document",
        "title": entry.title,
        "genre": entry.genre,
        "publisher" if entry.isbn else "container-title": entry.container,
        "language": entry.language,
        "author": [_author(author) for author in entry.authors],
        "issued": _day(entry.edition) if entry.edition else date(entry.issued) if entry.issued else None,
        "event-date": date(entry.about) if entry.about and entry.about.form != "unknown" else None,
        "version": entry.version,
        "URL": entry.url,
        "DOI": entry.doi,
        "ISBN": entry.isbn,
        "archive": entry.holding.archive if entry.holding else "",
        "call-number": (entry.holding.number or "") if entry.holding else "",
        "accessed": _day(entry.read) if entry.read else None,
        "archive_location": entry.archive,
        "note": entry.note,
    }
    if entry.translated:
        item["note"] = "; ".join(part for part in (f"title translated: {entry.translated}", entry.note) if part)
    return {name: value for name, value in item.items() if value not in ("", None, [])}


def _author(author: Author) -> Mapping[str, str]:
    """Divided where the record divides the name; a single name of a person is a family name to CSL."""
    if author.whole:
        return {"literal": author.family}
    return {"family": author.family} | ({"given": author.given} if author.given else {})


def date(value: Date) -> Mapping[str, Any]:
    """A date with all of its vagueness: no part is made up and no doubt is lost."""
    ends = [point for point in (value.start, value.end) if point]
    if value.uncertain or value.form == "between" or (value.form == "extent" and len(ends) < 2):
        return {"literal": words(value, NOTES)}
    if value.form == "point":
        ends = ends[:1]
        if ends[0].precision is Precision.SEASON and not value.approximate:
            return {"date-parts": [[_year(ends[0])]], "season": _SEASONS[ends[0].text[-2:]]}
    if any(map(_unsayable, ends)) or (value.approximate and len(ends) > 1):
        return {"literal": words(value, NOTES)}
    parts = {"date-parts": [_parts(point) for point in ends]}
    return parts | {"circa": True} if value.approximate else parts


def _unsayable(point: Point) -> bool:
    """Whether CSL has no parts for it: a season, a decade, a month of another calendar."""
    return point.precision not in _PARTS or (point.julian is not None and point.first != point.last)


def _parts(point: Point) -> list[int]:
    return [_year(point), point.first.month, point.first.day][: _PARTS[point.precision]]


def _year(point: Point) -> int:
    """CSL knows no year 0: before 1 comes -1."""
    return point.first.year if point.first.year > 0 else point.first.year - 1


def _day(day: datetime.date) -> Mapping[str, Any]:
    return {"date-parts": [[day.year, day.month, day.day]]}
