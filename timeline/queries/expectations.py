"""How a forecast stands on a day: open, met, missed, overdue, denied, withdrawn.

A forecast is open until the last day of its window. An event that answers it meets it when the two
overlap, from the day that event was known; without any answer it is overdue.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Literal

from timeline.model import Expectation, Timeline
from timeline.queries.knowledge import Known, claim_known_on, event_known_on

Standing = Literal["open", "met", "missed", "overdue", "denied", "withdrawn"]


def standing(timeline: Timeline, out: Mapping[str, Known], expectation: Expectation, day: datetime.date) -> Standing:
    """How a forecast stood on a day; `out` comes from `knowledge.out_on`."""
    outcome, window = expectation.outcome, expectation.window
    over = window is not None and window.latest is not None and window.latest < day
    if outcome is None:
        return "overdue" if over else "open"
    for name, word in ((outcome.denied, "denied"), (outcome.withdrawn, "withdrawn")):
        claim = timeline.claim(name) if name else None
        known = claim_known_on(out, claim) if claim else None
        if known and known.day <= day:
            return "denied" if word == "denied" else "withdrawn"
    event = timeline.event(outcome.event) if outcome.event else None
    if event is not None:
        known = event_known_on(out, event)
        told = known is not None and known.day <= day
        if told and (window is None or event.date.overlaps(window)):
            return "met"
        return "missed" if over else "open"
    return "missed" if outcome.missed and (over or window is None) else "overdue" if over else "open"
