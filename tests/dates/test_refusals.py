"""Why a text is refused, and the remedy that is offered."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from tests.dates.examples import refused, slips
from tests.dates.mistyped import IMPOSSIBLE, OTHERWISE
from tests.work import calls
from timeline.dates import DateError, parse
from timeline.dates.human_dates import LONGEST


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_a_day_the_calendar_does_not_have_is_refused(text: str) -> None:
    error = refused(text)

    assert error.code == "impossible-date"
    assert (error.message, error.help) == IMPOSSIBLE[text]


@pytest.mark.parametrize("text", OTHERWISE)
def test_what_a_person_wrote_is_refused_with_what_to_write_instead(text: str) -> None:
    error = refused(text)

    assert error.code == "not-edtf"
    assert (error.message, error.help) == OTHERWISE[text]


@pytest.mark.parametrize("text", IMPOSSIBLE | OTHERWISE)
def test_every_remedy_is_itself_a_date(text: str) -> None:
    check_remedies(refused(text))


@settings(max_examples=1000)
@given(slips)
def test_any_text_is_a_date_or_is_refused_with_remedies_that_are_dates(text: str) -> None:
    try:
        assert parse(text).text == text
    except DateError as error:
        check_remedies(error)


def check_remedies(error: DateError) -> None:
    for remedy in re.findall(r"`([^`]*)`", error.help):
        assert parse(remedy).text == remedy
    for sentence in (error.message, error.help):
        assert sentence
        assert sentence.isascii()
        assert "?" not in re.sub(r"`[^`]*`", "", sentence)
        assert not sentence.endswith(".")
    assert len(error.message) < 50


@pytest.mark.parametrize("piece", ["9", "2025/", "[", " ", "X", "1.4.2025 "])
def test_a_text_too_long_for_a_date_is_refused_in_the_same_few_steps_however_long_it_is(piece: str) -> None:
    long, longest = piece * (LONGEST + 1), piece * 1_000_000

    assert refused(longest).message == refused(long).message
    assert calls(refused, longest) == calls(refused, long)
    assert calls(refused, long).total() < 20


def test_a_refusal_says_what_is_wrong_and_then_the_remedy() -> None:
    assert str(refused("2025-4-1")) == "not written as EDTF; write `2025-04-01`"
    assert isinstance(refused("2025-4-1"), ValueError)


DATES = re.compile(r"[0-9]{4}|[0-9]{2,3}X+")
INVENTS_NOTHING = [text for text in [*IMPOSSIBLE, *OTHERWISE] if not re.search("[xX]", text)]


@pytest.mark.parametrize("text", INVENTS_NOTHING)
def test_a_remedy_names_no_year_that_was_not_typed(text: str) -> None:
    """Nor any but years of the reach of dates, those after one with an era, and the later one of a stretch."""
    typed = {str(int(year)).zfill(4) for year in re.findall(r"\d+", text)}
    offered = {year for literal in re.findall("`([^`]*)`", refused(text).help) for year in DATES.findall(literal)}

    reach = {"9999", "0000", "0001"}
    eras = {"0054", "0479", "0405", "0043"}

    assert offered <= typed | reach | eras | {"1732", "1985"}


@pytest.mark.parametrize("text", ["../2025-13", "2025-13/.."])
def test_of_a_stretch_that_is_open_on_one_side_the_other_end_is_what_is_told(text: str) -> None:
    with pytest.raises(DateError) as refused:
        parse(text)

    assert refused.value.message == "2025 has no month 13"


@pytest.mark.parametrize(
    ("century", "help"),
    [
        (
            "5th century BCE",
            "some day of 500 to 401 BC is `[-0499..-0400]`, all of it `-0499/-0400`; `-04XX` is the same years",
        ),
        (
            "~8th century BC",
            "some day of 800 to 701 BC is `[-0799~..-0700~]`, all of it `-0799~/-0700~`; `-07XX~` is the same years",
        ),
        ("1st century BC", "some day of 100 to 1 BC is `[-0099..0000]`, all of it `-0099/0000`"),
        (
            "5th century",
            "some day of AD 401 to 500 is `[0401..0500]`, all of it `0401/0500`; `04XX` is the years 400 to 499",
        ),
    ],
)
def test_a_century_is_answered_with_its_years(century: str, help: str) -> None:
    assert refused(century).message == "a century in words"
    assert refused(century).help == help
    check_remedies(refused(century))
