"""From the lines of one record to its values in one pass over the parser's events, where nothing about them is unusual.

A value that a record does without, or that has to be told of (an anchor, a tag, a key given twice, nothing behind a
colon, a sign nobody sees), makes it none: then the file is read with all its places, and what is wrong is said there.
"""

from __future__ import annotations

from typing import Any

import yaml

from timeline.loader.forbidden_yaml import DEEPEST, Loader
from timeline.loader.invisible_signs import unwanted
from timeline.loader.yaml_nodes import PLACEHOLDERS

_Scalar, _Mapping, _List = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
_MappingEnd, _ListEnd = yaml.MappingEndEvent, yaml.SequenceEndEvent
_DEEPEST = DEEPEST - 1
"""Levels of a record; the file and the list are two, and the record itself is one."""


class Unusual(Exception):
    """Something that is told of, or refused, elsewhere."""


def sound_values(lines: str) -> tuple[dict[str, Any], int]:
    """The fields of the only record in these lines, and behind how many of them it ends.

    Raises `Unusual`, or an error of YAML, where it is not plainly sound.
    """
    reading = _Reading(lines)
    values = reading.only_record()
    return values, reading.within


class _Reading:
    """One pass over some lines."""

    def __init__(self, lines: str) -> None:
        self.next = Loader(lines).get_event
        self.final: Any = None
        """What ended last and is no block."""

    @property
    def within(self) -> int:
        mark = self.final.end_mark
        return int(mark.line) + (1 if mark.column else 0)

    def only_record(self) -> dict[str, Any]:
        """The item of a list, or what stands behind the name of the description."""
        next = self.next
        next()  # the stream begins
        if next().explicit:
            raise Unusual
        outer = next()
        if type(outer) is _Mapping:
            next()  # its name
        start = next()
        if type(start) is not _Mapping or outer.flow_style or _marked(outer):
            raise Unusual
        values = self.mapping(start, 0)
        next()  # the list or the mapping around it ends, or there is more
        next()
        if type(next()) is not yaml.StreamEndEvent:
            raise Unusual
        return values

    def mapping(self, start: Any, depth: int) -> dict[str, Any]:
        if depth > _DEEPEST or _marked(start):
            raise Unusual
        next, made = self.next, dict[str, Any]()
        while type(event := next()) is _Scalar:
            key = _text(event)
            if key in made or key == "<<":
                raise Unusual
            event = next()
            kind = type(event)
            if kind is _Scalar:
                made[key] = _text(event)
                self.final = event
            elif kind is _List:
                made[key] = self.list(event, depth + 1)
            elif kind is _Mapping:
                made[key] = self.mapping(event, depth + 1)
            else:
                raise Unusual
        if type(event) is not _MappingEnd:
            raise Unusual
        if start.flow_style:
            self.final = event
        return made

    def list(self, start: Any, depth: int) -> list[Any]:
        if depth > _DEEPEST or _marked(start):
            raise Unusual
        next, made = self.next, list[Any]()
        while type(event := next()) is not _ListEnd:
            kind = type(event)
            if kind is _Scalar:
                made.append(_text(event))
                self.final = event
            elif kind is _Mapping:
                made.append(self.mapping(event, depth + 1))
            elif kind is _List:
                made.append(self.list(event, depth + 1))
            else:
                raise Unusual
        if start.flow_style:
            self.final = event
        return made


def _marked(event: Any) -> bool:
    return event.anchor is not None or event.tag is not None


def _text(event: Any) -> str:
    """A scalar as it was typed."""
    text: str = event.value
    style = event.style
    if event.anchor is not None or event.tag is not None or not text or text.isspace():
        raise Unusual
    if not style:
        if text in PLACEHOLDERS:
            raise Unusual
    elif style == '"' and not (text.isascii() and text.isprintable()) and next(unwanted(text), None):
        raise Unusual
    return text
