"""Fields of records that name other records by their ids, and of what sort those are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from timeline.model import texts
from timeline.model.event import Citation, Claim, Event, Relation
from timeline.model.expectation import Expectation, Outcome, State
from timeline.model.record import Record
from timeline.model.source import Relay

Thing = Literal["event", "source", "actor", "topic", "place", "expectation", "track"]

REFERENCES: Mapping[tuple[type[Record], str], Thing] = {
    (Citation, "source"): "source",
    (Citation, "via"): "source",
    (Relay, "source"): "source",
    (Claim, "by"): "actor",
    (Claim, "disputes"): "event",
    (Claim, "denies"): "event",
    (Claim, "event"): "event",
    (Event, "actors"): "actor",
    (Event, "topics"): "topic",
    (Event, "places"): "place",
    (Relation, "event"): "event",
    (Expectation, "about"): "topic",
    (Expectation, "by"): "actor",
    (Expectation, "replaces"): "expectation",
    (Outcome, "event"): "event",
    (Outcome, "denied"): "event",
    (Outcome, "withdrawn"): "event",
    (State, "event"): "event",
}
"""By the record and its field. A claim is named by its event, `event-id#claim-id`."""


def subclasses(kind: type[Record]) -> Iterator[type[Record]]:
    """Every sort of record."""
    for each in kind.__subclasses__():
        yield each
        yield from subclasses(each)


ABOUT = "about"
"""Of a forecast it names a topic; of a topic it is a sentence."""
_SHORT: Mapping[str, Thing] = {"cite": "source", "relays": "source"}
"""Fields in which a bare id stands for a record that names it."""
KEYS: Mapping[str, Thing] = {**{field: thing for (_, field), thing in REFERENCES.items() if field != ABOUT}, **_SHORT}
"""The same as files have it: keys whose words are ids wherever they stand, and of what."""
TEXTS = frozenset(field for kind in subclasses(Record) for field in texts.fields(kind))
"""Fields whose words may stand in several languages, as a mapping whose keys are no fields of ours."""
CLAIMS = ("disputes", "denies", "denied", "withdrawn")
"""Those that name claims; within its own event, a claim is named by its own id alone."""
