"""What stands beside an event: how things stood on its day, and what had been foretold."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from timeline.model import Event, Expectation, State, Track
from timeline.pages import paths
from timeline.pages.desk import Desk
from timeline.pages.paths import Links
from timeline.queries import expectations, provenance, tracks
from timeline.queries.expectations import Standing


@dataclass(frozen=True, slots=True)
class Beside:
    """How one track stood while the event happened."""

    track: Track
    link: str
    first: State | None
    """On the first day that the event's date may mean."""
    last: State | None
    """On the last one, where that is another state."""
    changed: bool
    """Whether this event is what changed it."""


@dataclass(frozen=True, slots=True)
class Foretold:
    """A forecast that an event answers, or that was made in its reports."""

    expectation: Expectation
    speaker: str
    standing: Standing
    link: str
    answered: bool
    """By this event; otherwise it was made here."""


def that_day(desk: Desk, event: Event, links: Links) -> list[Beside]:
    """The tracks whose state is known on the days of an event, those that it changes first."""
    ends = (event.date.earliest or event.date.latest, event.date.latest or event.date.earliest)
    if ends[0] is None or ends[1] is None or ends[0] > desk.timeline.record.through:
        return []
    found = []
    for track in desk.timeline.tracks:
        first, last = _state(desk, track, ends[0]), _state(desk, track, min(ends[1], desk.timeline.record.through))
        changed = any(state.event == event.id for state in track.states)
        if first or last or changed:
            link = f"{links.to(paths.TRACKS)}#_{track.id}"
            found.append(Beside(track, link, first, last if last != first else None, changed))
    return sorted(found, key=lambda row: not row.changed)


def forecasts(desk: Desk, event: Event, links: Links) -> list[Foretold]:
    """First the forecasts that the event answers, then those made in its reports on its day."""
    answered = desk.answered.get(event.id, ())
    made = {
        expectation.id: expectation
        for id in provenance.cited(event)
        for expectation in desk.foretold.get(id, ())
        if expectation.said and expectation.said.overlaps(event.date) and expectation not in answered
    }
    rows = [(expectation, True) for expectation in answered] + [(expectation, False) for expectation in made.values()]
    return [_foretold(desk, links, expectation, told) for expectation, told in rows]


def _foretold(desk: Desk, links: Links, expectation: Expectation, answered: bool) -> Foretold:
    timeline = desk.timeline
    standing = expectations.standing(timeline, desk.out, expectation, timeline.record.through)
    speaker = timeline.actors_by_id[expectation.by].name if expectation.by else ""
    link = f"{links.to(paths.EXPECTATIONS)}#{expectation.id}"
    return Foretold(expectation, speaker, standing, link, answered)


def _state(desk: Desk, track: Track, day: datetime.date) -> State | None:
    """Asked once for each day: events share them."""
    if (track.id, day) not in desk.states:
        desk.states[track.id, day] = tracks.state_on(track, day)
    return desk.states[track.id, day]
