"""What an id means: the records of that name, also by an id they had before."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.model import Claim, Event, Expectation, Source, Subject, Timeline, Track

Shown = Event | Claim | Source | Subject | Expectation | Track

WHERE_IDS_STAND = "ids stand behind `id:` in the files of the record"


@dataclass(frozen=True, slots=True)
class Match:
    """A record, and the id it has now when it was asked for by an old one."""

    thing: str
    record: Shown
    now: str | None = None


def find(timeline: Timeline, id: str) -> tuple[Match, ...]:
    """Every record with this id: lists have ids of their own, so an actor may share one with a topic."""
    if "#" in id:
        return tuple(_claims(timeline, id))
    named = tuple(Match(thing, record) for thing, record in _records(timeline) if record.id == id)
    return named or tuple(
        Match(thing, record, record.id) for thing, record in _records(timeline) if id in getattr(record, "aliases", ())
    )


def near(timeline: Timeline, id: str) -> list[tuple[str, str]]:
    """Ids that were probably meant, each with what it names."""
    things = {record.id: thing for thing, record in _records(timeline)}
    if "#" in id:
        things = {claim.ref: "claim" for claim in timeline.claims}
    close = difflib.get_close_matches(id, things, n=3, cutoff=0.6)
    within = sorted((name for name in things if id in name), key=len)
    return [(name, things[name]) for name in dict.fromkeys([*close, *within])][:3]


def _claims(timeline: Timeline, ref: str) -> Iterator[Match]:
    event_id, _, anchor = ref.partition("#")
    for match in find(timeline, event_id):
        if isinstance(match.record, Event):
            now = f"{match.record.id}#{anchor}"
            claim = timeline.claim(now)
            if claim is not None:
                yield Match("claim", claim, now if match.now else None)


def _records(timeline: Timeline) -> Iterator[tuple[str, Event | Source | Subject | Expectation | Track]]:
    yield from (("event", record) for record in timeline.events)
    yield from (("source", record) for record in timeline.sources)
    yield from (("actor", record) for record in timeline.actors)
    yield from (("topic", record) for record in timeline.topics)
    yield from (("place", record) for record in timeline.places)
    yield from (("expectation", record) for record in timeline.expectations)
    yield from (("track", record) for record in timeline.tracks)
