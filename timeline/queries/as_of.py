"""The timeline as its sources had it on a given day. A view of a Timeline is a Timeline.

Citations of documents not yet out fall away, then claims without any, then events whose first claim,
the one that states them, is gone. What is left is called no better proved than it then was. A summary
is written with everything in view, so an event that loses a claim loses its summary too, with its amounts
and the editors' note.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from timeline.model import (
    Citation,
    CitedDate,
    Claim,
    Event,
    Expectation,
    Record,
    Relation,
    Source,
    State,
    Timeline,
    Track,
)
from timeline.queries import disputes, known_since
from timeline.queries.known_since import Known, out_on
from timeline.queries.status import bears

R = TypeVar("R", bound=Record)


def as_of(timeline: Timeline, day: datetime.date) -> Timeline:
    """What was known on a day; from `through` on, the timeline itself.

    Raises ValueError for an earlier day of a retrospective record, whose sources do not tell what was known when.
    """
    if day >= timeline.record.through:
        return timeline
    if timeline.record.retrospective:
        raise ValueError("the record is retrospective: its sources do not say what was known on a day")
    return _View(timeline, day).timeline()


def known_by(timeline: Timeline, out: Mapping[str, Known], day: datetime.date) -> Timeline:
    """The same of a part of a timeline; `out` says of the whole since when its documents were out."""
    return _View(timeline, day, out).timeline()


def track_as_of(timeline: Timeline, out: Mapping[str, Known], track: Track, day: datetime.date) -> Track | None:
    """One track as a view of a day has it."""
    return _View(timeline, day, out).track(track)


def as_read(timeline: Timeline, sources: Iterable[Source]) -> tuple[Source, ...]:
    """Documents, each with the day of ours: without one, it would seem read on a view's own day."""
    read = {"accessed": timeline.record.through}
    return tuple(source if source.accessed else source.model_copy(update=read) for source in sources)


class _View:
    """One day's view while it is put together."""

    def __init__(self, timeline: Timeline, day: datetime.date, out: Mapping[str, Known] | None = None) -> None:
        self.whole = timeline
        self.day = day
        self.out = out_on(timeline) if out is None else out

    def timeline(self) -> Timeline:
        events = [event for whole in self.whole.events if (event := self._event(whole))]
        events = _consistent(events)
        kept = {event.id for event in events}
        refs = {claim.ref for event in events for claim in event.claims}
        forecasts = [e for whole in self.whole.expectations if (e := self._expectation(whole, kept, refs))]
        view = self.whole.having(
            record=self.whole.record.model_copy(update={"through": self.day}),
            events=tuple(events),
            sources=self._sources(),
            expectations=_replacing(forecasts),
            tracks=tuple(track for whole in self.whole.tracks if (track := self.track(whole))),
        )
        return view.having(events=_lowered(view))

    def _is_out(self, id: str) -> bool:
        return id in self.out and self.out[id].day <= self.day

    def _known(self, citations: Iterable[Citation]) -> tuple[Citation, ...]:
        return tuple(citation for citation in citations if self._is_out(citation.source))

    def _sources(self) -> tuple[Source, ...]:
        """Those that are out and those that they repeat, which must have been there before them."""
        kept = {source.id for source in self.whole.sources if self._is_out(source.id)}
        ahead = list(kept)
        while ahead:
            source = self.whole.source(ahead.pop())
            new = set(source.repeats) - kept if source else set()
            kept |= new
            ahead += new
        return as_read(self.whole, (source for source in self.whole.sources if source.id in kept))

    def _event(self, event: Event) -> Event | None:
        cited = self._known(event.citations)
        claims = tuple(claim for whole in event.claims if (claim := self._claim(whole, cited)))
        if not claims or claims[0].number != event.claims[0].number:
            return None
        roles = {role: date for role, whole in event.dates.items() if (date := self._date(whole))}
        return _with(
            event,
            citations=cited,
            claims=claims,
            summary=event.summary if len(claims) == len(event.claims) else None,
            amounts=event.amounts if len(claims) == len(event.claims) else (),
            coordinates=event.coordinates if len(claims) == len(event.claims) else None,
            note=event.note if len(claims) == len(event.claims) else None,
            rivals=tuple(date for whole in event.rivals if (date := self._date(whole))),
            dates=roles,
            related=tuple(relation for whole in event.related if (relation := self._relation(whole))),
            updates=tuple(update for update in event.updates if update.on <= self.day),
        )

    def _claim(self, claim: Claim, cited: tuple[Citation, ...]) -> Claim | None:
        """One that cites nothing itself is there once something is out that the event has `cited` as a whole."""
        if not claim.citations:
            return _with(claim, whole=cited) if cited else None
        known = self._known(claim.citations)
        return _with(claim, citations=known) if known else None

    def _date(self, date: CitedDate) -> CitedDate | None:
        known = self._known(date.citations)
        return _with(date, citations=known) if known else None

    def _relation(self, relation: Relation) -> Relation | None:
        known = self._known(relation.citations)
        if relation.citations and not known:
            return None
        return _with(relation, citations=known)

    def _expectation(self, expectation: Expectation, events: set[str], claims: set[str]) -> Expectation | None:
        known = self._known(expectation.citations)
        if not known:
            return None
        outcome, window = expectation.outcome, expectation.window
        told = outcome is not None and (
            outcome.event in events
            or outcome.denied in claims
            or outcome.withdrawn in claims
            or (outcome.missed and window is not None and window.latest is not None and window.latest < self.day)
        )
        return _with(expectation, citations=known, outcome=outcome if told else None)

    def track(self, track: Track) -> Track | None:
        states = tuple(state for whole in track.states if (state := self._state(whole)))
        return _with(track, states=states) if states else None

    def _state(self, state: State) -> State | None:
        if known_since.state_known_on(self.whole, self.out, state) > self.day:
            return None
        known = self._known(state.citations)
        ended = state.end is None or state.end.earliest is None or state.end.earliest <= self.day
        return _with(state, citations=known, end=state.end if ended else None)


def _consistent(events: Sequence[Event]) -> list[Event]:
    """Events whose claims and relations point only at what is in view."""
    refs = {claim.ref for event in events for claim in event.claims}
    ids = {event.id for event in events}
    return [
        _with(
            event,
            claims=tuple(_pointing(claim, refs) for claim in event.claims),
            related=tuple(relation for relation in event.related if relation.event in ids),
        )
        for event in events
    ]


def _replacing(expectations: Sequence[Expectation]) -> tuple[Expectation, ...]:
    """Forecasts that replace only those in view."""
    ids = {expectation.id for expectation in expectations}
    return tuple(
        _with(expectation, replaces=tuple(id for id in expectation.replaces if id in ids))
        for expectation in expectations
    )


def _pointing(claim: Claim, refs: set[str]) -> Claim:
    return _with(
        claim,
        disputes=tuple(name for name in claim.disputes if claim.resolve(name) in refs),
        denies=tuple(name for name in claim.denies if claim.resolve(name) in refs),
    )


def _lowered(view: Timeline) -> tuple[Event, ...]:
    """Statuses that what is left still bears; the others become `reported`."""
    against = disputes.objections(view)
    return tuple(event if bears(view, event, against) else _with(event, status="reported") for event in view.events)


def _with(record: R, **fields: Any) -> R:
    """A record with other fields; itself where they say what it says."""
    said = vars(record)
    other = {name: value for name, value in fields.items() if said[name] != value}
    return record.model_copy(update=other) if other else record
