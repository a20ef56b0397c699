"""What the records that an id may name are called, for whoever chooses among ids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from timeline.dates import words
from timeline.model import Timeline
from timeline.model.references import ABOUT, CLAIMS, KEYS, Thing
from timeline.site import document_titles
from timeline.site.inline_markdown import plain

Names = Mapping[str, Mapping[str, str]]


def by_thing(timeline: Timeline) -> Mapping[Thing | Literal["claim"], Mapping[str, str]]:
    """For each sort of record its ids, each with what it is the id of; claims that have one as `event-id#claim-id`."""
    return {
        "event": {event.id: f"{event.title} ({words(event.date)})" for event in timeline.events},
        "source": {source.id: f"{document_titles.called(source)} ({source.publisher})" for source in timeline.sources},
        "actor": {actor.id: actor.name for actor in timeline.actors},
        "topic": {topic.id: topic.name for topic in timeline.topics},
        "place": {place.id: place.name for place in timeline.places},
        "expectation": {each.id: each.wording or each.id for each in timeline.expectations},
        "track": {track.id: track.title for track in timeline.tracks},
        "claim": {claim.ref: plain(claim.text) for claim in timeline.claims if claim.id},
    }


def by_field(timeline: Timeline) -> Names:
    """The same for each field that names records."""
    called = by_thing(timeline)
    offered = {field: called[thing] for field, thing in KEYS.items()} | {ABOUT: called["topic"]}
    return offered | dict.fromkeys(CLAIMS, called["claim"])
