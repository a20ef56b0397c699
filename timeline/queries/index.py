"""Everything the pages ask of a timeline, asked once.

A thousand pages put the same few questions. The index keeps the answers, so that a template decides
nothing but where they stand.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from timeline import dates
from timeline.model import Citation, Claim, Event, Expectation, Source, State, Timeline, Track, Update
from timeline.queries import (
    carriers,
    disputes,
    growth,
    known_since,
    notes,
    order,
    provenance,
    selection,
    support,
    tracks,
    updates,
    uses,
    version,
)
from timeline.queries.carriers import Carrier
from timeline.queries.days_of_change import Changes
from timeline.queries.disputes import Dispute, Manner, Question
from timeline.queries.evidence import Evidence, Followed
from timeline.queries.known_since import Known
from timeline.queries.notes import Note, Pointer, Trace
from timeline.queries.support import Support
from timeline.queries.uses import Use, attributed

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim on its event's page."""

    claim: Claim
    cited: tuple[Pointer, ...]
    """The notes it refers to."""
    evidence: Evidence
    against: tuple[tuple[Manner, Claim], ...]
    """The claims it speaks against."""
    opposed: tuple[tuple[Manner, Claim], ...]
    """The claims that speak against it."""
    origins: tuple[tuple[Source, ...], ...]
    """Where its notes lead: the origins of each hand, each once."""
    attributed: tuple[str, ...]
    """Whom those origins name, each once."""


NEWS = datetime.timedelta(days=30)
"""For how long an event that we changed is marked in lists, counted back from the record's last day."""


