"""The first claim and its event agree on the day."""

from __future__ import annotations

import pytest

from timeline.checks.days_in_claims import happened_on


def test_a_first_claim_that_names_another_day_is_told(codes: list[str]) -> None:
    """
    sources: [{id: gazette}]
    events:
      - {id: opening, date: 2020-05-02, claims: [{text: On 3 May 2020 the bridge opened., cite: gazette}]}
      - {id: closing, date: 2021-05, claims: [{text: On 3 May 2021 the bridge closed., cite: gazette}]}
    """
    assert codes == ["other-day"]


def test_a_rival_date_or_another_role_of_a_date_is_one_of_the_events_days(codes: list[str]) -> None:
    """
    sources: [{id: gazette}]
    events:
      - id: opening
        date: 2020-05-02
        rivals: [{date: 2020-05-03, cite: gazette}]
        claims: [{text: On 3 May 2020 the bridge opened., cite: gazette}]
      - id: order
        date: 2020-05-02
        dates: {effective: {date: 2020-06, cite: gazette}}
        claims: [{text: On 1 June 2020 the order took effect., cite: gazette}]
    """
    assert codes == []


def test_only_the_first_claim_states_the_day(codes: list[str]) -> None:
    """
    sources: [{id: gazette}]
    events:
      - id: opening
        date: 2020-05-02
        claims:
          - {text: The bridge opened., cite: gazette}
          - {text: On 14 March 2018 the council voted for it., cite: gazette}
    """
    assert codes == []


def test_a_plan_may_name_the_day_on_which_it_was_made(codes: list[str]) -> None:
    """
    sources: [{id: gazette}]
    events:
      - id: opening
        date: 2020-05
        course: missed
        claims: [{text: On 14 March 2018 the council announced the bridge for May., cite: gazette}]
    """
    assert codes == []


def test_a_german_record_is_read_in_german(codes: list[str]) -> None:
    """
    record: {language: de}
    sources: [{id: zeitung, language: de}]
    events:
      - {id: opening, date: 2020-05-02, claims: [{text: Am 3. Mai 2020 wurde sie eröffnet., cite: zeitung}]}
    """
    assert codes == ["other-day"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On 7 October 2022 the bridge opened.", "2022-10-07"),
        ("On 7th October 2022, the bridge opened.", "2022-10-07"),
        ("On October 7, 2022, the bridge opened.", "2022-10-07"),
        ("On 2022-10-07 the bridge opened.", "2022-10-07"),
        ("In October 2022 the bridge opened.", "2022-10"),
        ("The bridge was opened on 7 October 2022.", "2022-10-07"),
        ("On 7 October 2022 the council said that the bridge would open.", "2022-10-07"),
    ],
)
def test_a_day_that_the_whole_sentence_is_about_is_read(text: str, date: str) -> None:
    assert str(happened_on(text, "en")) == date


@pytest.mark.parametrize(
    "text",
    [
        "On 7 October 2022 the bridge was to open.",
        "The council said that the bridge was opened on 7 October 2022.",
        "The bridge is planned to open on 7 October 2022.",
        "The toll holds from 7 October 2022.",
        "From 7 October 2022, 16:00 UTC, there is a toll.",
        "On 7 and 8 October 2022 the bridge was open.",
        "From 3 May to 7 October 2022 the bridge was closed.",
        "The bridge, opened on 7 October 2022, is made of steel.",
        "On 7 October the bridge opened.",
        "On 31 February 2022 the bridge opened.",
    ],
)
def test_a_day_that_may_be_of_something_else_is_let_pass(text: str) -> None:
    assert happened_on(text, "en") is None


def test_a_language_that_is_not_read_is_let_pass() -> None:
    assert happened_on("On 7 October 2022 the bridge opened.", "ga") is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The bridge came out on 17 October 2026, write the Gazette and a wiki in Korean.", "en"),
        ("The bridge was opened on 17 October 2026, according to the council", "en"),
        ("Die Brücke öffnete am 17. Oktober 2026, schreibt der Bote.", "de"),
    ],
)
def test_who_says_so_at_the_end_hides_no_day(text, language) -> None:
    said = happened_on(text, language)

    assert said is not None
    assert said.text == "2026-10-17"


def test_a_clause_behind_the_day_may_be_about_another_one() -> None:
    assert happened_on("The bridge was opened on 17 October 2026, which the Gazette wrote was late.", "en") is None
