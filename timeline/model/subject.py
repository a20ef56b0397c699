"""Whom and what events concern."""

from typing import Annotated

from pydantic import Field

from timeline.model.defined import OWN_KIND, ActorKindWord, DefinedActorKind
from timeline.model.fields import Country, Inline, Line, OneOrMany, Slug
from timeline.model.record import Record


class Actor(Record):
    """Somebody who acts or speaks in events."""

    id: Slug
    """What events name, and the address of its page, for ever."""
    name: Line
    """As people call it."""
    kind: ActorKindWord
    """What sort of actor it is."""
    also: OneOrMany[Line] = ()
    """Short names, and names under which its documents are published and it is quoted; all of them are one party."""
    country: Country | None = None
    """Where it has its seat, in two letters (ISO 3166-1 alpha-2)."""
    about: Inline | None = None
    """Who or what it is, in one line of inline Markdown; pages say it where the name is met first."""
    aliases: OneOrMany[Slug] = ()
    """Ids it had before, the first one first: feeds know it by that."""
    own_kind: Annotated[DefinedActorKind | None, Field(alias=OWN_KIND, exclude=True)] = None
    """What the record says of its kind, where it is one of the record's own."""

    @property
    def counts_as(self) -> str:
        """The kind of ours that it is treated as; where it counts as none, its own."""
        return (self.own_kind and self.own_kind.counts_as) or self.kind


class Topic(Record):
    """What several events are about."""

    id: Slug
    """What events name, and the address of its page, for ever."""
    name: Line
    """As a heading has it."""
    also: OneOrMany[Line] = ()
    """Short names and other spellings under which people look for it."""
    about: Inline | None = None
    """What belongs to it, in one line of inline Markdown."""
    aliases: OneOrMany[Slug] = ()
    """Ids it had before, the first one first: feeds know it by that."""
