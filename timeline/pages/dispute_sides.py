"""Two sides of a disagreement, as pages print them, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from timeline import dates
from timeline.model import Claim, Event, Source
from timeline.queries import knowledge
from timeline.queries.disputes import Dispute, Manner
from timeline.queries.index import Evidence, Index, attributed
from timeline.queries.knowledge import Known
from timeline.queries.provenance import Hands
from timeline.site import wording
from timeline.site.urls import Links


@dataclass(frozen=True, slots=True)
class Side:
    """What one side says and what it rests on."""

    head: str
    claim: Claim
    evidence: Evidence
    documents: tuple[Source, ...]
    """The cited sources, each once."""
    origins: tuple[Source, ...]
    """Where they lead, each once."""
    attributed: tuple[str, ...]
    """Whom those name, each once."""
    known: Known | None
    against: bool
    elsewhere: Event | None
    """The event that tells it, when it is not the one told above."""
    link: str


@dataclass(frozen=True, slots=True)
class View:
    """A disagreement as a page prints it."""

    sides: tuple[Side, ...]
    stands: str
    """Where it stands, in sentences."""


def view(index: Index, links: Links, dispute: Dispute, event: Event) -> View:
    """All sides of a dispute; `event` is the one told above them."""
    return View(tuple(sides(index, links, dispute, event)), where_it_stands(index, dispute))


def sides(index: Index, links: Links, dispute: Dispute, event: Event) -> list[Side]:
    """The disputed claim first, then everything against it; `event` is the one told above them."""
    found = [_side(index, links, dispute.target, _said(index, dispute.target), event, against=False)]
    for objection in dispute.objections:
        head = _spoken(index, objection.claim, objection.manner)
        found.append(_side(index, links, objection.claim, head, event, against=True))
    return found


def link(links: Links, claim: Claim, event: Event | None) -> str:
    """To a claim, within the page where it stands on the same one."""
    return f"#{claim.anchor}" if event and claim.event == event.id else links.claim(claim.ref)


def speaker(index: Index, claim: Claim) -> str:
    """Whose word a claim is, by name; empty where the record does not say."""
    return index.timeline.actors_by_id[claim.by].name if claim.by else ""


def where_it_stands(index: Index, dispute: Dispute) -> str:
    """What can be said of a disagreement without taking a side: weight, common ground, and the last word."""
    objections = [objection.claim for objection in dispute.objections]
    against = [citation for claim in objections for citation in claim.citations]
    for_it, against_it = index.evidence(dispute.target.citations), index.evidence(against)
    said = [
        f"The claim rests on {wording.evidence(for_it)}; against it "
        f"{'stands' if against_it.sources == 1 else 'stand'} {wording.evidence(against_it)}.",
        _common(index, dispute.target, objections),
        _answered(index, dispute.target, objections),
    ]
    return " ".join(part for part in said if part)


def _common(index: Index, target: Claim, objections: list[Claim]) -> str:
    """Whether both sides go back to the same people."""
    one = {source.id: source for source in index.origins(target.citations)}
    other = {source.id: source for claim in objections for source in index.origins(claim.citations)}
    hands = Hands((one | other).values()).all()
    both = [hand for hand in hands if any(s.id in one for s in hand) and any(s.id in other for s in hand)]
    if both and len(hands) == 1:
        (documents,) = hands
        if len(documents) == 1:
            return f"Both sides go back to the same origin, {wording.document(documents[0])}."
        return f"Both sides go back to one hand, {documents[0].publisher}, in {len(documents)} documents."
    if both:
        verb = "stands" if len(both) == 1 else "stand"
        return f"{wording.count(len(both), 'origin')} {verb} on both sides."
    if one and other:
        return "No origin stands on both sides."
    if not one and not other:
        return "Neither side names an origin."
    return "Only those against it name an origin." if other else "Those against it name no origin."


def _answered(index: Index, target: Claim, objections: list[Claim]) -> str:
    """Whether the objections were answered, and since when nothing was added."""
    last = max(
        (known for claim in (target, *objections) if (known := knowledge.claim_known_on(index.out, claim))),
        key=lambda known: known.day,
        default=None,
    )
    turned = any(claim.ref in index.objections for claim in objections)
    through = dates.words(dates.parse(index.timeline.record.through.isoformat()))
    words = ["What is said against it is disputed in turn."] if turned else []
    if last and not last.read:
        words.append(f"The last word known is of {dates.words(last.date)}; nothing was added by {through}.")
    return " ".join(words)


def _side(index: Index, links: Links, claim: Claim, head: str, event: Event, *, against: bool) -> Side:
    return Side(
        head,
        claim,
        index.evidence(claim.citations),
        tuple(index.timeline.sources_by_id[id] for id in dict.fromkeys(c.source for c in claim.citations)),
        index.origins(claim.citations),
        attributed(claim.citations),
        knowledge.claim_known_on(index.out, claim),
        against,
        None if claim.event == event.id else index.timeline.events_by_id[claim.event],
        links.claim(claim.ref),
    )


def _said(index: Index, claim: Claim) -> str:
    name = speaker(index, claim)
    return f"{name} says" if name else "It is said"


def _spoken(index: Index, claim: Claim, manner: Manner) -> str:
    name = speaker(index, claim)
    if manner == "denies":
        return f"{name} denies it" if name else "Denied"
    return f"{name} disputes it" if name else "Others say"
