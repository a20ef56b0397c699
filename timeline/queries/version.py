"""Which record this is: a short name for its exact content.

Two records have the same version when they say the same, however their files are laid out. It names
our edition of the record; what was known on a day is another thing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from timeline.dates import Date
from timeline.file_place import Place
from timeline.model import Author, Outcome, Record, Relay, Timeline
from timeline.model.texts import InLanguages, own

LENGTH = 12
_LEFT_OUT: tuple[Any, ...] = (None, (), {})
_PLAIN = frozenset({str, bool, int, type(None)})
_UNSAID = {"guess": False, "retrospective": False, "quotes": False, "approximate": False, "untitled": False}
"""What a field says when nobody wrote it, of fields that came after the first records."""


Said = dict[int, tuple[Place, str]]
"""What records said when they were last asked, as JSON.

One is known again by its place, for what it leaves out is filled in anew each time it is read: these texts hold as long
as the description of the whole is the same.
"""


def version(timeline: Timeline, said: Said | None = None) -> str:
    """Twelve hexadecimal digits of a SHA-256 over the normalised record; `said` is asked, and told what it says now."""
    lists: dict[str, Iterable[Record]] = {
        "events": timeline.events,
        "sources": timeline.sources,
        "actors": timeline.actors,
        "topics": timeline.topics,
        "expectations": timeline.expectations,
        "tracks": timeline.tracks,
    }
    if timeline.places:
        lists["places"] = timeline.places
    now: Said = {}
    whole = {name: f"[{','.join(_texts(records, said or {}, now))}]" for name, records in lists.items()}
    whole["record"] = _json(timeline.record)
    if said is not None:
        said.clear()
        said.update(now)
    text = ",".join(f'"{name}":{whole[name]}' for name in sorted(whole))
    return hashlib.sha256(f"{{{text}}}".encode()).hexdigest()[:LENGTH]


def _texts(records: Iterable[Any], said: Said, now: Said) -> Iterator[str]:
    """What each says, in the order of their ids."""
    for record in sorted(records, key=lambda record: str(record.id)):
        place: Place = record.place
        kept, text = said.get(id(place), (None, ""))
        if kept is not place or not place.file:
            text = _json(record)
        now[id(place)] = place, text
        yield text


def _json(record: Record) -> str:
    return json.dumps(plain(record), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def plain(value: Any, *, written: bool = False) -> Any:
    """A record as JSON would have it, dates as they were typed; its fields `written` as authors write them.

    What is left out stays out, so that a field which later records may have renames none of today's. A text in several
    languages is the one in the language of the record, with all of them beside it: `title_in`.
    """
    if type(value) in _PLAIN or isinstance(value, str | bool | int):
        return value
    if isinstance(value, Relay) and not value.guess:
        return value.source  # as it is usually written, and was written before there were guesses
    if isinstance(value, Author) and value.whole:
        return value.family  # as all were written before names were divided
    if written and isinstance(value, Outcome):
        answers = {"event": value.event, "denied": value.denied, "withdrawn": value.withdrawn}
        return "missed" if value.missed else {name: id for name, id in answers.items() if id}
    if isinstance(value, Record):
        said = value.__dict__
        made = {
            alias if written else name: item if type(item) in _PLAIN else plain(item, written=written)
            for name, alias in _fields(type(value))
            if ((item := said[name]) or item not in _LEFT_OUT) and item is not _UNSAID.get(name)
        }
        texts = {name: text for name, text in made.items() if isinstance(text, InLanguages)}
        return _in_languages(made, texts) if texts else made
    if isinstance(value, Date):
        return value.text
    if isinstance(value, dict):
        return {str(key): plain(item, written=written) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item, written=written) for item in value]
    return str(value)


def _in_languages(made: dict[str, Any], texts: Mapping[str, InLanguages]) -> dict[str, Any]:
    """Texts in the language of the record, and beside each what it says in every language that it stands in."""
    told = {f"{name}_in": {**text.texts, **made.get(f"{name}_in", {})} for name, text in texts.items() if text.texts}
    return made | {name: own(text) for name, text in texts.items()} | told


@cache
def _fields(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    """The fields that records carry, by their names here and in the files."""
    return tuple((name, field.alias or name) for name, field in kind.model_fields.items() if not field.exclude)
