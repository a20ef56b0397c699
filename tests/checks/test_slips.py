"""What is possible and rarely meant is a warning, and whoever means it says so."""

from __future__ import annotations

import datetime
from pathlib import Path

from tests.conftest import completed
from timeline.checks import read


def test_a_plan_is_open_on_its_last_day(codes: list[str]) -> None:
    """
    record: {through: 2025-06-30}
    sources: [{id: gazette}]
    events: [{id: opening, date: 2025-06, course: planned, added: 2025-06-01, claims: [{text: Soon., cite: gazette}]}]
    """
    assert codes == []


def test_another_day_may_stand_in_for_the_last_of_the_record(tmp_path: Path) -> None:
    text = """
record: {through: 2025-06-30}
sources: [{id: gazette}]
events: [{id: opening, date: 2025-06, course: planned, claims: [{text: Soon., cite: gazette}]}]
expectations: [{id: spring, about: bridge, said: 2024, window: 2025-06, cite: gazette}]
"""
    (tmp_path / "record.yaml").write_text(completed(text), encoding="utf-8")

    later = read(tmp_path, "data", datetime.date(2025, 7, 1)).problems

    assert read(tmp_path, "data").problems == ()
    assert [problem.code for problem in later] == ["planned-day-passed", "overdue-expectation"]
    assert {problem.label.split("ended ")[1] for problem in later} == {"1 day ago"}


def test_a_slip_is_waived_where_it_is_meant(codes: list[str]) -> None:
    """
    sources: [{id: gazette, issued: 2020, allow: {older-source: The paper was printed with a later day.}}]
    events: [{id: opening, date: 2021, claims: [{text: It opened., cite: gazette}]}]
    """
    assert codes == []


def test_a_waiver_of_a_slip_that_was_mended_is_told(codes: list[str]) -> None:
    """
    sources: [{id: gazette, issued: 2021}]
    events:
      - id: opening
        date: 2021
        claims: [{text: It opened., cite: gazette}]
        allow: {older-source: Printed before., near-duplicate: Twice.}
    """
    assert codes == ["useless-allow", "useless-allow"]


def test_two_events_that_share_their_words_may_be_years_apart(codes: list[str]) -> None:
    """
    sources: [{id: gazette}]
    events:
      - {id: flood, date: 1931, title: A flood in the harbour, claims: [{text: It flooded., cite: gazette}]}
      - {id: floods, date: 1951, title: A flood in the harbour, claims: [{text: It flooded., cite: gazette}]}
    """
    assert codes == []


def test_a_figure_of_a_summary_may_be_the_year_of_the_event(codes: list[str]) -> None:
    """
    sources: [{id: gazette}]
    events:
      - id: opening
        date: 2021-05-02
        summary: On 2 May 2021 it opened for 1,200 guests.
        claims: [{text: It opened for 1200 guests., cite: gazette}]
    """
    assert codes == []


def test_figures_are_compared_by_what_they_amount_to(codes: list[str]) -> None:
    """
    sources: [{id: gazette}]
    events:
      - id: lamps
        date: 2021-04-12
        summary: The council spent £5 million on 1250 lamps, heard three witnesses on 07 May and paid 1.5bn more.
        claims:
          - text: It spent five million pounds on 1,250 lamps, heard 3 witnesses on 7 May and paid 1,500 million more.
            cite: gazette
    """
    assert codes == []


def test_figures_in_the_address_of_a_link_are_no_figures_of_the_text(codes: list[str]) -> None:
    """
    sources: [{id: gazette}]
    events:
      - id: lamps
        date: 2021-04-12
        summary: It bought [lamps](https://council.example/2020/4711) as <https://council.example/98> says.
        claims: [{text: "It bought [lamps](https://council.example/5).", cite: gazette}]
    """
    assert codes == []


