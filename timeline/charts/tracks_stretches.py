"""How long a track stood so: its states cut into stretches of time, certain ones and such as nobody tells."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.model import State, Timeline, Track
from timeline.queries import tracks

_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Held:
    """A stretch of a ribbon, both days counted; no state where it is not known how the thing stood."""

    first: datetime.date
    last: datetime.date
    state: State | None
    certain: bool = True


def reach(drawn: Sequence[Track], timeline: Timeline) -> datetime.date:
    """The first day on which any of the states may have begun."""
    starts = [state.start.earliest for track in drawn for state in track.states if state.start.earliest]
    return min(starts, default=timeline.record.through)


def held_by(track: Track, first: datetime.date, last: datetime.date) -> tuple[Held, ...]:
    """A track cut into stretches that follow on one another from the first day to the last."""
    states = tracks.ordered(track)
    days = {first, last + _DAY}
    for each in states:
        for date in (each.start, *([each.end] if each.end else [])):
            days |= {day for day in (date.earliest, date.latest) if day}
            days |= {day + _DAY for day in (date.earliest, date.latest) if day and day <= last}
    marks = sorted(day for day in days if first <= day <= last + _DAY)
    holding: list[Held] = []
    for begin, following in pairwise(marks):
        sure = tracks.state_on(track, begin)
        state: State | None = sure or _perhaps(states, begin)
        held = Held(begin, following - _DAY, state, sure is not None or state is None)
        before = holding[-1] if holding else None
        if before and before.state is held.state and before.certain == held.certain:
            holding[-1] = Held(before.first, held.last, held.state, held.certain)
        else:
            holding.append(held)
    return tuple(holding)


def _perhaps(states: Sequence[State], day: datetime.date) -> State | None:
    """The last state that may hold on a day."""
    held = None
    for state, following in zip(states, (*states[1:], None), strict=True):
        begun = state.start.earliest is None or state.start.earliest <= day
        end = state.end.latest if state.end else None
        over = (end is not None and end < day) or (
            state.end is None and following is not None and following.start.latest is not None
            and following.start.latest <= day
        )  # fmt: skip
        if begun and not over:
            held = state
    return held
