"""Dates as a reader sees them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from tests.dates.examples import dates, texts
from timeline.dates import Date, Precision, machine, parse, readings, words

SAID = [
    ("2025", "2025", "2025"),
    ("2025-04", "April 2025", "April 2025"),
    ("2025-03", "March 2025", "März 2025"),
    ("2025-04-09", "9 April 2025", "9. April 2025"),
    ("202X", "the 2020s", "2020er-Jahre"),
    ("200X", "the years 2000 to 2009", "Jahre 2000 bis 2009"),
    ("20XX", "the years 2000 to 2099", "Jahre 2000 bis 2099"),
    ("0044-05-09", "9 May AD 44", "9. Mai 44 n. Chr."),
    ("2025-05~", "about May 2025", "etwa Mai 2025"),
    ("2025-05?", "possibly May 2025", "möglicherweise Mai 2025"),
    ("2025-05%", "possibly about May 2025", "möglicherweise etwa Mai 2025"),
    ("2025-21", "spring 2025", "Frühjahr 2025"),
    ("2025-23~", "about autumn 2025", "etwa Herbst 2025"),
    ("2025-24", "winter 2025/26", "Winter 2025/26"),
    ("1999-24", "winter 1999/2000", "Winter 1999/2000"),
    ("2025-33", "first quarter of 2025", "1. Quartal 2025"),
    ("2025-05-01/2025-05-15", "1 to 15 May 2025", "1. bis 15. Mai 2025"),
    ("2025-01-20/2025-08-14", "20 January to 14 August 2025", "20. Januar bis 14. August 2025"),
    ("2024-12-20/2025-01-02", "20 December 2024 to 2 January 2025", "20. Dezember 2024 bis 2. Januar 2025"),
    ("2025-01/2025-03", "January to March 2025", "Januar bis März 2025"),
    ("2025-03-03/2025-05", "3 March to May 2025", "3. März bis Mai 2025"),
    ("2020/2021", "2020 to 2021", "2020 bis 2021"),
    ("2025-05/2025-05", "May 2025", "Mai 2025"),
    ("2025-21/2025-23", "spring to autumn 2025", "Frühjahr bis Herbst 2025"),
    ("2025-21/2025-24", "spring 2025 to winter 2025/26", "Frühjahr 2025 bis Winter 2025/26"),
    ("2025-33/2025-35", "first to third quarter of 2025", "1. bis 3. Quartal 2025"),
    ("202X/203X", "the 2020s to the 2030s", "2020er-Jahre bis 2030er-Jahre"),
    ("2025-05-01/2025-05-15~", "1 May 2025 to about 15 May 2025", "1. Mai 2025 bis etwa 15. Mai 2025"),
    ("2021-03-03/..", "from 3 March 2021", "ab dem 3. März 2021"),
    ("2021-03~/..", "from about March 2021", "ab etwa März 2021"),
    ("202X/..", "from the 2020s", "ab den 2020er-Jahren"),
    ("2025-33/..", "from the first quarter of 2025", "ab dem 1. Quartal 2025"),
    ("../2025-05", "until May 2025", "bis Mai 2025"),
    ("../2025-05-03?", "until possibly 3 May 2025", "bis möglicherweise zum 3. Mai 2025"),
    ("../20XX", "until the years 2000 to 2099", "bis zu den Jahren 2000 bis 2099"),
    (
        "[2025-01-20..2025-08-14]",
        "between 20 January and 14 August 2025",
        "zwischen dem 20. Januar und dem 14. August 2025",
    ),
    ("[2025-05-01..2025-05-15]", "between 1 and 15 May 2025", "zwischen dem 1. und dem 15. Mai 2025"),
    (
        "[2025-33..2025-34]",
        "between the first and the second quarter of 2025",
        "zwischen dem 1. und dem 2. Quartal 2025",
    ),
    ("-0043", "44 BC", "44 v. Chr."),
    ("-0043-03-15", "15 March 44 BC", "15. März 44 v. Chr."),
    ("0000", "1 BC", "1 v. Chr."),
    ("-004X", "the years 50 to 41 BC", "Jahre 50 bis 41 v. Chr."),
    ("-0026/0014", "27 BC to AD 14", "27 v. Chr. bis 14 n. Chr."),
    ("-0043-03-01/-0043-03-15", "1 to 15 March 44 BC", "1. bis 15. März 44 v. Chr."),
    ("-0001-24", "winter 2 BC/1 BC", "Winter 2 v. Chr./1 v. Chr."),
    ("[..1984]", "some day up to 1984", "irgendwann bis 1984"),
    ("[..1984-05-03]", "some day up to 3 May 1984", "irgendwann bis zum 3. Mai 1984"),
    ("[1760-12..]", "some day from December 1760", "irgendwann ab Dezember 1760"),
    ("[1917,1919]", "1917 or 1919", "1917 oder 1919"),
    ("[1667,1668,1670..1672]", "1667, 1668 or between 1670 and 1672", "1667, 1668 oder zwischen 1670 und 1672"),
    ("1985/", "from 1985, end not known", "ab 1985, Ende nicht bekannt"),
    ("/1985-05-03", "until 3 May 1985, start not known", "bis zum 3. Mai 1985, Beginn nicht bekannt"),
    ("2020-05-30T09:30-05:00", "30 May 2020, 09:30 UTC−05:00", "30. Mai 2020, 09:30 UTC−05:00"),
    ("2020-05-30T09:30:15Z", "30 May 2020, 09:30:15 UTC", "30. Mai 2020, 09:30:15 UTC"),
    ("2020-05-30T09:30+05", "30 May 2020, 09:30 UTC+05:00", "30. Mai 2020, 09:30 UTC+05:00"),
    ("2020-05-30T09:30/2020-05-30T11:00", "30 May 2020, 09:30 to 11:00", "30. Mai 2020, 09:30 bis 11:00"),
    ("XXXX", "date unknown", "Datum unbekannt"),
    (
        "1066-10-14 Julian",
        "14 October 1066 Julian (20 October Gregorian)",
        "14. Oktober 1066 julianisch (20. Oktober gregorianisch)",
    ),
    (
        "1642-12-25? Julian",
        "possibly 25 December 1642 Julian (4 January 1643 Gregorian)",
        "möglicherweise 25. Dezember 1642 julianisch (4. Januar 1643 gregorianisch)",
    ),
    ("1209-11 Julian", "November 1209 Julian", "November 1209 julianisch"),
    (
        "1192-12/1194-02-04 Julian",
        "December 1192 Julian to 4 February 1194 Julian (11 February Gregorian)",
        "Dezember 1192 julianisch bis 4. Februar 1194 julianisch (11. Februar gregorianisch)",
    ),
    ("[202X..2031-02]", "between the 2020s and February 2031", "zwischen den 2020er-Jahren und Februar 2031"),
]


@pytest.mark.parametrize(("text", "english", "german"), SAID)
def test_a_date_is_said_as_a_person_would(text: str, english: str, german: str) -> None:
    assert words(parse(text)) == english
    assert words(parse(text), "de") == german


def test_a_locale_lends_its_own_month_names() -> None:
    assert words(parse("2025-01-20"), "de-AT") == "20. Jänner 2025"
    assert words(parse("2025-01-20"), "en_US") == "20 January 2025"


@pytest.mark.parametrize("locale", ["sv", "xx", "", "no such language", "de_XX_YY_ZZ_AA", "\x00"])
def test_a_language_without_phrases_is_answered_in_a_language_that_has_some(locale: str) -> None:
    assert re.search(r"March 2025|März 2025", words(parse("2025-03~"), locale))


@pytest.mark.parametrize(
    ("text", "french"),
    [
        ("2025-05-01", "1er mai 2025"),
        ("../2025-05-03", "jusqu’au 3 mai 2025"),
        ("[2025-05-01..2025-05-15]", "entre le 1er et le 15 mai 2025"),
        ("2025-33", "premier trimestre 2025"),
        ("2025-05~", "vers mai 2025"),
        ("-0043", "44 av. J.-C."),
    ],
)
def test_a_language_that_is_only_begun_says_dates_already(text: str, french: str) -> None:
    assert words(parse(text), "fr") == french


@given(dates)
def test_no_words_name_a_day_that_the_text_does_not_have(date: Date) -> None:
    ends = [end for end in (date.start, date.end) if end]

    if all(end.precision is not Precision.DAY for end in ends):
        assert not re.search(r"\b[0-9]{1,2} [A-Z](?!D|C\b)", words(date))
        assert not re.search(
            r"\b[0-9]{1,2}\. (?!Quartal|bis|und)[A-Z]", re.sub(r"[0-9]+ [nv]\. Chr\.", "", words(date, "de"))
        )


@given(texts)
def test_words_are_said_the_same_way_twice(text: str) -> None:
    date = parse(text)

    for locale in ("en", "de"):
        said = words(date, locale)
        assert said == words(parse(text), locale)
        assert said == " ".join(said.split())


@given(dates)
def test_what_is_said_can_be_read_back(date: Date) -> None:
    """Not so where words say less: a decade or century without a name, a year before 1000, one date twice.

    Nor where nobody types what we say: of an end that is not known, of two calendars, of how far a clock is from UTC.
    """
    unsaid = (Precision.CENTURY, Precision.DECADE)
    ends = [end for end in (date.start, date.end) if end]
    if any(end.precision in unsaid or end.first.year < 1000 or end.time or end.julian for end in ends):
        return
    if date.untold or date.choices or (date.form == "between" and len(ends) < 2) or date.form == "unknown":
        return
    if date.form != "point" and len({end.text for end in ends}) < len(ends):
        return

    assert readings(words(date)) == (date.text,)
    assert readings(words(date, "de")) == (date.text,)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2025", "2025"),
        ("0044", "0044"),
        ("2025-04", "2025-04"),
        ("2025-04-09", "2025-04-09"),
        ("2025-05~", "2025-05"),
        ("2025-21", None),
        ("2025-35", None),
        ("202X", None),
        ("20XX?", None),
        ("2025/2026", None),
        ("-0043", None),
        ("0000-05-01", None),
        ("XXXX", None),
        ("2020-05-30T09:30-05:00", "2020-05-30T09:30-05:00"),
        ("2020-05-30T09:30:15Z", "2020-05-30T09:30+00:00"),
        ("1500-02-29 Julian", "1500-03-10"),
        ("2025-04-09/..", None),
        ("[2025-04-09..2025-04-10]", None),
    ],
)
def test_machines_get_years_months_and_days_and_nothing_made_up(text: str, value: str | None) -> None:
    assert machine(parse(text)) == value
