"""How a forecast stood on a day."""

from __future__ import annotations

import pytest

from tests.conftest import day
from timeline.model import Timeline
from timeline.queries import expectations, known_since


def stood(timeline: Timeline, *days: str) -> list[str]:
    """How the only forecast stood on these days."""
    (expectation,) = timeline.expectations
    out = known_since.out_on(timeline)
    return [expectations.standing(timeline, out, expectation, day(text)) for text in days]


# -- no answer -------------------------------------------------------------------------------------


def test_a_forecast_is_open_until_the_last_day_of_its_window_and_then_overdue(timeline_from_doc) -> None:
    """
    expectations: [{id: in-may, window: 2025-05-01/2025-05-15}]
    """
    assert stood(timeline_from_doc, "2025-04-01", "2025-05-15", "2025-05-16") == ["open", "open", "overdue"]


@pytest.mark.parametrize(
    ("window", "last", "after"),
    [
        ("2025-05-17", "2025-05-17", "2025-05-18"),
        ("2025-05", "2025-05-31", "2025-06-01"),
        ("2025-05~", "2025-05-31", "2025-06-01"),
        ("2025-05?", "2025-05-31", "2025-06-01"),
        ("2025-22", "2025-08-31", "2025-09-01"),
        ("2025", "2025-12-31", "2026-01-01"),
        ("202X", "2029-12-31", "2030-01-01"),
        ("[2025-05-01..2025-05-20]", "2025-05-20", "2025-05-21"),
        ("../2025-05", "2025-05-31", "2025-06-01"),
    ],
)
def test_a_vague_window_is_over_when_every_day_of_it_is(read_record, window, last, after) -> None:
    timeline = read_record(f'expectations: [{{id: x, window: "{window}"}}]')

    assert stood(timeline, last, after) == ["open", "overdue"]


@pytest.mark.parametrize("window", ["", "window: 2025-05/.."])
def test_a_forecast_for_no_certain_time_is_never_overdue(read_record, window) -> None:
    assert stood(read_record(f"expectations: [{{id: x, {window}}}]"), "2025-01-01", "2099-01-01") == ["open", "open"]


# -- an event --------------------------------------------------------------------------------------


def test_a_forecast_is_met_from_the_day_its_event_was_known(timeline_from_doc) -> None:
    """
    sources: [{id: plan, issued: 2025-01-01}, {id: gazette, issued: 2025-05-08}]
    events: [{id: opening, date: 2025-05-04, claims: [{cite: gazette}]}]
    expectations: [{id: in-may, cite: plan, window: 2025-05, outcome: {event: opening}}]
    """
    assert stood(timeline_from_doc, "2025-05-07", "2025-05-08", "2025-12-31") == ["open", "met", "met"]


def test_a_forecast_is_overdue_until_somebody_tells_that_it_came_true(timeline_from_doc) -> None:
    """
    sources: [{id: plan, issued: 2025-01-01}, {id: gazette, issued: 2025-06-08}]
    events: [{id: opening, date: 2025-05-04, claims: [{cite: gazette}]}]
    expectations: [{id: in-may, cite: plan, window: 2025-05, outcome: {event: opening}}]
    """
    assert stood(timeline_from_doc, "2025-05-31", "2025-06-07", "2025-06-08") == ["open", "overdue", "met"]


def test_what_came_too_late_or_too_early_missed_the_forecast_once_its_time_is_over(timeline_from_doc) -> None:
    """
    sources: [{id: plan, issued: 2025-01-01}, {id: gazette, issued: 2025-04-04}]
    events: [{id: opening, date: 2025-04-04, claims: [{cite: gazette}]}]
    expectations: [{id: in-may, cite: plan, window: 2025-05, outcome: {event: opening}}]
    """
    assert stood(timeline_from_doc, "2025-04-04", "2025-05-31", "2025-06-01") == ["open", "open", "missed"]


def test_a_vague_event_that_may_have_come_in_time_meets_the_forecast(timeline_from_doc) -> None:
    """
    sources: [{id: gazette, issued: 2025-04-04}]
    events: [{id: opening, date: 2025, claims: [{cite: gazette}]}]
    expectations: [{id: in-may, window: 2025-05, outcome: {event: opening}}]
    """
    assert stood(timeline_from_doc, "2025-04-04") == ["met"]


