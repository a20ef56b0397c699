"""Whom and what events concern, and where they happen."""

from typing import Annotated, Any

from pydantic import Field, model_validator

from timeline.model.defined_words import OWN_KIND, ActorKindWord, DefinedActorKind, FamilyWord
from timeline.model.fields import Country, Line, OneOrMany, Slug
from timeline.model.point import Point
from timeline.model.record import Record
from timeline.model.texts import Sentences, Wording


class Actor(Record):
    """Somebody who acts or speaks in events."""

    id: Slug
    """What events name, and the address of its page, for ever."""
    name: Wording
    """As people call it."""
    kind: ActorKindWord
    """What sort of actor it is."""
    also: OneOrMany[Line] = ()
    """Short names, and names under which its documents are published and it is quoted; all of them are one party."""
    country: Country | None = None
    """Where it has its seat, in two letters (ISO 3166-1 alpha-2)."""
    about: Sentences | None = None
    """Who or what it is, in one line of inline Markdown; pages say it where the name is met first."""
    aliases: OneOrMany[Slug] = ()
    """Ids it had before, the first one first: feeds know it by that."""
    own_kind: Annotated[DefinedActorKind | None, Field(alias=OWN_KIND, exclude=True)] = None
    """What the record says of its kind, where it is one of the record's own."""

    @property
    def counts_as(self) -> str:
        """The kind of ours that it is treated as; where it counts as none, its own."""
        return (self.own_kind and self.own_kind.counts_as) or self.kind


class Location(Record):
    """Somewhere that events happen: a town, a river, a building (the list `places`)."""

    id: Slug
    """What events name, and the address of its page, for ever."""
    name: Wording
    """As people call it."""
    also: OneOrMany[Line] = ()
    """Other names and spellings under which people look for it."""
    country: Country | None = None
    """In which country it lies today, in two letters (ISO 3166-1 alpha-2)."""
    coordinates: Point | None = None
    """Where it lies: latitude and longitude in degrees, as `50.91, 0.49`; of a wide one, a point within."""
    about: Sentences | None = None
    """What and where it is, in one line of inline Markdown."""
    aliases: OneOrMany[Slug] = ()
    """Ids it had before, the first one first: feeds know it by that."""


class Topic(Record):
    """What several events are about."""

    id: Slug
    """What events name, and the address of its page, for ever."""
    name: Wording = ""
    """As a heading has it; where it is left out, the id with spaces between its words."""
    family: FamilyWord | None = None
    """To which family of topics it belongs, one of those that the record defines."""
    also: OneOrMany[Line] = ()
    """Short names and other spellings under which people look for it."""
    about: Sentences | None = None
    """What belongs to it, in one line of inline Markdown."""
    aliases: OneOrMany[Slug] = ()
    """Ids it had before, the first one first: feeds know it by that."""

    @model_validator(mode="before")
    @classmethod
    def _named(cls, data: Any) -> Any:
        """Without a name it is called by its id."""
        id = data.get("id") if isinstance(data, dict) and "name" not in data else None
        return {**data, "name": id.replace("-", " ")} if isinstance(id, str) and id.strip() else data


Subject = Actor | Topic | Location
"""What has a page of its own with the events that name it."""
