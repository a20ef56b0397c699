"""What opens a site: the state of a thing, turning points, the liveliest disputes, and what is newest.

A page that somebody writes asks for each of them, and the home page of a record without one is made of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from timeline import dates
from timeline.charts.forecasts_subjects import subjects
from timeline.dates import Date
from timeline.html.environment import environment
from timeline.language import gettext as _
from timeline.model import Event, Track
from timeline.queries import order
from timeline.queries.index import Index
from timeline.queries.tracks import ordered
from timeline.site import urls
from timeline.site.urls import Links

TURNS = 8
"""Turning points that stand open, with the others folded, where nobody says how many."""
LATEST = 3
DISPUTES = 4


@dataclass(frozen=True, slots=True)
class State:
    """How a thing stands on the record's last day."""

    words: str
    waiting: bool
    """Whether it was predicted for days that are over, and did not come."""
    since: Event | None
    """What made it so."""
    seen: Date | None
    """The last day that the state is told of, where the record says nothing since."""


def state_of_topic(index: Index, topic: str, words: Sequence[str] = ()) -> State:
    """Whether what was predicted has come; `words` are what that is called, and what it is called while it has not.

    Of a topic for which nobody named a time there is nothing to tell: `predicted` tells that first.
    """
    (subject,) = subjects(index, (topic,))
    name = subject.topic.name
    came_words, absent_words = words or (
        _("{name} has come").format(name=name),
        _("{name} has not come").format(name=name),
    )
    return State(came_words if subject.came else absent_words, subject.waiting, subject.came, None)


def state_of_track(index: Index, track: Track) -> State:
    """The last state that is told of a track."""
    last = ordered(track)[-1]
    return State(last.state, False, index.timeline.event(last.event) if last.event else None, last.end)


def state(index: Index, links: Links, told: State, *, dated: bool = True) -> Markup:
    """The state in a line, with the day up to which the record was checked unless that stands in the line above."""
    record = index.timeline.record
    through = dates.parse(record.through.isoformat())
    return Markup(_macros().state(told, through, links, dated, record.retrospective))


def turning_points(index: Index) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """Key events, the first of them open; of a short record without any, all events."""
    key = tuple(event for event in index.row if event.key)
    if not key and len(index.row) <= TURNS:
        return index.row, ()
    return key[:TURNS], key[TURNS:]


def latest(events: Iterable[Event], limit: int | None) -> tuple[Event, ...]:
    """The last in order first. What is planned lies ahead and is no news."""
    return order.backwards(event for event in events if event.course != "planned")[:limit]


def turns(links: Links, events: Sequence[Event], folded: Sequence[Event] = (), level: int = 3) -> Markup:
    """Events as a row of dates with a title and a line each; `folded` are the others, opened by a click."""
    return Markup(_macros().turns(events, folded, links, level))


def disputes(index: Index, links: Links, limit: int | None, level: int = 3) -> Markup:
    """The questions on which most independent sources disagree, each with where it is told."""
    every = index.questions
    return Markup(_macros().disputes(every[:limit], len(every), links, level, links.to(urls.DISPUTES)))


def _macros() -> Any:
    return environment().get_template("opening.html").module