def test_a_forecast_for_no_time_is_met_whenever_the_thing_comes(timeline_from_doc) -> None:
    """
    sources: [{id: gazette, issued: 2025-04-04}]
    events: [{id: opening, date: 2025-04-04, claims: [{cite: gazette}]}]
    expectations: [{id: some-day, outcome: {event: opening}}]
    """
    assert stood(timeline_from_doc, "2025-04-03", "2025-04-04") == ["open", "met"]


@pytest.mark.parametrize(
    ("course", "standings"),
    [
        ("missed", ["open", "open", "missed"]),
        ("cancelled", ["open", "open", "missed"]),
        ("planned", ["open", "open", "overdue"]),
        ("unknown", ["open", "open", "overdue"]),
    ],
)
def test_an_event_that_did_not_happen_meets_no_forecast(read_record, course, standings) -> None:
    timeline = read_record(
        f"""
        sources: [{{id: gazette, issued: 2025-05-04}}]
        events: [{{id: opening, date: 2025-05, course: {course}, claims: [{{cite: gazette}}]}}]
        expectations: [{{id: in-may, window: 2025-05, outcome: {{event: opening}}}}]
        """
    )

    assert stood(timeline, "2025-05-03", "2025-05-31", "2025-06-01") == standings


def test_a_forecast_for_no_certain_time_is_missed_once_the_thing_is_cancelled(timeline_from_doc) -> None:
    """
    sources: [{id: gazette, issued: 2025-05-04}]
    events: [{id: opening, date: 2025-05, course: cancelled, claims: [{cite: gazette}]}]
    expectations: [{id: some-day, outcome: {event: opening}}]
    """
    assert stood(timeline_from_doc, "2025-05-03", "2025-05-04") == ["open", "missed"]


# -- nothing came ----------------------------------------------------------------------------------


def test_a_forecast_is_missed_only_once_its_window_is_over(timeline_from_doc) -> None:
    """
    expectations: [{id: in-may, window: 2025-05, outcome: missed}]
    """
    assert stood(timeline_from_doc, "2025-05-31", "2025-06-01") == ["open", "missed"]


@pytest.mark.parametrize("window", ["", "window: 2025-05/.., "])
def test_that_nothing_came_of_a_forecast_for_no_certain_time_is_said_at_the_end_of_the_record(
    read_record, window
) -> None:
    timeline = read_record(f"expectations: [{{id: x, {window}outcome: missed}}]")

    assert stood(timeline, "2025-12-31", "2026-01-01") == ["open", "missed"]


# -- a word against it -----------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["denied", "withdrawn"])
def test_a_word_against_a_forecast_counts_from_the_day_it_was_known(read_record, word) -> None:
    timeline = read_record(
        f"""
        sources: [{{id: rumour, issued: 2025-03-01}}, {{id: denial, issued: 2025-03-11}}]
        events:
          - id: rumour
            claims: [{{id: soon, cite: rumour}}, {{id: not-so, cite: denial}}]
        expectations: [{{id: on-17-march, cite: rumour, window: 2025-03-17, outcome: {{{word}: rumour#not-so}}}}]
        """
    )

    assert stood(timeline, "2025-03-10", "2025-03-11", "2025-04-01") == ["open", word, word]


def test_a_forecast_denied_after_its_time_was_overdue_before(timeline_from_doc) -> None:
    """
    sources: [{id: denial, issued: 2025-03-20}]
    events: [{id: rumour, claims: [{id: not-so, cite: denial}]}]
    expectations: [{id: on-17-march, window: 2025-03-17, outcome: {denied: rumour#not-so}}]
    """
    assert stood(timeline_from_doc, "2025-03-17", "2025-03-19", "2025-03-20") == ["open", "overdue", "denied"]


def test_a_denial_is_heard_with_the_event_it_belongs_to(timeline_from_doc) -> None:
    """
    sources: [{id: early, issued: 2025-03-01}, {id: late, issued: 2025-03-11}]
    events: [{id: rumour, claims: [{cite: late}, {id: not-so, cite: early}]}]
    expectations: [{id: on-17-march, cite: early, window: 2025-03-17, outcome: {denied: rumour#not-so}}]
    """
    assert stood(timeline_from_doc, "2025-03-10", "2025-03-11") == ["open", "denied"]
