"""Words of kinds and roles are ours or the record's own: what is neither is a fault, known once all files are read.

A record with such a word is left out like any other that does not load, so that one slip has no followers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from timeline.loader.gathering import Gathering
from timeline.model import About, Actor, Event, Record, Source, Topic
from timeline.model.fields import slugged
from timeline.problems import Problem
from timeline.problems.fields import UNKNOWN_WORD
from timeline.problems.suggestions import nearest, shortened
from timeline.span import Span

_Typed = Iterator[tuple[str, str, str, tuple[str | int, ...]]]
"""Where a record defines such words, the field, the word in it, and the way to it; the word may be a key."""


def check(gathered: Gathering) -> None:
    """Tells every undefined word, and forgets its record; nothing where the words of the record could not be read."""
    about = gathered.says
    if about is None and gathered.record_met:
        return
    known: dict[str, Mapping[str, str]] = {}
    gathered.problems += _problems(about or _NOBODYS, _of_defaults, about, known)
    for name, typed in _TYPED.items():
        for record in gathered.refused[name]:
            gathered.problems += _problems(record, typed, about, known)
        kept: list[Record] = []
        for record in gathered.records[name]:
            problems = list(_problems(record, typed, about, known))
            gathered.problems += problems
            if problems:
                gathered.lose_read(name, record)
            else:
                kept.append(record)
        gathered.records[name] = kept


def _problems(
    record: Record, typed: Callable[[Record], _Typed], about: About | None, known: dict[str, Mapping[str, str]]
) -> Iterator[Problem]:
    for defined, field, word, path in typed(record):
        if defined not in known:
            known[defined] = (about or _NOBODYS).words(defined)
        if word and word not in known[defined] and record.place.has(str(path[0])):  # not blamed for what it left out
            span = record.place.key(*path) if field == "dates" else record.place.at(*path)
            yield _unknown(defined, field, word, list(known[defined]), span)


def _unknown(defined: str, field: str, word: str, words: list[str], span: Span) -> Problem:
    near = nearest(word, words)
    choice = ", ".join(f"`{other}`" for other in words if other != near)
    help = f"write `{near}`; the other words are {choice}, and new ones are defined under `{defined}` in `record`"
    if not near:
        fresh = f"{slugged(word) or 'word'}: {_FORMS.get(defined, '…')}"
        help = f"{f'write one of {choice}, or ' if choice else ''}add `{fresh}` under `{defined}` in `record`"
    return UNKNOWN_WORD.at(span, word=shortened(word), field=field, label="not one of its words", help=help)


def _of_defaults(about: Record) -> _Typed:
    """What the record says for entries that say nothing; these are not blamed for it."""
    assert isinstance(about, About)
    said = about.for_entries
    if said.events and said.events.kind:
        yield "kinds", "kind", said.events.kind, ("defaults", "events", "kind")
    if said.sources and said.sources.kind:
        yield "source_kinds", "kind", said.sources.kind, ("defaults", "sources", "kind")
    for host, of_host in said.hosts.items():
        if of_host.kind:
            yield "source_kinds", "kind", of_host.kind, ("defaults", "hosts", host, "kind")


def _of_event(event: Record) -> _Typed:
    assert isinstance(event, Event)
    yield "kinds", "kind", event.kind, ("kind",)
    for role in event.dates:
        yield "date_roles", "dates", role, ("dates", role)
    for number, update in enumerate(event.updates):
        yield "update_kinds", "kind", update.kind, ("updates", number, "kind")


def _of_source(source: Record) -> _Typed:
    assert isinstance(source, Source)
    yield "source_kinds", "kind", source.kind, ("kind",)


def _of_actor(actor: Record) -> _Typed:
    assert isinstance(actor, Actor)
    yield "actor_kinds", "kind", actor.kind, ("kind",)


def _of_topic(topic: Record) -> _Typed:
    assert isinstance(topic, Topic)
    if topic.family:
        yield "topic_families", "family", topic.family, ("family",)


_TYPED: Mapping[str, Callable[[Record], _Typed]] = {
    "events": _of_event,
    "sources": _of_source,
    "actors": _of_actor,
    "topics": _of_topic,
}
_FORMS = {"source_kinds": "{counts_as: …}", "update_kinds": "{counts_as: …}"}
"""What a definition cannot do without, where that is more than a name."""
_NOBODYS = About.model_validate({"title": "untitled", "through": "2000-01-01"})
"""A record that defines nothing."""
