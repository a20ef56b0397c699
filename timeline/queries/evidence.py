"""How much stands behind citations, each followed to its end once.

Where a citation leads is the same on every day on which its document was out, for that brings along what it repeats.
So views of one timeline share what was followed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from timeline.model import Citation, Source, Timeline
from timeline.queries import provenance
from timeline.queries.independence import Hands
from timeline.queries.notes import Trace

Pointing = tuple[str, str | None, bool]
"""What decides where a citation leads: the document, the one that it repeats there, and whether we guess so."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How much really stands behind something."""

    sources: int
    origins: int
    unnamed: int
    """Documents whose chain ends without naming an origin; what was withdrawn does not count as silence."""

    @property
    def withdrawn(self) -> bool:
        """Whether no origin is left, and not for silence alone: a document was withdrawn, or leads to one that was."""
        return not self.origins and self.unnamed < self.sources


@dataclass(frozen=True, eq=False, slots=True)
class Followed:
    """Where citations of one timeline lead."""

    timeline: Timeline
    _traces: dict[Pointing, Trace] = field(default_factory=dict, init=False, repr=False)
    _evidence: dict[tuple[Pointing, ...], Evidence] = field(default_factory=dict, init=False, repr=False)
    _hands: dict[tuple[Pointing, ...], tuple[tuple[Source, ...], ...]] = field(
        default_factory=dict, init=False, repr=False
    )

    def trace(self, citation: Citation) -> Trace:
        """Where a citation leads; the same document and branch are followed once."""
        key = _pointing(citation)
        if key not in self._traces:
            cited, *path = provenance.path(self.timeline, citation)
            origin = provenance.origin(self.timeline, citation)
            own = citation.via == citation.source
            guessed = provenance.readings(self.timeline, citation)
            forks = origin is None and not own and not guessed and len((path[-1] if path else cited).relays) > 1
            self._traces[key] = Trace(cited, tuple(path), origin, forks, own, guessed)
        return self._traces[key]

    def evidence(self, citations: Iterable[Citation]) -> Evidence:
        """Sources, each once, and independent origins, each hand once."""
        cited = tuple(citations)
        key = tuple(map(_pointing, cited))
        if key not in self._evidence:
            traces = [self.trace(citation) for citation in cited]
            origins = [trace.origin for trace in traces]
            self._evidence[key] = Evidence(
                sources=len({citation.source for citation in cited}),
                origins=len(Hands(self.timeline, (source for source in origins if source))),
                unnamed=len({trace.source.id for trace in traces if trace.origin is None and not trace.withdrawn}),
            )
        return self._evidence[key]

    def origins(self, citations: Iterable[Citation]) -> tuple[Source, ...]:
        """Where citations lead, each document once."""
        origins = (self.trace(citation).origin for citation in citations)
        return tuple({source.id: source for source in origins if source}.values())

    def hands(self, citations: Iterable[Citation]) -> tuple[tuple[Source, ...], ...]:
        """The same, those of one hand together."""
        cited = tuple(citations)
        key = tuple(map(_pointing, cited))
        if key not in self._hands:
            self._hands[key] = Hands(self.timeline, self.origins(cited)).all()
        return self._hands[key]


def _pointing(citation: Citation) -> Pointing:
    return citation.source, citation.via, citation.guess
