"""Days that calendars explain: one of before there was a Gregorian calendar, and the first one of a year.

A day before 15 October 1582 that a document gives is one of the Julian calendar, up to ten days from that of ours with
the same name. And 1 January is what programs make of a year, so it is asked about where no claim names that day.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from timeline.checks.waivers import Judged
from timeline.dates import Date
from timeline.dates.edtf import read
from timeline.dates.julian import JULIAN
from timeline.model import Event, Timeline
from timeline.problems import Problem
from timeline.problems.notes import FIRST_OF_JANUARY
from timeline.problems.slips import EARLY_DAY

_REFORM = datetime.date(1582, 10, 15)
"""The first day of the Gregorian calendar, the one after 4 October."""
_SKIPPED = datetime.date(1582, 10, 5)
_NAMED = re.compile(r"\b(?:1(?:st)?(?: of)? January|January 1(?:st)?|1\. Januar|New Year|Neujahr)\b", re.IGNORECASE)


def slips(timeline: Timeline) -> Iterator[Judged]:
    """Days before the Gregorian calendar that do not say of which calendar they are."""
    for event in timeline.events:
        if problem := _early(event, event.date):
            yield problem, (event,)


def _early(event: Event, date: Date) -> Problem | None:
    day = date.earliest
    if not date.is_day or date.julian or day is None or day >= _REFORM:
        return None
    label = "Rome skipped 5 to 14 October 1582" if day >= _SKIPPED else "ours began on 15 October 1582"
    help = "say under `allow` that it was converted to ours"
    if read(julian := f"{date.text.partition('T')[0]}{JULIAN}"):
        help = f"write `{julian}` if a document gives this day, or {help}"
    return EARLY_DAY.at(event.place.at("date"), label=label, help=help)


def notes(timeline: Timeline) -> Iterator[Judged]:
    """Events on 1 January of which no claim says so."""
    for event in timeline.events:
        date = event.date
        day = date.earliest if date.is_day and not date.julian else None
        if day is None or (day.month, day.day) != (1, 1) or "T" in date.text:
            continue
        if any(_NAMED.search(text) for text in (event.date_basis or "", *(claim.text for claim in event.claims))):
            continue
        help = f"write `{date.text[:-6]}` if only the year is known, or name the day in a claim or in `date_basis`"
        yield FIRST_OF_JANUARY.at(event.place.at("date"), label="no claim names this day", help=help), (event,)
