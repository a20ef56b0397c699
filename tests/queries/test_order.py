"""Events in a row, and no date filed under a month that nobody knows."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import dates
from timeline.model import About, Event, Timeline
from timeline.queries import order


def row(events: tuple[Event, ...]) -> list[str]:
    return [event.id for event in events]


# -- the row ---------------------------------------------------------------------------------------


def test_a_year_stands_before_its_months_and_a_month_before_its_days(timeline_from_doc) -> None:
    """
    events:
      - {id: day, date: 2025-01-01}
      - {id: next-month, date: 2025-02}
      - {id: month, date: 2025-01}
      - {id: year, date: 2025}
      - {id: last-year, date: 2024-12-31}
      - {id: decade, date: 202X}
    """
    assert row(timeline_from_doc.events) == ["decade", "last-year", "year", "month", "day", "next-month"]


def test_events_of_one_date_stand_in_the_order_of_the_file(timeline_from_doc) -> None:
    """
    events: [{id: b, date: 2025-05}, {id: c, date: 2025-05}, {id: a, date: 2025-05}]
    """
    assert row(timeline_from_doc.events) == ["b", "c", "a"]


def test_the_row_of_pages_is_that_of_the_timeline(timeline_from_doc) -> None:
    """
    events:
      - {id: until, date: ../1984}
      - {id: between, date: "[1760-12..]"}
      - {id: nobody-knows, date: XXXX}
      - {id: landing, date: -0054}
      - {id: year, date: 1984}
      - {id: noon, date: 1984-05-01T12:00}
      - {id: morning, date: 1984-05-01T07:15}
      - {id: day-without-time, date: 1984-05-01}
    """
    expected = ["landing", "between", "until", "year", "day-without-time", "morning", "noon", "nobody-knows"]

    assert row(timeline_from_doc.events) == expected
    assert [event.id for event in timeline_from_doc.events] == expected


def test_a_day_between_two_stands_where_it_could_first_have_been(timeline_from_doc) -> None:
    """
    events:
      - {id: august, date: 2025-08-14}
      - {id: between, date: "[2025-01-20..2025-08-14]"}
      - {id: on-that-day, date: 2025-01-20}
    """
    assert row(timeline_from_doc.events) == ["between", "on-that-day", "august"]


# -- neighbours ------------------------------------------------------------------------------------


def test_what_nobody_can_date_is_neither_before_nor_after_anything(timeline_from_doc) -> None:
    """
    events: [{id: one, date: 2025}, {id: other, date: 2026}, {id: nobody-knows, date: XXXX}]
    """
    told = order.neighbours(timeline_from_doc)

    assert told["nobody-knows"] == (None, None)
    assert told["other"][1] is None


def test_the_first_event_has_none_before_it_and_the_last_none_after(timeline_from_doc) -> None:
    """
    events: [{id: second, date: 2025-02}, {id: first, date: 2025-01}, {id: third, date: 2025-03}]
    """
    around = order.neighbours(timeline_from_doc)

    assert {id: tuple(event and event.id for event in pair) for id, pair in around.items()} == {
        "first": (None, "second"),
        "second": ("first", "third"),
        "third": ("second", None),
    }


def test_an_event_alone_has_no_neighbours(timeline_from_doc) -> None:
    """
    events: [{id: alone}]
    """
    assert order.neighbours(timeline_from_doc) == {"alone": (None, None)}


def test_a_record_without_events_has_no_neighbours(timeline_from_doc) -> None:
    """
    sources: [{id: gazette}]
    """
    assert order.neighbours(timeline_from_doc) == {}
    assert order.by_month(timeline_from_doc.events) == ()


# -- headings --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("date", "year", "month"),
    [
        ("2025-04-09", 2025, 4),
        ("2025-04", 2025, 4),
        ("2025-05~", 2025, 5),
        ("2025", 2025, None),
        ("2025-21", 2025, None),  # spring
        ("2025-24", 2025, None),  # the winter that ends in 2026
        ("2025-33", 2025, None),  # the first quarter
        ("202X", "202x", None),
        ("[2025-04-03..2025-04-20]", 2025, 4),
        ("[2025-01-20..2025-08-14]", 2025, None),
        ("[2024-11..2025-02]", 2024, None),
    ],
)
def test_a_date_stands_under_its_month_only_when_that_is_known(date, year, month) -> None:
    heading = order.heading(dates.parse(date))

    assert (heading.year, heading.month) == (str(year), month)


@pytest.mark.parametrize(
    ("date", "year", "month"),
    [
        ("2025-04-28/2025-05-02", 2025, 4),
        ("2024-12/2025-03", 2024, 12),
        ("2025-04-09/..", 2025, 4),
        ("2025/2026-03", 2025, None),
        ("2025-21/2025-12", 2025, None),
        ("../2025-03-02", 2025, None),  # when it began is not known
    ],
)
def test_what_lasted_stands_where_it_began(date, year, month) -> None:
    heading = order.heading(dates.parse(date))

    assert (heading.year, heading.month) == (str(year), month)


def test_a_year_opens_with_what_is_known_to_the_year_only(timeline_from_doc) -> None:
    """
    events:
      - {id: april, date: 2025-04}
      - {id: ninth, date: 2025-04-09}
      - {id: some-day, date: "[2025-01-20..2025-08-14]"}
      - {id: the-year, date: 2025}
      - {id: new-year, date: 2026-01-01}
      - {id: january, date: 2025-01-03}
    """
    months = order.by_month(timeline_from_doc.events)

    assert [(m.heading.year, m.heading.month, row(m.events)) for m in months] == [
        ("2025", None, ["the-year", "some-day"]),
        ("2025", 1, ["january"]),
        ("2025", 4, ["april", "ninth"]),
        ("2026", 1, ["new-year"]),
    ]


def test_years_follow_each_other_with_their_events_in_order(timeline_from_doc) -> None:
    """
    events:
      - {id: b, date: 2026-01}
      - {id: until, date: ../2025-03}
      - {id: a, date: 2025-12-31/2026-01-02}
    """
    years = order.by_year(timeline_from_doc.events)

    assert {year: row(events) for year, events in years.items()} == {"2025": ["until", "a"], "2026": ["b"]}


# -- what holds for every record -------------------------------------------------------------------

_days = st.dates(min_value=dates.parse("1900-01-01").earliest, max_value=dates.parse("2100-12-31").latest)
_texts = st.one_of(
    _days.map(str),
    _days.map(lambda day: str(day)[:7]),
    _days.map(lambda day: str(day)[:4]),
    st.tuples(_days, _days).map(lambda pair: f"{min(pair)}/{max(pair)}"),
    st.tuples(_days, _days).map(lambda pair: f"[{min(pair)}..{max(pair)}]"),
    _days.map(lambda day: f"{day}/.."),
)
_pattern = Event(
    id="e",
    added="2026-01-01",
    date="2025",
    title="T",
    kind="report",
    status="reported",
    claims=[{"text": "t", "cite": "s"}],
)


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    texts = draw(st.lists(_texts, max_size=12))
    events = [_pattern.model_copy(update={"id": f"e-{n}", "date": dates.parse(text)}) for n, text in enumerate(texts)]
    return Timeline(About(title="A record", through="2026-01-01"), events=tuple(events))


@given(timelines())
def test_whoever_goes_from_neighbour_to_neighbour_meets_every_event_in_order(timeline) -> None:
    around, whole = order.neighbours(timeline), order.row(timeline.events)
    here = whole[0] if whole else None
    met = []
    while here is not None:
        met.append(here)
        before, after = around[here.id]
        assert before is (met[-2] if len(met) > 1 else None)
        here = after
    assert tuple(met) == whole


@given(timelines())
def test_years_one_after_another_are_the_whole_row(timeline) -> None:
    found = [event for events in order.by_year(timeline.events).values() for event in events]

    assert tuple(found) == order.row(timeline.events)


@given(timelines())
def test_every_event_stands_under_one_heading_and_keeps_its_order_there(timeline) -> None:
    months = order.by_month(timeline.events)
    place = {event.id: number for number, event in enumerate(timeline.events)}

    assert sorted(place[event.id] for month in months for event in month.events) == list(range(len(timeline.events)))
    for month in months:
        assert [place[event.id] for event in month.events] == sorted(place[event.id] for event in month.events)
    places = [month.heading.place for month in months]
    assert places == sorted(places)


@given(timelines())
def test_a_later_event_never_stands_under_an_earlier_month(timeline) -> None:
    months = [month for month in order.by_month(timeline.events) if month.heading.month]
    dated = [event for month in months for event in month.events]

    assert [event.date.earliest for event in dated] == sorted(
        event.date.earliest or datetime.date.max for event in dated
    )
