"""Ids that links led to in an earlier state of a record and are gone: who kept an address of them would meet nothing.

An id is never given up, it becomes an alias. Which record it became is named only where the two are plainly one: they
share what no other new record has, a title, an address, a sentence. Where the files have errors, what was lost by one
is no id that is gone.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from timeline.loader import Loaded
from timeline.model import Actor, Claim, Event, Expectation, Location, Source, Subject, Topic, Track
from timeline.problems import Problem
from timeline.problems.records import VANISHED_ID

Named = Event | Source | Subject | Expectation | Track
Sign = tuple[str, Hashable]
"""By which a record is known, whatever its id: in which words that is said, and what it is."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """A list of records that links lead to."""

    thing: str
    signs: Callable[[Named], Iterator[Sign]]
    label: str = "its page was here"


def check(now: Loaded, was: Loaded) -> Iterator[Problem]:
    """Every id of an earlier state that is neither an id nor an alias of today, at the place where it stood."""
    before, after = was.timeline, now.timeline
    rows: tuple[tuple[_Kind, Sequence[Named], Sequence[Named]], ...] = (
        (_Kind("event", _of_event), before.events, after.events),
        (_Kind("source", _of_source), before.sources, after.sources),
        (_Kind("actor", _of_subject), before.actors, after.actors),
        (_Kind("topic", _of_subject), before.topics, after.topics),
        (_Kind("place", _of_subject), before.places, after.places),
        (_Kind("expectation", _of_expectation, "links lead here"), before.expectations, after.expectations),
        (_Kind("track", _of_track, "links lead here"), before.tracks, after.tracks),
    )
    for kind, old, new in rows:
        if f"{kind.thing}s" not in now.nameless:
            yield from _gone(kind, old, new, now.lost)
    yield from _claims(before.events, after.events, now.lost)


def _gone(kind: _Kind, old: Sequence[Named], new: Sequence[Named], lost: Iterable[str]) -> Iterator[Problem]:
    kept = {name for record in new for name in (record.id, *record.aliases)} | set(lost)
    had = {record.id for record in old}
    fresh = [record for record in new if record.id not in had]
    for record in old:
        gone = [name for name in (record.id, *record.aliases) if name not in kept]
        for name in gone:
            own = record.id if record.id in kept else ""
            into = next((each for each in new if own and own in (each.id, *each.aliases)), None)
            heir, why = (into, "") if into else _heir(kind, record, fresh)
            place = (
                record.place.at("id") if name == record.id else record.place.at("aliases", record.aliases.index(name))
            )
            yield VANISHED_ID.at(
                place,
                thing=kind.thing,
                id=name,
                label=kind.label if name == record.id else "a former id, which led on",
                help=_help(kind.thing, name, heir.id if heir else "", why),
            )


def _heir(kind: _Kind, record: Named, fresh: Sequence[Named]) -> tuple[Named | None, str]:
    """The one new record that shares a sign with the old one, and which sign."""
    for words, sign in kind.signs(record):
        alike = [each for each in fresh if (words, sign) in set(kind.signs(each))]
        if len(alike) == 1:
            return alike[0], words
    return None, ""


def _help(thing: str, old: str, new: str, why: str) -> str:
    if new:
        return f"add `aliases: [{old}]` to the {thing} `{new}`{f', which has {why}' if why else ''}"
    return f"add `aliases: [{old}]` to the {thing} that it became, or keep it: what was withdrawn says so on its page"


def _claims(old: Sequence[Event], new: Sequence[Event], lost: Iterable[str]) -> Iterator[Problem]:
    """Names of claims under which links lead to them; one that counts only is gone when its sentence has another."""
    today = {name: event for event in new for name in (event.id, *event.aliases)}
    for before in old:
        after = today.get(before.id)
        if after is None or before.id in lost or after.id in lost:
            continue
        kept = {name for claim in after.claims for name in (claim.anchor, *claim.aliases)}
        for claim in before.claims:
            alike = [each for each in after.claims if each.text == claim.text]
            heir = alike[0] if len(alike) == 1 else None
            for name in (claim.anchor, *claim.aliases):
                if name not in kept and (claim.id or claim.aliases or heir) and name not in lost:
                    yield _claim_gone(claim, name, after, heir)


def _claim_gone(claim: Claim, name: str, event: Event, heir: Claim | None) -> Problem:
    where = (
        f"the claim `{heir.ref}`, which has the same sentence" if heir else f"the claim of `{event.id}` that it became"
    )
    rest = "" if heir else ", or keep it: what was withdrawn says so under `updates`"
    own = name == claim.id
    at = claim.place.at("id") if own else claim.place.at("aliases" if name in claim.aliases else "text")
    return VANISHED_ID.at(
        at,
        thing="claim",
        id=f"{claim.event}#{name}",
        label="links lead here",
        help=f"add `aliases: [{name}]` to {where}{rest}",
    )


def _of_event(event: Named) -> Iterator[Sign]:
    assert isinstance(event, Event)
    yield "the same title", event.title
    yield "the same claims", tuple(claim.text for claim in event.claims)


def _of_source(source: Named) -> Iterator[Sign]:
    assert isinstance(source, Source)
    if source.url:
        yield "the same address", source.url
    yield "the same title and publisher", (source.title, source.publisher)


def _of_subject(subject: Named) -> Iterator[Sign]:
    assert isinstance(subject, Actor | Topic | Location)
    yield "the same name", subject.name


def _of_expectation(expectation: Named) -> Iterator[Sign]:
    assert isinstance(expectation, Expectation)
    said = expectation.said.text if expectation.said else ""
    window = expectation.window.text if expectation.window else expectation.wording
    cited = tuple(citation.source for citation in expectation.citations)
    yield "the same topic, speaker, day and time", (expectation.about, expectation.by, said, window, cited)


def _of_track(track: Named) -> Iterator[Sign]:
    assert isinstance(track, Track)
    yield "the same title", track.title
