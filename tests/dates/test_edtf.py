"""Which days a text covers."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given

from tests.dates.examples import points, span, texts
from timeline.dates import Date, Precision, parse, words
from timeline.dates.wording import machine

COVERED = {
    "2025": "2025-01-01 2025-12-31",
    "0001": "0001-01-01 0001-12-31",
    "9999": "9999-01-01 9999-12-31",
    "2025-04": "2025-04-01 2025-04-30",
    "2024-02": "2024-02-01 2024-02-29",
    "2025-04-09": "2025-04-09 2025-04-09",
    "202X": "2020-01-01 2029-12-31",
    "20XX": "2000-01-01 2099-12-31",
    "2025-05~": "2025-05-01 2025-05-31",
    "2025?": "2025-01-01 2025-12-31",
    "2025-05-03%": "2025-05-03 2025-05-03",
    "202X~": "2020-01-01 2029-12-31",
    "2025-21": "2025-03-01 2025-05-31",
    "2025-22": "2025-06-01 2025-08-31",
    "2025-23": "2025-09-01 2025-11-30",
    "2025-24": "2025-12-01 2026-02-28",
    "2023-24": "2023-12-01 2024-02-29",
    "2025-33": "2025-01-01 2025-03-31",
    "2025-34": "2025-04-01 2025-06-30",
    "2025-35": "2025-07-01 2025-09-30",
    "2025-36": "2025-10-01 2025-12-31",
    "2025-01-20/2025-08-14": "2025-01-20 2025-08-14",
    "2020/2021": "2020-01-01 2021-12-31",
    "2025-05~/2025-21?": "2025-05-01 2025-05-31",
    "2025-05/2025": "2025-05-01 2025-12-31",
    "2021-03-03/..": "2021-03-03 open",
    "../2025-05": "open 2025-05-31",
    "[2025-01-20..2025-08-14]": "2025-01-20 2025-08-14",
    "[2025-01..2025-02~]": "2025-01-01 2025-02-28",
    "0000": "0000-01-01 0000-12-31",
    "-0043": "-0043-01-01 -0043-12-31",
    "-0043-03-15": "-0043-03-15 -0043-03-15",
    "-0004-02": "-0004-02-01 -0004-02-29",
    "-9999": "-9999-01-01 -9999-12-31",
    "000X": "0000-01-01 0009-12-31",
    "-004X": "-0049-01-01 -0040-12-31",
    "-01XX": "-0199-01-01 -0100-12-31",
    "-0026/0014": "-0026-01-01 0014-12-31",
    "-0001-24": "-0001-12-01 0000-02-29",
    "1985/": "1985-01-01 open",
    "/1985": "open 1985-12-31",
    "[..1984]": "open 1984-12-31",
    "[1760-12..]": "1760-12-01 open",
    "[1917,1919]": "1917-01-01 1919-12-31",
    "[1667, 1668, 1670..1672]": "1667-01-01 1672-12-31",
    "[..1760-12-03,1762]": "open 1762-12-31",
    "2020-05-30T09:30-05:00": "2020-05-30 2020-05-30",
    "2020-05-30T23:59:59Z": "2020-05-30 2020-05-30",
    "2020-05-30T09:30/2020-05-31T08:00": "2020-05-30 2020-05-31",
    "1500-02-29 Julian": "1500-03-10 1500-03-10",
    "1066-10-14? Julian": "1066-10-20 1066-10-20",
    "-0043-03-15 Julian": "-0043-03-13 -0043-03-13",
    "1712-02-29 Julian": "1712-03-11 1712-03-11",
    "1643-12-25/1644-01-05 Julian": "1644-01-04 1644-01-15",
    "1209-11 Julian": "1209-11-08 1209-12-07",
    "1192-12/1194-02-04 Julian": "1192-12-08 1194-02-11",
    "XXXX": "open open",
}


@pytest.mark.parametrize("text", COVERED)
def test_a_date_covers_the_days_it_names_and_no_more(text: str) -> None:
    assert span(parse(text)) == COVERED[text]


@pytest.mark.parametrize("doubt", ["~", "?", "%"])
def test_doubt_is_carried_and_does_not_widen_the_month(doubt: str) -> None:
    plain, doubtful = parse("2025-05"), parse("2025-05" + doubt)

    assert span(doubtful) == span(plain)
    assert doubtful.approximate == (doubt in "~%")
    assert doubtful.uncertain == (doubt in "?%")


def test_the_doubt_of_one_end_is_the_doubt_of_the_extent() -> None:
    extent = parse("2025-03/2025-05~")

    assert (extent.uncertain, extent.approximate) == (False, True)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("20XX", Precision.CENTURY),
        ("202X", Precision.DECADE),
        ("2025", Precision.YEAR),
        ("2025-21", Precision.SEASON),
        ("2025-35", Precision.QUARTER),
        ("2025-05", Precision.MONTH),
        ("2025-05-01", Precision.DAY),
        ("2025-05-01/2025-06", Precision.MONTH),
        ("2025-05-01/..", Precision.DAY),
    ],
)
def test_precision_survives_and_an_extent_is_as_vague_as_its_vaguer_end(text: str, precision: Precision) -> None:
    assert parse(text).precision is precision


@pytest.mark.parametrize(("text", "form"), [("2025", "point"), ("2025/2026", "extent"), ("[2025..2026]", "between")])
def test_a_stretch_of_time_is_not_a_day_somewhere_within_it(text: str, form: str) -> None:
    assert parse(text).form == form


def test_an_open_end_has_no_point_and_no_day() -> None:
    still = parse("2021-03-03/..")

    assert (still.end, still.latest) == (None, None)
    assert still.start == parse("2021-03-03").start


@pytest.mark.parametrize("text", ["2025-04-09~", "2025-04", "2025-04-09/2025-04-09", "2025-04-09/.."])
def test_only_a_single_day_without_doubt_is_a_day(text: str) -> None:
    assert parse("2025-04-09").is_day
    assert not parse(text).is_day


def test_a_date_without_any_end_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="at least one end"):
        Date("../..", "extent", None, None)


@given(texts)
def test_a_date_reads_as_it_was_typed(text: str) -> None:
    assert str(parse(text)) == parse(text).text == text
    assert parse(str(parse(text))) == parse(text)


@given(texts)
def test_a_date_ends_on_or_after_the_day_it_begins(text: str) -> None:
    date = parse(text)

    assert date.earliest is None or date.latest is None or date.earliest <= date.latest


@given(points)
def test_a_point_starts_and_ends_with_itself(text: str) -> None:
    date = parse(text)

    assert date.start is not None
    assert date.start == date.end
    assert str(date.start) == text
    assert span(date) == f"{date.start.first} {date.start.last}"


@given(texts)
def test_a_date_survives_being_copied(text: str) -> None:
    date = parse(text)

    for twin in (copy.deepcopy(date), pickle.loads(pickle.dumps(date))):
        assert twin == date
        assert hash(twin) == hash(date)
        assert twin.sort_key == date.sort_key


@pytest.mark.parametrize("text", ["1985/", "/1985"])
def test_an_end_that_nobody_knows_is_not_one_that_has_not_come(text: str) -> None:
    assert parse(text).untold
    assert not parse("1985/..").untold


def test_one_of_several_dates_leaves_out_what_lies_between_them() -> None:
    choice = parse("[1917,1919]")

    assert [start.text for start, _ in choice.choices if start] == ["1917", "1919"]
    assert choice.form == "between"


def test_a_time_of_day_keeps_the_day_and_how_far_its_clock_is_from_utc() -> None:
    told = parse("2020-05-30T09:30-05:00")

    assert told.is_day
    assert told.start is not None
    assert told.start.time is not None
    assert str(told.start.time.utcoffset()) == "-1 day, 19:00:00"
    assert parse("2020-05-30T09:30").start != told.start


def test_a_day_of_the_julian_calendar_is_handed_on_as_that_of_ours() -> None:
    assert parse("1500-02-29 Julian").edtf == "1500-03-10"
    assert parse("1066-10-14~ Julian").edtf == "1066-10-20~"
    assert parse("[..1500-02-29] Julian").edtf == "[..1500-03-10]"
    assert parse("1643-12-25/.. Julian").edtf == "1644-01-04/.."


def test_a_month_of_the_julian_calendar_is_handed_on_as_some_day_of_its_days_and_as_an_end_as_about_a_month() -> None:
    assert parse("1209-11 Julian").edtf == "[1209-11-08..1209-12-07]"
    assert parse("1917-10? Julian").edtf == "[1917-10-14?..1917-11-13?]"
    assert parse("1192-12/1194-02-04 Julian").edtf == "1192-12~/1194-02-11"
    assert machine(parse("1209-11 Julian")) is None


def test_a_month_of_the_julian_calendar_stands_under_the_month_in_which_most_of_it_lies() -> None:
    headings = [parse(text).heading for text in ("1209-11 Julian", "-0043-03 Julian", "-0043-01/-0043-02 Julian")]

    assert [(heading.year, heading.month) for heading in headings] == [("1209", 11), ("-0043", 3), ("-0043", 1)]


def test_a_date_that_nobody_knows_is_neither_before_nor_after_another() -> None:
    unknown = parse("XXXX")

    assert (unknown.form, unknown.precision) == ("unknown", Precision.UNKNOWN)
    assert not unknown.before(parse("2025"))
    assert not unknown.after(parse("2025"))


def test_a_time_of_a_day_of_the_julian_calendar_stays_with_its_day() -> None:
    fire = parse("1666-09-02T01:00 Julian")

    assert fire.edtf == "1666-09-12T01:00"
    assert words(fire) == "2 September 1666 Julian (12 September Gregorian), 01:00"
    assert parse("1666-09-02T01:00/1666-09-05 Julian").edtf == "1666-09-12T01:00/1666-09-15"
