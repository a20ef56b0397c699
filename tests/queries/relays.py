"""What tests ask of the relays of a record, in few words."""

from __future__ import annotations

from timeline.model import Source, Timeline
from timeline.queries import provenance
from timeline.queries.provenance import Step


def origin_of(timeline: Timeline, ref: str = "event#claim-1", citation: int = 0) -> str | None:
    claim = timeline.claim(ref)
    assert claim is not None
    found = provenance.origin(timeline, claim.citations[citation])
    return found.id if found else None


def independent(timeline: Timeline, ref: str = "event#claim-1") -> set[str]:
    claim = timeline.claim(ref)
    assert claim is not None
    return set(provenance.origins(timeline, claim.citations))


def path_of(timeline: Timeline, ref: str = "event#claim-1", citation: int = 0) -> list[str]:
    claim = timeline.claim(ref)
    assert claim is not None
    return ids(provenance.path(timeline, claim.citations[citation]))


def ids(sources: tuple[Source, ...]) -> list[str]:
    return [source.id for source in sources]


def drawn(step: Step) -> str:
    """A chain on one line: a(b, c(d)); a star where it was told further up."""
    below = ", ".join(drawn(inner) for inner in step.relays)
    return step.source.id + ("*" if step.again else "") + (f"({below})" if below else "")


def circles(timeline: Timeline) -> list[list[str]]:
    return [ids(circle) for circle in provenance.loops(timeline).circles]
