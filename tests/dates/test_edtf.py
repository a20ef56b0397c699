"""Which days a text covers."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given

from tests.dates.examples import points, span, texts
from timeline.dates import Date, Precision, parse

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
