"""Whether the evidence bears the status that an event is given."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from timeline.model import Event, Source, Timeline
from timeline.queries import provenance
from timeline.queries.disputes import Objection


def bears(timeline: Timeline, event: Event, against: Mapping[str, tuple[Objection, ...]]) -> bool:
    """Whether claims and citations support the status; `against` comes from `disputes.objections`."""
    if event.status == "confirmed":
        return proven(timeline, event)
    if event.status in ("disputed", "denied"):
        return opposed(event, against)
    return True


def proven(timeline: Timeline, event: Event) -> bool:
    """The first claim cites a seen primary source, or leads to two independent origins with one citation seen."""
    first = event.claims[0]
    documents = [source for citation in first.citations if (source := timeline.source(citation.source))]
    return suffices(documents, provenance.independent(timeline, first.citations))


def suffices(documents: Collection[Source], origins: int) -> bool:
    """Whether documents, and the number of origins they lead to, prove what they are cited for."""
    if any(source.kind == "primary" and source.seen for source in documents):
        return True
    return origins >= 2 and any(source.seen for source in documents)


def opposed(event: Event, against: Mapping[str, tuple[Objection, ...]]) -> bool:
    """A claim of the event is disputed or denied by another one; for `denied` it must be denied."""
    manners = ("denies",) if event.status == "denied" else ("disputes", "denies")
    return any(o.manner in manners for claim in event.claims for o in against.get(claim.ref, ()))
