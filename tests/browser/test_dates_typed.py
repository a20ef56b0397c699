"""What a reader types as a date is read by the browser as the command reads it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import Readers
from tests.browser.modules import MODULES
from timeline import dates

pytestmark = pytest.mark.browser

READINGS = [
    *("2025", "2025-04", "2025-04-09", "202X", "20XX", "2025-05~", "2025?", "2025-21", "2025-24", "2025-33", "2025-36"),
    *("2025-01/2025-03", "2025-04/..", "../2025-04", "[2025-01..2025-08]", "2024-02-29", "aug 2025", "August 2025"),
    *("sept 2025", "Sep. 2025", "9 April 2025", "9. April 2025", "1st May 2025", "April 9, 2025", "april 9 2025"),
    *("spring 2025", "summer 2024", "autumn 2024", "fall 2024", "winter 2024", "Q3 2025", "2025-Q3", "2020s", "2025-4"),
    *("2025/4", "2025-4-9", "since May 2025", "from 2025-05", "until June 2025", "april to june 2025"),
    "May 2025 to July 2025",
    *("from April 2025 to June 2025", " 2025 ", "2025‑04", "May 2025.", "0000", "-0043"),
]

NO_DATES = [
    *("", "R2", "may", "2025-13", "2025-02-30", "2025-0X", "a/b", "../..", "H20 2025"),
    *("soon", "before the opening", "by the harbour office", "between 2 cranes and 3 cranes", "vor Ort"),
    *("12345", "29 February 2025", "40,000", "May", "2025-06/2025-04", "the 9th", "July-May 2025"),
]


def test_what_the_box_reads_as_a_date_the_command_reads_alike(reader: Readers) -> None:
    read = f"""async texts => {{ {MODULES}
      const read = text => days.read(text, events.words.dates)
      return texts.map(read).map(date => date && [date.text, date.first, date.last])
    }}"""
    found = reader().opens("timeline/").evaluate(read, READINGS + NO_DATES)

    expected: list[list[Any] | None] = []
    for text in READINGS + NO_DATES:
        readings = dates.readings(text) if text in READINGS else ()
        assert len(readings) == 1 or text in NO_DATES, text
        date = dates.parse(readings[0]) if readings else None
        first, last = (date.earliest, date.latest) if date else (None, None)
        expected.append(
            [date.text, first.toordinal() if first else -4_000_000, last.toordinal() if last else 4_000_000]
            if date
            else None
        )
    assert list(zip(READINGS + NO_DATES, found, strict=True)) == list(zip(READINGS + NO_DATES, expected, strict=True))


TYPED_DATES = {
    "2025-07-01": [
        *("1.7.2025", "01.07.2025", "1. 7. 2025", "July 1st, 2025", "1st of July 2025", "Tuesday, 1 July 2025"),
        *("July 1st '25", "1 July ’25", "1.7.25", "around 1 July 2025"),
        *("2025/07/01", "2025.7.1", "20250701", "2025年7月1日", "1. Juli 2025", "1 Jul 2025", "1/7/2025"),
    ],
    "2025-07": ["7/2025", "07.2025", "Jul-2025", "2025年7月", "Juli 2025", "July '25", "im Monat Juli 2025"],
    "2024-12-26": ["12/26/2024", "26/12/2024", "26-12-2024", "December 26 2024", "Do., 26. Dez. 2024"],
    "2025-05-01/2025-05-10": [
        "early May 2025",
        "the beginning of May 2025",
        "Anfang Mai 2025",
        "2025年5月上旬",
        "2025年5月初",
    ],
    "2025-05-11/2025-05-20": ["mid-May 2025", "the middle of May 2025", "Mitte Mai 2025"],
    "2025-02-21/2025-02-28": ["late February 2025", "end of February 2025", "Ende Februar 2025", "2025年2月底"],
    "2025-01/2025-04": ["early 2025", "Anfang 2025", "beginning of the year 2025", "2025年初"],
    "2025-07/2025-12": ["H2 2025", "the second half of 2025", "2. Halbjahr 2025", "2025年下半年"],
    "2025": ["in 2025", "the year 2025", "im Jahr 2025", "ca. 2025"],
    "2025-03": ["early spring 2025", "Anfang Frühling 2025"],
    "2025-12": ["early winter 2025"],
    "2026-01": ["mid-winter 2025"],
    "2025-07/2025-08": ["July-August 2025", "July–August 2025", "between July and August 2025", "Juli bis August 2025"],
    "2025-07/..": ["seit Juli 2025", "ab Juli 2025"],
    "../2025-07": ["by July 2025", "bis Juli 2025"],
    "2025-08-01/..": ["after July 2025", "nach Juli 2025"],
    "../2025-06-30": ["before July 2025", "vor Juli 2025"],
    "2025-34": ["Q2 2025", "2025-Q2", "q2/2025", "second quarter of 2025", "2. Quartal 2025", "2025年第二季度"],
    "2025-07-01/2025-07-03": ["1.7.2025 to 3.7.2025", "from 1 July 2025 to 3 July 2025"],
}


def test_the_box_reads_dates_that_authors_must_not_write(reader: Readers) -> None:
    texts = [text for each in TYPED_DATES.values() for text in each]
    read = f"async texts => {{ {MODULES} return texts.map(text => days.read(text, events.words.dates)) }}"
    found = dict(zip(texts, reader().opens("timeline/").evaluate(read, texts), strict=True))

    assert {
        date: [text for text in each if (found[text] or {}).get("text") == date] for date, each in TYPED_DATES.items()
    } == TYPED_DATES
    assert [text for text in texts if found[text].get("other")] == ["1/7/2025"], "day and month may change places there"
