"""What was done to the record lately: what was put right or said anew, and what was added; both the latest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.model import Event, Timeline, Update

MENDED = ("correction", "withdrawal")
"""Kinds of updates that say we had something wrong."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A change to an event, by its number there."""

    event: Event
    number: int
    update: Update

    @property
    def mends(self) -> bool:
        """Whether we had something wrong."""
        return self.update.kind in MENDED


def changed(timeline: Timeline) -> tuple[Changed, ...]:
    """Every change, the latest first."""
    changes = (Changed(event, n, update) for event in timeline.events for n, update in enumerate(event.updates, 1))
    return tuple(sorted(changes, key=lambda each: (each.update.on, each.event.id, each.number), reverse=True))


def added(row: Iterable[Event]) -> tuple[Event, ...]:
    """Events as they entered the record, the latest first; those of one day as the row has them, backwards."""
    return tuple(sorted(row, key=lambda event: event.added))[::-1]
