"""What the page of one event speaks of, as a timeline of its own, and the days on which that reads otherwise.

A view of all the record for each day on which something became known would be asked thousands of times for pages that
change on three of them. So an event takes along what its page names: who disagrees with it, what it is related to, the
forecasts it answers, and its neighbours in the row. A view of this little timeline says of the event what a
view of the whole says, which `tests/pages/test_event_states.py` holds for every event and day.
"""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property

from timeline.model import Citation, Event, Expectation, Source, Timeline, Track
from timeline.queries import known_since, provenance, tracks
from timeline.queries.as_of import as_read, known_by, track_as_of
from timeline.queries.evidence import Followed
from timeline.queries.index import Index
from timeline.queries.known_since import Known

Day = datetime.date
Turns = tuple[tuple[Day, Track | None], ...]
"""A track as it was known, from each day on which it may have changed."""


@dataclass(frozen=True, eq=False)
class _OfDay(Index):
    """The answers of a day; since when documents were out, and where they lead, is what all days say."""

    since: Mapping[str, Known] = field(default_factory=dict)
    words: str = ""
    leads: Followed | None = None

    @cached_property
    def out(self) -> Mapping[str, Known]:
        return self.since

    @cached_property
    def until(self) -> str:
        return self.words

    @cached_property
    def followed(self) -> Followed:
        return self.leads or Followed(self.timeline)


@dataclass(frozen=True, slots=True)
class Part:
    """An event with what its page names."""

    timeline: Timeline
    since: Mapping[str, Known]
    tracks: Sequence[Turns]
    days: tuple[Day, ...]
    """From the day on which the event was known: each day from which its page may read otherwise, but for today's."""
    beside: tuple[tuple[Day, Event | None, Event | None], ...]
    """Its neighbours in the row, from each of the days on which they were others."""
    leads: Followed
    """Where its citations lead, on whichever day."""
    said: Timeline
    """The event with the claims that disagree with it: they read otherwise only once another document is out."""
    turns: tuple[Day, ...]
    """The days on which the documents came out that these cite."""

    def on(self, day: Day, words: str) -> Index:
        """The answers of one day; `words` stand for it, for a page reads the same on many days."""
        view = known_by(self.timeline, self.since, day).having(tracks=tuple(_known(self.tracks, day)))
        return _OfDay(view, since=self.since, words=words, leads=self.leads)

    def turn(self, day: Day) -> int:
        """The same number for days on which the claims rest on the same."""
        return bisect_right(self.turns, day)

    def said_on(self, day: Day, words: str) -> Index:
        """The answers of one day, as far as they concern what is claimed."""
        return _OfDay(known_by(self.said, self.since, day), since=self.since, words=words, leads=self.leads)


