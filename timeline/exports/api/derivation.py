"""What follows from each record, found by the questions that pages ask too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache

from timeline import dates
from timeline.dates import Date
from timeline.exports.api.structure import (
    DerivedActor,
    DerivedBounds,
    DerivedCitation,
    DerivedClaim,
    DerivedCounts,
    DerivedDate,
    DerivedDispute,
    DerivedEvent,
    DerivedExpectation,
    DerivedKnown,
    DerivedObjection,
    DerivedPlace,
    DerivedRelation,
    DerivedSource,
    DerivedStanding,
    DerivedState,
    DerivedTopic,
    DerivedTrack,
)
from timeline.exports.export import Publication
from timeline.language import SOURCE
from timeline.model import Actor, Citation, Claim, Event, Expectation, Location, Source, Topic, Track
from timeline.model.texts import own
from timeline.queries import known_since, provenance, support
from timeline.queries.known_since import Known
from timeline.site import urls


@lru_cache(maxsize=65_536)
def date(date: Date) -> DerivedDate:
    """Its first and last day are told as bounds, for it may be neither."""
    first, last = date.earliest, date.latest
    bounds = DerivedBounds(first=first.isoformat() if first else None, last=last.isoformat() if last else None)
    return DerivedDate(
        edtf=date.edtf,
        words=dates.words(date, SOURCE),
        form=date.form,
        precision=date.precision.value,
        approximate=date.approximate,
        uncertain=date.uncertain,
        day=date.is_day,
        bounds=bounds,
    )


def known(since: Known | None) -> DerivedKnown | None:
    return DerivedKnown(date=date(since.date), read=since.read, checked=since.checked) if since else None


class Derivation:
    """What follows from one publication's records."""

    def __init__(self, publication: Publication) -> None:
        self.index = publication.index
        self.site = publication.site

    def event(self, event: Event) -> DerivedEvent:
        index = self.index
        cited = [citation for claim in event.claims for citation in claim.citations]
        hands = index.hands(cited)
        before, after = index.neighbours[event.id]
        return DerivedEvent(
            page=self._page(urls.event(event.id)),
            date=date(event.date),
            dates={role: date(cited.date) for role, cited in event.dates.items()},
            rivals=[date(rival.date) for rival in event.rivals],
            known=known(index.known(event)),
            sources=len({citation.source for citation in cited}),
            independent_sources=len(hands),
            origins=_ids(hands),
            without_origin=self._without_origin(cited),
            disputed=any(claim.ref in index.objections for claim in event.claims),
            disputes=[question.anchor for question in index.questions_by_event.get(event.id, ())],
            claims=[self.claim(claim) for claim in event.claims],
            whole=[self._citation(citation) for citation in event.citations],
            related_from=[
                DerivedRelation(event=other.id, relation=word) for word, other in index.related_from.get(event.id, ())
            ],
            answers=[each.id for each in index.answered.get(event.id, ())],
            before=before.id if before else None,
            after=after.id if after else None,
        )

    def claim(self, claim: Claim) -> DerivedClaim:
        hands = self.index.hands(claim.citations)
        return DerivedClaim(
            ref=claim.ref,
            page=self._page(urls.claim(claim.ref)),
            known=known(known_since.claim_known_on(self.index.out, claim)),
            sources=len({citation.source for citation in claim.citations}),
            independent_sources=len(hands),
            origins=_ids(hands),
            without_origin=self._without_origin(claim.citations),
            support=self._support.get(claim.ref, []),
            disputed_by=[
                DerivedObjection(claim=objection.claim.ref, manner=objection.manner)
                for objection in self.index.objections.get(claim.ref, ())
            ],
            citations=[self._citation(citation) for citation in claim.citations],
        )

    def source(self, source: Source) -> DerivedSource:
        index = self.index
        return DerivedSource(
            page=self._page(urls.source(source.id)),
            issued=date(source.issued) if source.issued else None,
            known=known(index.out.get(source.id)),
            origin=source.is_origin,
            relayed_by=[other.id for other in index.relayers.get(source.id, ())],
            claims=[use.claim.ref for use in index.uses.get(source.id, ())],
            events=[event.id for event in index.cited_as_a_whole.get(source.id, ())],
            expectations=[each.id for each in index.foretold.get(source.id, ())],
        )

    def actor(self, actor: Actor) -> DerivedActor:
        return DerivedActor(
            page=self._page(urls.actor(actor.id)),
            events=[event.id for event in self.index.events_by_actor.get(actor.id, ())],
            claims=[claim.ref for claim in self.index.spoken.get(actor.id, ())],
            expectations=[each.id for each in self.index.timeline.expectations if each.by == actor.id],
        )

    def location(self, place: Location) -> DerivedPlace:
        return DerivedPlace(
            page=self._page(urls.place(place.id)),
            events=[event.id for event in self.index.events_by_place.get(place.id, ())],
        )

    def topic(self, topic: Topic) -> DerivedTopic:
        return DerivedTopic(
            page=self._page(urls.topic(topic.id)),
            events=[event.id for event in self.index.events_by_topic.get(topic.id, ())],
            expectations=[each.id for each in self.index.timeline.expectations if each.about == topic.id],
        )

    def expectation(self, expectation: Expectation) -> DerivedExpectation:
        evidence = self.index.evidence(expectation.citations)
        standings = self.index.changes.expectations[expectation.id]
        return DerivedExpectation(
            page=self._page(f"{urls.EXPECTATIONS}#{expectation.id}"),
            said=date(expectation.said) if expectation.said else None,
            window=date(expectation.window) if expectation.window else None,
            standing=standings[-1].standing,
            standings=[
                DerivedStanding(certain_from=each.day.isoformat(), standing=each.standing) for each in standings
            ],
            sources=evidence.sources,
            independent_sources=evidence.origins,
        )

    def track(self, track: Track) -> DerivedTrack:
        held = self.index.state_on(track, self.index.timeline.record.through)
        return DerivedTrack(
            page=self._page(urls.track(track.id)),
            states=[
                DerivedState(begins=date(state.start), ends=date(state.end) if state.end else None, holds=state is held)
                for state in track.states
            ],
        )

    def disputes(self) -> list[DerivedDispute]:
        """The liveliest first."""
        return [
            DerivedDispute(
                id=question.anchor,
                page=self._page(f"{urls.DISPUTES}#{question.anchor}"),
                question=own(question.words) if question.words else None,
                claims=[side.claim.ref for side in question.sides],
                events=[event.id for event in question.events],
                sources=question.sources,
                independent_sources=question.origins,
                two_sided=question.two_sided,
            )
            for question in self.index.questions
        ]

    def counts(self) -> DerivedCounts:
        timeline = self.index.timeline
        return DerivedCounts(
            events=len(timeline.events),
            claims=sum(len(event.claims) for event in timeline.events),
            sources=len(timeline.sources),
            independent_sources=provenance.independent_of_all(timeline),
            actors=len(timeline.actors),
            topics=len(timeline.topics),
            places=len(timeline.places),
            expectations=len(timeline.expectations),
            tracks=len(timeline.tracks),
            disputes=len(self.index.questions),
        )

    @cached_property
    def _support(self) -> Mapping[str, list[str]]:
        """For each claim the lists that it stands in."""
        return {
            each.claim.ref: [name for name, holds in support.LISTS.items() if holds(each)]
            for each in self.index.support
        }

    def _page(self, address: str) -> str:
        return self.site.absolute(address) or address

    def _without_origin(self, citations: Iterable[Citation]) -> int:
        return len({citation.source for citation in citations if self.index.trace(citation).origin is None})

    def _citation(self, citation: Citation) -> DerivedCitation:
        trace = self.index.trace(citation)
        return DerivedCitation(
            source=citation.source,
            path=[source.id for source in trace.path],
            origin=trace.origin.id if trace.origin else None,
            guessed=sorted(trace.guessed),
        )


def _ids(hands: Iterable[Iterable[Source]]) -> list[list[str]]:
    """Independent sources, each with its documents."""
    return [[source.id for source in hand] for hand in hands]