def test_a_figure_in_the_address_of_a_claim_is_not_said_by_it(codes: list[str]) -> None:
    """
    sources: [{id: gazette}]
    events:
      - id: lamps
        date: 2021-04-12
        summary: It bought 4711 lamps.
        claims: [{text: "It bought [lamps](https://council.example/4711).", cite: gazette}]
    """
    assert codes == ["uncovered-figure"]


def test_five_million_are_not_five(codes: list[str]) -> None:
    """
    sources: [{id: gazette}]
    events:
      - id: lamps
        date: 2021-04-12
        summary: It spent £6 million.
        claims: [{text: It spent five million pounds., cite: gazette}]
    """
    assert codes == ["uncovered-figure"]


def test_what_is_missed_was_foretold_where_forecasts_are_listed(codes: list[str]) -> None:
    """
    sources: [{id: gazette}]
    events:
      - {id: not-in-spring, date: 2020-21, course: missed, topics: bridge, claims: [{cite: gazette}]}
      - {id: not-in-autumn, date: 2020-23, course: missed, topics: bridge, claims: [{cite: gazette}]}
      - {id: no-tunnel, date: 2020-21, course: missed, topics: tunnel, claims: [{cite: gazette}]}
    expectations:
      - {id: spring, about: bridge, said: 2019, window: 2020-04, outcome: missed, cite: gazette}
      - {id: some-day, about: tunnel, said: 2019, window: 2021, outcome: {event: no-tunnel}, cite: gazette}
    """
    assert codes == ["unforetold"]


def test_a_record_without_forecasts_may_tell_what_was_missed(codes: list[str]) -> None:
    """
    sources: [{id: gazette}]
    events: [{id: not-in-spring, date: 2020-21, course: missed, claims: [{cite: gazette}]}]
    """
    assert codes == []


def test_what_is_foretold_stands_behind_a_plan_before_its_day(codes: list[str]) -> None:
    """
    sources: [{id: gazette, issued: 2020}]
    events: [{id: opening, date: 2021, course: missed, claims: [{text: It will open., cite: gazette}]}]
    """
    assert codes == []


def test_a_report_may_tell_one_sentence_from_two_sets_of_people_but_not_twice_from_one(codes: list[str]) -> None:
    """
    sources: [{id: times}]
    events:
      - id: opening
        claims:
          - cite: [{source: times, attributed_to: a councillor}, {source: times, attributed_to: two workers}]
      - id: closing
        claims:
          - cite: [{source: times, attributed_to: a councillor}, {source: times, attributed_to: a councillor}]
    """
    assert codes == ["duplicate-citation"]


def test_whom_a_report_names_is_said_or_left_out(codes: list[str]) -> None:
    """
    sources: [{id: times}]
    events: [{id: opening, claims: [{cite: {source: times, attributed_to: ""}}]}]
    """
    assert codes == ["empty-value"]


def test_a_paper_west_of_the_place_may_print_the_day_before(codes: list[str]) -> None:
    """
    sources:
      - {id: gazette, issued: 2025-01-20}
      - {id: weekly, issued: 2025-01-20, relays: agency}
      - {id: agency, issued: 2025-01-21}
    events:
      - {id: rocket, date: 2025-01-21, claims: [{text: It started., cite: [gazette, weekly]}]}
    """
    assert codes == []


def test_a_paper_of_two_days_before_is_older_wherever_it_was_printed(codes: list[str]) -> None:
    """
    sources: [{id: gazette, issued: 2025-01-19}]
    events: [{id: rocket, date: 2025-01-21, claims: [{text: It started., cite: gazette}]}]
    """
    assert codes == ["older-source"]


def test_copies_that_say_whom_they_repeat_are_not_asked_about(codes: list[str]) -> None:
    """
    sources:
      - {id: wire, title: It opens, issued: 2025-01-20}
      - {id: paper, title: It opens, issued: 2025-01-20, relays: wire}
      - {id: radio, title: It  opens, issued: 2025-01-20, relays: wire}
    events: [{id: opening, date: 2025-01-20, claims: [{text: It opened., cite: [paper, radio]}]}]
    """
    assert codes == []


