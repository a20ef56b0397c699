"""How much one record may hold: beyond that no page could show it, and no reader follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any, get_args

from timeline.model import Timeline
from timeline.model.record import Record
from timeline.problems import Problem
from timeline.problems.records import LONG_CHAIN, TOO_MANY
from timeline.queries import provenance

LONGEST_CHAIN = 60
MOST: Mapping[str, int] = {
    "topics": 200, "actors": 200, "places": 200, "relays": 200, "inferred_relays": 200, "authors": 200, "also": 200,
    "claims": 5_000, "updates": 20_000, "hosts": 20_000,
}  # fmt: skip
"""Of these fields, by the names under which they are typed; updates and the claims of an event are folded."""
MANY = 500
"""Of every other field that holds several: citations, states, related events, amounts."""
_ENDS = 8
"""Names of a row that are told when it is long."""


def check(timeline: Timeline) -> Iterator[Problem]:
    """What is more than pages can show; one long chain is told once, where it begins."""
    records = (timeline.sources, timeline.events, timeline.tracks, timeline.expectations, timeline.actors,
               timeline.topics, timeline.places)  # fmt: skip
    yield from _crowded(timeline.record)
    for record in chain.from_iterable(records):
        yield from _crowded(record)
    row = provenance.longest(timeline)
    if len(row) > LONGEST_CHAIN:
        words = " → ".join(ends([source.id for source in row]))
        help = "let each document repeat the one that it truly had, which is near the beginning"
        label = f"{len(row):,} documents, of which at most {LONGEST_CHAIN} fit: {words}"
        yield LONG_CHAIN.at(row[0].place.at("relays"), label=label, help=help)


def ends(words: Sequence[str]) -> Iterator[str]:
    """A row of words; of a long one the first and the last, with how many lie between."""
    if len(words) <= 2 * _ENDS:
        yield from words
        return
    yield from words[:_ENDS]
    yield f"{len(words) - 2 * _ENDS:,} more"
    yield from words[-_ENDS:]


_OWNERS = {"Source": "document", "Withdrawal": "withdrawal"}
_THINGS = {"cite": "citations", "related": "related events"}
_SPREAD = {"cite": "claims", "states": "tracks", "claims": "events"}


def _crowded(record: Record) -> Iterator[Problem]:
    """The fields of a record, and of all that stands within it, that hold too many."""
    held = vars(record)
    for name, typed, most in _fields(type(record)):
        value = held[name]
        if not value or isinstance(value, str):
            continue
        if isinstance(value, Record):
            yield from _crowded(value)
            continue
        if len(value) > most:
            owner = _OWNERS.get(type(record).__name__, type(record).__name__.lower())
            things = _THINGS.get(typed, typed.replace("_", " "))
            further = _SPREAD.get(typed, "records")
            help = f"keep those that tell a reader something, or spread them over several {further}"
            label = f"{len(value):,}, of which at most {most:,} fit"
            yield TOO_MANY.at(record.place.at(typed), owner=f"the {owner}", things=things, label=label, help=help)
        for each in value.values() if isinstance(value, Mapping) else value:
            if not isinstance(each, Record):
                break
            yield from _crowded(each)


@cache
def _fields(kind: type[Record]) -> tuple[tuple[str, str, int], ...]:
    """Those that may hold several values or a record: by name, by the name under which they are typed, and how many."""
    return tuple(
        (name, field.alias or name, MOST.get(field.alias or name, MANY))
        for name, field in kind.model_fields.items()
        if not field.exclude and name != "place" and _holds_several(field.annotation)
    )


def _holds_several(form: Any) -> bool:
    if isinstance(form, type):
        return issubclass(form, Record | tuple | Mapping)
    return getattr(form, "__origin__", None) in (tuple, Mapping, dict) or any(map(_holds_several, get_args(form)))
