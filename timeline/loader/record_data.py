"""A record as plain data, and again a record, without asking once more whether it is sound.

What a field says by default is left out. How a value is read back follows from the type of its field; a type of which
nothing is known here is refused as soon as its record is met, so that no field can be forgotten.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from timeline import dates
from timeline.file_place import PlaceIn, Step
from timeline.loader.record_lines import RecordLines
from timeline.loader.record_lists import record_in
from timeline.model import Claim, Event, Record, texts
from timeline.model.event import hand_down
from timeline.model.texts import InLanguages

R = TypeVar("R", bound=Record)
Way = tuple[Step, ...]
_Read = Callable[[Any, RecordLines, Way], Any]
_TYPED: Mapping[Any, Callable[[str], Any]] = {
    dates.Date: dates.parse,
    datetime.date: datetime.date.fromisoformat,
    Decimal: Decimal,
}
"""Values that JSON does not know, each with what reads its text."""
_PLAIN = (str, bool, int, type(None))


def data_of(record: Record) -> dict[str, Any]:
    """What a record says, for JSON."""
    model, said = type(record), vars(record)
    blank = vars(_blank(model))
    return {
        name: value if type(value) is str else _data(value)
        for name in _kept(model)
        if (value := said[name]) is not (default := blank[name]) and value != default
    }


def record_of(model: type[R], data: dict[str, Any], lines: RecordLines, way: Way = ()) -> R:
    """The record that said so, at its place among some lines; what is no such data raises whatever it raises."""
    for name, key, read in _special(model):
        if name in data:
            data[name] = read(data[name], lines, (*way, key))
    data["place"] = PlaceIn(lines, way)
    blank, state = _state(model)
    record = model.__new__(model)
    record.__setstate__(state | {"__dict__": blank | data, "__pydantic_fields_set__": set(data)})
    if isinstance(record, Event):
        hand_down(record)
    return record


def can_be_kept(model: type[Record]) -> bool:
    """Whether each field of a record, and of those in it, is of a type that is known here; raises where one is none."""
    held = [record_in(model.model_fields[name].annotation) for name in _kept(model)]
    return _special(model) is not None and all(can_be_kept(inner) for inner in held if inner)


@cache
def _blank(model: type[Record]) -> Any:
    """A record of which nothing was said, its fields in their order; those that are needed are None."""
    make: Callable[..., Record] = model.model_construct
    return make(**{name: None for name, field in model.model_fields.items() if field.is_required()})


@cache
def _state(model: type[Record]) -> tuple[dict[str, Any], dict[Any, Any]]:
    """What such a record holds, and how it says so to who copies it; a copy asks four times as much each time."""
    blank = _blank(model)
    return dict(vars(blank)), blank.__getstate__()


@cache
def _kept(model: type[Record]) -> tuple[str, ...]:
    """Its fields, but for what it is told while it is made: its place, and what its event as a whole cites."""
    told = ("place", "whole") if model is Claim else ("place",)
    return tuple(name for name in model.model_fields if name not in told)


def _data(value: Any) -> Any:
    if isinstance(value, InLanguages):
        return dict(value.texts)
    if isinstance(value, _PLAIN):
        return value
    if isinstance(value, Record):
        return data_of(value)
    if isinstance(value, tuple):
        return [_data(each) for each in value]
    if isinstance(value, Mapping):
        return {word: _data(each) for word, each in value.items()}
    return value.text if isinstance(value, dates.Date) else str(value)


@cache
def _special(model: type[Record]) -> tuple[tuple[str, str, _Read], ...]:
    """The fields of a record that JSON does not hold as they are: name, the author's key, and what reads them."""
    several = texts.fields(model)
    fields = ((name, model.model_fields[name]) for name in _kept(model))
    readers = ((name, field.alias or name, _reader(field.annotation, name in several)) for name, field in fields)
    return tuple((name, key, read) for name, key, read in readers if read is not None)


def _reader(kind: Any, several: bool) -> _Read | None:
    """What reads a value of some type; nothing where JSON has it as it is. Raises `TypeError` for any other type."""
    kind, origin, inner = _bare(kind)
    if origin is Literal or kind in (bool, int):
        return None
    if kind is str:
        return _text if several else None
    if kind in _TYPED:
        parse = _TYPED[kind]
        return lambda value, lines, way: parse(value)
    if isinstance(kind, type) and issubclass(kind, Record):
        return lambda value, lines, way: record_of(kind, value, lines, way)
    if origin is tuple and len(inner) == 2 and inner[1] is Ellipsis:
        return _row(_reader(inner[0], several))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _by_word(_reader(inner[1], several))
    raise TypeError(f"no value of {kind} is kept")


def _bare(kind: Any) -> tuple[Any, Any, tuple[Any, ...]]:
    """A type without its notes and without the chance that there is no value, its origin, and the types in it."""
    while get_origin(kind) in (Annotated, Union, UnionType):
        within = get_args(kind)[:1] if get_origin(kind) is Annotated else get_args(kind)
        kinds = [each for each in within if each is not type(None)]
        if len(kinds) != 1:
            raise TypeError(f"no value of {kind} is kept")
        kind = kinds[0]
    return kind, get_origin(kind), get_args(kind)


def _text(value: Any, lines: RecordLines, way: Way) -> str:
    return value if isinstance(value, str) else texts.in_several(value)


def _row(read: _Read | None) -> _Read:
    if read is None:
        return lambda value, lines, way: tuple(value)
    return lambda value, lines, way: tuple([read(each, lines, (*way, n)) for n, each in enumerate(value)])


def _by_word(read: _Read | None) -> _Read | None:
    if read is None:
        return None
    return lambda value, lines, way: {word: read(each, lines, (*way, word)) for word, each in value.items()}
