"""Dates in the words of a person who does not know more than the record.

A month is said as a month and a season as a season: no word here names a day that the text does not have.
Which language is spoken is one of `timeline.language`; its phrases are messages of its catalogue, in `phrases`.
"""

from __future__ import annotations

import datetime
from functools import lru_cache

from timeline import language
from timeline.dates.date import Date, Point, Precision
from timeline.dates.edtf import QUARTERS, SEASONS
from timeline.dates.words_by_language import Phrases, phrases
from timeline.language.catalogue import apart

_MACHINE_READABLE = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}


def machine(date: Date) -> str | None:
    """The value for `<time datetime="…">`, which knows years from 1 on, months, days and times, and no doubt."""
    point = date.start
    if date.form != "point" or point is None or point.first.year < 1:
        return None
    if point.time is not None:
        return f"{point.first.isoformat()}T{point.time.isoformat('minutes')}"
    length = _MACHINE_READABLE.get(point.precision) if point.julian is None or date.is_day else None
    return point.edtf[:length] if length else None


def year_words(year: int) -> str:
    """A year of its number, 0 being 1 BC: "2025", "AD 43", "44 BC"."""
    return phrases(language.current()).year(year)


def month_words(month: int, year: str = "", *, short: bool = False) -> str:
    """A month by its name, or by as short a one as people write; with a year that is in words already, if any."""
    said = phrases(language.current())
    name = (said.short_months if short else said.months)[month - 1]
    return said.month_year.format(name, year) if year else name


def day_words(day: int, month: int, year: str = "") -> str:
    """A day with the short name of its month: "3 May"."""
    said = phrases(language.current())
    name = said.short_months[month - 1]
    if year:
        return said.day_month_year.format(said.day(day), name, year)
    return said.day_and_month.format(said.day(day), name)


def words(date: Date, locale: str = "") -> str:
    """The date for people, as a phrase that can stand alone or after a comma; in the language in use, or another."""
    spoken = language.catalogue(locale) if locale else language.current()
    tongue = phrases(spoken)
    said = _words(date, tongue)
    begun = spoken.locale.text_direction == "rtl" and tongue is phrases(language.catalogue("en"))
    return apart(said) if begun else said


@lru_cache(maxsize=65_536)
def _words(date: Date, tongue: Phrases) -> str:
    if date.form == "unknown":
        return tongue.unknown
    if date.choices:
        *others, last = (_ends(tongue, *ends, between=True) for ends in date.choices)
        return tongue.either.format(", ".join(others), last)
    said = _ends(tongue, date.start, date.end, between=date.form == "between")
    return tongue.untold[date.untold].format(said) if date.untold else said


def _ends(tongue: Phrases, start: Point | None, end: Point | None, *, between: bool) -> str:
    """All the time from one to the other, or some day in it; either may be open."""
    if start is None or end is None:
        point = start or end
        assert point is not None
        since, until = (tongue.some_since, tongue.some_until) if between else (tongue.since, tongue.until)
        phrase = since if end is None else until
        return phrase.format(_Speaker(tongue, bent=True, until=end is not None).point(point))
    if start.text == end.text:
        return _Speaker(tongue).point(start)
    speaker = _Speaker(tongue, bent=between)
    phrase = tongue.between if between else tongue.extent
    if start.time and end.time and start.first == end.first and not between:
        return phrase.format(speaker.point(start), _clock(end.time))
    return phrase.format(speaker.point(start, _shared(start, end)), speaker.point(end))


def _shared(start: Point, end: Point) -> Precision | None:
    """What the end says for both, so that the start need not: "1 to 15 May 2025"."""
    if start.first.year != end.first.year or any(map(_alone, (start, end))):
        return None
    kinds = {start.precision, end.precision}
    if kinds == {Precision.DAY} and start.first.month == end.first.month:
        return Precision.MONTH
    if kinds <= {Precision.DAY, Precision.MONTH} or kinds == {Precision.QUARTER}:
        return Precision.YEAR
    winter = end.first.year != end.last.year
    return Precision.YEAR if kinds == {Precision.SEASON} and not winter else None


