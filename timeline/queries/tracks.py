"""The state of a thing on a day.

A state lasts to its last day, or to the next one's beginning. On days on which it may or may not have
begun, or ended, nothing certain can be said, and nothing is.
"""

from __future__ import annotations

import datetime

from timeline.model import State, Track


def ordered(track: Track) -> tuple[State, ...]:
    """The states in the order in which they began."""
    return tuple(sorted(track.states, key=lambda state: state.start.sort_key))


def state_on(track: Track, day: datetime.date) -> State | None:
    """The state that certainly held on a day; None where it is unknown.

    On a day that is the last of one state and the first of the next, the next one holds.
    """
    states = ordered(track)
    held: State | None = None
    for state, following in zip(states, (*states[1:], None), strict=True):
        if _begun(state, day) and _lasts(state, following, day):
            held = state
    return held


def _begun(state: State, day: datetime.date) -> bool:
    """Whether the last day on which it may have begun is here."""
    return state.start.latest is not None and state.start.latest <= day


def _lasts(state: State, following: State | None, day: datetime.date) -> bool:
    """Whether the first day on which it may have ended is not yet past."""
    if state.end is not None:
        return state.end.earliest is not None and day <= state.end.earliest
    return following is None or (following.start.earliest is not None and day < following.start.earliest)
