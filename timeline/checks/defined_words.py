"""Words that the record defines: each should be one that something is called by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from timeline.model import Timeline
from timeline.problems import Problem
from timeline.problems.notes import UNUSED_WORD


def notes(timeline: Timeline) -> Iterator[tuple[Problem, tuple[()]]]:
    """Words that nothing is called by, where they are defined."""
    about = timeline.record
    for field, words in _used(timeline).items():
        for word in about.own(field):
            if word not in words:
                span = about.place.key(field, word)
                yield UNUSED_WORD.at(span, label="nothing is called so", help="use it, or delete it"), ()


def _used(timeline: Timeline) -> Mapping[str, Set[str]]:
    """The words that records have, by the field in which more of them are defined."""
    events = timeline.events
    return {
        "kinds": {event.kind for event in events},
        "source_kinds": {source.kind for source in timeline.sources},
        "update_kinds": {update.kind for event in events for update in event.updates},
        "date_roles": {role for event in events for role in event.dates},
        "topic_families": {topic.family for topic in timeline.topics if topic.family},
        "actor_kinds": {actor.kind for actor in timeline.actors},
    }
