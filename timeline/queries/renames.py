"""Records that were given another id between two states of a timeline, and the earlier state under the ids of today."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, TypeVar

from timeline.model import Event, Expectation, Record, Source, Subject, Timeline, Track, references

Thing = Literal["record", references.Thing]
Named = Event | Source | Subject | Expectation | Track
R = TypeVar("R", bound=Named)

Names = Mapping[tuple[Thing, str], str]


def matched(before: Iterable[R], after: Iterable[R]) -> Iterator[tuple[R | None, R | None]]:
    """Each record of either state beside the one it was or has become: those that are now, then those that are gone."""
    was = {each.id: each for each in before}
    taken: set[str] = set()
    for record in after:
        names = (record.id, *getattr(record, "aliases", ()))
        old = next((was[name] for name in names if name in was and name not in taken), None)
        if old:
            taken.add(old.id)
        yield old, record
    for each in was.values():
        if each.id not in taken:
            yield each, None


def names_of(before: Timeline, after: Timeline) -> Names:
    """For each id that is another one now, of what it was the id, that other one."""
    names: dict[tuple[Thing, str], str] = {}
    rows: tuple[tuple[Thing, Iterable[Named], Iterable[Named]], ...] = (
        ("event", before.events, after.events),
        ("source", before.sources, after.sources),
        ("actor", before.actors, after.actors),
        ("topic", before.topics, after.topics),
        ("place", before.places, after.places),
        ("expectation", before.expectations, after.expectations),
        ("track", before.tracks, after.tracks),
    )
    for thing, was, now in rows:
        pairs = ((old, record) for old, record in matched(was, now) if old and record and old.id != record.id)
        names |= {(thing, old.id): record.id for old, record in pairs}
    return names


def under_names(timeline: Timeline, names: Names) -> Timeline:
    """An earlier state under the ids of the later one, so that a record that names another has not changed."""
    if not names:
        return timeline
    rows: dict[Thing, tuple[Named, ...]] = {
        "event": timeline.events,
        "source": timeline.sources,
        "actor": timeline.actors,
        "topic": timeline.topics,
        "place": timeline.places,
        "expectation": timeline.expectations,
        "track": timeline.tracks,
    }
    lists: dict[str, Any] = {
        f"{thing}s": tuple(_known(thing, each, names) for each in row) for thing, row in rows.items()
    }
    return dataclasses.replace(timeline, **lists)


def _known(thing: Thing, record: Named, names: Names) -> Record:
    return _under(record, names).model_copy(update={"id": names.get((thing, record.id), record.id)})


def _under(record: Record, names: Names) -> Record:
    """A record with the ids of today in the fields that name others."""
    changed = {
        name: _with_names(value, references.REFERENCES.get((type(record), name)), names)
        for name, value in record.__dict__.items()
        if name != "place"
    }
    return record.model_copy(update=changed)


def _with_names(value: Any, thing: Thing | None, names: Names) -> Any:
    if isinstance(value, Record):
        return _under(value, names)
    if isinstance(value, tuple):
        return tuple(_with_names(each, thing, names) for each in value)
    if isinstance(value, dict):
        return {key: _with_names(each, thing, names) for key, each in value.items()}
    if thing and isinstance(value, str):
        id, mark, claim = value.partition("#")
        return f"{names.get((thing, id), id)}{mark}{claim}"
    return value
