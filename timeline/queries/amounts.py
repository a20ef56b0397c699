"""Amounts of one kind beside one another, the largest first: to be compared, and never to be added up."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from timeline.model import Amount, Event, Timeline
from timeline.model.texts import own


@dataclass(frozen=True, slots=True)
class Kind:
    """What some amounts are of, and in which unit."""

    of: str
    """As the first of them calls it; empty where none says it."""
    unit: str
    amounts: tuple[tuple[Amount, Event], ...]


def by_kind(timeline: Timeline) -> list[Kind]:
    """Amounts with one name and one unit together, those of which there are most first."""
    kinds: dict[tuple[str, str], list[tuple[Amount, Event]]] = {}
    for event in timeline.events:
        for amount in event.amounts:
            kinds.setdefault((own(amount.of or "").casefold(), own(amount.unit)), []).append((amount, event))
    made = [Kind(rows[0][0].of or "", rows[0][0].unit, tuple(sorted(rows, key=_size))) for rows in kinds.values()]
    return sorted(made, key=lambda kind: -len(kind.amounts))


def _size(row: tuple[Amount, Event]) -> tuple[Decimal, Decimal]:
    """Of a range the smaller end decides, then the larger one."""
    amount = row[0]
    return -amount.value, -(amount.up_to or amount.value)
