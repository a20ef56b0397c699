"""Records as strangers typed them, in words of our own: what is told of each, and what becomes of it to the letter.

Each stands in `strangers`, after reports of other programs' users. Where a remedy says outright what to type it is
typed, again and again, by somebody who does not think.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.problems.test_remedies import ROUNDS, assert_nothing_worse, done, errors, told
from timeline.dates import words

CASES = {path.stem: path.read_text(encoding="utf-8") for path in Path(__file__).with_name("strangers").glob("*.yaml")}
TOLD = {
    "abbreviated-interval": {"not-edtf": 5},
    "addresses": {"bad-address": 5},
    "before-christ": {"not-edtf": 4},
    "before-it-happened-by-the-clock": {},
    "direction-marks": {"unused": 3},
    "figures": {},
    "julian-days": {"impossible-date": 2, "early-day": 1},
    "no-date-at-all": {"not-edtf": 1},
    "no-date-at-all-left-out-as-told": {"missing-field": 1},
    "null-becomes-text": {"empty-value": 7},
    "one-hand-two-origins": {"unproven-confirmed": 1},
    "open-day-between": {},
    "open-day-between-as-the-help-says": {},
    "order-within-a-day": {},
    "taken-back": {},
    "two-dates-in-one-field": {"not-edtf": 1},
    "who-wrote-it": {},
}
LEFT = {
    "addresses": {"bad-address": 1},
    "no-date-at-all": {"not-edtf": 1},
    "no-date-at-all-left-out-as-told": {"missing-field": 1},
    "null-becomes-text": {"empty-value": 7},
}
"""What only its author can mend: which page has the same text as one of Gopher, and what is not known of a time."""
DATES = {
    "two-days": "30 to 31 May 2020",
    "over-the-month": "30 May to 2 June 2020",
    "in-words": "30 May to 2 June 2020",
    "months": "November to December 2008",
    "landing": "55 BC",
    "landing-edtf": "55 BC",
    "roof": "about 480 BC to about 406 BC",
    "early-circa": "about AD 383",
}
"""What pages say of the days in the end, by the id of their event."""


def test_each_record_of_the_folder_is_tried() -> None:
    assert CASES.keys() == TOLD.keys()


@pytest.mark.parametrize("name", CASES)
def test_a_stranger_s_record_is_answered_for_what_is_in_it(name: str) -> None:
    assert Counter(problem.code for problem in told(CASES[name]).problems) == TOLD[name]


@pytest.mark.parametrize("name", CASES)
def test_what_a_stranger_is_told_makes_nothing_worse_to_the_letter(name: str) -> None:
    assert_nothing_worse(CASES[name])


@pytest.mark.parametrize("name", CASES)
def test_to_the_letter_it_becomes_what_the_stranger_meant(name: str) -> None:
    text = CASES[name]
    for _ in range(ROUNDS):
        text, _ = done(text, told(text))
    loaded = told(text)

    assert len(errors(loaded)) == sum(LEFT.get(name, {}).values())
    for event in loaded.timeline.events:
        assert words(event.date) == DATES.get(event.id, words(event.date))


def test_some_day_up_to_a_year_is_not_all_of_the_time_until_it() -> None:
    said, helped = (
        {words(event.date) for event in told(CASES[name]).timeline.events}
        for name in ("open-day-between", "open-day-between-as-the-help-says")
    )

    assert said == {"some day up to 1984", "some day from December 1760", "from 1985, end not known"}
    assert helped == {"until 1984", "from December 1760", "from 1985"}


def test_days_on_one_day_stand_in_the_order_of_the_file() -> None:
    events = told(CASES["order-within-a-day"]).timeline.events

    assert [event.id for event in events] == ["zoo-evacuated", "alarm-sounds", "bridge-shut"]
