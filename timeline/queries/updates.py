"""What was done to the record lately: what was put right or said anew, and what was added; both the latest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from timeline.model import Event, Timeline, Update

MENDED = ("correction", "withdrawal")
"""Kinds of updates that say we had something wrong."""
_FEW = 3
"""So many changed events are marked in any record."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A change to an event, by its number there."""

    event: Event
    number: int
    update: Update

    @property
    def mends(self) -> bool:
        """Whether we had something wrong."""
        return self.update.counts_as in MENDED


def changed(timeline: Timeline) -> tuple[Changed, ...]:
    """Every change, the latest first."""
    changes = (Changed(event, n, update) for event in timeline.events for n, update in enumerate(event.updates, 1))
    return tuple(sorted(changes, key=lambda each: (each.update.on, each.event.id, each.number), reverse=True))


def marked(row: Sequence[Event], updated: Callable[[Event], Update | None]) -> frozenset[str]:
    """Events whose change is news; none where many are, for a mark on everything tells nothing apart."""
    fresh = frozenset(event.id for event in row if updated(event))
    return fresh if len(fresh) <= max(_FEW, len(row) // 3) else frozenset()


def added(row: Iterable[Event]) -> tuple[Event, ...]:
    """Events as they entered the record, the latest first; those of one day as the row has them, backwards."""
    return tuple(sorted(row, key=lambda event: event.added))[::-1]
