"""The words above the events of a month."""

from __future__ import annotations

import datetime

from timeline.model import Timeline
from timeline.queries import order
from timeline.site.paging import month_name, on_earlier_days


def test_a_month_that_a_julian_day_does_not_name_says_of_which_calendar_it_is(timeline_from_doc: Timeline) -> None:
    """
    events:
      - {id: fire, date: 1666-09-02 Julian}
      - {id: calendar, date: -0044-01-01 Julian}
    """
    months = order.by_month(timeline_from_doc.events)

    assert [month_name(month) for month in months] == ["December 46 BC, Gregorian", "September 1666"]


def test_a_heading_is_called_after_what_stood_below_it_on_a_day(timeline_from_doc: Timeline) -> None:
    """
    events:
      - {id: year, date: 2025}
      - {id: between, date: "[2025-01-20..2025-08-14]"}
    """
    (group,) = order.by_month(timeline_from_doc.events)
    known = {"between": datetime.date(2025, 9, 1), "year": datetime.date(2026, 1, 1)}

    assert list(on_earlier_days(group, lambda event: known[event.id])) == [
        (known["between"], month_name(order.Month(group.heading, group.events[1:]))),
        (known["year"], "Some time in 2025"),
    ]
    assert "2025" != month_name(order.Month(group.heading, group.events[1:])) != "Some time in 2025"
