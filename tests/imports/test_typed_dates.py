"""A date in a table of somebody else is carried as vague as it was typed, or told."""

from __future__ import annotations

import pytest

from tests.imports.making import drafted, fields, left


def event(folder, text: str, **options):
    (made,) = fields(drafted(folder, "events.csv", text, **options))
    return made


@pytest.mark.parametrize(
    ("typed", "carried"),
    [
        ("May 2024", "2024-05"),
        ("2024", "2024"),
        ("4 May 2024", "2024-05-04"),
        ("13/5/2024", "2024-05-13"),
        ("Spring 2024", "2024-21"),
        ("c. 1931", "1931~"),
        ("1990s", "199X"),
        ("2024-05-04T10:30:00Z", "2024-05-04T10:30:00Z"),
        ("2024-05-04 00:00:00", "2024-05-04"),
        ("44 BC", "-0043"),
        ("Q3 2024", "2024-35"),
        ("4. Mai 2024", "2024-05-04"),
    ],
)
def test_a_date_is_as_vague_as_it_was_typed(tmp_path, typed, carried) -> None:
    assert event(tmp_path, f"Date,Title\n{typed},Opening\n")["date"] == carried


@pytest.mark.parametrize("typed", ["5/6/2024", "May-24", "soon", "-43", "45123", "30 February 2024", "04.05.24"])
def test_a_date_that_says_no_one_thing_is_not_carried(tmp_path, typed) -> None:
    made = drafted(tmp_path, "events.csv", f"Date,Title\n{typed},Opening\n")

    assert "date" not in fields(made)[0]
    assert [(each.where, each.field, each.value) for each in made.left] == [("row 2", "Date", typed)]


def test_both_readings_of_an_ambiguous_day_are_told(tmp_path) -> None:
    (each,) = drafted(tmp_path, "events.csv", "Date,Title\n5/6/2024,Opening\n").left

    assert each.reason == "it can be read in more than one way"
    assert each.help == "`2024-06-05` (5 June 2024) or `2024-05-06` (6 May 2024)"


@pytest.mark.parametrize(("order", "day"), [("day", "2024-06-05"), ("month", "2024-05-06")])
def test_somebody_may_say_which_number_is_the_day(tmp_path, order, day) -> None:
    assert event(tmp_path, "Date,Title\n5/6/2024,Opening\n", order=order)["date"] == day


def test_a_count_of_days_is_told_as_both_calendars_have_it(tmp_path) -> None:
    (each,) = drafted(tmp_path, "events.csv", "Date,Title\n45123,Opening\n").left

    assert "`2023-07-16`" in each.help
    assert "`2027-07-17`" in each.help


def test_a_display_date_that_is_less_exact_is_the_date(tmp_path) -> None:
    made = drafted(tmp_path, "events.csv", "Year,Month,Day,Display Date,Headline\n2024,5,1,May 2024,Opening\n")

    assert fields(made)[0]["date"] == "2024-05"
    assert [each.value for each in made.left] == ["2024-05-01"]


def test_a_time_of_day_goes_with_its_day(tmp_path) -> None:
    made = drafted(tmp_path, "e.csv", "Year,Month,Day,Time,Title\n2024,5,4,9:30,A\n2024,5,,9:30,B\n-44,3,15,,C\n")

    assert [each.get("date") for each in fields(made)] == ["2024-05-04T09:30", "2024-05", None]
    assert left(made) == {
        ("row 3", "Time"): "no time of day that can be read beside this date",
        ("row 4", "Year, Month, Day"): "a year has four digits",
    }


def test_an_end_before_its_beginning_is_told(tmp_path) -> None:
    made = drafted(tmp_path, "events.csv", "Start,End,Title\n2024-05,2023,Works\n")

    assert fields(made)[0]["date"] == "2024-05"
    assert left(made) == {("row 2", "end date"): "the end is before the start"}


def test_midnight_is_no_part_of_the_readings_of_an_ambiguous_day(tmp_path) -> None:
    (each,) = drafted(tmp_path, "events.csv", "Date,Title\n5/6/2024 12:00:00 AM,Opening\n").left

    assert each.help == "`2024-06-05` (5 June 2024) or `2024-05-06` (6 May 2024)"
