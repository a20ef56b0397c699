"""Whether the evidence bears the status that an event is given."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from timeline.model import Citation, Event, Timeline
from timeline.model.words import SPOKEN
from timeline.queries import provenance
from timeline.queries.disputes import Manner, Objection
from timeline.queries.independence import Hands


def bears(timeline: Timeline, event: Event, against: Mapping[str, tuple[Objection, ...]]) -> bool:
    """Whether claims and citations support the status; `against` comes from `disputes.objections`."""
    manners = {objection.manner for claim in event.claims for objection in against.get(claim.ref, ())}
    return borne(timeline, event, event.claims[0].citations, manners)


def borne(timeline: Timeline, event: Event, cited: Iterable[Citation], manners: Collection[Manner]) -> bool:
    """The same, by the citations of its first claim that count, and how others speak against its claims."""
    if event.status == "confirmed":
        return proven(timeline, event, cited)
    if event.status == "denied":
        return "denies" in manners
    return event.status != "disputed" or bool(manners)


def proven(timeline: Timeline, event: Event, cited: Iterable[Citation] | None = None) -> bool:
    """The first claim cites a seen primary source, or is known from two parties with one of the documents seen.

    A document that was taken back bears nothing, on no day.

    `cited` are those of its citations that count, by default all.
    """
    citations = tuple(event.claims[0].citations if cited is None else cited)
    cites = (timeline.source(citation.source) for citation in citations)
    documents = [source for source in cites if source and source.withdrawn is None]
    if any(source.counts_as == "primary" and source.seen for source in documents):
        return True
    return any(source.seen for source in documents) and len(parties(timeline, event, citations)) >= 2


def parties(timeline: Timeline, event: Event, citations: Iterable[Citation]) -> Hands:
    """From whom the first claim of an event is known, through some of its citations.

    Who publishes a document, who wrote it and whom it quotes are parties alike: two newspapers that quote one
    person know it from one. A claim that is somebody's word is known from him alone, unless the event is that
    he said it: then whoever heard it is a witness.
    """
    claim, hands = event.claims[0], Hands(timeline)
    speaker = timeline.actor(claim.by) if claim.by and event.counts_as not in SPOKEN else None
    for citation in citations:
        if origin := provenance.origin(timeline, citation):
            hands.add(origin, [name for name in (citation.attributed_to, speaker and speaker.name) if name])
    return hands
