"""Every id leads somewhere.

Checked over what loaded, knowing the ids of what did not: a record that is left out for a fault of its
own brings no followers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from timeline.checks.every_citation import citations
from timeline.file_place import Text
from timeline.loader import Loaded
from timeline.model import Record
from timeline.problems import Kind, Problem
from timeline.problems.records import (
    UNKNOWN_ACTOR,
    UNKNOWN_CLAIM,
    UNKNOWN_EVENT,
    UNKNOWN_EXPECTATION,
    UNKNOWN_PLACE,
    UNKNOWN_SOURCE,
    UNKNOWN_TOPIC,
)
from timeline.problems.suggestions import Words
from timeline.span import Span

_LIST = {
    UNKNOWN_SOURCE: "sources",
    UNKNOWN_EVENT: "events",
    UNKNOWN_CLAIM: "events",
    UNKNOWN_ACTOR: "actors",
    UNKNOWN_TOPIC: "topics",
    UNKNOWN_PLACE: "places",
    UNKNOWN_EXPECTATION: "expectations",
}
_THING = {kind: name.removesuffix("s") for kind, name in _LIST.items()} | {UNKNOWN_CLAIM: "claim"}


def check(loaded: Loaded) -> Iterator[Problem]:
    """Each id that is not defined, where it is used."""
    return _References(loaded).all()


class _References:
    """The ids there are, and a walk over all that are used."""

    def __init__(self, loaded: Loaded) -> None:
        self.loaded = loaded
        timeline = loaded.timeline
        refused = {name: (*getattr(timeline, name), *records) for name, records in loaded.refused.items()}
        self.timeline = timeline.having(**refused) if refused else timeline
        """All that was read, records that are left out for other faults among it."""
        self.known: Mapping[Kind, set[str]] = {
            UNKNOWN_SOURCE: set(timeline.sources_by_id),
            UNKNOWN_EVENT: set(timeline.events_by_id),
            UNKNOWN_CLAIM: {claim.ref for claim in timeline.claims if claim.id},
            UNKNOWN_ACTOR: set(timeline.actors_by_id),
            UNKNOWN_TOPIC: set(timeline.topics_by_id),
            UNKNOWN_PLACE: set(timeline.places_by_id),
            UNKNOWN_EXPECTATION: {expectation.id for expectation in timeline.expectations},
        }
        self.old: Mapping[Kind, Mapping[str, str]] = {
            UNKNOWN_SOURCE: timeline.renamed["source"],
            UNKNOWN_EVENT: timeline.renamed["event"],
            UNKNOWN_ACTOR: timeline.renamed["actor"],
            UNKNOWN_TOPIC: timeline.renamed["topic"],
            UNKNOWN_PLACE: timeline.renamed["place"],
            UNKNOWN_EXPECTATION: timeline.renamed["expectation"],
            UNKNOWN_CLAIM: timeline.renamed["claim"],
        }
        self.near: dict[tuple[Kind, str], str | None] = {}
        self.words: dict[Kind, Words] = {}
        self.claims: dict[str, list[str]] = {}
        for ref in self.known[UNKNOWN_CLAIM]:
            self.claims.setdefault(ref.rpartition("#")[0], []).append(ref)

    def all(self) -> Iterator[Problem]:
        for citing in citations(self.timeline):
            cited = citing.citation
            yield from self._one(UNKNOWN_SOURCE, cited, "source", cited.source, citing.owner, "cites")
            yield from self._one(UNKNOWN_SOURCE, cited, "via", cited.via, "the citation", "goes back to")
        yield from self._events()
        for source in self.timeline.sources:
            for relay in source.relays:
                yield from self._one(UNKNOWN_SOURCE, relay, "source", relay.source, "the source", "relays")
        yield from self._expectations()
        for track in self.timeline.tracks:
            for state in track.states:
                yield from self._one(UNKNOWN_EVENT, state, "event", state.event, "the state", "names")

    def _events(self) -> Iterator[Problem]:
        for event in self.timeline.events:
            yield from self._list(UNKNOWN_ACTOR, event, "actors", event.actors, "the event", "names")
            yield from self._list(UNKNOWN_TOPIC, event, "topics", event.topics, "the event", "names")
            yield from self._list(UNKNOWN_PLACE, event, "places", event.places, "the event", "names")
            for claim in event.claims:
                yield from self._one(UNKNOWN_ACTOR, claim, "by", claim.by, "the claim", "names")
                for field, names in (("disputes", claim.disputes), ("denies", claim.denies)):
                    for number, name in enumerate(names):
                        ref = claim.resolve(name)
                        if ref not in self.known[UNKNOWN_CLAIM]:
                            yield from self._claim(claim.place.at(field, number), ref, name, "the claim", field)
            for relation in event.related:
                yield from self._one(UNKNOWN_EVENT, relation, "event", relation.event, "the relation", "names")

    def _expectations(self) -> Iterator[Problem]:
        who = "the expectation"
        for expectation in self.timeline.expectations:
            yield from self._one(UNKNOWN_TOPIC, expectation, "about", expectation.about, who, "is about")
            yield from self._one(UNKNOWN_ACTOR, expectation, "by", expectation.by, who, "names")
            yield from self._list(UNKNOWN_EXPECTATION, expectation, "replaces", expectation.replaces, who, "replaces")
            outcome = expectation.outcome
            if outcome is None:
                continue
            yield from self._one(UNKNOWN_EVENT, outcome, "event", outcome.event, "the outcome", "names")
            for field, name in (("denied", outcome.denied), ("withdrawn", outcome.withdrawn)):
                if name is not None and name not in self.known[UNKNOWN_CLAIM]:
                    yield from self._claim(outcome.place.at(field), name, name, "the outcome", "names")

    def _list(
        self, kind: Kind, record: Record, field: str, ids: Iterable[str], owner: str, verb: str
    ) -> Iterator[Problem]:
        for number, id in enumerate(ids):
            if id not in self.known[kind]:
                span = id.place.span if isinstance(id, Text) else record.place.at(field, number)
                yield from self._missing(kind, span, id, owner, verb)

    def _one(self, kind: Kind, record: Record, field: str, id: str | None, owner: str, verb: str) -> Iterator[Problem]:
        if id is not None and id not in self.known[kind]:
            yield from self._missing(kind, record.place.at(field), id, owner, verb)

    def _missing(self, kind: Kind, span: Span, id: str, owner: str, verb: str) -> Iterator[Problem]:
        """Nothing when a lost record may have had the id; else the fault, with the id that was probably meant."""
        if id in self.loaded.lost or _LIST[kind] in self.loaded.nameless:
            return
        thing = _THING[kind]
        if now := self.old.get(kind, {}).get(id):
            help = f"write `{now}`, the id it has now"
            yield kind.at(span, owner=owner, verb=verb, label="an id of former times", help=help)
            return
        near = self._nearest(kind, id)
        help = f"{_article(thing)} with a similar id is `{near}`" if near else _add(thing, id, bool(self.known[kind]))
        yield kind.at(span, owner=owner, verb=verb, label=f"no {thing} has this id", help=help)

    def _claim(self, span: Span, ref: str, typed: str, owner: str, verb: str) -> Iterator[Problem]:
        """The same for the name of a claim, of which either half may be lost or wrong."""
        event, _, claim = ref.rpartition("#")
        lost = self.loaded.lost
        if claim in lost or event in lost or "events" in self.loaded.nameless:
            return
        label = "no claim has this id"
        if now := self.old[UNKNOWN_CLAIM].get(ref):
            name = now if "#" in typed else now.partition("#")[2]
            help = f"write `{name}`, the id it has now"
            yield UNKNOWN_CLAIM.at(span, owner=owner, verb=verb, label="an id of former times", help=help)
            return
        near = self._nearest(UNKNOWN_CLAIM, ref)
        if near:
            within = "#" not in typed and near.startswith(f"{event}#")
            help = f"a claim with a similar id is `{near.rpartition('#')[2] if within else near}`"
        elif not event:
            label, help = "the event is missing", f"write `event-id#{claim}`, with the event that the claim belongs to"
        elif event not in self.timeline.events_by_id:
            label, help = f"no event has the id `{event}`", "name the claim as `event-id#claim-id`"
        else:
            help = f"give the claim that is meant the line `id: {claim}`"
        yield UNKNOWN_CLAIM.at(span, owner=owner, verb=verb, label=label, help=help)

    def _nearest(self, kind: Kind, id: str) -> str | None:
        """Looked up once for each id: a missing source may be cited in a hundred places."""
        if (kind, id) not in self.near:
            if kind not in self.words:
                self.words[kind] = Words(self.known[kind] | self._unsound(kind))
            of_event = self.claims.get(id.rpartition("#")[0]) if kind is UNKNOWN_CLAIM else None
            words = Words(of_event) if of_event else self.words[kind]
            self.near[kind, id] = words.nearest(id, cutoff=0.7)
        return self.near[kind, id]

    def _unsound(self, kind: Kind) -> set[str]:
        """Ids of records that are left out for other faults: they will be there once those are mended."""
        records = self.loaded.refused.get(_LIST[kind], ()) if kind is not UNKNOWN_CLAIM else ()
        return {id for record in records if isinstance(id := getattr(record, "id", None), str)}


def _add(thing: str, id: str, others: bool) -> str:
    help = f"add {_article(thing)} with `id: {id}`"
    return f"{help}, or name one that exists" if others else help


def _article(thing: str) -> str:
    return f"an {thing}" if thing[0] in "aeiou" else f"a {thing}"
