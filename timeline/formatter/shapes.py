"""What the canonical form needs to know of each field, read from the models.

A field's place in its record is its place in the model, so that the model, the schema and the files are
always in one order.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, get_args

from pydantic import BeforeValidator

from timeline.dates import Date
from timeline.loader.record_lists import LISTS
from timeline.model import About, Claim, Event, Expectation, Record, Source, State, Track, Update, texts
from timeline.model.fields import as_list, as_mapping

LONG = frozenset([About, Event, Source, Expectation, Track, State, Claim, Update])
"""Records with a line for each field, however short they are; the others stand on one line if they fit."""
PLAIN = frozenset([Event])
"""Of these, one that holds nothing but words and lists of them stands on one line too, if it fits: a row of a table."""
PROSE = frozenset(["allow"])
"""Mappings of the author's own keys that hold sentences, and so have a line for each."""
PLURAL = frozenset(["actors", "aliases", "authors", "places", "topics"])
"""Fields that stay a list with one item in it; `cite`, `relays` and their like then take the word alone."""


@dataclass(frozen=True, slots=True)
class Field:
    """How the value of one field is written."""

    rank: int = 0
    shape: Shape | None = None
    """That of the record it holds, or of the records in its list or mapping."""
    many: bool = False
    """Takes one word or a list, which mean the same."""
    plural: bool = False
    own_keys: bool = False
    """A mapping whose keys are the author's."""
    prose: bool = False
    languages: bool = False
    """Takes a text, or a mapping with one for each language."""
    typed: bool = False
    """A date, a figure or a flag, which may look like one; any other text that does is put in quotation marks."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a record is written."""

    model: type[Record]
    fields: Mapping[str, Field]
    long: bool
    plain: bool


@cache
def shape(model: type[Record]) -> Shape:
    """The fields of a record by the names that authors write."""
    written = {field.alias or name: field for name, field in model.model_fields.items()}
    names = [name for name in written if not name.startswith("\0")]
    return Shape(
        model,
        {name: _field(model, name, n, written[name]) for n, name in enumerate(names)},
        model in LONG,
        model in PLAIN,
    )


def top() -> Mapping[str, Field]:
    """What may stand at the top of a file."""
    lists = {name: Field(rank, shape(model)) for rank, (name, model) in enumerate(LISTS.items(), 1)}
    return {"record": Field(0, shape(About)), **lists}


def _field(model: type[Record], name: str, rank: int, field: Any) -> Field:
    inside = list(_inside(field.annotation))
    record = next((part for part in inside if issubclass(part, Record)), None)
    before = {part.func for part in field.metadata if isinstance(part, BeforeValidator)}
    return Field(
        rank,
        shape(record) if record else None,
        many=as_list in before,
        plural=name in PLURAL,
        own_keys=as_mapping in before or name in texts.fields(model),
        prose=name in PROSE,
        languages=name in texts.fields(model),
        typed=any(part in (Date, datetime.date, bool, Decimal) for part in inside),
    )


def _inside(annotation: Any) -> Iterator[type]:
    """Every class that an annotation speaks of."""
    if isinstance(annotation, type):
        yield annotation
    for part in get_args(annotation):
        yield from _inside(part)
