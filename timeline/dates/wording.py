"""Dates in the words of a person who does not know more than the record.

A month is said as a month and a season as a season: no word here names a day that the text does not have.
The phrases stand first, one set for each language. English puts the day before the month. A language without phrases
of its own is given English ones, since half a translation reads worse than none.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from timeline.dates.date import Date, Point, Precision
from timeline.dates.edtf import QUARTERS, SEASONS


@dataclass(frozen=True, slots=True)
class Phrases:
    """Month names come from the locale data; what stands here is what that data does not say."""

    day: str
    quarter: str
    quarter_alone: str
    quarters: tuple[str, str, str, str]
    seasons: tuple[str, str, str, str]
    decade: str
    years: str
    early_year: str
    extent: str
    between: str
    since: str
    until: str
    some_since: str
    some_until: str
    """Some day on one side of a date."""
    untold: Mapping[str, str]
    """What is added to an extent whose start or end nobody knows."""
    either: str
    """The last of several dates, one of which it was, behind the others."""
    before_christ: str
    julian: str
    """A day of the Julian calendar, and the same of the Gregorian one."""
    unknown: str
    doubt: Mapping[tuple[bool, bool], str]
    """By uncertain and approximate."""
    decade_bent: str = ""
    years_bent: str = ""
    """The two names whose endings a preposition changes."""
    articles: Mapping[Precision, str] = field(default_factory=dict)
    """What goes before a name that follows a preposition, for languages that bend it."""
    articles_until: Mapping[Precision, str] = field(default_factory=dict)

    def year(self, year: int) -> str:
        """A year below 1000 says of itself that it is a year, or it would pass for a day or a count."""
        if year < 1:
            return self.before_christ.format(1 - year)
        return str(year) if year >= 1000 else self.early_year.format(year)


ENGLISH = Phrases(
    day="{}",
    quarter="{} quarter of {}",
    quarter_alone="{}",
    quarters=("first", "second", "third", "fourth"),
    seasons=("spring", "summer", "autumn", "winter"),
    decade="the {}s",
    years="the years {} to {}",
    early_year="AD {}",
    extent="{} to {}",
    between="between {} and {}",
    since="from {}",
    until="until {}",
    some_since="some day from {}",
    some_until="some day up to {}",
    untold={"start": "{}, start not known", "end": "{}, end not known"},
    either="{} or {}",
    before_christ="{} BC",
    julian="{} Julian ({} Gregorian)",
    unknown="date unknown",
    doubt={(False, True): "about {}", (True, False): "possibly {}", (True, True): "possibly about {}"},
    articles={Precision.QUARTER: "the {}"},
    articles_until={Precision.QUARTER: "the {}"},
)

_TO_THE = {
    Precision.DAY: "dem {}",
    Precision.QUARTER: "dem {}",
    Precision.DECADE: "den {}",
    Precision.CENTURY: "den {}",
}

GERMAN = Phrases(
    day="{}.",
    quarter="{} Quartal {}",
    quarter_alone="{}",
    quarters=("1.", "2.", "3.", "4."),
    seasons=("Frühjahr", "Sommer", "Herbst", "Winter"),
    decade="{}er-Jahre",
    decade_bent="{}er-Jahren",
    years="Jahre {} bis {}",
    years_bent="Jahren {} bis {}",
    early_year="{} n. Chr.",
    extent="{} bis {}",
    between="zwischen {} und {}",
    since="ab {}",
    until="bis {}",
    some_since="irgendwann ab {}",
    some_until="irgendwann bis {}",
    untold={"start": "{}, Beginn nicht bekannt", "end": "{}, Ende nicht bekannt"},
    either="{} oder {}",
    before_christ="{} v. Chr.",
    julian="{} julianisch ({} gregorianisch)",
    unknown="Datum unbekannt",
    doubt={
        (False, True): "etwa {}",
        (True, False): "möglicherweise {}",
        (True, True): "möglicherweise etwa {}",
    },
    articles=_TO_THE,
    articles_until={
        precision: article.replace("dem", "zum").replace("den", "zu den") for precision, article in _TO_THE.items()
    },
)

TONGUES: Mapping[str, Phrases] = {"en": ENGLISH, "de": GERMAN}

_MACHINE_READABLE = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}


def machine(date: Date) -> str | None:
    """The value for `<time datetime="…">`, which knows years from 1 on, months, days and times, and no doubt."""
    point = date.start
    if date.form != "point" or point is None or point.first.year < 1:
        return None
    if point.time is not None:
        return f"{point.first.isoformat()}T{point.time.isoformat('minutes')}"
    length = _MACHINE_READABLE.get(point.precision)
    return point.edtf[:length] if length else None


def year_words(year: int) -> str:
    """A year of its number, 0 being 1 BC: "2025", "AD 43", "44 BC"."""
    return ENGLISH.year(year)


@lru_cache(maxsize=65_536)
def words(date: Date, locale: str = "en") -> str:
    """The date for people, as a phrase that can stand alone or after a comma."""
    tongue, months = _language(locale)
    if date.form == "unknown":
        return tongue.unknown
    if date.choices:
        *others, last = (_ends(tongue, months, *ends, between=True) for ends in date.choices)
        return tongue.either.format(", ".join(others), last)
    said = _ends(tongue, months, date.start, date.end, between=date.form == "between")
    return tongue.untold[date.untold].format(said) if date.untold else said


def _ends(tongue: Phrases, months: tuple[str, ...], start: Point | None, end: Point | None, *, between: bool) -> str:
    """All the time from one to the other, or some day in it; either may be open."""
    if start is None or end is None:
        point = start or end
        assert point is not None
        since, until = (tongue.some_since, tongue.some_until) if between else (tongue.since, tongue.until)
        phrase = since if end is None else until
        return phrase.format(_Speaker(tongue, months, bent=True, until=end is not None).point(point))
    if start.text == end.text:
        return _Speaker(tongue, months).point(start)
    speaker = _Speaker(tongue, months, bent=between)
    phrase = tongue.between if between else tongue.extent
    if start.time and end.time and start.first == end.first and not between:
        return phrase.format(speaker.point(start), _clock(end.time))
    return phrase.format(speaker.point(start, _shared(start, end)), speaker.point(end))


@lru_cache(maxsize=64)
def _language(locale: str) -> tuple[Phrases, tuple[str, ...]]:
    try:
        language = Locale.parse(locale.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        language = Locale("en")
    if language.language not in TONGUES:
        language = Locale("en")
    names = language.months["format"]["wide"]
    return TONGUES[language.language], tuple(str(names[month]) for month in range(1, 13))


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

    def __init__(self, tongue: Phrases, months: tuple[str, ...], *, bent: bool = False, until: bool = False) -> None:
        self._tongue = tongue
        self._months = months
        self._articles = (tongue.articles_until if until else tongue.articles) if bent else {}

    def point(self, point: Point, shared: Precision | None = None) -> str:
        precision = point.precision
        if precision is Precision.DECADE and not _has_a_name(point):
            precision = Precision.CENTURY
        named = self._articles.get(precision, "{}").format(
            self._name(point, precision, shared, bent=precision in self._articles)
        )
        if not _doubtful(point):
            return named
        return self._tongue.doubt[point.uncertain, point.approximate].format(named)

    def _name(self, point: Point, precision: Precision, shared: Precision | None, *, bent: bool) -> str:
        tongue, first, last = self._tongue, point.first, point.last
        year = "" if shared else f" {self._year(first.year)}"
        month = self._months[first.month - 1]
        match precision:
            case Precision.CENTURY:
                phrase = tongue.years_bent if bent else tongue.years
                if last.year < 1:
                    return phrase.format(1 - first.year, self._year(last.year))
                return phrase.format(self._year(first.year), self._year(last.year))
            case Precision.DECADE:
                return (tongue.decade_bent if bent else tongue.decade).format(first.year)
            case Precision.YEAR:
                return self._year(first.year)
            case Precision.SEASON:
                if last.year != first.year:
                    year = f" {self._year(first.year)}/{_short(last.year) if last.year > 0 else self._year(last.year)}"
                return tongue.seasons[list(SEASONS.values()).index(first.month)] + year
            case Precision.QUARTER:
                number = list(QUARTERS.values()).index(first.month)
                phrase = tongue.quarter_alone if shared else tongue.quarter
                return phrase.format(tongue.quarters[number], self._year(first.year))
            case Precision.MONTH:
                return month + year
        day = tongue.day.format(first.day)
        whole = day if shared is Precision.MONTH else f"{day} {month}{year}"
        if point.julian:
            named, number, of_month = point.julian
            typed = f"{tongue.day.format(of_month)} {self._months[number - 1]} {self._year(named)}"
            return tongue.julian.format(typed, whole)
        return f"{whole}, {_clock(point.time)}" if point.time else whole

    def _year(self, year: int) -> str:
        return self._tongue.year(year)


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