def test_a_title_of_ours_makes_no_two_documents_alike(codes: list[str]) -> None:
    """
    sources:
      - {id: a, title: Minutes, title_basis: ours, issued: 2025-01-20}
      - {id: b, title: Minutes, title_basis: ours, issued: 2025-01-20}
    events: [{id: opening, date: 2025-01-20, claims: [{text: It opened., cite: [a, b]}]}]
    """
    assert codes == []


def test_two_reports_of_one_title_and_day_may_each_be_their_own(codes: list[str]) -> None:
    """
    sources:
      - {id: a, title: It opens, issued: 2025-01-20}
      - {id: b, title: it opens, issued: 2025-01-20, allow: {same-title-and-day: Each sent somebody.}}
    events: [{id: opening, date: 2025-01-20, claims: [{text: It opened., cite: [a, b]}]}]
    """
    assert codes == []


def test_a_number_makes_a_good_source_and_two_with_one_doi_are_asked_about(codes: list[str]) -> None:
    """
    sources:
      - {id: one, doi: 10.5555/a, url: "https://press.example/a"}
      - {id: two, url: "https://doi.org/10.5555/A"}
    events: [{id: e, claims: [{cite: [one, two]}]}]
    """
    assert codes == ["near-duplicate"]


def test_one_day_between_two_places_is_no_wrong_day(codes: list[str]) -> None:
    """
    sources:
      - {id: west, issued: 2025-01-20, archives: [{url: "https://a.example/1", on: 2025-01-19}]}
      - {id: east, issued: 2025-01-21}
      - {id: retold, issued: 2025-01-20, relays: east}
    actors: [{id: town, name: The town, kind: government}]
    events:
      - {id: start, date: "2025-01-21T06:00+13:00", status: denied, actors: town, claims: [
          {id: started, text: A rocket started., cite: [west, east], by: pilot},
          {text: None did., denies: started, by: town, cite: west}, {cite: retold}]}
    """
    assert codes == []


def test_two_days_between_them_are_asked_about(codes: list[str]) -> None:
    """
    sources: [{id: west, issued: 2025-01-19, archives: [{url: "https://a.example/1", on: 2025-01-17}]}]
    events: [{id: start, date: 2025-01-21, claims: [{cite: west}]}]
    """
    assert sorted(codes) == ["archive-before-issue", "older-source"]


def test_one_thing_of_one_day_in_other_words_is_asked_about_where_a_source_or_actor_is_shared(codes: list[str]) -> None:
    """
    sources: [{id: gazette}, {id: herald}, {id: wire}]
    actors: [{id: police, name: Police, kind: government}]
    events:
      - {id: shove, date: 2020-05-30, actors: police, title: Officers shove a reporter to the ground, claims: [
          {text: Officers shoved a reporter to the ground., cite: gazette}]}
      - {id: pushed, date: 2020-05-30, actors: police, title: A reporter is thrown to the ground by officers, claims: [
          {text: Police threw the reporter down., cite: herald}]}
      - {id: other, date: 2020-05-30, actors: police, title: A curfew begins at eight, claims: [
          {text: A curfew began., cite: wire}]}
    """
    assert codes == ["near-duplicate"]


def test_two_things_of_one_day_are_left_alone(codes: list[str]) -> None:
    """
    sources: [{id: gazette}, {id: herald}]
    events:
      - {id: shove, date: 2020-05-30, title: Officers shove a reporter to the ground, claims: [
          {text: A., cite: gazette}]}
      - {id: nobody-shared, date: 2020-05-30, title: A reporter is thrown to the ground by officers, claims: [
          {text: B., cite: herald}]}
      - {id: tied, date: 2020-05-30, title: The reporter on the ground asks officers why, related: [
          {event: shove, as: answers}], claims: [{text: C., cite: gazette}]}
      - {id: next-day, date: 2020-05-31, title: Officers again shove a reporter to the ground, claims: [
          {text: D., cite: gazette}]}
    """
    assert codes == []
