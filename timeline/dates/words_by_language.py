"""The phrases in which a language says dates: messages of its catalogue, and the names of its months.

A language whose catalogue has no phrases for dates yet says them in English altogether, since half a translation reads
worse than none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from timeline.dates.date import Precision
from timeline.language import Catalogue, catalogue


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """Month names come from the locale data; what stands here is what that data does not say."""

    months: tuple[str, ...]
    short_months: tuple[str, ...]
    day_number: str
    first_day_number: str
    day_and_month: str
    day_month_year: str
    month_year: str
    season_year: str
    quarter: str
    quarter_alone: str
    quarters: tuple[str, str, str, str]
    seasons: tuple[str, str, str, str]
    decade: str
    years: str
    early_year: str
    timed: str
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
    julian_month: str
    """A day of the Julian calendar, and the same of the Gregorian one, whose year is said where it is another."""
    unknown: str
    doubt: Mapping[tuple[bool, bool], str]
    """By uncertain and approximate."""
    decade_bent: str
    years_bent: str
    """The two names whose endings a preposition changes."""
    articles: Mapping[Precision, str]
    """What goes before a name that follows a preposition, for languages that bend it."""
    articles_until: Mapping[Precision, str]

    def year(self, year: int) -> str:
        """A year below 1000 says of itself that it is a year, or it would pass for a day or a count."""
        if year < 1:
            return self.before_christ.format(1 - year)
        return str(year) if year >= 1000 else self.early_year.format(year)

    def day(self, day: int) -> str:
        """A day of a month that is said elsewhere."""
        return (self.first_day_number if day == 1 else self.day_number).format(day)

    def day_month(self, day: int, month: int, year: int | None) -> str:
        """A day of the calendar; without its year where that is said elsewhere."""
        name = self.months[month - 1]
        if year is None:
            return self.day_and_month.format(self.day(day), name)
        return self.day_month_year.format(self.day(day), name, self.year(year))


@cache
def phrases(spoken: Catalogue) -> Phrases:
    """The phrases of a language, English ones where its catalogue has none."""
    pgettext = spoken.translations.pgettext
    if (unknown := pgettext("date", "date unknown")).strip(
        "\u2068\u2069"
    ) == "date unknown" and spoken is not catalogue("en"):
        return phrases(catalogue("en"))
    names = spoken.locale.months["format"]
    return Phrases(
        months=tuple(str(names["wide"][month]) for month in range(1, 13)),
        short_months=tuple(str(names["abbreviated"][month]).rstrip(".") for month in range(1, 13)),
        day_number=pgettext("date: the number of a day", "{}"),
        first_day_number=pgettext("date: the number of the first day of a month", "{}"),
        day_and_month=pgettext("date: day, month", "{} {}"),
        day_month_year=pgettext("date: day, month, year", "{} {} {}"),
        month_year=pgettext("date: month, year", "{} {}"),
        season_year=pgettext("date: season, year", "{} {}"),
        quarter=pgettext("date: first, year", "{} quarter of {}"),
        quarter_alone=pgettext("date: the quarter in “first to second quarter of 2025”", "{}"),
        quarters=(
            pgettext("date: quarter", "first"),
            pgettext("date: quarter", "second"),
            pgettext("date: quarter", "third"),
            pgettext("date: quarter", "fourth"),
        ),
        seasons=(
            pgettext("date", "spring"),
            pgettext("date", "summer"),
            pgettext("date", "autumn"),
            pgettext("date", "winter"),
        ),
        decade=pgettext("date", "the {}s"),
        years=pgettext("date", "the years {} to {}"),
        early_year=pgettext("date", "AD {}"),
        timed=pgettext("date: day, time of day", "{}, {}"),
        extent=pgettext("date", "{} to {}"),
        between=pgettext("date", "between {} and {}"),
        since=pgettext("date", "from {}"),
        until=pgettext("date", "until {}"),
        some_since=pgettext("date", "some day from {}"),
        some_until=pgettext("date", "some day up to {}"),
        untold={
            "start": pgettext("date", "{}, start not known"),
            "end": pgettext("date", "{}, end not known"),
        },
        either=pgettext("date", "{} or {}"),
        before_christ=pgettext("date", "{} BC"),
        julian=pgettext("date", "{} Julian ({} Gregorian)"),
        julian_month=pgettext("date", "{} Julian"),
        unknown=unknown,
        doubt={
            (False, True): pgettext("date", "about {}"),
            (True, False): pgettext("date", "possibly {}"),
            (True, True): pgettext("date", "possibly about {}"),
        },
        decade_bent=pgettext("date after a preposition", "the {}s"),
        years_bent=pgettext("date after a preposition", "the years {} to {}"),
        articles={
            Precision.DAY: pgettext("date: a day after “from” or “between”", "{}"),
            Precision.MONTH: pgettext("date: a month after “from” or “between”", "{}"),
            Precision.SEASON: pgettext("date: a season after “from” or “between”", "{}"),
            Precision.QUARTER: pgettext("date: a quarter after “from” or “between”", "the {}"),
            Precision.YEAR: pgettext("date: a year after “from” or “between”", "{}"),
            Precision.DECADE: pgettext("date: a decade after “from” or “between”", "{}"),
            Precision.CENTURY: pgettext("date: some years after “from” or “between”", "{}"),
        },
        articles_until={
            Precision.DAY: pgettext("date: a day after “until”", "{}"),
            Precision.MONTH: pgettext("date: a month after “until”", "{}"),
            Precision.SEASON: pgettext("date: a season after “until”", "{}"),
            Precision.QUARTER: pgettext("date: a quarter after “until”", "the {}"),
            Precision.YEAR: pgettext("date: a year after “until”", "{}"),
            Precision.DECADE: pgettext("date: a decade after “until”", "{}"),
            Precision.CENTURY: pgettext("date: some years after “until”", "{}"),
        },
    )
