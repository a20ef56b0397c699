"""Dates in the words of a person who does not know more than the record.

A month is said as a month and a season as a season: no word here names a day that the text does not have.
The phrases stand first, one set for each language. English puts the day before the month. A language without phrases
of its own is given English ones, since half a translation reads worse than none.
"""

from __future__ import annotations

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
    doubt: Mapping[tuple[bool, bool], str]
    """By uncertain and approximate."""
    decade_bent: str = ""
    years_bent: str = ""
    """The two names whose endings a preposition changes."""
    articles: Mapping[Precision, str] = field(default_factory=dict)
    """What goes before a name that follows a preposition, for languages that bend it."""
    articles_until: Mapping[Precision, str] = field(default_factory=dict)


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
    """The value for `<time datetime="…">`, which knows years, months and days, and no doubt."""
    if date.form != "point" or date.start is None:
        return None
    length = _MACHINE_READABLE.get(date.start.precision)
    return date.text[:length] if length else None


@lru_cache(maxsize=65_536)
def words(date: Date, locale: str = "en") -> str:
    """The date for people, as a phrase that can stand alone or after a comma."""
    tongue, months = _language(locale)
    start, end = date.start, date.end
    if start is None or end is None:
        point = start or end
        assert point is not None
        phrase, until = (tongue.since, False) if end is None else (tongue.until, True)
        return phrase.format(_Speaker(tongue, months, bent=True, until=until).point(point))
    if start.text == end.text:
        return _Speaker(tongue, months).point(start)
    between = date.form == "between"
    speaker = _Speaker(tongue, months, bent=between)
    shared = _shared(start, end)
    return (tongue.between if between else tongue.extent).format(speaker.point(start, shared), speaker.point(end))


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
    if start.first.year != end.first.year or _doubtful(start) or _doubtful(end):
        return None
    kinds = {start.precision, end.precision}
    if kinds == {Precision.DAY} and start.first.month == end.first.month:
        return Precision.MONTH
    if kinds <= {Precision.DAY, Precision.MONTH} or kinds == {Precision.QUARTER}:
        return Precision.YEAR
    winter = end.first.year != end.last.year
    return Precision.YEAR if kinds == {Precision.SEASON} and not winter else None


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
                return phrase.format(self._year(first.year), self._year(last.year))
            case Precision.DECADE:
                return (tongue.decade_bent if bent else tongue.decade).format(first.year)
            case Precision.YEAR:
                return self._year(first.year)
            case Precision.SEASON:
                if last.year != first.year:
                    year = f" {self._year(first.year)}/{_short(last.year)}"
                return tongue.seasons[list(SEASONS.values()).index(first.month)] + year
            case Precision.QUARTER:
                number = list(QUARTERS.values()).index(first.month)
                phrase = tongue.quarter_alone if shared else tongue.quarter
                return phrase.format(tongue.quarters[number], self._year(first.year))
            case Precision.MONTH:
                return month + year
            case Precision.DAY:
                day = tongue.day.format(first.day)
                return day if shared is Precision.MONTH else f"{day} {month}{year}"

    def _year(self, year: int) -> str:
        """A year below 1000 says of itself that it is a year, or it would pass for a day or a count."""
        return str(year) if year >= 1000 else self._tongue.early_year.format(year)


def _has_a_name(decade: Point) -> bool:
    """ "The 1900s" would be read as a century, and "the 40s" as the wrong one."""
    return decade.first.year >= 1000 and decade.first.year % 100 != 0


def _short(year: int) -> str:
    return str(year) if year % 100 == 0 or year < 1000 else f"{year % 100:02}"