class Surroundings:
    """Those of all events of one timeline."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._row = [event for event in index.row if event.date.form != "unknown"]
        self._place = {event.id: place for place, event in enumerate(self._row)}
        self._known = [index.changes.began(event) for event in self._row]
        last = len(self._known) - 1
        self._after = _steps(self._known)
        self._before = [last - place for place in reversed(_steps(self._known[::-1]))]
        self._read = {source.id: source for source in as_read(index.timeline, index.timeline.sources)}
        self._order = {id: place for place, id in enumerate(self._read)}
        self._events = {event.id: place for place, event in enumerate(index.timeline.events)}
        self._forecasts = {forecast.id: place for place, forecast in enumerate(index.timeline.expectations)}
        self._tracks: list[Turns] = [tuple(_turns(index, track)) for track in index.timeline.tracks]

    def of(self, event: Event) -> Part:
        """The part of the timeline that an event's page speaks of."""
        index, whole = self._index, self._index.timeline
        questions = index.questions_by_event.get(event.id, ())
        refs = {side.claim.ref for question in questions for side in question.sides}
        said = self._said(event, refs)
        forecasts = tuple(sorted(_forecasts(index, event), key=lambda each: self._forecasts[each.id]))
        answers = [each.outcome for each in forecasts if each.outcome]
        refs |= {ref for outcome in answers for ref in (outcome.denied, outcome.withdrawn) if ref}
        related = {relation.event for relation in event.related}
        related |= {other.id for _, other in index.related_from.get(event.id, ())}
        named = {
            *(ref.partition("#")[0] for ref in refs),
            *related,
            *(outcome.event for outcome in answers if outcome.event),
        } - {event.id}
        told = self._told(event, named, refs)
        documents = _documents(index, told, forecasts)
        part = whole.having(events=told, sources=self._sources(documents), expectations=forecasts, tracks=())
        began = index.changes.began(event)
        days = {began, *self._days(event, refs, forecasts)}
        days |= {index.changes.began(other) for id in related if (other := whole.event(id))}
        kept = tuple(sorted(day for day in days if began <= day < index.changes.through))
        cited = {citation.source for each in said.events for citation in _citations(each)}
        turns = tuple(sorted(set(map(index.changes.known_on, cited))))
        near = tuple(self._beside(event, began))
        return Part(part, index.out, self._tracks, kept, near, Followed(part), said, turns)

    def _said(self, event: Event, refs: Set[str]) -> Timeline:
        """An event with some claims of others."""
        whole, named = self._index.timeline, {ref.partition("#")[0] for ref in refs} - {event.id}
        events = self._told(event.model_copy(update={"updates": (), "related": ()}), named, refs)
        sources = self._sources(_documents(self._index, events, ()))
        return whole.having(events=events, sources=sources, expectations=(), tracks=())

    def _told(self, event: Event, others: Iterable[str], refs: Set[str]) -> tuple[Event, ...]:
        """An event and others in brief, in the order of the record."""
        known = [each for id in others if (each := self._index.timeline.event(id))]
        row = [event, *(_brief(other, refs, event.id) for other in known)]
        return tuple(sorted(row, key=lambda each: self._events[each.id]))

    def _sources(self, ids: Iterable[str]) -> tuple[Source, ...]:
        """Documents in the order of the record."""
        return tuple(self._read[id] for id in sorted(ids, key=self._order.__getitem__))

    def _beside(self, event: Event, began: Day) -> Iterator[tuple[Day, Event | None, Event | None]]:
        """The neighbours of any day: in both directions the nearest of those that were known by then.

        What nobody can date stands beside nothing.
        """
        if event.date.form == "unknown":
            if began < self._index.changes.through:
                yield began, None, None
            return
        place = self._place[event.id]
        before = list(self._known_sooner(place - 1, self._before, began))
        after = list(self._known_sooner(place + 1, self._after, began))
        days = {began, *(max(began, day) for day, _ in (*before, *after))}
        for day in sorted(day for day in days if day < self._index.changes.through):
            one, other = (next((each for known, each in side if known <= day), None) for side in (before, after))
            yield day, one, other

    def _known_sooner(self, place: int, steps: Sequence[int], began: Day) -> Iterator[tuple[Day, Event]]:
        """Going away from an event, those that were known sooner than all that lie nearer, with that day."""
        while 0 <= place < len(self._known):
            yield self._known[place], self._row[place]
            if self._known[place] <= began:
                break
            place = steps[place]

    def _days(self, event: Event, refs: Iterable[str], forecasts: Iterable[Expectation]) -> Iterator[Day]:
        """Days from which on something else is said, but for when other events became known."""
        index, changes = self._index, self._index.changes
        yield event.added
        yield from (update.on for update in event.updates)
        yield from (changes.known_on(citation.source) for citation in _citations(event))
        for claim in (claim for ref in refs if (claim := index.timeline.claim(ref))):
            yield index.changes.began(index.timeline.events_by_id[claim.event])
            yield from (changes.known_on(citation.source) for citation in claim.citations)
        for _, other in index.related_from.get(event.id, ()):
            for relation in other.related:
                if relation.event == event.id:
                    yield from (changes.known_on(citation.source) for citation in relation.citations)
        for forecast in forecasts:
            yield from (state.day for state in changes.expectations[forecast.id])
            yield from (changes.known_on(citation.source) for citation in forecast.citations)
        first, last = event.date.earliest or event.date.latest, event.date.latest or event.date.earliest
        if first and last:
            yield first
            for turns in self._tracks:
                yield from _otherwise((day, _stood(track, event, day, first, last)) for day, track in turns)


