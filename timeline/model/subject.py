"""Whom and what events concern."""

from typing import Literal

from timeline.model.fields import Country, Inline, Line, OneOrMany, Slug
from timeline.model.record import Record

ActorKind = Literal["person", "company", "government", "organisation", "media"]


class Actor(Record):
    """Somebody who acts or speaks in events."""

    id: Slug
    name: Line
    kind: ActorKind
    country: Country | None = None
    """ISO 3166-1 alpha-2."""
    aliases: OneOrMany[Slug] = ()


class Topic(Record):
    """What several events are about."""

    id: Slug
    name: Line
    about: Inline | None = None
    """One line."""
    aliases: OneOrMany[Slug] = ()
