"""From what somebody typed to a date, or to the reason why it is none."""

from __future__ import annotations

from functools import lru_cache

from timeline.dates.date import Date
from timeline.dates.grammar import read
from timeline.dates.refusals import refusal


@lru_cache(maxsize=32_768)
def parse(text: str) -> Date:
    """The date that the text is; any other text raises DateError, whatever it contains."""
    date = read(text)
    if date is None:
        raise refusal(text)
    return date
