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
    """The state that certainly held on a day; None where it is unknown."""
    states = ordered(track)
    for state, following in zip(states, (*states[1:], None), strict=True):
        begun = state.start.latest is None or state.start.latest <= day
        if state.end is not None:
            lasts = state.end.earliest is None or day <= state.end.earliest
        else:
            lasts = following is None or following.start.earliest is None or day < following.start.earliest
        if begun and lasts:
            return state
    return None
