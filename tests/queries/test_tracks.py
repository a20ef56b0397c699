"""The state of a thing on a day, where it is certain."""

from __future__ import annotations

from hypothesis import given

from tests.conftest import day
from tests.queries.records import days, timelines
from timeline.model import Timeline
from timeline.queries import tracks


def held(timeline: Timeline, *days: str) -> list[str | None]:
    """The states of the only track on these days."""
    (track,) = timeline.tracks
    return [state.state if (state := tracks.state_on(track, day(text))) else None for text in days]


def test_a_state_lasts_from_its_first_day_to_its_last(timeline_from_doc) -> None:
    """
    tracks: [{id: sales, states: [{from: 2025-04-09, to: 2025-07-14, state: shut}]}]
    """
    found = held(timeline_from_doc, "2025-04-08", "2025-04-09", "2025-07-14", "2025-07-15")

    assert found == [None, "shut", "shut", None]


def test_a_state_without_a_last_day_lasts_until_the_next_begins(timeline_from_doc) -> None:
    """
    tracks: [{id: sales, states: [{from: 2025-04-09, state: shut}, {from: 2025-07-14, state: open}]}]
    """
    found = held(timeline_from_doc, "2025-07-13", "2025-07-14", "2099-01-01")

    assert found == ["shut", "open", "open"]


def test_on_a_day_that_ends_one_state_and_begins_the_next_the_next_one_holds(timeline_from_doc) -> None:
    """
    tracks: [{id: sales, states: [{from: 2025-04-09, to: 2025-07-14, state: shut}, {from: 2025-07-14, state: open}]}]
    """
    assert held(timeline_from_doc, "2025-07-13", "2025-07-14") == ["shut", "open"]


def test_a_stretch_without_a_state_is_unknown(timeline_from_doc) -> None:
    """
    tracks: [{id: sales, states: [{from: 2025-01-01, to: 2025-02-01, state: open}, {from: 2025-04-09, state: shut}]}]
    """
    assert held(timeline_from_doc, "2025-02-02", "2025-04-08", "2025-04-09") == [None, None, "shut"]


def test_states_are_asked_in_the_order_of_time_and_not_of_the_file(timeline_from_doc) -> None:
    """
    tracks: [{id: sales, states: [{from: 2025-07-14, state: open}, {from: 2025-04-09, state: shut}]}]
    """
    assert held(timeline_from_doc, "2025-04-09", "2025-07-14") == ["shut", "open"]
    assert [state.state for state in tracks.ordered(timeline_from_doc.tracks[0])] == ["shut", "open"]


def test_in_the_month_in_which_a_state_began_nothing_is_certain(timeline_from_doc) -> None:
    """
    tracks: [{id: sales, states: [{from: 2025-01-01, state: open}, {from: 2025-04, state: shut}]}]
    """
    found = held(timeline_from_doc, "2025-03-31", "2025-04-01", "2025-04-15", "2025-04-30")

    assert found == ["open", None, None, "shut"]


def test_in_the_month_in_which_a_state_ended_only_the_first_day_is_certain(timeline_from_doc) -> None:
    """
    tracks: [{id: sales, states: [{from: 2025-01-01, to: 2025-04, state: open}]}]
    """
    assert held(timeline_from_doc, "2025-04-01", "2025-04-02") == ["open", None]


def test_a_state_that_began_some_day_between_two_certainly_holds_after_both(timeline_from_doc) -> None:
    """
    tracks: [{id: sales, states: [{from: "[2025-04-01..2025-04-09]", state: shut}]}]
    """
    assert held(timeline_from_doc, "2025-04-08", "2025-04-09") == [None, "shut"]


def test_bounds_without_an_end_are_never_certain(timeline_from_doc) -> None:
    """
    tracks: [{id: sales, states: [{from: 2024, to: ../2025-04, state: open}, {from: 2025-05/.., state: shut}]}]
    """
    assert held(timeline_from_doc, "2024-12-31", "2025-04-30", "2099-01-01") == [None, None, None]


@given(timelines(), days)
def test_a_state_that_holds_had_begun_and_had_not_ended(timeline, today) -> None:
    for track in timeline.tracks:
        state = tracks.state_on(track, today)
        if state:
            assert state in track.states
            assert state.start.latest <= today
            assert state.end is None or state.end.earliest >= today
