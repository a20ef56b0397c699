"""What was then expected, day by day."""

from __future__ import annotations

import datetime

from timeline.model import Timeline
from timeline.queries import knowledge
from timeline.queries.outlook import outlook


def told(timeline: Timeline, last: str = "2025-12-31") -> list[str]:
    out = knowledge.out_on(timeline)
    found = outlook(timeline, out, timeline.expectations, datetime.date.fromisoformat(last))
    return [f"{each.first}..{each.last} by {each.by}" for each in found]


def test_the_next_promise_is_expected_until_its_last_day_and_then_the_one_after_it(timeline_from_doc: Timeline) -> None:
    """
    record: {through: 2025-12-31}
    topics: [{id: bridge}]
    sources: [{id: gazette, issued: 2025-01-01}]
    expectations:
      - {id: early, about: bridge, said: 2025-01-01, window: 2025-03, cite: gazette, outcome: missed}
      - {id: late, about: bridge, said: 2025-02-01, window: 2025-06, cite: gazette, outcome: missed}
    """
    assert told(timeline_from_doc) == ["2025-01-01..2025-03-31 by 2025-03-31", "2025-04-01..2025-06-30 by 2025-06-30"]


def test_a_month_in_which_it_was_said_counts_from_its_last_day(timeline_from_doc: Timeline) -> None:
    """
    record: {through: 2025-12-31}
    topics: [{id: bridge}]
    sources: [{id: gazette, issued: 2025-01-01}]
    expectations:
      - {id: vague, about: bridge, said: 2025-02, window: 2025-06, cite: gazette, outcome: missed}
    """
    assert told(timeline_from_doc) == ["2025-02-28..2025-06-30 by 2025-06-30"]


def test_nothing_is_expected_of_a_forecast_once_its_denial_is_known(timeline_from_doc: Timeline) -> None:
    """
    record: {through: 2025-12-31}
    topics: [{id: bridge}]
    sources: [{id: gazette, issued: 2025-01-01}, {id: herald, issued: 2025-02-10}]
    events:
      - {id: rumour, date: 2025-01-05, claims: [{id: no, cite: herald}]}
    expectations:
      - {id: early, about: bridge, said: 2025-01-01, window: 2025-03, cite: gazette, outcome: {denied: 'rumour#no'}}
    """
    assert told(timeline_from_doc) == ["2025-01-01..2025-02-09 by 2025-03-31"]


def test_a_forecast_without_a_time_expects_nothing(timeline_from_doc: Timeline) -> None:
    """
    record: {through: 2025-12-31}
    topics: [{id: bridge}]
    sources: [{id: gazette, issued: 2025-01-01}]
    expectations:
      - {id: vague, about: bridge, said: 2025-02-01, cite: gazette}
      - {id: open, about: bridge, said: 2025-02-01, window: 2025-03/.., cite: gazette}
    """
    assert told(timeline_from_doc) == []
