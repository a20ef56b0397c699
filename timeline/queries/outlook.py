"""What was then expected: the next day by which a thing was to come, as the forecasts stood.

On any day some forecasts are open. The one whose time ends first is the next promise; when that day passes and
nothing came, the next one takes its place, and on days on which none is open nothing was expected. What was said
"in August" of that August may have been said when it was over, and makes nobody wait.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from timeline.model import Expectation, Timeline
from timeline.queries.expectations import Standing, standing
from timeline.queries.knowledge import Known, claim_known_on, event_known_on, known_on

_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Expected:
    """From `first` to `last`, both counted, `by` was the next day by which something was expected."""

    first: datetime.date
    last: datetime.date
    by: datetime.date


def outlook(
    timeline: Timeline, out: Mapping[str, Known], expectations: Iterable[Expectation], last: datetime.date
) -> tuple[Expected, ...]:
    """The stretches in which something was expected, up to a last day. A forecast counts once it certainly was said."""
    found = [
        (e.said.latest, e.window.latest, _changes(timeline, out, e))
        for e in expectations
        if e.said and e.said.latest and e.window and e.window.latest
    ]
    days = sorted({day for said, _, steps in found for day in (said, *(day for day, _ in steps))})
    made: list[Expected] = []
    for day, following in pairwise([*(day for day in days if day <= last), last + _DAY]):
        waiting = [(end, steps) for said, end, steps in found if said <= day <= end and said < end]
        ends = [end for end, steps in waiting if _standing(steps, day) == "open"]
        if not ends:
            continue
        by, until = min(ends), min(following - _DAY, last)
        if made and made[-1].by == by and made[-1].last + _DAY == day:
            made[-1] = Expected(made[-1].first, until, by)
        else:
            made.append(Expected(day, until, by))
    return tuple(made)


def _changes(
    timeline: Timeline, out: Mapping[str, Known], expectation: Expectation
) -> tuple[tuple[datetime.date, Standing], ...]:
    """How a forecast stood, from the day it was known on: each day on which that changed, with what then held."""
    known = known_on(out, expectation.citations)
    if known is None:
        return ()
    through = timeline.record.through
    days = {known.day, through}
    if expectation.said and expectation.said.latest:
        days.add(expectation.said.latest)
    if expectation.window and expectation.window.latest and expectation.window.latest < through:
        days.add(expectation.window.latest + _DAY)
    outcome = expectation.outcome
    if outcome and outcome.event and (event := timeline.event(outcome.event)):
        days |= {found.day for found in [event_known_on(out, event)] if found}
    if outcome and (ref := outcome.denied or outcome.withdrawn) and (claim := timeline.claim(ref)):
        event = timeline.event(claim.event)
        heard = [claim_known_on(out, claim), event_known_on(out, event) if event else None]
        days |= {found.day for found in heard if found}
    steps: list[tuple[datetime.date, Standing]] = []
    for day in sorted(days):
        now = standing(timeline, out, expectation, day)
        if day <= through and (not steps or steps[-1][1] != now):
            steps.append((day, now))
    return tuple(steps)


def _standing(steps: tuple[tuple[datetime.date, Standing], ...], day: datetime.date) -> Standing:
    found: Standing = "open"
    for since, now in steps:
        if since <= day:
            found = now
    return found
