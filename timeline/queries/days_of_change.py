"""The days on which what is known changes, and how things stand from each of them on.

For each day what `as_of` shows of it: a citation counts from the day its document was out, so few days change anything.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from timeline.dates.days import FIRST
from timeline.model import Citation, Claim, Event, Expectation, Source, Timeline, Track
from timeline.queries import disputes, expectations, known_since, provenance, tracks
from timeline.queries.as_of import track_as_of
from timeline.queries.disputes import Manner
from timeline.queries.independence import Hands
from timeline.queries.known_since import Known
from timeline.queries.states import ClaimState, Dated, Day, EventState, Growth, Standings, TrackState, merged
from timeline.queries.status import borne


@dataclass(frozen=True, slots=True)
class _Cite:
    """A citation with what decides about it."""

    day: Day
    source: Source
    origin: Source | None
    silent: bool
    citation: Citation


_Group = tuple[tuple[Day, str, str], ...]
"""The contradictions of one dispute: since when, and between which claims."""


class Changes:
    """All change points of one timeline, each found when it is first asked for."""

    def __init__(self, timeline: Timeline, out: Mapping[str, Known] | None = None) -> None:
        self.timeline = timeline
        self.through = timeline.record.through
        self._out = known_since.out_on(timeline) if out is None else out
        self._days = {id: min(known.day, self.through) for id, known in self._out.items()}
        self._origins: dict[tuple[str, str | None, bool], tuple[Source | None, bool]] = {}
        self._states: dict[str, tuple[EventState, ...]] = {}

    @cached_property
    def events(self) -> Mapping[str, tuple[EventState, ...]]:
        """For each event by its id, its states in order; the last one is that of the record's last day."""
        return {event.id: self.of(event) for event in self.timeline.events}

    @cached_property
    def claims(self) -> Mapping[str, tuple[ClaimState, ...]]:
        """For each claim by its name in the whole timeline; it is known no sooner than its event."""
        return {
            claim.ref: tuple(merged(self._claim(event, claim)))
            for event in self.timeline.events
            for claim in event.claims
        }

    @cached_property
    def expectations(self) -> Mapping[str, tuple[Standings, ...]]:
        """For each forecast by its id."""
        return {each.id: tuple(merged(self._expectation(each))) for each in self.timeline.expectations}

    @cached_property
    def tracks(self) -> Mapping[str, tuple[TrackState, ...]]:
        """For each track by its id."""
        return {track.id: tuple(merged(self._track(track))) for track in self.timeline.tracks}

    @cached_property
    def sources(self) -> Mapping[str, Day]:
        """For each document by its id, since when views have it: one that others repeat was there before them."""
        return known_since.repeated_by(
            self.timeline, {each.id: self.known_on(each.id) for each in self.timeline.sources}
        )

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """Every day on which something of this became known or changed."""
        groups: tuple[Mapping[str, Sequence[Dated]], ...] = (self.events, self.expectations, self.tracks)
        changed = {state.day for group in groups for states in group.values() for state in states}
        return tuple(sorted(changed | {self.through}))

    def known_on(self, source: str) -> Day:
        """Since when a document was certainly out; the record's last day for one that nobody defines."""
        return self._days.get(source, self.through)

    def of(self, event: Event) -> tuple[EventState, ...]:
        """The states of one event, in order."""
        if event.id not in self._states:
            self._states[event.id] = tuple(merged(self._event(event)))
        return self._states[event.id]

    def began(self, event: Event) -> Day:
        """Since when an event is known: the first day of its states, without the others."""
        return self._first(event.claims[0].behind)

    def claim_known_on(self, claim: Claim) -> Day:
        """Since when a claim is known, its event's first claim being known too."""
        event = self.timeline.events_by_id[claim.event]
        return max(self._first(claim.behind), self.began(event))

    def growth(self, events: Iterable[Event] | None = None) -> tuple[Growth, ...]:
        """How the evidence grew, for the whole record or some of its events: one entry for each day of change."""
        steps: dict[Day, list[int]] = {}
        firsts: list[dict[str, Day]] = [{}, {}]  # documents and origins, each from its first day on
        chosen = tuple(self.timeline.events if events is None else events)
        ids = {event.id for event in chosen}
        for group in dict.fromkeys(group for event in chosen for group in self._parts.get(event.id, ())):
            told = 0
            for day in sorted({day for day, _, _ in group}):
                number = _disagreements(group, ids, day)
                _count(steps, day, 4, number - told)
                told = number
        for event in chosen:
            began = self.began(event)
            _count(steps, began, 0)
            for claim in event.claims:
                _count(steps, max(began, self._first(claim.behind)), 1)
                for cite in self._cites(claim.citations):
                    for known, source in zip(firsts, (cite.source, cite.origin), strict=True):
                        if source:
                            day = max(began, cite.day)
                            known[source.id] = min(day, known.get(source.id, day))
        documents, origins = firsts
        for day in documents.values():
            _count(steps, day, 2)
        hands = Hands(self.timeline)
        for id, day in sorted(origins.items(), key=lambda item: item[1]):
            if more := hands.add(self.timeline.sources_by_id[id]):
                _count(steps, day, 3, more)
        total, rows = [0] * 5, []
        for day in sorted(steps):
            total = [one + other for one, other in zip(total, steps[day], strict=True)]
            rows.append(Growth(day, *total))
        return tuple(rows)

    # -- one record at a time ----------------------------------------------------------------------

    def _event(self, event: Event) -> Iterator[EventState]:
        cites, whole = [self._cites(claim.citations) for claim in event.claims], self._cites(event.citations)
        rivals = [self._first(rival.citations) for rival in event.rivals]
        against = [objection for claim in event.claims for objection in self._against.get(claim.ref, ())]
        parts = self._parts.get(event.id, ())
        began = self.began(event)
        days = {cite.day for claim in (*cites, whole) for cite in claim} | {*rivals} | {day for day, _, _ in against}
        days |= {day for group in parts for day, _, _ in group}
        for day in sorted({max(began, day) for day in days if day < self.through and began < self.through}):
            known = [[cite for cite in claim if cite.day <= day] for claim in cites]
            manners = {manner for since, manner, _ in against if since <= day}
            first, around = [cite.citation for cite in known[0]], [cite for cite in whole if cite.day <= day]
            yield EventState(
                day,
                event.status if borne(self.timeline, event, first, manners) else "reported",
                tuple(place for place, claim in enumerate(known) if claim or (around and not cites[place])),
                *_evidence(self.timeline, [cite for claim in known for cite in claim]),
                sum(_disagreements(group, {event.id}, day) for group in parts),
                bool(manners),
                tuple(place for place, since in enumerate(rivals) if since <= day),
                _kinds([*known, around]),
            )
        yield EventState(
            self.through,
            event.status,
            tuple(range(len(event.claims))),
            *_evidence(self.timeline, [cite for claim in cites for cite in claim]),
            len(parts),
            bool(against),
            tuple(range(len(rivals))),
            _kinds([*cites, whole]),
        )

    def _claim(self, event: Event, claim: Claim) -> Iterator[ClaimState]:
        cites = self._cites(claim.citations)
        began = self.began(event)
        since = [cite.day for cite in cites] or [self._first(event.citations)]
        for day in sorted({max(began, day) for day in since}):
            yield ClaimState(day, *_evidence(self.timeline, [cite for cite in cites if cite.day <= day]))

    def _expectation(self, expectation: Expectation) -> Iterator[Standings]:
        began = self._first(expectation.citations)
        outcome, window = expectation.outcome, expectation.window
        days = {began, self.through}
        if window and window.latest and window.latest < datetime.date.max:
            days.add(window.latest + datetime.timedelta(days=1))
        if outcome and outcome.event and (event := self.timeline.event(outcome.event)):
            days.add(self.began(event))
        for ref in (outcome.denied, outcome.withdrawn) if outcome else ():
            if ref and (claim := self.timeline.claim(ref)):
                days.add(self.claim_known_on(claim))
        for day in sorted(day for day in days if began <= day <= self.through):
            yield Standings(day, expectations.standing(self.timeline, self._out, expectation, day))

    def _track(self, track: Track) -> Iterator[TrackState]:
        began = {
            state.event: self.began(event)
            for state in track.states
            if state.event and (event := self.timeline.event(state.event))
        }
        days = {*began.values(), self.through}
        for state in track.states:
            days |= {self._first([citation]) for citation in state.citations}
            for date in (state.start, state.end):
                if date is not None:
                    bounds = [bound for bound in (date.earliest, date.latest) if bound is not None]
                    days |= {*bounds, *(_next(bound) for bound in bounds)}
                else:
                    days.add(FIRST)
            days |= {FIRST} if state.start.earliest is None else set()
        if self.timeline.record.retrospective:
            days = {self.through}
        for day in sorted(day for day in days if day <= self.through):
            view = track if day == self.through else track_as_of(self.timeline, self._out, track, day)
            if view is not None:
                yield TrackState(day, tracks.state_on(view, day))

    # -- what they share ---------------------------------------------------------------------------

    @cached_property
    def _against(self) -> Mapping[str, tuple[tuple[Day, Manner, str], ...]]:
        """For each claim by its name: since when somebody speaks against it, how, and in which claim."""
        against: dict[str, tuple[tuple[Day, Manner, str], ...]] = {}
        for ref, objections in disputes.objections(self.timeline).items():
            target = self.timeline.claim(ref)
            if target is not None:
                since = self.claim_known_on(target)
                against[ref] = tuple(
                    (max(since, self.claim_known_on(each.claim)), each.manner, each.claim.ref) for each in objections
                )
        return against

    @cached_property
    def _parts(self) -> Mapping[str, tuple[_Group, ...]]:
        """For each event, the disputes that it is part of, each with all its contradictions."""
        pairs = [(day, ref, other) for ref, pairs_of in self._against.items() for day, _, other in pairs_of]
        joined = disputes.components((one, other) for _, one, other in pairs)
        groups: dict[str, list[tuple[Day, str, str]]] = {}
        for pair in pairs:
            groups.setdefault(joined[pair[1]], []).append(pair)
        parts: dict[str, list[_Group]] = {}
        for group in map(tuple, groups.values()):
            for id in dict.fromkeys(_event_of(ref) for _, one, other in group for ref in (one, other)):
                parts.setdefault(id, []).append(group)
        return {id: tuple(pairs_of) for id, pairs_of in parts.items()}

    def _first(self, citations: Iterable[Citation]) -> Day:
        return min((self._days[c.source] for c in citations if c.source in self._days), default=self.through)

    def _cites(self, citations: Iterable[Citation]) -> list[_Cite]:
        cited = ((citation, self.timeline.source(citation.source)) for citation in citations)
        return [_Cite(self.known_on(s.id), s, *self._origin(citation), citation) for citation, s in cited if s]

    def _origin(self, citation: Citation) -> tuple[Source | None, bool]:
        key = (citation.source, citation.via, citation.guess)
        if key not in self._origins:
            self._origins[key] = provenance.origin(self.timeline, citation), provenance.silent(self.timeline, citation)
        return self._origins[key]


