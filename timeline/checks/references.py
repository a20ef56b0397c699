"""Every id leads somewhere.

Checked over what loaded, knowing the ids of what did not: a record that is left out for a fault of its
own brings no followers.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping

from timeline.model import Citation, Record, Timeline
from timeline.problems import Kind, Problem
from timeline.problems.meaning import (
    UNKNOWN_ACTOR,
    UNKNOWN_CLAIM,
    UNKNOWN_EVENT,
    UNKNOWN_EXPECTATION,
    UNKNOWN_SOURCE,
    UNKNOWN_TOPIC,
)
from timeline.span import Span

_THING = {
    UNKNOWN_SOURCE: "source", UNKNOWN_EVENT: "event", UNKNOWN_CLAIM: "claim", UNKNOWN_ACTOR: "actor",
    UNKNOWN_TOPIC: "topic", UNKNOWN_EXPECTATION: "expectation",
}


def check(timeline: Timeline, lost: frozenset[str]) -> Iterator[Problem]:
    """Each id that is not defined, where it is used."""
    return _References(timeline, lost).all()


class _References:
    """The ids there are, and a walk over all that are used."""

    def __init__(self, timeline: Timeline, lost: frozenset[str]) -> None:
        self.timeline = timeline
        self.lost = lost
        self.known: Mapping[Kind, set[str]] = {
            UNKNOWN_SOURCE: set(timeline.sources_by_id),
            UNKNOWN_EVENT: set(timeline.events_by_id),
            UNKNOWN_CLAIM: {claim.ref for claim in timeline.claims if claim.id},
            UNKNOWN_ACTOR: set(timeline.actors_by_id),
            UNKNOWN_TOPIC: set(timeline.topics_by_id),
            UNKNOWN_EXPECTATION: {expectation.id for expectation in timeline.expectations},
        }

    def all(self) -> Iterator[Problem]:
        yield from self._events()
        for source in self.timeline.sources:
            yield from self._list(UNKNOWN_SOURCE, source, "relays", source.relays, "the source", "relays")
        yield from self._expectations()
        for track in self.timeline.tracks:
            for state in track.states:
                yield from self._one(UNKNOWN_EVENT, state, "event", state.event, "the state", "names")
                yield from self._citations(state.citations, "the state")

    def _events(self) -> Iterator[Problem]:
        for event in self.timeline.events:
            yield from self._list(UNKNOWN_ACTOR, event, "actors", event.actors, "the event", "names")
            yield from self._list(UNKNOWN_TOPIC, event, "topics", event.topics, "the event", "names")
            for date in (*event.rivals, *event.dates.values()):
                yield from self._citations(date.citations, "the date")
            for claim in event.claims:
                yield from self._citations(claim.citations, "the claim")
                yield from self._one(UNKNOWN_ACTOR, claim, "by", claim.by, "the claim", "names")
                for field, names in (("disputes", claim.disputes), ("denies", claim.denies)):
                    for number, name in enumerate(names):
                        yield from self._claim(claim, (field, number), claim.resolve(name), name, "the claim", field)
            for relation in event.related:
                yield from self._one(UNKNOWN_EVENT, relation, "event", relation.event, "the relation", "names")
                yield from self._citations(relation.citations, "the relation")

    def _expectations(self) -> Iterator[Problem]:
        who = "the expectation"
        for expectation in self.timeline.expectations:
            yield from self._one(UNKNOWN_TOPIC, expectation, "about", expectation.about, who, "is about")
            yield from self._one(UNKNOWN_ACTOR, expectation, "by", expectation.by, who, "names")
            yield from self._citations(expectation.citations, who)
            yield from self._list(UNKNOWN_EXPECTATION, expectation, "replaces", expectation.replaces, who, "replaces")
            outcome = expectation.outcome
            if outcome is None:
                continue
            yield from self._one(UNKNOWN_EVENT, outcome, "event", outcome.event, "the outcome", "names")
            for field, name in (("denied", outcome.denied), ("withdrawn", outcome.withdrawn)):
                if name is not None:
                    yield from self._claim(outcome, (field,), name, name, "the outcome", "names")

    def _citations(self, citations: Iterable[Citation], owner: str) -> Iterator[Problem]:
        for citation in citations:
            yield from self._one(UNKNOWN_SOURCE, citation, "source", citation.source, owner, "cites")
            yield from self._one(UNKNOWN_SOURCE, citation, "via", citation.via, "the citation", "goes back to")

    def _list(
        self, kind: Kind, record: Record, field: str, ids: Iterable[str], owner: str, verb: str
    ) -> Iterator[Problem]:
        for number, id in enumerate(ids):
            yield from self._missing(kind, record.place.at(field, number), id, owner, verb)

    def _one(self, kind: Kind, record: Record, field: str, id: str | None, owner: str, verb: str) -> Iterator[Problem]:
        if id is not None and id not in self.known[kind]:
            yield from self._missing(kind, record.place.at(field), id, owner, verb)

    def _claim(
        self, record: Record, path: tuple[str | int, ...], ref: str, typed: str, owner: str, verb: str
    ) -> Iterator[Problem]:
        event, _, claim = ref.partition("#")
        if claim and (event in self.lost or claim in self.lost):
            return
        yield from self._missing(UNKNOWN_CLAIM, record.place.at(*path), ref, owner, verb, typed)

    def _missing(
        self, kind: Kind, span: Span, id: str, owner: str, verb: str, typed: str | None = None
    ) -> Iterator[Problem]:
        """Nothing, or the fault, with the id that was probably meant."""
        known = self.known[kind]
        if id in known or id in self.lost:
            return
        thing = _THING[kind]
        near = difflib.get_close_matches(id, known, n=1, cutoff=0.7)
        if near:
            help = f"{_article(thing)} with a similar id is `{_as_typed(near[0], id, typed)}`"
        elif kind is UNKNOWN_CLAIM and id.partition("#")[0] in self.timeline.events_by_id:
            help = f"give the claim that is meant the line `id: {id.partition('#')[2]}`"
        else:
            help = f"add {_article(thing)} with the id `{id}`, or name one that exists"
        yield kind.at(span, owner=owner, verb=verb, label=f"no {thing} has this id", help=help)


def _as_typed(near: str, id: str, typed: str | None) -> str:
    """A claim of the same event is named without its event."""
    if typed is not None and "#" not in typed and near.partition("#")[0] == id.partition("#")[0]:
        return near.partition("#")[2]
    return near


def _article(thing: str) -> str:
    return f"an {thing}" if thing[0] in "aeiou" else f"a {thing}"
