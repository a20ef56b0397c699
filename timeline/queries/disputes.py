"""Where sources disagree: claims, and the claims that dispute or deny them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from timeline.model import Claim, Event, Timeline

Manner = Literal["disputes", "denies"]


@dataclass(frozen=True, slots=True)
class Objection:
    """One claim against another."""

    claim: Claim
    manner: Manner


Against = Mapping[str, tuple[Objection, ...]]
"""For claims by their name, what stands against each."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A claim and everything the record holds against it."""

    target: Claim
    objections: tuple[Objection, ...]


def disputes(timeline: Timeline) -> tuple[Dispute, ...]:
    """Every claim that others dispute or deny, in the order of the events."""
    against = objections(timeline)
    return tuple(Dispute(claim, against[claim.ref]) for claim in timeline.claims if claim.ref in against)


def objections(timeline: Timeline) -> Against:
    """For each disputed claim by its name, what stands against it."""
    found: dict[str, list[Objection]] = {}
    for claim in timeline.claims:
        sides: tuple[tuple[Manner, tuple[str, ...]], ...] = (("disputes", claim.disputes), ("denies", claim.denies))
        for manner, names in sides:
            for ref in dict.fromkeys(claim.resolve(name) for name in names):
                found.setdefault(ref, []).append(Objection(claim, manner))
    return {ref: tuple(items) for ref, items in found.items()}


def disputes_of(all_disputes: tuple[Dispute, ...], event: Event) -> tuple[Dispute, ...]:
    """The disputes that an event is part of, on either side; for all events at once there is `by_event`."""
    return tuple(
        dispute
        for dispute in all_disputes
        if dispute.target.event == event.id or any(o.claim.event == event.id for o in dispute.objections)
    )


def by_event(all_disputes: tuple[Dispute, ...]) -> Mapping[str, tuple[Dispute, ...]]:
    """For each event that is part of a dispute, on either side, its disputes."""
    found: dict[str, list[Dispute]] = {}
    for dispute in all_disputes:
        for id in _parties(dispute):
            found.setdefault(id, []).append(dispute)
    return {id: tuple(items) for id, items in found.items()}


def questions(all_disputes: tuple[Dispute, ...]) -> tuple[tuple[Dispute, ...], ...]:
    """Disputes that hang together through a claim, the most contested first within each.

    Who disputes an answer to a question speaks to the same question, whichever event tells it.
    """
    groups: list[tuple[set[str], list[Dispute]]] = []
    for dispute in all_disputes:
        names = {dispute.target.ref, *(objection.claim.ref for objection in dispute.objections)}
        joined = [dispute]
        apart = []
        for others, found in groups:
            if others & names:
                names |= others
                joined = found + joined
            else:
                apart.append((others, found))
        groups = [*apart, (names, joined)]
    place = {dispute.target.ref: number for number, dispute in enumerate(all_disputes)}
    for _, found in groups:
        found.sort(key=lambda dispute: (-len(dispute.objections), place[dispute.target.ref]))
    ordered = sorted(groups, key=lambda group: min(place[dispute.target.ref] for dispute in group[1]))
    return tuple(tuple(found) for _, found in ordered)


def _parties(dispute: Dispute) -> dict[str, None]:
    """The events whose claims speak in it, each once."""
    return dict.fromkeys((dispute.target.event, *(objection.claim.event for objection in dispute.objections)))
