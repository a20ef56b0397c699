"""What readers call the kinds of events, documents, actors and updates, and the roles of dates.

A record may define words of its own for them, with names; ours have names here.
"""

from __future__ import annotations

from collections.abc import Mapping

from timeline import language
from timeline.model import About, Actor, CitedDate, DefinedWord, Event, Source, Update
from timeline.model.words import ACTOR_NAMES, DATE_ROLE_NAMES, KIND_NAMES, SOURCE_KIND_NAMES, UPDATE_NAMES
from timeline.site.text_direction import OPENS

_NAMES: Mapping[str, Mapping[str, str]] = {
    "kinds": KIND_NAMES,
    "source_kinds": SOURCE_KIND_NAMES,
    "update_kinds": UPDATE_NAMES,
    "date_roles": DATE_ROLE_NAMES,
    "actor_kinds": ACTOR_NAMES,
}
"""Where a word of ours is not its own name."""


def of_event(event: Event) -> str:
    """ "release", "Battle"."""
    return _name("kinds", event.kind, event.own_kind)


def of_source(source: Source) -> str:
    """ "primary source", "Chronicle"."""
    return _name("source_kinds", source.kind, source.own_kind)


def of_actor(actor: Actor) -> str:
    """ "Company", "Army"."""
    return _name("actor_kinds", actor.kind, actor.own_kind)


def of_actors(actor: Actor, ours: Mapping[str, str]) -> str:
    """Several of its kind: "Ships", or what `ours` has for a word that every record has."""
    own = actor.own_kind
    return (own.plural if own and own.plural else None) or (None if own else ours.get(actor.kind)) or of_actor(actor)


def of_update(update: Update) -> str:
    """ "correction", "Erratum"."""
    return _name("update_kinds", update.kind, update.own_kind)


def of_date(role: str, dated: CitedDate) -> str:
    """ "Announced", "Ratified"."""
    return _name("date_roles", role, dated.own_role)


def called(about: About, field: str, word: str) -> str:
    """A word of a field, where no record that has it is at hand; `field` is where a record defines such words."""
    return _name(field, word, about.own(field).get(word))


def several(about: About, field: str, word: str) -> str:
    """Several of a kind, where the record has a word for that in the language of the site; else the kind."""
    own = about.own(field).get(word)
    translated = own is not None and language.tag() in own.name_in
    return (own.plural if own and not translated else None) or called(about, field, word)


def sentence_case(words: str) -> str:
    """With a capital in front; the other letters stay."""
    at = 1 if words.startswith(OPENS) else 0
    return words[:at] + words[at : at + 1].upper() + words[at + 1 :]


def _name(field: str, word: str, own: DefinedWord | None) -> str:
    if own and (translated := own.name_in.get(language.tag())):
        return translated
    if own and own.name:
        return own.name
    return _NAMES.get(field, {}).get(word) or (word.replace("-", " ") if own else word)
