"""What stands beside an event: how things stood on its day, and what had been predicted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from timeline.model import Event, Expectation, State, Track
from timeline.model.words import Tone
from timeline.queries import expectations, provenance
from timeline.queries.expectations import Standing
from timeline.queries.index import Index
from timeline.site import urls
from timeline.site.urls import Links


@dataclass(frozen=True, slots=True)
class Beside:
    """How one track stood while the event happened."""

    track: Track
    link: str
    first: State | None
    """On the first day that the event's date may mean."""
    last: State | None
    """On the last one, or from this event on where that is later, if it is another state."""
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


def that_day(index: Index, event: Event, links: Links) -> list[Beside]:
    """The tracks whose state is known on the days of an event, those that it changes first."""
    ends = (event.date.earliest or event.date.latest, event.date.latest or event.date.earliest)
    if ends[0] is None or ends[1] is None or ends[0] > index.timeline.record.through:
        return []
    beside = []
    for track in index.timeline.tracks:
        first, last = index.state_on(track, ends[0]), index.state_on(track, min(ends[1], index.timeline.record.through))
        begun = [state for state in track.states if state.event == event.id]
        if begun and first not in begun and last not in begun:
            last = begun[0]
        if first or last:
            link = links.to(urls.track(track.id))
            beside.append(Beside(track, link, first, last if last != first else None, bool(begun)))
    return sorted(beside, key=lambda row: not row.changed)


def tones(beside: Iterable[Beside]) -> list[Tone]:
    """How free the things are, each word once: what the key of their marks explains."""
    met = {state.tone for row in beside for state in (row.first, row.last) if state}
    return [tone for tone in get_args(Tone) if tone in met]


def forecasts(index: Index, event: Event, links: Links) -> list[Foretold]:
    """First the forecasts that the event answers, then those made in its reports on its day."""
    answered = index.answered.get(event.id, ())
    made = {
        expectation.id: expectation
        for id in provenance.cited(event)
        for expectation in index.foretold.get(id, ())
        if expectation.said and expectation.said.overlaps(event.date) and expectation not in answered
    }
    rows = [(expectation, True) for expectation in answered] + [(expectation, False) for expectation in made.values()]
    return [_foretold(index, links, expectation, told) for expectation, told in rows]


def _foretold(index: Index, links: Links, expectation: Expectation, answered: bool) -> Foretold:
    timeline = index.timeline
    standing = expectations.standing(timeline, index.out, expectation, timeline.record.through)
    speaker = timeline.actors_by_id[expectation.by].name if expectation.by else ""
    link = f"{links.to(urls.EXPECTATIONS)}#{expectation.id}"
    return Foretold(expectation, speaker, standing, link, answered)
