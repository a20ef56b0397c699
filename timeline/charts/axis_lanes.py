"""Which lane of the axis an event runs in: that of the group of its first actor, or of its first topic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from babel import Locale

from timeline.language import N_, SOURCE
from timeline.language import gettext as _
from timeline.model import Event, Timeline
from timeline.site import kind_names, wording

By = Literal["actors", "topics"]
MOST = 6
"""What is not among the fullest lanes shares the last one."""
_GROUPS = {
    "person": N_("People"),
    "company": N_("Companies"),
    "government": N_("Governments"),
    "organisation": N_("Organisations"),
    "media": N_("Media"),
}
_REST = N_("Others")


@dataclass(frozen=True, slots=True)
class Lane:
    """A group with its events, in their order."""

    name: str
    """For tables, which read alike in every language."""
    words: str
    """The same for readers."""
    events: tuple[Event, ...]


def lanes(timeline: Timeline, events: Sequence[Event], by: By = "actors") -> tuple[Lane, ...]:
    """Every event in exactly one lane, the fullest lane first."""
    keys = [_actor(timeline, event) if by == "actors" else _topic(timeline, event) for event in events]
    found_keys = sorted(Counter(filter(None, keys)).items(), key=lambda item: -item[1])
    least = max(2, len(events) / 40) if len(events) > 10 else 1
    fullest = [key for key, number in found_keys if number >= least]
    shown = set(fullest if len(fullest) < MOST else fullest[: MOST - 1])
    groups: dict[str, list[Event]] = {key: [] for key in fullest if key in shown}
    rest: list[Event] = []
    for event, key in zip(events, keys, strict=True):
        groups.get(key, rest).append(event)
    rows = [Lane(*_names(timeline, key, own, by), tuple(own)) for key, own in groups.items()]
    if rest:
        rows.append(Lane(_REST, _(_REST), tuple(rest)) if rows else Lane("", "", tuple(rest)))
    return tuple(rows)


def _actor(timeline: Timeline, event: Event) -> str:
    """Kind and country; people stand with the governments and companies of nobody."""
    actor = timeline.actor(event.actors[0]) if event.actors else None
    return f"{actor.kind} {actor.country or ''}" if actor else ""


def _topic(timeline: Timeline, event: Event) -> str:
    return event.topics[0] if event.topics and timeline.topic(event.topics[0]) else ""


def _names(timeline: Timeline, key: str, events: Sequence[Event], by: By) -> tuple[str, str]:
    """A group of one is called by its name."""
    if by == "topics":
        return (timeline.topics_by_id[key].name,) * 2
    ids = {event.actors[0] for event in events}
    if len(ids) == 1:
        return (timeline.actors_by_id[ids.pop()].name,) * 2
    _kind, country = key.split(" ")
    group = kind_names.of_actors(timeline.actors_by_id[ids.pop()], _GROUPS)
    if not country:
        return group, _(group)
    words = _("{group}, {country}").format(group=_(group), country=wording.country_name(country))
    return f"{group}, {Locale(SOURCE).territories.get(country) or country}", words