@dataclass(frozen=True, eq=False)
class Index:
    """The answers of one timeline, each found when it is first asked for."""

    timeline: Timeline
    whole: Timeline | None = None
    """What it is a view of: both have the version of the whole."""
    said: version.Said | None = None
    """What its records said before, where a record is read again and again."""
    _states: dict[tuple[str, datetime.date], State | None] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def version(self) -> str:
        return version.version(self.whole or self.timeline, self.said)

    @cached_property
    def out(self) -> Mapping[str, Known]:
        return known_since.out_on(self.timeline)

    @cached_property
    def until(self) -> str:
        """The record's last day in words."""
        return dates.words(dates.parse(self.timeline.record.through.isoformat()))

    @cached_property
    def changes(self) -> Changes:
        """How everything stood on earlier days."""
        return Changes(self.timeline, self.out)

    @cached_property
    def row(self) -> tuple[Event, ...]:
        """Events as the pages put them one after another."""
        return order.row(self.timeline.events)

    @cached_property
    def turns(self) -> Mapping[str, int]:
        """The place of each event in the row, by id."""
        return {event.id: place for place, event in enumerate(self.row)}

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
        return disputes.disputes(self.timeline, self.objections)

    @cached_property
    def disputes_by_event(self) -> Mapping[str, tuple[Dispute, ...]]:
        return disputes.by_event(self.disputes)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """What sources disagree about, the liveliest first."""
        return disputes.liveliest(self.timeline, self.disputes)

    @cached_property
    def questions_by_event(self) -> Mapping[str, tuple[Question, ...]]:
        """For each event that is part of a dispute, on either side, what it is about, the liveliest first."""
        return _grouped((event.id, question) for question in self.questions for event in question.events)

    @cached_property
    def events_by_actor(self) -> Mapping[str, tuple[Event, ...]]:
        return selection.by_actor(self.timeline)

    @cached_property
    def events_by_topic(self) -> Mapping[str, tuple[Event, ...]]:
        return selection.by_topic(self.timeline)

    @cached_property
    def events_by_place(self) -> Mapping[str, tuple[Event, ...]]:
        return selection.by_place(self.timeline)

    @cached_property
    def uses(self) -> Mapping[str, tuple[Use, ...]]:
        """For each document, the claims that rest on it, cited or through others, each once."""
        return uses.uses(self.timeline, self.trace)

    @cached_property
    def cited_as_a_whole(self) -> Mapping[str, tuple[Event, ...]]:
        """For each document, the events that cite it as a whole and for no certain sentence."""
        return _grouped((id, e) for e in self.row for id in dict.fromkeys(c.source for c in e.citations))

    @cached_property
    def named_by(self) -> Mapping[str, Mapping[str, int]]:
        """For each document at which chains end, whom it names there, and for how many claims."""
        return uses.named_by(self.timeline, self.trace)

    @cached_property
    def answered(self) -> Mapping[str, tuple[Expectation, ...]]:
        """For each event, the forecasts that it answers, or that one of its claims denies or takes back."""
        answers = ((each.outcome, each) for each in self.timeline.expectations if each.outcome)
        named = ((outcome.event or outcome.denied or outcome.withdrawn, each) for outcome, each in answers)
        return _grouped((name.partition("#")[0], each) for name, each in named if name)

    @cached_property
    def foretold(self) -> Mapping[str, tuple[Expectation, ...]]:
        """For each document, the forecasts that cite it."""
        told = self.timeline.expectations
        return _grouped((id, each) for each in told for id in dict.fromkeys(c.source for c in each.citations))

    @cached_property
    def related_from(self) -> Mapping[str, tuple[tuple[str, Event], ...]]:
        """For each event, the events that name it under `related`, and how."""
        events = self.timeline.events
        return _grouped((each.event, (each.relation, event)) for event in events for each in event.related)

    @cached_property
    def as_typed(self) -> Mapping[datetime.date, str]:
        """For each day on which something was known, a date that documents give: a month where none gives a day."""
        return known_since.as_typed(self.out.values(), self.timeline.record.through)

    @cached_property
    def support(self) -> tuple[Support, ...]:
        """What each claim rests on, in the order of the pages."""
        return tuple(support.of(self.timeline, event, claim, self._end) for event in self.row for claim in event.claims)

    @cached_property
    def supported(self) -> Mapping[str, tuple[Support, ...]]:
        """The claims of each list in `support.LISTS`: pages and figures take them from here."""
        return {name: tuple(filter(holds, self.support)) for name, holds in support.LISTS.items()}

    @cached_property
    def carriers(self) -> tuple[Carrier, ...]:
        """The independent sources behind all claims, those that carry most first."""
        origins = ((claim.ref, self.origins(claim.citations)) for claim in self.timeline.claims)
        return carriers.carriers(self.timeline, origins)

    @cached_property
    def spoken(self) -> Mapping[str, tuple[Claim, ...]]:
        """For each actor, the claims that are its word, in the order of the pages."""
        return _grouped((claim.by, claim) for event in self.row for claim in event.claims if claim.by)

    @cached_property
    def changed(self) -> tuple[updates.Changed, ...]:
        """Every change to an event, the latest first."""
        return updates.changed(self.timeline)

    @cached_property
    def added(self) -> tuple[Event, ...]:
        """Events in the order in which they entered the record, the latest first."""
        return updates.added(self.row)

    def state_on(self, track: Track, day: datetime.date) -> State | None:
        """How a track stood on a day; events share their days, and each is asked once."""
        if (track.id, day) not in self._states:
            self._states[track.id, day] = tracks.state_on(track, day)
        return self._states[track.id, day]

    def known(self, event: Event) -> Known | None:
        return known_since.event_known_on(self.out, event)

    def updated(self, event: Event) -> Update | None:
        """The latest change to an event, as long as it is news."""
        latest = max(event.updates, key=lambda update: update.on, default=None)
        return latest if latest and latest.on >= self.timeline.edited - NEWS else None

    @cached_property
    def marked(self) -> frozenset[str]:
        return updates.marked(self.row, self.updated)

    @cached_property
    def followed(self) -> Followed:
        """Where its citations lead."""
        return Followed(self.timeline)

    def evidence(self, citations: Iterable[Citation]) -> Evidence:
        """Sources, each once, and independent origins, each hand once."""
        return self.followed.evidence(citations)

    def origins(self, citations: Iterable[Citation]) -> tuple[Source, ...]:
        """Where citations lead, each document once."""
        return self.followed.origins(citations)

    def hands(self, citations: Iterable[Citation]) -> tuple[tuple[Source, ...], ...]:
        """The same, those of one hand together."""
        return self.followed.hands(citations)

    def evidence_of(self, event: Event) -> Evidence:
        return self.evidence(citation for claim in event.claims for citation in claim.citations)

    def stated(
        self, event: Event, numbers: Mapping[str, int] | None = None
    ) -> tuple[tuple[Stated, ...], tuple[Pointer, ...], tuple[Note, ...]]:
        """An event's claims with the notes they refer to, those of the event as a whole, and all in their order.

        `numbers` are those that they have already.
        """
        rows = (*(claim.citations for claim in event.claims), event.citations)
        (*cited, whole), numbered = notes.numbered(rows, self.trace, numbers)
        return tuple(map(self._stated, event.claims, cited)), whole, numbered

    def growth(self, event: Event) -> tuple[growth.Step, ...]:
        return growth.growth(self.timeline, self.out, self.objections, event)

    def trace(self, citation: Citation) -> Trace:
        """Where a citation leads; the same document and branch are followed once."""
        return self.followed.trace(citation)

    def _end(self, citation: Citation) -> tuple[Source | None, Source]:
        """Its origin, and the last document of its chain."""
        trace = self.trace(citation)
        return trace.origin, trace.path[-1] if trace.path else trace.source

    def _stated(self, claim: Claim, cited: tuple[Pointer, ...]) -> Stated:
        evidence, origins = self.evidence(claim.citations), self.hands(claim.citations)
        named = attributed(claim.citations)
        return Stated(claim, cited, evidence, self._against(claim), self._opposed(claim), origins, named)

    def _against(self, claim: Claim) -> tuple[tuple[Manner, Claim], ...]:
        targets_of: list[tuple[Manner, Claim]] = []
        manners: tuple[tuple[Manner, tuple[str, ...]], ...] = (("disputes", claim.disputes), ("denies", claim.denies))
        for manner, names in manners:
            targets = (self.timeline.claim(claim.resolve(name)) for name in names)
            targets_of += [(manner, target) for target in targets if target]
        return tuple(targets_of)

    def _opposed(self, claim: Claim) -> tuple[tuple[Manner, Claim], ...]:
        return tuple((objection.manner, objection.claim) for objection in self.objections.get(claim.ref, ()))


def _grouped(pairs: Iterable[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    """What stands beside each name, in its order."""
    groups: dict[str, list[T]] = {}
    for name, each in pairs:
        groups.setdefault(name, []).append(each)
    return {name: tuple(items) for name, items in groups.items()}