def _disagreements(group: _Group, ids: Set[str], day: Day) -> int:
    """How many disputes some events were part of on a day, of which only one is left once all is known."""
    joined = disputes.components((one, other) for since, one, other in group if since <= day)
    return len({top for ref, top in joined.items() if _event_of(ref) in ids})


def _event_of(ref: str) -> str:
    return ref.partition("#")[0]


def _kinds(claims: Iterable[Iterable[_Cite]]) -> tuple[str, ...]:
    return tuple(sorted({cite.source.kind for claim in claims for cite in claim}))


def _evidence(timeline: Timeline, every: Sequence[_Cite]) -> tuple[int, int, int]:
    """Documents, origins, and documents that name none, each once."""
    if len(every) == 1:
        return 1, int(every[0].origin is not None), int(every[0].silent)
    return (
        len({cite.source.id for cite in every}),
        _hands(timeline, every),
        len({cite.source.id for cite in every if cite.silent}),
    )


def _hands(timeline: Timeline, cites: Iterable[_Cite]) -> int:
    """How many independent origins some citations lead to."""
    origins = {cite.origin.id: cite.origin for cite in cites if cite.origin}
    return len(Hands(timeline, origins.values())) if len(origins) > 1 else len(origins)


def _count(steps: dict[Day, list[int]], day: Day, place: int, number: int = 1) -> None:
    steps.setdefault(day, [0] * 5)[place] += number


def _next(day: Day) -> Day:
    return day + datetime.timedelta(days=1) if day < datetime.date.max else day
