"""A scale keeps the order of days and the width of what is vague."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from timeline import dates
from timeline.charts.svg.metrics import width
from timeline.charts.svg.scale import Scale, counted, even, fitted, two_speeds
from timeline.charts.svg.ticks import ticks

DAYS = st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 30))


@st.composite
def scales(draw: st.DrawFn) -> Scale:
    """Even ones, those whose first years are quiet, and those with busy times."""
    days = sorted(draw(st.lists(DAYS, min_size=2, max_size=30)))
    given_dates = [dates.parse(day.isoformat()) for day in days]
    pad = draw(st.floats(0, 0.2))
    if draw(st.booleans()):
        return even(days[0], days[-1], pad, 1 - pad)
    paced = draw(st.sampled_from([two_speeds, fitted]))
    return paced(given_dates, days[0], days[-1], pad, 1 - pad)


@given(scales(), DAYS, DAYS)
def test_a_later_day_is_never_drawn_before_an_earlier_one(
    scale: Scale, one: datetime.date, other: datetime.date
) -> None:
    first, last = sorted((one, other))
    assert scale(first.toordinal()) <= scale(last.toordinal())
    assert scale.edge(last) >= scale.middle(last) >= scale(last.toordinal())


@given(scales(), DAYS)
def test_every_day_is_inside(scale: Scale, day: datetime.date) -> None:
    assert scale.knots[0][1] <= scale(day.toordinal()) <= scale.knots[-1][1]


@given(scales(), st.integers(1, 9998), st.integers(1, 12))
def test_a_vague_date_is_never_drawn_narrower_than_it_is(scale: Scale, year: int, month: int) -> None:
    date = dates.parse(f"{year:04d}-{month:02d}")
    assert date.earliest is not None
    assert date.latest is not None
    stretch = scale.stretch(date)
    if stretch is None:
        assert date.latest.toordinal() < scale.first or date.earliest.toordinal() >= scale.last
        return
    for day in (date.earliest, date.latest):
        if scale.first <= day.toordinal() < scale.last:
            assert stretch.start <= scale.middle(day) <= stretch.end
    if not (stretch.open_start or stretch.open_end):
        days = (date.latest - date.earliest).days + 1
        slowest = min((b[1] - a[1]) / (b[0] - a[0]) for a, b in zip(scale.knots, scale.knots[1:], strict=False))
        assert stretch.width >= days * slowest * 0.999


@given(scales(), DAYS)
def test_a_place_leads_back_to_its_day(scale: Scale, day: datetime.date) -> None:
    if scale.first <= day.toordinal() < scale.last:
        assert abs((scale.day(scale.middle(day)) - day).days) <= 1


@given(scales(), st.floats(200, 2000))
def test_no_name_of_a_month_or_a_year_touches_the_next(scale: Scale, room: float) -> None:
    found = ticks(scale, room, 13)
    ends = [tick.place * room + 3 + width(tick.label, 13, bold=tick.year) for tick in found]
    starts = [tick.place * room for tick in found[1:]]
    assert all(end + 8 <= start for end, start in zip(ends, starts, strict=False))
    assert all(end <= room for end in ends)
    assert [tick.day for tick in found] == sorted(tick.day for tick in found)


def test_quiet_years_get_an_eighth_of_the_width_and_busy_ones_the_rest() -> None:
    told = [dates.parse(text) for text in ("1990", *(f"2025-{month:02d}" for month in range(1, 13)))]

    scale = two_speeds(told, datetime.date(1990, 1, 1), datetime.date(2025, 12, 31))

    assert scale(datetime.date(2025, 1, 1).toordinal()) == 0.125
    assert two_speeds(told[1:], datetime.date(2025, 1, 1), datetime.date(2025, 12, 31)).knots[0][1] == 0


def test_a_date_without_an_end_goes_on_beyond_the_scale() -> None:
    scale = even(datetime.date(2024, 1, 1), datetime.date(2024, 12, 31))

    assert scale.stretch(dates.parse("2024-06/.."))
    stretch = scale.stretch(dates.parse("../2024-06"))
    assert stretch is not None
    assert (stretch.start, stretch.open_start, stretch.open_end) == (0, True, False)
    assert scale.stretch(dates.parse("2025-06")) is None


def test_a_year_of_room_names_its_months_and_a_phone_its_quarters() -> None:
    scale = even(datetime.date(2025, 1, 1), datetime.date(2025, 12, 31))

    assert [tick.label for tick in ticks(scale, 900, 13)][:3] == ["2025", "Feb", "Mar"]
    assert [tick.label for tick in ticks(scale, 288, 13)] == ["2025", "Apr", "Jul", "Oct"]


def test_drawings_count_days_like_all_other_data_of_the_site() -> None:
    day = datetime.date(1970, 1, 1)

    assert counted(day) == counted(day.toordinal()) == "719163"
    assert counted(None) == ""


NIGHT = [
    dates.parse(day) for day in ("1912-04-11", *["1912-04-14"] * 3, *["1912-04-15"] * 4, "1912-07-30", "1985-09-01")
]


def test_a_night_that_was_looked_into_for_a_century_has_room_on_its_scale() -> None:
    first, last = datetime.date(1912, 4, 11), datetime.date(2026, 11, 30)
    scale = fitted(NIGHT, first, last)
    night = scale.edge(datetime.date(1912, 4, 15)) - scale(datetime.date(1912, 4, 14).toordinal())
    assert even(first, last).edge(datetime.date(1912, 4, 15)) < 0.001
    assert night > 0.05
    assert scale(datetime.date(1985, 1, 1).toordinal()) - scale(datetime.date(1913, 1, 1).toordinal()) > 0.1


def test_where_dates_can_be_told_apart_days_are_as_wide_as_each_other() -> None:
    spread = [dates.parse(f"{year}-05-04") for year in range(1990, 2020)]
    assert len(fitted(spread, datetime.date(1990, 1, 1), datetime.date(2019, 12, 31)).knots) == 2
