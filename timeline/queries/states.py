"""How things stand from a day on, until something more becomes known."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from timeline.model import State
from timeline.model.words import Status
from timeline.queries.expectations import Standing

Day = datetime.date


class Dated(Protocol):
    @property
    def day(self) -> Day: ...


D = TypeVar("D", bound=Dated)


@dataclass(frozen=True, slots=True)
class EventState:
    """An event from a day on, until its next state."""

    day: Day
    status: Status
    claims: tuple[int, ...]
    """The places of its known claims among all of them, from 0."""
    sources: int
    origins: int
    unnamed: int
    """Documents whose chain ends without naming an origin."""
    disputes: int
    """Disputes that it is part of, on either side."""
    disputed: bool
    """Whether somebody speaks against a claim of it."""
    rivals: tuple[int, ...]
    """The places of its known rival dates, from 0."""
    kinds: tuple[str, ...]
    """The kinds of documents it cites, in the order of the alphabet."""


@dataclass(frozen=True, slots=True)
class ClaimState:
    """A claim from a day on: what stands behind it."""

    day: Day
    sources: int
    origins: int
    unnamed: int


@dataclass(frozen=True, slots=True)
class Standings:
    """A forecast from a day on."""

    day: Day
    standing: Standing


@dataclass(frozen=True, slots=True)
class TrackState:
    """A track from a day on; without a state it is known and its state is not."""

    day: Day
    state: State | None


@dataclass(frozen=True, slots=True)
class Growth:
    """How much was known from a day on."""

    day: Day
    events: int
    claims: int
    sources: int
    origins: int
    disputes: int


def at(states: Sequence[D], day: Day) -> D | None:
    """The state on a day; nothing before the first, when nobody knew."""
    place = bisect_right(states, day, key=lambda state: state.day)
    return states[place - 1] if place else None


def merged(states: Iterable[D]) -> Iterator[D]:
    """States that differ from the one before in more than their day."""
    last: D | None = None
    for state in states:
        if last is None or replace(last, day=state.day) != state:  # type: ignore[type-var] # all are dataclasses
            yield state
            last = state
