"""Which claims rest on a document, and whom documents name for what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from timeline.model import Citation, Claim, Event, Quotation, Source, Timeline
from timeline.queries.notes import Trace

Follow = Callable[[Citation], Trace]
"""Where a citation leads; an index has followed each once."""


@dataclass(frozen=True, slots=True)
class Use:
    """A claim that rests on a document, and the cited one that leads there."""

    event: Event
    claim: Claim
    cited: Source
    attributed: tuple[str, ...]
    """Whom the ends of the chains through the document name for the claim, each once."""
    citations: tuple[Citation, ...]
    """Those of the claim that lead to the document or through it."""

    @property
    def quoted(self) -> tuple[Quotation, ...]:
        """What the claim's citations of the cited document quote of it, each once."""
        own = (citation.quotation for citation in self.citations if citation.source == self.cited.id)
        return tuple(dict.fromkeys(words for words in own if words))


def uses(timeline: Timeline, trace: Follow) -> Mapping[str, tuple[Use, ...]]:
    """For each document, the claims that rest on it, cited or through others, each once."""
    by_source: dict[str, dict[str, Use]] = {}
    for event in timeline.events:
        for claim in event.claims:
            for citation in claim.citations:
                if timeline.source(citation.source) is None:
                    continue  # a faulty record is shown too
                followed = trace(citation)
                for source in (followed.source, *followed.path):
                    of_source = by_source.setdefault(source.id, {})
                    known = of_source.get(claim.ref)
                    first = followed.source if known is None or source.id == citation.source else known.cited
                    named = attributed((citation,), known.attributed if known else ())
                    citations = (*(known.citations if known else ()), citation)
                    of_source[claim.ref] = Use(event, claim, first, named, citations)
    return {id: tuple(of_source.values()) for id, of_source in by_source.items()}


def resting_on(timeline: Timeline, use: Use, source: str, citations: tuple[Citation, ...]) -> Use:
    """The same claim with some of its citations only: through which document these lead to one, and whom they name."""
    cited = next((each for each in citations if each.source == source), citations[0])
    return replace(
        use, cited=timeline.sources_by_id[cited.source], attributed=attributed(citations), citations=citations
    )


def named_by(timeline: Timeline, trace: Follow) -> Mapping[str, Mapping[str, int]]:
    """For each document at which chains end, whom it names there, and for how many claims."""
    by_source: dict[str, dict[str, set[str]]] = {}
    for claim in timeline.claims:
        for citation in claim.citations:
            if citation.attributed_to:
                followed = trace(citation)
                end = followed.path[-1] if followed.path else followed.source
                by_source.setdefault(end.id, {}).setdefault(citation.attributed_to, set()).add(claim.ref)
    return {id: {words: len(refs) for words, refs in named.items()} for id, named in by_source.items()}


def attributed(citations: Iterable[Citation], known: Iterable[str] = ()) -> tuple[str, ...]:
    """Whom some citations rest on in the end, in the words of the record, each once."""
    named = (citation.attributed_to for citation in citations)
    return tuple(dict.fromkeys((*known, *(words for words in named if words))))
