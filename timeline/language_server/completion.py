"""Which ids can stand where somebody types: those of the record, with what each is the id of.

A file is rarely sound while a line of it is typed, so the place is read off the lines around it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from timeline.dates import parse, words
from timeline.dates.human_dates import readings
from timeline.loader import Loaded
from timeline.loader.record_lists import TOP
from timeline.model.references import ABOUT, CLAIMS, KEYS, Thing
from timeline.schema.id_labels import by_thing

_KEY = re.compile(r"(?:^ *(?:- +)*|[{,] *)([a-z_]+): *")
_CLOSED = re.compile(r"\{[^{}]*\}")
_ITEM = re.compile(r" *- *[^:{\[]*$")
_BARE = re.compile(r" *(?:- +)*([a-z_]+): *(?:#.*)?$")
_OPEN = re.compile(r"([a-z_]+): *\[[^\]]*$")
_WORD = re.compile(r"[\w@#-]*$")
_REST = re.compile(r"[\w#-]*")
_DAYS = ("added", "accessed", "on", "through")
"""Days of our own book-keeping, which are always known in full."""
_DATES = (*_DAYS, "date", "issued", "said", "window", "from", "to", "withdrawn")
_DATED = re.compile(rf"(?:^ *(?:- +)*|[{{,] *)({'|'.join(_DATES)}): *[\"']?([^\"'{{}}\[\],#]*)$")
_BACK = 60
_NEVER = 9999
"""The year of a record that does not say how far it reaches."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A place where an id or a date belongs, and what stands of it."""

    field: str
    thing: Thing | Literal["claim", "date"]
    start: int
    end: int
    event: str = ""
    """The event in which the place is."""
    source: str = ""
    """The document that is cited there, where one stands beside the place."""
    typed: str = ""
    """Of a date, what stands there in front of the place."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An id that may stand at a place."""

    id: str
    called: str
    first: bool = False
    """Whether it comes before the others."""


def asked(lines: Sequence[str], number: int, column: int) -> Asked | None:
    """What is asked for at a place; nothing where no id and no date belongs."""
    line = lines[number] if number < len(lines) else ""
    before = line[:column]
    if dated := _DATED.search(before):
        return Asked(dated[1], "date", dated.start(2), column, typed=dated[2].strip())
    word = _WORD.search(before)
    assert word is not None
    rest = _REST.match(line, column)
    end = rest.end() if rest else column
    field = _field(lines, number, before)
    thing = _thing(lines, number, field)
    if thing is None:
        return None
    source = re.search(r"\bsource: *([a-z0-9-]+)", line)
    return Asked(field, thing, word.start(), end, _event(lines, number), source[1] if source else "")


def offers(place: Asked, loaded: Loaded) -> Iterator[Offer]:
    """The ids or dates for a place, those that are likelier first."""
    timeline = loaded.timeline
    if place.thing == "date":
        yield from _dates(place, timeline.record.through)
        return
    called = by_thing(timeline)[place.thing]
    relayed = timeline.source(place.source) if place.field == "via" else None
    likely = {relay.source for relay in relayed.relays} if relayed else set()
    for id, name in called.items():
        own = place.thing == "claim" and id.startswith(f"{place.event}#")
        yield Offer(id.partition("#")[2] if own else id, name, own or id in likely)


def _dates(place: Asked, through: datetime.date) -> Iterator[Offer]:
    """What was typed in words, as EDTF; then the last day of the record, and its month and year where they may do."""
    whole = through.isoformat()
    lengths = (10,) if place.field in _DAYS else (10, 7, 4)
    near = [whole[:length] for length in lengths] if through.year < _NEVER else []
    for text in readings(place.typed) if place.typed else ():
        yield Offer(text, place.typed, first=True)
    for text in near:
        yield Offer(text, words(parse(text)))


def _field(lines: Sequence[str], number: int, before: str) -> str:
    """The name of the field whose value is typed."""
    flat = _CLOSED.sub(lambda closed: "_" * len(closed[0]), before)
    keys = list(_KEY.finditer(flat))
    if keys:
        value = flat[keys[-1].end() :]
        listed = value.startswith("[")
        return keys[-1][1] if listed or not re.search(r"[,}\]]|\S +\S", value) else ""
    item = _ITEM.match(before) is not None
    here = len(before) - len(before.lstrip())
    for line in reversed(lines[max(0, number - _BACK) : number]):
        if opened := _OPEN.search(line):
            return opened[1]
        if not item:
            if re.search(r"[\]:]", line):
                return ""
            continue
        deep = len(line) - len(line.lstrip())
        if line.strip() and (deep < here or (deep == here and not line.lstrip().startswith("-"))):
            bare = _BARE.match(line)
            return bare[1] if bare else ""
    return ""


def _thing(lines: Sequence[str], number: int, field: str) -> Thing | Literal["claim"] | None:
    if field in CLAIMS:
        return "claim"
    if field == ABOUT:
        return "topic" if _top(lines, number) == "expectations" else None
    return KEYS.get(field)


def _top(lines: Sequence[str], number: int) -> str:
    """The list in which a line stands."""
    names = (line.partition(":")[0] for line in reversed(lines[: number + 1]) if line[:1].isalpha())
    return next((name for name in names if name in TOP), "")


def _event(lines: Sequence[str], number: int) -> str:
    """The id of the record in which a line stands."""
    for line in reversed(lines[: number + 1]):
        if match := re.match(r" {0,4}- +(?:\{ *)?id: *[\"']?([a-z0-9-]+)", line):
            return match[1]
    return ""
