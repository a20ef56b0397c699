"""The words above the events of a month."""

from __future__ import annotations

from timeline.model import Timeline
from timeline.queries import order
from timeline.site.paging import month_name


def test_a_month_that_a_julian_day_does_not_name_says_of_which_calendar_it_is(timeline_from_doc: Timeline) -> None:
    """
    events:
      - {id: fire, date: 1666-09-02 Julian}
      - {id: calendar, date: -0044-01-01 Julian}
    """
    months = order.by_month(timeline_from_doc.events)

    assert [month_name(month) for month in months] == ["December 46 BC, Gregorian", "September 1666"]
