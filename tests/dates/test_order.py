"""Before, after, and the order on a page."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.dates.examples import dates
from timeline.dates import Date, parse


def test_a_year_is_neither_before_nor_after_a_month_within_it() -> None:
    year, month = parse("2025"), parse("2025-04")

    assert not year.before(month)
    assert not year.after(month)
    assert year.overlaps(month)


def test_a_month_lies_within_its_year_and_a_year_within_no_month() -> None:
    assert parse("2025-04").within(parse("2025"))
    assert not parse("2025").within(parse("2025-04"))
    assert not parse("2025-04/..").within(parse("2025"))
    assert parse("2025").within(parse("../2025"))


def test_a_month_is_before_the_next_one() -> None:
    assert parse("2025-04").before(parse("2025-05"))
    assert parse("2025-05").after(parse("2025-04"))


def test_winter_reaches_into_the_next_year() -> None:
    assert parse("2025-24").overlaps(parse("2026-02"))
    assert parse("2025-24").before(parse("2026-03"))
    assert not parse("2025-24").overlaps(parse("2025-01"))


def test_what_still_goes_on_overlaps_everything_later_and_is_before_nothing() -> None:
    still = parse("2021-03-03/..")

    assert still.overlaps(parse("9999"))
    assert still.overlaps(parse("2021-03"))
    assert not still.before(parse("9999"))
    assert still.after(parse("2021-03-02"))


def test_what_has_no_known_start_overlaps_everything_earlier_and_is_after_nothing() -> None:
    until = parse("../2025-05")

    assert until.overlaps(parse("-9999"))
    assert not until.after(parse("-9999"))
    assert until.before(parse("2025-06-01"))


def test_two_open_stretches_overlap_where_they_meet() -> None:
    assert parse("../2025-05").overlaps(parse("2025-05-31/.."))
    assert parse("../2025-05").before(parse("2025-06/.."))


def test_doubt_does_not_blur_what_comes_first() -> None:
    assert parse("2025-04~").before(parse("2025-05?"))


def test_a_year_stands_before_its_months_and_a_month_before_its_days() -> None:
    told = ["2026", "2025-01-02", "2025-01-01", "2025-01", "2025-33", "2025", "202X", "20XX", "../2025", "2025-01~"]

    assert [date.text for date in sorted(map(parse, told), key=lambda date: date.sort_key)] == [
        "20XX",
        "202X",
        "../2025",
        "2025",
        "2025-33",
        "2025-01",
        "2025-01~",
        "2025-01-01",
        "2025-01-02",
        "2026",
    ]


def test_what_goes_on_stands_before_what_ended_when_both_began_on_one_day() -> None:
    assert parse("2025/..").sort_key < parse("2025/9999").sort_key < parse("2025").sort_key


def test_dates_have_no_smaller_than_because_not_all_can_be_compared() -> None:
    with pytest.raises(TypeError):
        sorted([parse("2025"), parse("2025-04")])  # type: ignore[type-var]


@given(dates, dates)
def test_overlap_is_mutual(one: Date, other: Date) -> None:
    assert one.overlaps(one)
    assert one.overlaps(other) == other.overlaps(one)


@given(dates, dates)
def test_of_two_dates_exactly_one_thing_is_true_before_after_or_overlap(one: Date, other: Date) -> None:
    assert [one.before(other), one.after(other), one.overlaps(other)].count(True) == 1
    assert one.before(other) == other.after(one)


@given(dates, dates, dates)
def test_before_carries_over(one: Date, other: Date, third: Date) -> None:
    if one.before(other) and other.before(third):
        assert one.before(third)


@given(dates, dates)
def test_the_order_on_a_page_contradicts_time_at_most_within_a_month(one: Date, other: Date) -> None:
    """What reaches into the next month stands before all of its first one, under a heading of its own."""
    if one.before(other) and one.heading.place[0] < other.heading.place[0]:
        assert one.sort_key < other.sort_key
    months = [(day.year, day.month) for day in (one.latest, other.earliest) if day]
    if one.before(other) and months[0] < months[1] and one.earliest:
        assert one.sort_key < other.sort_key


@given(dates, dates)
def test_days_and_months_never_stand_against_time(one: Date, other: Date) -> None:
    if one.before(other) and one.heading.month and other.heading.month:
        assert one.sort_key < other.sort_key


def test_what_a_date_leaves_open_does_not_move_it_out_of_its_year() -> None:
    told = ["1984-05", "[..1984]", "1985/", "1760/..", "/1984", "[1760-12..]", "XXXX", "-0043", "[1917,1919]", "0014"]

    assert [date.text for date in sorted(map(parse, told), key=lambda date: date.sort_key)] == [
        "-0043",
        "0014",
        "1760/..",
        "[1760-12..]",
        "[1917,1919]",
        "[..1984]",
        "/1984",
        "1984-05",
        "1985/",
        "XXXX",
    ]


def test_within_a_day_times_tell_the_order_and_none_stands_first() -> None:
    told = [
        "2024-06-01T09:30",
        "2024-06-01T07:15",
        "2024-06-01",
        "2024-06-01T12:00+05:00",
        "2024-06-01T07:30Z",
        "2024-06-01T00:00+14:00",
    ]

    assert [date.text for date in sorted(map(parse, told), key=lambda date: date.sort_key)] == [
        "2024-06-01",
        "2024-06-01T00:00+14:00",
        "2024-06-01T12:00+05:00",
        "2024-06-01T07:15",
        "2024-06-01T07:30Z",
        "2024-06-01T09:30",
    ]


def test_the_last_second_of_an_hour_stands_before_the_next_hour() -> None:
    times = [parse(f"2025-05-01T{time}Z") for time in ("09:59:59", "10:00:00", "10:00:59", "10:01:00")]

    assert sorted([times[2], times[0], times[3], times[1]], key=lambda date: date.sort_key) == times