def _steps(days: Sequence[Day]) -> list[int]:
    """For each place in a row the next one with an earlier day; the end of the row where there is none."""
    steps, ahead = [len(days)] * len(days), list[int]()
    for place, day in enumerate(days):
        while ahead and day < days[ahead[-1]]:
            steps[ahead.pop()] = place
        ahead.append(place)
    return steps


def _known(tracks_of: Iterable[Turns], day: Day) -> Iterator[Track]:
    """The tracks of a day."""
    for turns in tracks_of:
        place = bisect_right(turns, day, key=lambda turn: turn[0])
        if place and (track := turns[place - 1][1]):
            yield track


def _turns(index: Index, track: Track) -> Iterator[tuple[Day, Track | None]]:
    """Each day on which a state of it comes to be told, begins or ends."""
    days = set()
    for state in track.states:
        days.add(known_since.state_known_on(index.timeline, index.out, state))
        bounds = [bound for date in (state.start, state.end) if date for bound in (date.earliest, date.latest) if bound]
        days |= {*bounds, *(bound + datetime.timedelta(days=1) for bound in bounds if bound < Day.max)}
    for day in sorted(day for day in days if day < index.changes.through):
        yield day, track_as_of(index.timeline, index.out, track, day)


def _stood(track: Track | None, event: Event, day: Day, first: Day, last: Day) -> tuple[object, ...]:
    """What a page says of a track beside an event."""
    if track is None:
        return None, None, False
    changed = any(state.event == event.id for state in track.states)
    return tracks.state_on(track, first), tracks.state_on(track, min(last, day)), changed


def _otherwise(states: Iterable[tuple[Day, object]]) -> Iterator[Day]:
    """The days of those that differ from the one before."""
    before: object = (None, None, False)
    for day, state in states:
        if state != before:
            yield day
        before = state


def _forecasts(index: Index, event: Event) -> Iterable[Expectation]:
    """Those that it may answer, and those that its documents made, each once."""
    cited = provenance.cited(event)
    forecasts = [*index.answered.get(event.id, ()), *(each for id in cited for each in index.foretold.get(id, ()))]
    return {forecast.id: forecast for forecast in forecasts}.values()


def _brief(event: Event, refs: Set[str], id: str) -> Event:
    """Another event with the claim that states it, the claims that count here, and how it names this one."""
    return event.model_copy(
        update={
            "claims": tuple(claim for claim in event.claims if claim.number == 1 or claim.ref in refs),
            "rivals": (),
            "dates": {},
            "related": tuple(relation for relation in event.related if relation.event == id),
            "updates": (),
        }
    )


def _documents(index: Index, events: Iterable[Event], forecasts: Iterable[Expectation]) -> set[str]:
    """The documents that they cite, and those that these repeat."""
    cited = [citation for event in events for citation in _citations(event)]
    cited += [citation for expectation in forecasts for citation in expectation.citations]
    ahead = [citation.source for citation in cited] + [citation.via for citation in cited if citation.via]
    ids: set[str] = set()
    while ahead:
        id = ahead.pop()
        if id not in ids and (source := index.timeline.source(id)):
            ids.add(id)
            ahead += source.repeats
    return ids


def _citations(event: Event) -> Iterator[Citation]:
    dated = (*event.rivals, *event.dates.values())
    for cited in (event.citations, *(claim.citations for claim in event.claims), *(date.citations for date in dated)):
        yield from cited
    yield from (citation for relation in event.related for citation in relation.citations)
