"""How the things stand that the events of a subject changed, as the page of the subject says it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from timeline.model import Event, State, Track
from timeline.queries import tracks
from timeline.queries.index import Index
from timeline.site import urls
from timeline.site.urls import Links

_MOST, _HALF = 2, 0.5


@dataclass(frozen=True, slots=True)
class Standing:
    """A thing with the last state that is told of it."""

    title: str
    link: str
    state: State
    holds: bool
    """Whether it is known to hold on the record's last day."""


def standings(index: Index, links: Links, events: Collection[Event]) -> list[Standing]:
    """Of the things of which at least half of the states began with one of these events, those of most states first."""
    ids = {event.id for event in events}
    shares = [(_share(track, ids), tracks.ordered(track)[-1].start.sort_key, track) for track in index.timeline.tracks]
    found = sorted((each for each in shares if each[0] >= _HALF), key=lambda each: each[:2], reverse=True)
    return [_standing(index, links, track) for _, _, track in found[:_MOST]]


def _share(track: Track, ids: Collection[str]) -> float:
    return sum(state.event in ids for state in track.states) / len(track.states)


def _standing(index: Index, links: Links, track: Track) -> Standing:
    last = tracks.ordered(track)[-1]
    holds = index.state_on(track, index.timeline.record.through) is last
    return Standing(track.title, links.to(urls.track(track.id)), last, holds)
