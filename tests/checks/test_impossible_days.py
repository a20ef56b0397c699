"""Nothing is known before it could be."""

from __future__ import annotations

from timeline.problems import Problem


def test_what_happened_may_be_as_vague_as_the_year_the_record_ends_in(codes: list[str]) -> None:
    """
    record: {through: 2025-06-01}
    events: [{id: opening, date: 2025, added: 2025-06-01}]
    """
    assert codes == []


def test_what_is_planned_may_lie_ahead(codes: list[str]) -> None:
    """
    record: {through: 2025-06-01}
    events: [{id: opening, date: 2030, course: planned, added: 2025-06-01}]
    """
    assert codes == []


def test_nothing_is_read_issued_or_kept_after_the_record_ends(codes: list[str]) -> None:
    """
    record: {through: 2025-06-01}
    sources:
      - {id: gazette, accessed: 2025-06-02, issued: 2025-07, archive: {url: 'https://a.example', on: 2025-06-02}}
    events:
      - {id: opening}
    """
    assert codes == ["after-through"] * 3


def test_what_we_entered_and_corrected_ourselves_may_be_later_than_what_was_verified(codes: list[str]) -> None:
    """
    record: {through: 2025-06-01}
    events:
      - {id: opening, added: 2025-06-02, updates: [{on: 2025-06-02, kind: correction, text: The day was wrong.}]}
      - {id: flood, added: 2025-05-02, updates: [{on: 2026-06-02, kind: correction, text: The day was wrong.}]}
    """
    assert codes == []


def test_only_what_can_be_planned_is_said_to_be_planned(told: tuple[Problem, ...]) -> None:
    """
    record: {through: 2025-06-01}
    events:
      - {id: opening, kind: release, date: 2031}
      - {id: words, kind: statement, date: 2031}
    """
    assert [("course: planned" in problem.help) for problem in told] == [True, False]


def test_a_message_names_a_later_last_day_only_with_what_it_would_claim(told: tuple[Problem, ...]) -> None:
    """
    record: {through: 2025-06-01}
    sources:
      - {id: gazette, accessed: 2025-06-02, issued: 2025-07, archive: {url: 'https://a.example', on: 2025-06-02}}
    events:
      - {id: opening, date: 2031}
    """
    asking = [problem.help for problem in told if "`through`" in problem.help]

    assert len(asking) == 3
    assert all("once the whole record is verified so far" in help for help in asking)


def test_days_are_not_held_against_a_description_that_cannot_be_read(codes: list[str]) -> None:
    """
    record: {through: summer}
    events: [{id: opening, date: 2999, added: 2999-01-01}]
    """
    assert codes == ["not-a-day"]


def test_a_forecast_on_the_last_day_of_its_window_is_one(codes: list[str]) -> None:
    """
    expectations: [{id: spring, said: 2020-05-31, window: 2020-05, outcome: missed}]
    """
    assert codes == []


def test_a_forecast_said_in_a_year_that_may_lie_before_its_window_is_one(codes: list[str]) -> None:
    """
    expectations: [{id: spring, said: 2020, window: 2020-05, outcome: missed}]
    """
    assert codes == []


def test_a_forecast_without_an_end_is_never_too_late(codes: list[str]) -> None:
    """
    expectations: [{id: spring, said: 2021, window: 2020/.., outcome: missed}]
    """
    assert codes == []


def test_a_state_without_an_end_lasts_until_the_next(codes: list[str]) -> None:
    """
    tracks: [{id: traffic, states: [{from: 2020, state: open}, {from: 2021-05, state: closed}]}]
    """
    assert codes == []


def test_a_state_may_end_on_the_day_the_next_begins(codes: list[str]) -> None:
    """
    tracks:
      - {id: traffic, states: [{from: 2020, to: 2021-05-02, state: open}, {from: 2021-05-02, state: closed}]}
    """
    assert codes == []


def test_states_that_overlap_are_told_though_they_are_out_of_order(told: tuple[Problem, ...]) -> None:
    """
    tracks:
      - {id: traffic, states: [{from: 2021-01, state: closed}, {from: 2020, to: 2021-05, state: open}]}
    """
    assert [problem.code for problem in told] == ["overlapping-states"]


def test_a_state_that_ends_before_it_begins_is_told(codes: list[str]) -> None:
    """
    tracks: [{id: traffic, states: [{from: 2021-05, to: 2020, state: open}]}]
    """
    assert codes == ["inverted-state"]


def test_an_update_on_the_day_of_the_entry_is_one(codes: list[str]) -> None:
    """
    events: [{id: opening, added: 2020-01-01, date: 2019, updates: [{on: 2020-01-01, kind: revision, text: Words.}]}]
    """
    assert codes == []
