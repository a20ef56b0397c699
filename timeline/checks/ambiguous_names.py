"""A short name stands for one actor, one topic and one place.

What is published or quoted under a name of two actors would be put down to one of them, and whoever types it is led
to both. Two people of one name are no fault, and a topic may be called like an actor.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.checks.waivers import Judged
from timeline.file_place import Step
from timeline.model import Subject, Timeline
from timeline.model.timeline import casefolded
from timeline.problems.slips import SHARED_NAME

_NAME = ("name",)


def slips(timeline: Timeline) -> Iterator[Judged]:
    """Names under `also` that another actor, topic or place has as well."""
    yield from _shared(timeline.actors, "actors")
    yield from _shared(timeline.topics, "topics")
    yield from _shared(timeline.places, "places")


def _shared(subjects: Iterable[Subject], things: str) -> Iterator[Judged]:
    had: dict[str, tuple[Subject, tuple[Step, ...]]] = {}
    for subject in subjects:
        names: list[tuple[str, tuple[Step, ...]]] = [(subject.name, _NAME)]
        names += [(name, ("also", number)) for number, name in enumerate(subject.also)]
        for name, path in names:
            other, way = had.setdefault(casefolded(name), (subject, path))
            if other is subject or path == way == _NAME:
                continue
            span, there = subject.place.at(*path), other.place.at(*way)
            label, place, elsewhere = (f"{other.name} has it", span, there)
            if path == _NAME:
                label, place, elsewhere = (f"{subject.name} has it", there, span)
            help = "leave it with the one that is meant by it, or give both a name that tells them apart"
            told = (("the other one stands at", elsewhere),)
            yield SHARED_NAME.at(place, things=things, label=label, help=help, elsewhere=told), ()
