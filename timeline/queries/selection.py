"""A smaller timeline: by words, dates, and facets. A selection of a Timeline is a Timeline.

Within one facet any of the values may fit, between facets all must. A date fits a range that it
overlaps, so "May 2025" is found in the spring of 2025 and in the second week of May; another date that
sources give fits too.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from timeline.dates import Date
from timeline.model import CitedDate, Claim, Event, Expectation, Relation, Timeline
from timeline.queries import disputes
from timeline.queries.search import passages
from timeline.queries.search.folded import folded
from timeline.queries.search.terms import Term, fits, terms
from timeline.queries.search.tokens import tokens
from timeline.queries.search.vocabulary import Vocabulary, vocabulary


@dataclass(frozen=True, slots=True)
class Selection:
    """What is looked for; an empty field asks for nothing. The names are those of the site's addresses."""

    q: str = ""
    topic: Collection[str] = ()
    actor: Collection[str] = ()
    place: Collection[str] = ()
    kind: Collection[str] = ()
    status: Collection[str] = ()
    course: Collection[str] = ()
    source_kind: Collection[str] = ()
    start: Date | None = None
    """The first date of a range (`from`)."""
    end: Date | None = None
    """The last date of a range (`to`)."""
    key: bool = False
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class _Reader:
    """What deciding about an event needs to know of the whole."""

    timeline: Timeline
    disputed: frozenset[str]
    asked: tuple[Term, ...]
    topics: tuple[Collection[str], ...]
    """The topics that are asked for, those of each family by themselves: each family is a facet."""


def select(timeline: Timeline, selection: Selection, known: Vocabulary | None = None) -> Timeline:
    """The events that fit, in their order; sources and subjects stay, for events name them.

    To be asked of the whole: what was said against an event may stand in one that an earlier selection left out.
    `known` are the words of the whole record, where the timeline is a part of it.
    """
    disputed = frozenset(dispute.target.event for dispute in disputes.disputes(timeline))
    asked = terms(selection.q, known or vocabulary(timeline)) if selection.q.strip() else ()
    reader = _Reader(timeline, disputed, asked, by_family(timeline, selection.topic))
    return dataclasses.replace(timeline, events=tuple(e for e in timeline.events if _fits(reader, selection, e)))


def by_family(timeline: Timeline, ids: Collection[str]) -> tuple[Collection[str], ...]:
    """Topics by their families, of which each is a facet; those of no family are one too."""
    families: dict[str | None, list[str]] = {}
    for id in ids:
        topic = timeline.topic(id)
        families.setdefault(topic.family if topic else None, []).append(id)
    return tuple(families.values())


def surrounded(whole: Timeline, part: Timeline, selection: Selection | None = None) -> Timeline:
    """Some events with what they name and no more: the documents they cite with those that these repeat, and so on.

    A forecast is kept where one of the events or their claims answers it, and where it fits the `selection` itself; a
    track where one of the events began a state.
    """
    ids = {event.id for event in part.events}
    asked = selection or Selection()
    expectations = tuple(each for each in whole.expectations if _answer(each) in ids or _foretold(asked, each))
    tracks = tuple(track for track in whole.tracks if any(state.event in ids for state in track.states))
    cited = [c for event in part.events for each in _citing(event) for c in each.citations]
    cited += [citation for event in part.events for citation in event.citations]
    cited += [citation for each in expectations for citation in each.citations]
    cited += [citation for track in tracks for state in track.states for citation in state.citations]
    sources, ahead = set[str](), [citation.source for citation in cited]
    while ahead:
        id = ahead.pop()
        if id not in sources and (source := whole.source(id)):
            sources.add(id)
            ahead += source.repeats
    topics = {id for event in part.events for id in event.topics} | {each.about for each in expectations}
    speakers = {claim.by for event in part.events for claim in event.claims} | {each.by for each in expectations}
    actors = {id for event in part.events for id in event.actors} | speakers
    places = {id for event in part.events for id in event.places}
    return dataclasses.replace(
        part,
        sources=tuple(source for source in whole.sources if source.id in sources),
        actors=tuple(actor for actor in whole.actors if actor.id in actors),
        topics=tuple(topic for topic in whole.topics if topic.id in topics),
        places=tuple(place for place in whole.places if place.id in places),
        expectations=expectations,
        tracks=tracks,
    )


