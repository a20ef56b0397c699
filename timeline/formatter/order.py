"""The one order of records and of their fields.

Fields stand as in the model. Events stand as on the timeline; forecasts by topic and by the day on which they
were made; tracks, and the states of each, in time; sources, actors, topics and places by id: there a record has one
place, two people who add different ones seldom touch the same lines, and whoever has an id finds it. A divider,
which is a comment between two empty lines, divides a list: records are put in order between dividers and never
cross one, or the divider would lie. What readers see in the order in which it was typed stays in that order:
claims, citations, dates with a role, relations, updates.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from timeline import dates
from timeline.formatter.shapes import Field, Shape
from timeline.formatter.tree import Group, Part
from timeline.model import Actor, Citation, Event, Expectation, Location, Quotation, Relay, Source, State, Topic, Track

_NEVER = (10**8,)
"""Behind every date."""
_ONLY: Mapping[type, str] = {Citation: "source", Relay: "source", Quotation: "text"}
"""Records that are written as the value of one field where they have no other."""


def arrange(root: Group, top: Mapping[str, Field]) -> None:
    """Puts a whole file in order, in place."""
    root.parts.sort(key=lambda part: top[part.key].rank)
    for part in root.parts:
        _value(part, top[part.key])
        if isinstance(part.value, Group) and not part.value.mapping:
            part.value.parts = _sections(part.value.parts, top[part.key])


def _sections(parts: list[Part], field: Field) -> list[Part]:
    """Records in their order, below the dividers they had."""
    sections: list[list[Part]] = []
    for part in parts:
        if part.dividers or not sections:
            sections.append([])
        sections[-1].append(part)
    ordered = []
    for section in sections:
        dividers, section[0].dividers = section[0].dividers, []
        _sort(section, field.shape)
        section[0].dividers = dividers
        ordered += section
    return ordered


def _sort(parts: list[Part], shape: Shape | None) -> None:
    key = _KEYS.get(shape.model) if shape else None
    if key is not None:
        parts.sort(key=key)


def _value(part: Part, field: Field) -> None:
    """One value: what it holds in order, and a list of one as the field has it."""
    value = part.value
    if isinstance(value, Group) and not value.mapping:
        for item in value.parts:
            _record(item, field)
        if field.many and not field.plural and len(value.parts) == 1 and not value.commented:
            part.value = value.parts[0].value
        elif field.shape and field.shape.model is State:
            _sort(value.parts, field.shape)
    elif isinstance(value, Group) and field.own_keys:
        if field.languages:
            value.parts.sort(key=lambda part: part.key)
        for item in value.parts:
            _record(item, field)
    else:
        _record(part, field)
        if field.plural and isinstance(part.value, str):
            group = Group(part, mapping=False)
            item = Part(group, "")
            item.value = part.value
            group.parts.append(item)
            part.value = group


def _record(part: Part, field: Field) -> None:
    group, shape = part.value, field.shape
    if shape is None or not isinstance(group, Group):
        return
    group.parts.sort(key=lambda inner: shape.fields[inner.key].rank)
    for inner in group.parts:
        _value(inner, shape.fields[inner.key])
    if not part.key and group.parts[0].above:
        part.above += group.parts[0].above  # beside the dash there is no room for it
        group.parts[0].above = []
        group.commented = _commented(group)
    only = _ONLY.get(shape.model)
    if only and not group.commented and [inner.key for inner in group.parts] == [only]:
        part.value = part.text(only)


def _commented(group: Group) -> bool:
    return bool(group.below) or any(
        part.above or part.beside or (isinstance(part.value, Group) and part.value.commented) for part in group.parts
    )


def _day(part: Part, name: str) -> Any:
    text = part.text(name)
    return dates.parse(text).sort_key if text else _NEVER


def _begins(track: Part) -> Any:
    states = track.field("states")
    return _day(states.value.parts[0], "from") if states and isinstance(states.value, Group) else _NEVER


def _id(part: Part) -> str:
    return part.text("id")


_KEYS: Mapping[type, Callable[[Part], Any]] = {
    Event: lambda part: _day(part, "date"),
    Expectation: lambda part: (part.text("about"), _day(part, "said"), _id(part)),
    Track: lambda part: (_begins(part), _id(part)),
    State: lambda part: _day(part, "from"),
    Source: _id,
    Actor: _id,
    Topic: _id,
    Location: _id,
}
