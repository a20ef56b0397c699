"""What historians, lawyers and journalists type for times: each is named for what it is, and nothing is invented.

`phrases.txt` has a line for each: what is typed, what is wrong with it, and the remedy, with tabs between them.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.dates.examples import refused
from tests.dates.test_refusals import check_remedies
from timeline.dates import parse

PHRASES = [line.split("\t") for line in Path(__file__).with_name("phrases.txt").read_text("utf-8").splitlines()]


@pytest.mark.parametrize(("text", "message", "help"), PHRASES, ids=[text for text, *_ in PHRASES])
def test_a_time_in_words_is_named_for_what_it_is(text: str, message: str, help: str) -> None:
    error = refused(text)

    assert (error.message, error.help) == (message, help)
    check_remedies(error)


@pytest.mark.parametrize("text", ["1900-01-00 Julian", "1900-00 Julian", "0000-00-00", "1666-09-00 Julian"])
def test_a_month_has_no_day_of_the_number_0(text: str) -> None:
    assert "-00" not in refused(text).help


@pytest.mark.parametrize("text", ["2020-W22", "week 22 of 2020", "2020-150", "2020-05-29T24:00", "MMXX", "1590831000"])
def test_what_is_counted_otherwise_is_offered_as_the_days_that_it_is(text: str) -> None:
    offered = [parse(literal) for literal in re.findall("`([^`]*)`", refused(text).help)]

    assert any(date.overlaps(parse("2020-05-29")) or date.overlaps(parse("2020-05-30")) for date in offered)
