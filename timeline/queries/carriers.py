"""Which independent sources carry most: for each hand, how many claims lead back to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.model import Source, Timeline
from timeline.queries.independence import Hands, whose


@dataclass(frozen=True, slots=True)
class Carrier:
    """An independent source: its documents, those with most claims first, and the claims that lead back to them."""

    documents: tuple[Source, ...]
    claims: frozenset[str]
    """By their names in the whole timeline."""

    @property
    def name(self) -> str:
        """Whose documents these are, without where they were read."""
        return whose(self.documents[0].publisher).strip()


def carriers(timeline: Timeline, origins: Iterable[tuple[str, Sequence[Source]]]) -> tuple[Carrier, ...]:
    """Those with most claims first; asked with the name of each claim and the documents that it leads back to."""
    leading = tuple(origins)
    hands = Hands(timeline, (document for _, documents in leading for document in documents)).all()
    place = {document.id: number for number, hand in enumerate(hands) for document in hand}
    used = Counter(document.id for _, documents in leading for document in documents)
    claims: list[set[str]] = [set() for _ in hands]
    for ref, documents in leading:
        for document in documents:
            claims[place[document.id]].add(ref)
    made = (
        Carrier(tuple(sorted(hand, key=lambda document: -used[document.id])), frozenset(refs))
        for hand, refs in zip(hands, claims, strict=True)
    )
    return tuple(sorted(made, key=lambda carrier: -len(carrier.claims)))
