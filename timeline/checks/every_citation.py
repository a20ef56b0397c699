"""Every citation of a record, with who makes it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from timeline.model import Citation, Event, Timeline


class Citing(NamedTuple):
    """A citation, whose it is in the words of a message, and the event it stands in, if it does."""

    citation: Citation
    owner: str
    event: Event | None = None


def citations(timeline: Timeline) -> Iterator[Citing]:
    """In the order of the lists; within an event the claims last, as they are typed."""
    for event in timeline.events:
        for rival in event.rivals:
            for citation in rival.citations:
                yield Citing(citation, "the rival date", event)
        for date in event.dates.values():
            for citation in date.citations:
                yield Citing(citation, "the date", event)
        for citation in event.citations:
            yield Citing(citation, "the event", event)
        for claim in event.claims:
            for citation in claim.citations:
                yield Citing(citation, "the claim", event)
        for relation in event.related:
            for citation in relation.citations:
                yield Citing(citation, "the relation", event)
    for source in timeline.sources:
        for citation in source.withdrawn.citations if source.withdrawn else ():
            yield Citing(citation, "the withdrawal")
    for expectation in timeline.expectations:
        for citation in expectation.citations:
            yield Citing(citation, "the expectation")
    for track in timeline.tracks:
        for citation in (c for state in track.states for c in state.citations):
            yield Citing(citation, "the state")
