"""The frozen whole: every record, found by id and met in order."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any, Protocol, TypeVar

from timeline.model.about import About
from timeline.model.defined_words import OURS, DefinedWord
from timeline.model.event import Claim, Event, Update
from timeline.model.expectation import Expectation, Track
from timeline.model.source import Source
from timeline.model.subject import Actor, Location, Topic
from timeline.model.texts import others, own


class _Named(Protocol):
    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=_Named)
K = TypeVar("K", Event, Update, Source, Actor)


@dataclass(frozen=True)
class Timeline:
    """All records of one chronology. A view of a Timeline is again a Timeline.

    Records hold ids; the Timeline resolves them, so a view can leave records out without
    rebuilding the others. Events stand in the order of their dates, and those of one date as the files have them.
    """

    record: About
    events: tuple[Event, ...] = ()
    sources: tuple[Source, ...] = ()
    actors: tuple[Actor, ...] = ()
    topics: tuple[Topic, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    tracks: tuple[Track, ...] = ()
    places: tuple[Location, ...] = ()

    def __post_init__(self) -> None:
        ordered = tuple(sorted(self.events, key=lambda event: event.date.sort_key))
        object.__setattr__(self, "events", ordered)
        if any(map(self.record.own, OURS)):  # most records define no words, and their views have nothing to look up
            object.__setattr__(self, "events", tuple(_event(event, self.record) for event in ordered))
            object.__setattr__(self, "sources", _defined(self.sources, self.record.source_kinds))
            object.__setattr__(self, "actors", _defined(self.actors, self.record.actor_kinds))

    def having(self, **records: Any) -> Timeline:
        """The same with other records; where the actors are the same, what they are called is not asked again."""
        other = replace(self, **records)
        if other.actors is self.actors:
            vars(other).update(actors_by_id=self.actors_by_id, names_of_actors=self.names_of_actors)
        return other

    def event(self, id: str) -> Event | None:
        return self.events_by_id.get(id)

    def source(self, id: str) -> Source | None:
        return self.sources_by_id.get(id)

    def actor(self, id: str) -> Actor | None:
        return self.actors_by_id.get(id)

    def topic(self, id: str) -> Topic | None:
        return self.topics_by_id.get(id)

    def location(self, id: str) -> Location | None:
        """A place by its id."""
        return self.places_by_id.get(id)

    def claim(self, ref: str) -> Claim | None:
        """A claim by its name in the whole timeline, `event-id#claim-id`."""
        return self.claims_by_ref.get(ref)

    @property
    def claims(self) -> Iterator[Claim]:
        """All claims, in the order of their events."""
        return (claim for event in self.events for claim in event.claims)

    @cached_property
    def edited(self) -> datetime.date:
        """The last day of ours: `through`, or a later one on which an event was added or changed."""
        ours = (day for event in self.events for day in (event.added, *(update.on for update in event.updates)))
        return max([self.record.through, *ours])

    @cached_property
    def renamed(self) -> Mapping[str, Mapping[str, str]]:
        """For each former id the one of today, by what it is the id of; claims by their name in the whole timeline."""
        rows: dict[str, tuple[Event | Source | Actor | Topic | Location | Expectation | Track, ...]] = {
            "event": self.events,
            "source": self.sources,
            "actor": self.actors,
            "topic": self.topics,
            "place": self.places,
            "expectation": self.expectations,
            "track": self.tracks,
        }
        former = {thing: {old: record.id for record in row for old in record.aliases} for thing, row in rows.items()}
        claims = {f"{claim.event}#{old}": claim.ref for claim in self.claims for old in claim.aliases}
        return former | {"claim": claims}

    @cached_property
    def events_by_id(self) -> Mapping[str, Event]:
        return _by_id(self.events)

    @cached_property
    def sources_by_id(self) -> Mapping[str, Source]:
        return _by_id(self.sources)

    @cached_property
    def actors_by_id(self) -> Mapping[str, Actor]:
        return _by_id(self.actors)

    @cached_property
    def names_of_actors(self) -> Mapping[str, str]:
        """For every name that an actor has, as `casefolded` writes it, the one by which the actor is called."""
        names = (
            (name, own(actor.name))
            for actor in self.actors
            for name in (own(actor.name), *others(actor.name).values(), *actor.also)
        )
        return MappingProxyType({casefolded(name): casefolded(called) for name, called in names})

    @cached_property
    def topics_by_id(self) -> Mapping[str, Topic]:
        return _by_id(self.topics)

    @cached_property
    def places_by_id(self) -> Mapping[str, Location]:
        return _by_id(self.places)

    @cached_property
    def claims_by_ref(self) -> Mapping[str, Claim]:
        return MappingProxyType({claim.ref: claim for claim in self.claims})


def _event(event: Event, about: About) -> Event:
    """An event with what the whole says of its kind, of those of its updates and of the roles of its dates."""
    (event,) = _defined((event,), about.kinds)
    updates = _defined(event.updates, about.update_kinds)
    if updates is not event.updates:
        event = event.model_copy(update={"updates": updates})
    own = about.date_roles
    if any(dated.own_role is not own.get(role) for role, dated in event.dates.items()):
        dates = {role: dated.model_copy(update={"own_role": own.get(role)}) for role, dated in event.dates.items()}
        event = event.model_copy(update={"dates": dates})
    return event


def _defined(records: tuple[K, ...], own: Mapping[str, DefinedWord]) -> tuple[K, ...]:
    """The records, each with what the whole says of its kind; the very same where that was known."""
    if all(record.own_kind is own.get(record.kind) for record in records):
        return records
    return tuple(record.model_copy(update={"own_kind": own.get(record.kind)}) for record in records)


def casefolded(name: str) -> str:
    """A name as it is compared: case and spaces make no difference."""
    return " ".join(name.casefold().split())


def _by_id(records: tuple[R, ...]) -> Mapping[str, R]:
    return MappingProxyType({record.id: record for record in records})