def _alone(point: Point) -> bool:
    """Whether more is said of it than its date, so that nothing of it can be left to the other end."""
    return _doubtful(point) or point.time is not None or point.julian is not None


def _doubtful(point: Point) -> bool:
    return point.uncertain or point.approximate


class _Speaker:
    """One language in one grammatical case: `bent` is what follows a preposition."""

    def __init__(self, tongue: Phrases, *, bent: bool = False, until: bool = False) -> None:
        self._tongue = tongue
        self._bent = bent
        self._articles = (tongue.articles_until if until else tongue.articles) if bent else {}

    def point(self, point: Point, shared: Precision | None = None) -> str:
        precision = point.precision
        if precision is Precision.DECADE and not _has_a_name(point):
            precision = Precision.CENTURY
        named = self._articles.get(precision, "{}").format(self._name(point, precision, shared))
        if not _doubtful(point):
            return named
        return self._tongue.doubt[point.uncertain, point.approximate].format(named)

    def _name(self, point: Point, precision: Precision, shared: Precision | None) -> str:
        tongue, first, last = self._tongue, point.first, point.last
        year = tongue.year(first.year)
        match precision:
            case Precision.CENTURY:
                phrase = tongue.years_bent if self._bent else tongue.years
                start = str(1 - first.year) if last.year < 1 else year
                return phrase.format(start, tongue.year(last.year))
            case Precision.DECADE:
                return (tongue.decade_bent if self._bent else tongue.decade).format(first.year)
            case Precision.YEAR:
                return year
            case Precision.SEASON:
                if last.year != first.year:
                    year = f"{year}/{_short(last.year) if last.year > 0 else tongue.year(last.year)}"
                season = tongue.seasons[list(SEASONS.values()).index(first.month)]
                return season if shared else tongue.season_year.format(season, year)
            case Precision.QUARTER:
                phrase = tongue.quarter_alone if shared else tongue.quarter
                return phrase.format(tongue.quarters[list(QUARTERS.values()).index(first.month)], year)
            case Precision.MONTH:
                return self._month(point, shared)
        return self._day(point, shared)

    def _month(self, point: Point, shared: Precision | None) -> str:
        tongue = self._tongue
        year, number, _ = point.julian or (point.first.year, point.first.month, None)
        month = tongue.months[number - 1]
        whole = month if shared else tongue.month_year.format(month, tongue.year(year))
        return tongue.julian_month.format(whole) if point.julian else whole

    def _day(self, point: Point, shared: Precision | None) -> str:
        tongue, first = self._tongue, point.first
        if shared is Precision.MONTH:
            return tongue.day(first.day)
        whole = tongue.day_month(first.day, first.month, None if shared else first.year)
        year, month, day = point.julian or (0, 0, None)
        if day:
            ours = tongue.day_month(first.day, first.month, None if year == first.year else first.year)
            whole = tongue.julian.format(tongue.day_month(day, month, year), ours)
        return tongue.timed.format(whole, _clock(point.time)) if point.time else whole


def _clock(time: datetime.time) -> str:
    """Hours and minutes, and how far they are from UTC where that is known."""
    said, offset = f"{time:%H:%M}" + (f":{time:%S}" if time.second else ""), time.utcoffset()
    if offset is None:
        return said
    if not offset:
        return f"{said} UTC"
    hours, minutes = divmod(int(abs(offset).total_seconds()) // 60, 60)
    return f"{said} UTC{'−' if offset.total_seconds() < 0 else '+'}{hours:02}:{minutes:02}"


def _has_a_name(decade: Point) -> bool:
    """ "The 1900s" would be read as a century, and "the 40s" as the wrong one."""
    return decade.first.year >= 1000 and decade.first.year % 100 != 0


def _short(year: int) -> str:
    return str(year) if year % 100 == 0 or year < 1000 else f"{year % 100:02}"
