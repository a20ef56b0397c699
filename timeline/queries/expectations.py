"""How a forecast stands on a day: open, met, missed, overdue, denied, withdrawn.

A forecast is open until the last day of its window, and overdue from then on while nothing answers it. An
answer counts from the day it was known, in a retrospective record at once: an event that happened when it was
predicted meets the forecast, a claim against it denies or withdraws it. That nothing came of a forecast for no
certain time is our word, and stands at the end of the record.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Literal

from timeline.model import Event, Expectation, Timeline
from timeline.queries.known_since import Known, claim_known_on, event_known_on

Standing = Literal["open", "met", "missed", "overdue", "denied", "withdrawn"]


def standing(timeline: Timeline, out: Mapping[str, Known], expectation: Expectation, day: datetime.date) -> Standing:
    """How a forecast stood on a day; `out` comes from `knowledge.out_on`."""
    outcome, window = expectation.outcome, expectation.window
    last = window.latest if window else None
    over = last is not None and last < day
    if outcome is None:
        return "overdue" if over else "open"
    if _heard(timeline, out, outcome.denied, day):
        return "denied"
    if _heard(timeline, out, outcome.withdrawn, day):
        return "withdrawn"
    answer = _answer(timeline, out, outcome.event, day)
    if answer and answer.course == "happened" and (window is None or answer.date.overlaps(window)):
        return "met"
    if answer and (over or last is None):
        return "missed"
    if outcome.missed and (over or (last is None and day >= timeline.record.through)):
        return "missed"
    return "overdue" if over else "open"


def _answer(timeline: Timeline, out: Mapping[str, Known], id: str | None, day: datetime.date) -> Event | None:
    """The answering event, once it is known; what is planned, or of unknown outcome, answers nothing yet."""
    event = timeline.event(id) if id else None
    if event is None or event.course in ("planned", "unknown"):
        return None
    return event if _by(timeline, event_known_on(out, event), day) else None


def _heard(timeline: Timeline, out: Mapping[str, Known], ref: str | None, day: datetime.date) -> bool:
    """Whether a claim was known by a day, and the event that it tells of."""
    claim = timeline.claim(ref) if ref else None
    event = timeline.event(claim.event) if claim else None
    if claim is None or event is None:
        return False
    return _by(timeline, claim_known_on(out, claim), day) and _by(timeline, event_known_on(out, event), day)


def _by(timeline: Timeline, known: Known | None, day: datetime.date) -> bool:
    return timeline.record.retrospective or (known is not None and known.day <= day)
