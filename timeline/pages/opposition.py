"""Two sides of a disagreement, as pages print them."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model import Claim, Event
from timeline.pages.desk import Desk, Evidence
from timeline.pages.paths import Links
from timeline.queries.disputes import Dispute, Manner


@dataclass(frozen=True, slots=True)
class Side:
    """What one side says and what it rests on."""

    head: str
    claim: Claim
    evidence: Evidence
    documents: tuple[str, ...]
    """The cited sources by id, each once."""
    against: bool
    elsewhere: Event | None
    """The event that tells it, when it is not the one told above."""
    link: str


def sides(desk: Desk, links: Links, dispute: Dispute, event: Event) -> list[Side]:
    """The disputed claim first, then everything against it; `event` is the one told above them."""
    found = [_side(desk, links, dispute.target, _said(desk, dispute.target), event, against=False)]
    for objection in dispute.objections:
        head = _spoken(desk, objection.claim, objection.manner)
        found.append(_side(desk, links, objection.claim, head, event, against=True))
    return found


def link(links: Links, claim: Claim, event: Event | None) -> str:
    """To a claim, within the page where it stands on the same one."""
    return f"#{claim.anchor}" if event and claim.event == event.id else links.claim(claim.ref)


def speaker(desk: Desk, claim: Claim) -> str:
    """Whose word a claim is, by name; empty where the record does not say."""
    return desk.timeline.actors_by_id[claim.by].name if claim.by else ""


def _side(desk: Desk, links: Links, claim: Claim, head: str, event: Event, *, against: bool) -> Side:
    elsewhere = None if claim.event == event.id else desk.timeline.events_by_id[claim.event]
    documents = tuple(dict.fromkeys(citation.source for citation in claim.citations))
    return Side(head, claim, desk.evidence(claim.citations), documents, against, elsewhere, links.claim(claim.ref))


def _said(desk: Desk, claim: Claim) -> str:
    name = speaker(desk, claim)
    return f"{name} says" if name else "It is said"


def _spoken(desk: Desk, claim: Claim, manner: Manner) -> str:
    name = speaker(desk, claim)
    if manner == "denies":
        return f"{name} denies it" if name else "Denied"
    return f"{name} disputes it" if name else "Others say"
