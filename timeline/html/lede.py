"""What a page of many events says before it lists them: the news, and how well they are attested."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from markupsafe import Markup

from timeline.charts.forecasts_subjects import predicted
from timeline.html import names_explained, opening
from timeline.model import Actor, Event, Timeline, Topic
from timeline.model.words import STATUS_OF_SEVERAL, Status
from timeline.queries.index import Index
from timeline.site.urls import Links

Whose = Literal["", "own", "naming"]

_NAMED = 2
"""How many key events a sentence names."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many events have a status, and what that means."""

    status: Status
    number: int
    meaning: str


@dataclass(frozen=True, slots=True)
class Lede:
    """The events that are named, whether they are its key events or the latest one, and the shares of all."""

    named: tuple[Event, ...]
    key: bool
    shares: tuple[Share, ...]
    number: int
    since: tuple[Event, ...] = ()
    """What happened after the one that is named, where that is the latest key event."""
    whose: Whose = ""
    """On the page of somebody: whether the key event is their own or only names them, where that needs to be said."""


def latest(events: Sequence[Event]) -> Lede:
    """The latest key event, of events in their row, and what happened since; where none is key, the last.

    What nobody can date, and what is not known to have happened, is the latest only where there is nothing else.
    """
    past = [event for event in events if _came(event)] or [*events]
    places = [place for place, event in enumerate(past) if event.key]
    if not places:
        return Lede(tuple(past[-1:]), False, _shares(events), len(events))
    place = places[-1]
    return Lede((past[place],), True, _shares(events), len(events), tuple(past[place + 1 :]))


def _came(event: Event) -> bool:
    return event.course not in ("planned", "unknown") and event.date.form != "unknown"


def of_actor(actor: Actor, events: Sequence[Event]) -> Lede:
    """The latest key event in which somebody is named first, and the last such event after it.

    Where none is key, the latest key event of all, told as one that only names them.
    """
    told = latest(events)
    if not told.key:
        return told
    own = latest([event for event in events if event.actors[:1] == (actor.id,)])
    if not own.key:
        return replace(told, whose="naming")
    return replace(told, named=own.named, since=own.since[-1:], whose="" if own.named == told.named else "own")


def of_a_year(events: Sequence[Event]) -> Lede:
    """The key events on which most is said; where none is key, the latest."""
    key = sorted((event for event in events if event.key), key=lambda event: -len(event.claims))[:_NAMED]
    named = tuple(event for event in events if event in key)
    return Lede(named, True, _shares(events), len(events)) if named else latest(events)


_EXPLAINED = 2
"""How many names are explained below it."""


def explained(
    timeline: Timeline, links: Links, told: Lede, but: Collection[str] = (), first: Collection[str] = ()
) -> Markup:
    """The names in the titles that the lede names, after those in the words that stand `first`.

    Where the titles need no line, there is none: on a phone the events are on the first screen.
    """
    titles = [event.title for event in (*told.named, *told.since[-1:])]
    found = names_explained.explained(timeline, links, titles, but=but, most=_EXPLAINED)
    return (
        names_explained.explained(timeline, links, (*first, *titles), but=but, most=_EXPLAINED)
        if found and first
        else found
    )


def awaited(index: Index) -> tuple[str, ...]:
    """The name of what `state` speaks of, where it speaks."""
    return tuple(index.timeline.topics_by_id[id].name for id in [*predicted(index.timeline)][:1])


def state(index: Index, links: Links) -> Markup | str:
    """How the thing stands for which times were named first; nothing where none was."""
    first = next(iter(predicted(index.timeline)), None)
    return opening.state(index, links, opening.state_of_topic(index, first)) if first else ""


def state_of(index: Index, links: Links, topic: Topic) -> Markup | str:
    """How a topic stands for which somebody named a time; nothing of any other."""
    if topic.id not in predicted(index.timeline):
        return ""
    return opening.state(index, links, opening.state_of_topic(index, topic.id))


def state_by(index: Index, links: Links, actor: str) -> Markup:
    """How the topics stand for which somebody named a time and in whose events nobody is named as often."""
    told = (opening.state_of_topic(index, id) for id in _led(index, actor))
    return Markup("\n").join(opening.state(index, links, each, dated=not n) for n, each in enumerate(told))


def _led(index: Index, actor: str) -> Iterable[str]:
    for topic in predicted(index.timeline):
        counted = Counter(id for event in index.events_by_topic.get(topic, ()) for id in event.actors)
        if counted[actor] and counted[actor] == max(counted.values()):
            yield topic


def _shares(events: Sequence[Event]) -> tuple[Share, ...]:
    counted = Counter(event.status for event in events)
    return tuple(
        Share(status, counted[status], STATUS_OF_SEVERAL[status]) for status in get_args(Status) if counted[status]
    )
