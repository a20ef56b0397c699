"""Days before the year 1."""

from __future__ import annotations

import copy
import datetime
import pickle

import pytest
from convertdate import gregorian
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import days

FIRST, LAST = days.FIRST.toordinal(), days.LAST.toordinal()
numbers = st.integers(FIRST, LAST)


@given(numbers)
def test_a_day_and_its_number_are_one_and_the_same(number: int) -> None:
    day = days.numbered(number)

    assert day.toordinal() == number
    assert days.of(day.year, day.month, day.day) == day


@given(numbers)
def test_days_are_counted_as_others_count_them(number: int) -> None:
    day = days.numbered(number)

    assert gregorian.to_jd(day.year, day.month, day.day) == number + 1_721_424.5


@given(numbers, numbers)
def test_days_stand_as_their_numbers_do_on_both_sides_of_the_year_1(one: int, other: int) -> None:
    first, second = days.numbered(one), days.numbered(other)

    assert (first < second, first <= second, first == second) == (one < other, one <= other, one == other)
    assert (first > second, first >= second, first != second) == (one > other, one >= other, one != other)
    assert (first - second).days == one - other
    assert max(first, second).toordinal() == max(one, other)
    assert (hash(first) == hash(second)) or first != second


@given(st.integers(FIRST, 0), st.integers(-400, 400))
def test_days_are_added_across_the_first_day_of_the_year_1(number: int, more: int) -> None:
    later = days.numbered(number) + datetime.timedelta(days=more)

    assert later.toordinal() == max(FIRST, number + more)
    assert days.shifted(days.numbered(number), more) == later
    assert days.numbered(number) - datetime.timedelta(days=more) == days.numbered(max(FIRST, number - more))


def test_the_day_before_the_year_1_is_the_last_of_the_year_0() -> None:
    assert str(days.shifted(datetime.date(1, 1, 1), -1)) == "0000-12-31"
    assert str(days.of(-43, 3, 15)) == "-0043-03-15"
    assert days.of(-43, 3, 15).replace(year=44) == datetime.date(44, 3, 15)
    assert repr(days.of(-43, 3, 15)) == "EarlyDay(-43, 3, 15)"


def test_nothing_lies_beyond_the_first_and_the_last_day() -> None:
    assert days.shifted(days.FIRST, -1) == days.FIRST
    assert days.shifted(days.LAST, 1) == days.LAST
    with pytest.raises(ValueError, match="out of range"):
        days.of(-10_000, 1, 1)


@pytest.mark.parametrize(("year", "long"), [(0, 29), (-4, 29), (-43, 28), (-100, 28), (-400, 29), (2024, 29)])
def test_leap_years_go_on_backwards(year: int, long: int) -> None:
    assert days.last_of_month(year, 2) == long


def test_an_early_day_survives_being_copied() -> None:
    day = days.of(-43, 3, 15)

    assert pickle.loads(pickle.dumps(day)) == copy.deepcopy(day) == day
