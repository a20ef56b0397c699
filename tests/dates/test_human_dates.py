"""What human forms may have meant."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from tests.dates.examples import slips
from tests.work import calls
from timeline.dates import parse, readings
from timeline.dates.human_dates import LONGEST

READ = {
    "April 2025": ["2025-04"],
    "april 2025": ["2025-04"],
    "Apr. 2025": ["2025-04"],
    "9 April 2025": ["2025-04-09"],
    "April 9th, 2025": ["2025-04-09"],
    "Wednesday, 9 April 2025": ["2025-04-09"],
    "2025 April 9": ["2025-04-09"],
    "9. März 2025": ["2025-03-09"],
    "Dezember 2025": ["2025-12"],
    "2025-4-1": ["2025-04-01"],
    "2025-4": ["2025-04"],
    "2025.04.01": ["2025-04-01"],
    "2025/04": ["2025-04"],
    "2025/04/09": ["2025-04-09"],
    "20250409": ["2025-04-09"],
    "4/2025": ["2025-04"],
    "04.2025": ["2025-04"],
    "01/02/2025": ["2025-02-01", "2025-01-02"],
    "1.4.2025": ["2025-04-01", "2025-01-04"],
    "01-02-2025": ["2025-02-01", "2025-01-02"],
    "13.4.2025": ["2025-04-13"],
    "4/13/2025": ["2025-04-13"],
    "4/4/2025": ["2025-04-04"],
    "Q3 2025": ["2025-35"],
    "2025-Q3": ["2025-35"],
    "third quarter of 2025": ["2025-35"],
    "3. Quartal 2025": ["2025-35"],
    "H2 2025": ["2025-07/2025-12"],
    "first half of 2025": ["2025-01/2025-06"],
    "spring 2025": ["2025-21"],
    "the fall of 2025": ["2025-23"],
    "Herbst 2025": ["2025-23"],
    "winter 2024/25": ["2024-24"],
    "the 2020s": ["202X"],
    "2020er-Jahre": ["202X"],
    "about May 2025": ["2025-05~"],
    "c. 1850": ["1850~"],
    "possibly about May 2025": ["2025-05%"],
    "May 2025?": ["2025-05?"],
    "from 3 March 2021": ["2021-03-03/.."],
    "since May 2025": ["2025-05/.."],
    "until 2025": ["../2025"],
    "from April to May 2025": ["2025-04/2025-05"],
    "1 to 15 May 2025": ["2025-05-01/2025-05-15"],
    "1–15 May 2025": ["2025-05-01/2025-05-15"],
    "2020–2021": ["2020/2021"],
    "2020-2021": ["2020/2021"],
    "between 20 January and 14 August 2025": ["[2025-01-20..2025-08-14]"],
    "2025-04-09T10:00": ["2025-04-09T10:00"],
    "9 April 2025, 10:00 CET": ["2025-04-09T10:00"],
    "2025-04-09 9:05:10 UTC": ["2025-04-09T09:05:10Z"],
    "9 April 2025, 3 pm": ["2025-04-09T15:00"],
    "9. April 2025, 9.30 Uhr": ["2025-04-09T09:30"],
    "2025-04-09 10:00-0500": ["2025-04-09T10:00-05:00"],
    "4/13/2025 12:30 a.m.": ["2025-04-13T00:30"],
    "55 BC": ["-0054"],
    "1 B.C.E.": ["0000"],
    "44 v. Chr.": ["-0043"],
    "AD 43": ["0043"],
    "43 n. Chr.": ["0043"],
    "15 March 44 BC": ["-0043-03-15 Julian"],
    "March 44 BC": ["-0043-03"],
    "9 May AD 44": ["0044-05-09"],
    "480–406 BC": ["-0479/-0405"],
    "c. 383": ["0383~"],
    "about 480 BC": ["-0479~"],
    " 2025-04 ": ["2025-04"],
    "2025‑04": ["2025-04"],
    "２０２５": ["2025"],
}

UNREADABLE = [
    "",
    "soon",
    "May",
    "9 April",
    "9 April 25",
    "1.4.25",
    "Monday 2025",
    "Monday in May 2025",
    "30 February 2025",
    "early May 2025",
    "in the coming weeks",
    "fifth quarter of 2025",
    "third half of 2025",
    "Q4",
    "2025-13",
    "May 2025 to April 2025",
    "12345 BC",
    "1" * 79,
    "\x00",
    "\ud800",
    "10:00",
    "0 BC",
    "9 April 2025, 25:00",
    "99999999999999999999 May 2025",
    "May 0000",
]


@pytest.mark.parametrize("text", READ)
def test_a_human_form_is_read_with_the_precision_it_has(text: str) -> None:
    assert list(readings(text)) == READ[text]


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_names_no_certain_time_has_no_reading(text: str) -> None:
    assert readings(text) == ()


@settings(max_examples=400)
@given(slips)
def test_every_reading_is_a_date_and_no_text_makes_the_reader_stumble(text: str) -> None:
    for reading in readings(text):
        assert parse(reading).text == reading


@pytest.mark.parametrize("piece", ["9", "/", "to "])
def test_a_text_longer_than_any_date_is_measured_and_not_looked_into(piece: str) -> None:
    assert readings(piece * 1_000_000) == ()
    for text in (piece * (LONGEST + 1), piece * 1_000_000):
        assert calls(readings, text) == {"readings": 1, "len": 1}


@pytest.mark.parametrize("end", ["", "x"])
@pytest.mark.parametrize(
    "piece", ["about ", "a ", "to ", "from ", "between ", "the ", "/", "9", "?", "? ", "1.4.2025 ", "May "]
)
def test_words_that_are_repeated_are_read_in_steps_that_grow_with_them(piece: str, end: str) -> None:
    """Not with all the ways in which they can be taken apart: twice the words are about twice the steps."""
    short, long = ((piece * LONGEST)[: size - 1] + end for size in (LONGEST // 4, LONGEST))

    assert calls(readings, long).total() < 6 * calls(readings, short).total()
