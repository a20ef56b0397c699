"""Where a disagreement stands, and whose word each side is, as pages say it."""

from __future__ import annotations

from timeline import dates
from timeline.language import gettext as _
from timeline.language import ngettext
from timeline.model import Claim, Event
from timeline.queries import known_since
from timeline.queries.disputes import Dispute
from timeline.queries.independence import Hands
from timeline.queries.index import Index
from timeline.site import wording
from timeline.site.text_direction import apart
from timeline.site.urls import Links


def link(links: Links, claim: Claim, event: Event | None) -> str:
    """To a claim, within the page where it stands on the same one."""
    return f"#{claim.anchor}" if event and claim.event == event.id else links.claim(claim.ref)


def speaker(index: Index, claim: Claim) -> str:
    """Whose word a claim is, by name; empty where the record does not say."""
    return apart(index.timeline.actors_by_id[claim.by].name) if claim.by else ""


def where_it_stands(index: Index, dispute: Dispute) -> str:
    """What can be said of a disagreement without taking a side: weight, common ground, and the last word."""
    objections = [objection.claim for objection in dispute.objections]
    against = [citation for claim in objections for citation in claim.citations]
    for_it, against_it = index.evidence(dispute.target.citations), index.evidence(against)
    said = [
        ngettext(
            "The claim rests on {sources}; against it stands {others}.",
            "The claim rests on {sources}; against it stand {others}.",
            1 if against_it.sources == 1 else 2,
        ).format(sources=wording.evidence(for_it), others=wording.evidence(against_it)),
        _common(index, dispute.target, objections),
        _answered(index, dispute.target, objections),
    ]
    return " ".join(part for part in said if part)


def _common(index: Index, target: Claim, objections: list[Claim]) -> str:
    """Whether both sides go back to the same people."""
    one = {source.id: source for source in index.origins(target.citations)}
    other = {source.id: source for claim in objections for source in index.origins(claim.citations)}
    hands = Hands(index.timeline, (one | other).values()).all()
    both = [hand for hand in hands if any(s.id in one for s in hand) and any(s.id in other for s in hand)]
    if both and len(hands) == 1:
        (documents,) = hands
        if len(documents) == 1:
            return _("Both sides go back to the same origin, {document}.").format(
                document=wording.document(documents[0])
            )
        return _("Both sides go back to one hand, {name}, in {n} documents.").format(
            name=apart(documents[0].publisher), n=len(documents)
        )
    if both:
        return wording.plural(len(both), "{n} origin stands on both sides.", "{n} origins stand on both sides.")
    if one and other:
        return _("No origin stands on both sides.")
    if not one and not other:
        return _("Neither side names an origin.")
    return _("Only those against it name an origin.") if other else _("Those against it name no origin.")


def _answered(index: Index, target: Claim, objections: list[Claim]) -> str:
    """Whether the objections were answered, and since when nothing was added."""
    last = max(
        (known for claim in (target, *objections) if (known := known_since.claim_known_on(index.out, claim))),
        key=lambda known: known.day,
        default=None,
    )
    turned = any(claim.ref in index.objections for claim in objections)
    words = [_("What is said against it is disputed in turn.")] if turned else []
    if last and not last.read:
        words.append(
            _("The last word known is of {date}; nothing was added by {day}.").format(
                date=dates.words(last.date), day=index.until
            )
        )
    return " ".join(words)