def _answer(expectation: Expectation) -> str:
    """The event that answers a forecast, or whose claim does."""
    outcome = expectation.outcome
    return ((outcome.event or outcome.denied or outcome.withdrawn or "") if outcome else "").partition("#")[0]


def _foretold(asked: Selection, expectation: Expectation) -> bool:
    """Whether a forecast is about a topic, by an actor or within the dates that are asked for.

    What only events have, such as a status or words in their claims, is no question about forecasts.
    """
    forecasts = Selection(topic=asked.topic, actor=asked.actor, start=asked.start, end=asked.end)
    if asked != forecasts or forecasts == Selection():
        return False
    dates = [date for date in (expectation.window, expectation.said) if date]
    return (
        (not asked.topic or expectation.about in asked.topic)
        and (not asked.actor or expectation.by in asked.actor)
        and (not (asked.start or asked.end) or _overlap(dates, asked.start, asked.end))
    )


def _citing(event: Event) -> Iterator[Claim | CitedDate | Relation]:
    """Everything in an event that cites documents."""
    yield from event.claims
    yield from event.rivals
    yield from event.dates.values()
    yield from event.related


def by_actor(timeline: Timeline) -> Mapping[str, tuple[Event, ...]]:
    """For each actor, the events that name it, in order."""
    return _grouped((id, event) for event in timeline.events for id in event.actors)


def by_topic(timeline: Timeline) -> Mapping[str, tuple[Event, ...]]:
    """For each topic, the events about it, in order."""
    return _grouped((id, event) for event in timeline.events for id in event.topics)


def by_place(timeline: Timeline) -> Mapping[str, tuple[Event, ...]]:
    """For each place, the events that happened there, in order."""
    return _grouped((id, event) for event in timeline.events for id in event.places)


def overlaps(event: Event, start: Date | None, end: Date | None) -> bool:
    """Whether the event, or a rival date of it, may lie in a range that is open where an end is not given."""
    return _overlap((event.date, *(rival.date for rival in event.rivals)), start, end)


def _overlap(dates: Iterable[Date], start: Date | None, end: Date | None) -> bool:
    first, last = start.earliest if start else None, end.latest if end else None
    return any(
        (first is None or date.latest is None or date.latest >= first)
        and (last is None or date.earliest is None or date.earliest <= last)
        for date in dates
        if date.form != "unknown" or (first is None and last is None)
    )


def _fits(reader: _Reader, wanted: Selection, event: Event) -> bool:
    facets: tuple[tuple[Collection[str], Collection[str]], ...] = (
        *((family, event.topics) for family in reader.topics),
        (wanted.actor, event.actors),
        (wanted.place, event.places),
        (wanted.kind, (event.kind,)),
        (wanted.status, (event.status,)),
        (wanted.course, (event.course,)),
    )
    return (
        all(not values or set(values) & set(own) for values, own in facets)
        and (not wanted.key or event.key)
        and (not wanted.disputed or event.id in reader.disputed)
        and overlaps(event, wanted.start, wanted.end)
        and (not wanted.source_kind or bool(set(wanted.source_kind) & _source_kinds(reader.timeline, event)))
        and (not reader.asked or _says(reader, event))
    )


def _source_kinds(timeline: Timeline, event: Event) -> set[str]:
    every = chain(event.citations, (c for claim in event.claims for c in claim.citations))
    cited = (timeline.source(c.source) for c in every)
    return {source.kind for source in cited if source}


def _says(reader: _Reader, event: Event) -> bool:
    """Whether all that was asked for is in what the event says of itself, or in the names of those it concerns."""
    said = [
        frozenset(token for text in part for token in tokens(folded(text.text)))
        for part in passages.of_event(reader.timeline, event)
    ]
    return all(fits(term, said) for term in reader.asked)


def _grouped(pairs: Iterable[tuple[str, Event]]) -> Mapping[str, tuple[Event, ...]]:
    groups: dict[str, dict[str, Event]] = {}
    for id, event in pairs:
        groups.setdefault(id, {})[event.id] = event
    return {id: tuple(events.values()) for id, events in groups.items()}
