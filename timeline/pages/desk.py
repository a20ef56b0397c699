"""Everything the pages ask of a timeline, asked once.

A thousand pages put the same few questions. The desk keeps the answers, so that a template decides
nothing but where they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup

from timeline.model import Citation, Claim, Event, Source, Timeline
from timeline.queries import disputes, knowledge, order, provenance, selection
from timeline.queries.changes import Changes
from timeline.queries.disputes import Dispute, Manner
from timeline.queries.knowledge import Known


@dataclass(frozen=True, slots=True)
class Evidence:
    """How much really stands behind something."""

    sources: int
    origins: int
    unnamed: int
    """Citations whose chain ends without naming an origin."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A citation followed to its end."""

    source: Source
    path: tuple[Source, ...]
    """The documents it goes back through, the cited one not counted."""
    origin: Source | None
    forks: bool
    """Whether the chain ends at a document that relays several and says nothing about the branch."""
    own: bool
    """Whether the cited document, which repeats others elsewhere, here speaks in words of its own."""


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered citation as it stands below an event."""

    number: int
    trace: Trace
    locator: str | None


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim on its event's page."""

    claim: Claim
    notes: tuple[Note, ...]
    evidence: Evidence
    against: tuple[tuple[Manner, Claim], ...]
    """The claims it speaks against."""
    opposed: tuple[tuple[Manner, Claim], ...]
    """The claims that speak against it."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A document in the tree of who repeats whom, the origin at its root."""

    source: Source
    repeated_by: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """A claim that rests on a document, and the cited one that leads there."""

    event: Event
    claim: Claim
    cited: Source


class Desk:
    """The answers of one timeline."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self._traces: dict[tuple[str, str | None], Trace] = {}
        self.cards: dict[tuple[str, str], Markup] = {}
        """Cards that were drawn, by event and by how deep their page lies."""
        self.memory: dict[str, Any] = {}
        """What pages worked out once and want again."""

    @cached_property
    def out(self) -> Mapping[str, Known]:
        return knowledge.out_on(self.timeline)

    @cached_property
    def changes(self) -> Changes:
        """How everything stood on earlier days."""
        return Changes(self.timeline, self.out)

    @cached_property
    def row(self) -> tuple[Event, ...]:
        """Events as the pages put them one after another."""
        return order.row(self.timeline.events)

    @cached_property
    def relayers(self) -> Mapping[str, tuple[Source, ...]]:
        return provenance.relayers(self.timeline)

    @cached_property
    def neighbours(self) -> Mapping[str, tuple[Event | None, Event | None]]:
        return order.neighbours(self.timeline)

    @cached_property
    def objections(self) -> Mapping[str, tuple[disputes.Objection, ...]]:
        return disputes.objections(self.timeline)

    @cached_property
    def disputes(self) -> tuple[Dispute, ...]:
        return disputes.disputes(self.timeline)

    @cached_property
    def disputes_by_event(self) -> Mapping[str, tuple[Dispute, ...]]:
        return disputes.by_event(self.disputes)

    @cached_property
    def events_by_actor(self) -> Mapping[str, tuple[Event, ...]]:
        return selection.by_actor(self.timeline)

    @cached_property
    def events_by_topic(self) -> Mapping[str, tuple[Event, ...]]:
        return selection.by_topic(self.timeline)

    @cached_property
    def uses(self) -> Mapping[str, tuple[Use, ...]]:
        """For each document, the claims that rest on it, cited or through others, each once."""
        found: dict[str, dict[str, Use]] = {}
        for event in self.timeline.events:
            for claim in event.claims:
                for citation in claim.citations:
                    trace = self.trace(citation)
                    cited = trace.source
                    for source in (cited, *trace.path):
                        uses = found.setdefault(source.id, {})
                        if claim.ref not in uses or source.id == citation.source:
                            uses[claim.ref] = Use(event, claim, cited)
        return {id: tuple(uses.values()) for id, uses in found.items()}

    @cached_property
    def answered_by(self) -> Mapping[str, tuple[tuple[str, Event], ...]]:
        """For each event, the events that name it under `related`, and how."""
        found: dict[str, list[tuple[str, Event]]] = {}
        for event in self.timeline.events:
            for relation in event.related:
                found.setdefault(relation.event, []).append((relation.relation, event))
        return {id: tuple(items) for id, items in found.items()}

    def known(self, event: Event) -> Known | None:
        return knowledge.event_known_on(self.out, event)

    def evidence(self, citations: Iterable[Citation]) -> Evidence:
        """Sources and origins, each once."""
        cited = tuple(citations)
        found = [self.trace(citation).origin for citation in cited]
        return Evidence(
            sources=len({citation.source for citation in cited}),
            origins=len({source.id for source in found if source}),
            unnamed=len({c.source for c, source in zip(cited, found, strict=True) if source is None}),
        )

    def evidence_of(self, event: Event) -> Evidence:
        return self.evidence(citation for claim in event.claims for citation in claim.citations)

    def stated(self, event: Event) -> tuple[tuple[Stated, ...], tuple[Note, ...]]:
        """An event's claims with the notes they refer to, and all notes in their order."""
        notes: dict[tuple[str, str | None, str | None], Note] = {}
        claims = []
        for claim in event.claims:
            own = []
            for citation in claim.citations:
                key = (citation.source, citation.via, citation.locator)
                if key not in notes:
                    notes[key] = Note(len(notes) + 1, self.trace(citation), citation.locator)
                own.append(notes[key])
            claims.append(
                Stated(claim, tuple(own), self.evidence(claim.citations), self._against(claim), self._opposed(claim))
            )
        return tuple(claims), tuple(notes.values())

    def rests_on(self, event: Event) -> tuple[Branch, ...]:
        """Who repeats whom behind an event: the ends of all chains, each with those that lead to it."""
        tree: dict[str, dict[str, object]] = {}
        for claim in event.claims:
            for citation in claim.citations:
                branch = tree
                trace = self.trace(citation)
                for source in (*reversed(trace.path), trace.source):
                    branch = branch.setdefault(source.id, {})  # type: ignore[assignment]  # a tree of dicts
        branches = self._branches(tree)
        return tuple(sorted(branches, key=lambda branch: not branch.source.is_origin))

    def trace(self, citation: Citation) -> Trace:
        """Where a citation leads; the same document and branch are followed once."""
        key = (citation.source, citation.via)
        if key not in self._traces:
            cited, *path = provenance.path(self.timeline, citation)
            origin = provenance.origin(self.timeline, citation)
            own = citation.via == citation.source
            forks = origin is None and not own and len((path[-1] if path else cited).relays) > 1
            self._traces[key] = Trace(cited, tuple(path), origin, forks, own)
        return self._traces[key]

    def _against(self, claim: Claim) -> tuple[tuple[Manner, Claim], ...]:
        found: list[tuple[Manner, Claim]] = []
        manners: tuple[tuple[Manner, tuple[str, ...]], ...] = (("disputes", claim.disputes), ("denies", claim.denies))
        for manner, names in manners:
            targets = (self.timeline.claim(claim.resolve(name)) for name in names)
            found += [(manner, target) for target in targets if target]
        return tuple(found)

    def _opposed(self, claim: Claim) -> tuple[tuple[Manner, Claim], ...]:
        return tuple((objection.manner, objection.claim) for objection in self.objections.get(claim.ref, ()))

    def _branches(self, tree: Mapping[str, object]) -> tuple[Branch, ...]:
        return tuple(
            Branch(self.timeline.sources_by_id[id], self._branches(below))  # type: ignore[arg-type]  # a tree of dicts
            for id, below in tree.items()
        )
