"""Dates as historians have them: with the precision that is known, and with the doubt that remains."""

from __future__ import annotations

from timeline.dates.date import Date, DateError, Form, Heading, Point, Precision
from timeline.dates.human_dates import readings
from timeline.dates.refusals import parse
from timeline.dates.wording import day_words, machine, month_words, words, year_words

__all__ = [
    "Date",
    "DateError",
    "Form",
    "Heading",
    "Point",
    "Precision",
    "day_words",
    "machine",
    "month_words",
    "parse",
    "readings",
    "words",
    "year_words",
]
