"""Whom and what events concern, and where they happen."""

from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema

from timeline.model.amount import figure
from timeline.model.defined import OWN_KIND, ActorKindWord, DefinedActorKind, FamilyWord
from timeline.model.fields import Country, Line, OneOrMany, Slug, refusal
from timeline.model.forms import FIGURE, TEXT, Or
from timeline.model.record import Record, fields_of
from timeline.model.texts import Sentences, Wording


def _degrees(most: int) -> PlainValidator:
    """Degrees between two ends of which one is the other with a minus."""

    def degrees(value: object) -> Decimal:
        number = figure(value)
        if abs(number) > most:
            raise refusal("bad-figure", f"more than {most} degrees", "write latitude first, then longitude")
        return number

    return PlainValidator(degrees)


Latitude = Annotated[Decimal, _degrees(90), WithJsonSchema(FIGURE)]
Longitude = Annotated[Decimal, _degrees(180), WithJsonSchema(FIGURE)]


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


class Coordinates(Record):
    """A point on the earth, in degrees (WGS 84)."""

    latitude: Latitude
    """North of the equator; south of it with a minus in front."""
    longitude: Longitude
    """East of Greenwich; west of it with a minus in front."""


def _point(value: object) -> object:
    """Both in one text, as maps give them: latitude, then longitude."""
    if isinstance(value, str):
        first, comma, second = value.partition(",")
        if not comma:
            raise refusal("bad-figure", "latitude and longitude are needed", "write both in degrees, as `50.91, 0.49`")
        return fields_of(value, latitude=first.strip(), longitude=second.strip())
    return value


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
    coordinates: Annotated[Coordinates, BeforeValidator(_point), Or(TEXT)] | None = None
    """Where it lies: latitude and longitude in degrees, as `50.91, 0.49`; of a wide one, a point within."""
    about: Sentences | None = None
    """What and where it is, in one line of inline Markdown."""
    aliases: OneOrMany[Slug] = ()
    """Ids it had before, the first one first: feeds know it by that."""


class Topic(Record):
    """What several events are about."""

    id: Slug
    """What events name, and the address of its page, for ever."""
    name: Wording
    """As a heading has it."""
    family: FamilyWord | None = None
    """To which family of topics it belongs, one of those that the record defines."""
    also: OneOrMany[Line] = ()
    """Short names and other spellings under which people look for it."""
    about: Sentences | None = None
    """What belongs to it, in one line of inline Markdown."""
    aliases: OneOrMany[Slug] = ()
    """Ids it had before, the first one first: feeds know it by that."""


Subject = Actor | Topic | Location
"""What has a page of its own with the events that name it."""
