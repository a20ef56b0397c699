"""Whether the evidence bears the status that an event is given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline.model import Citation, Event, Timeline
from timeline.model.words import SPOKEN
from timeline.queries import provenance
from timeline.queries.disputes import Objection


def bears(timeline: Timeline, event: Event, against: Mapping[str, tuple[Objection, ...]]) -> bool:
    """Whether claims and citations support the status; `against` comes from `disputes.objections`."""
    if event.status == "confirmed":
        return proven(timeline, event)
    if event.status in ("disputed", "denied"):
        return opposed(event, against)
    return True


def proven(timeline: Timeline, event: Event, cited: Iterable[Citation] | None = None) -> bool:
    """The first claim cites a seen primary source, or is known from two parties with one of the documents seen.

    `cited` are those of its citations that count, by default all.
    """
    citations = tuple(event.claims[0].citations if cited is None else cited)
    documents = [source for citation in citations if (source := timeline.source(citation.source))]
    if any(source.kind == "primary" and source.seen for source in documents):
        return True
    return any(source.seen for source in documents) and len(parties(timeline, event, citations)) >= 2


def parties(timeline: Timeline, event: Event, citations: Iterable[Citation]) -> provenance.Hands:
    """From whom the first claim of an event is known, through some of its citations.

    Who publishes a document, who wrote it and whom it quotes are parties alike: two newspapers that quote one
    person know it from one. A claim that is somebody's word is known from him alone, unless the event is that
    he said it: then whoever heard it is a witness.
    """
    claim, hands = event.claims[0], provenance.Hands(timeline)
    speaker = timeline.actor(claim.by) if claim.by and event.kind not in SPOKEN else None
    for citation in citations:
        if origin := provenance.origin(timeline, citation):
            hands.add(origin, [name for name in (citation.attributed_to, speaker and speaker.name) if name])
    return hands


def opposed(event: Event, against: Mapping[str, tuple[Objection, ...]]) -> bool:
    """A claim of the event is disputed or denied by another one; for `denied` it must be denied."""
    manners = ("denies",) if event.status == "denied" else ("disputes", "denies")
    return any(o.manner in manners for claim in event.claims for o in against.get(claim.ref, ()))
