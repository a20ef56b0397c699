"""Forecasts whose time is over, and events that were missed though nobody foretold them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from timeline.checks.waivers import Judged
from timeline.dates import words
from timeline.model import Timeline
from timeline.problems.slips import OVERDUE_EXPECTATION, UNFORETOLD


def check(timeline: Timeline, today: datetime.date) -> Iterator[Judged]:
    """Forecasts without an outcome on a day, and missed events without a forecast."""
    for expectation in timeline.expectations:
        window = expectation.window
        if expectation.outcome is None and window is not None and window.latest is not None and window.latest < today:
            label = f"ended {days((today - window.latest).days)} ago"
            help = "add `outcome:` with the event that answered it, or `outcome: missed`"
            yield OVERDUE_EXPECTATION.at(expectation.place.at("window"), label=label, help=help), ()
    yield from _unforetold(timeline)


def _unforetold(timeline: Timeline) -> Iterator[Judged]:
    """Events that were missed, of a topic whose forecasts are listed, and this one is not among them."""
    followed = {e.about for e in timeline.expectations}
    answered = {e.outcome.event for e in timeline.expectations if e.outcome}
    for event in timeline.events:
        if event.course != "missed" or event.id in answered or followed.isdisjoint(event.topics):
            continue
        foretold = (e for e in timeline.expectations if e.about in event.topics and e.window)
        if not any(e.window and e.window.overlaps(event.date) for e in foretold):
            help = "add the forecast under `expectations`, with its source, or write the course that the sources bear"
            label = f"no forecast of {words(event.date)} shares a topic with it"
            yield UNFORETOLD.at(event.place.at("course"), label=label, help=help), (event,)


def days(number: int) -> str:
    """How many, as a label says it."""
    return f"{number:,} day{'' if number == 1 else 's'}"
