"""What an entry leaves out because the record says it once for all: its day, its kind, its status, its publisher.

A file by itself does not say what the record does, so nothing is missed there.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from timeline.loader.gathering import Gathering
from timeline.model import About, Event, Record, Source
from timeline.problems import Problem
from timeline.problems.fields import MISSING_FIELD

_NOBODYS: Mapping[str, Any] = {
    "added": datetime.date.min,
    "kind": "report",
    "status": "reported",
    "language": "en",
    "publisher": "nobody",
}
"""What stands for it where the record could not be read; that is never published."""
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "events": ("added", "kind", "status"),
    "sources": ("publisher", "language", "kind"),
}
_GIVEN: Mapping[str, tuple[str, ...]] = {"sources": ("accessed",)}
"""What is given to those that do not say it, and missed in none."""


def fill(gathered: Gathering) -> None:
    """Gives each entry what the record says for it; tells what neither says, and leaves that entry out."""
    for name, needed in _NEEDED.items():
        for record in gathered.refused[name]:
            gathered.problems += _missed(gathered.says, record, needed)
        kept: list[Record] = []
        for record in gathered.records[name]:
            wanted = [field for field in (*needed, *_GIVEN.get(name, ())) if getattr(record, field) is None]
            found = {field: _said(gathered.says, record, field) for field in wanted}
            missing = [field for field in needed if field in found and found[field] is None]
            problems = [_missing(record, field) for field in missing]
            problems += _without_title(gathered.says, record, found)
            gathered.problems += problems
            if problems:
                gathered.lose_read(name, record)
            else:
                given = {field: value for field, value in found.items() if value is not None}
                kept.append(record.model_copy(update=given) if given else record)
        gathered.records[name] = kept


def _missed(about: About | None, record: Record, needed: tuple[str, ...]) -> Iterator[Problem]:
    """What nobody says of a record that is left out for something else, as far as its own fields could be read."""
    if record.place.has("<<"):
        return
    absent = [field for field in needed if not record.place.has(field)]
    found = {field: _said(about, record, field) for field in absent}
    yield from (_missing(record, field) for field in absent if found[field] is None)
    if not record.place.has("title"):
        yield from _without_title(about, record, found)


def _said(about: About | None, record: Record, field: str) -> Any:
    """What the record says for an entry in place of one of its fields."""
    if about is None:
        return _NOBODYS.get(field)
    if isinstance(record, Source):
        said = about.for_entries.at(record.url, field)
        return about.language if said is None and field == "language" else said
    return about.added if field == "added" else getattr(about.for_entries.events, field, None)


def _without_title(about: About | None, record: Record, found: Mapping[str, Any]) -> Iterator[Problem]:
    """A document without a title is of a kind that needs none."""
    if not isinstance(record, Source) or record.title is not None or about is None:
        return
    kind = str(record.kind or found.get("kind") or "")
    own = about.source_kinds.get(kind)
    if not kind or (own and own.untitled):
        return
    help = "add `title: …`"
    if own:
        help += f"; where documents of its kind have none, add `untitled: true` to `{kind}` under `source_kinds`"
    yield _problem(record, "title", help)


def _missing(record: Record, field: str) -> Problem:
    return _problem(record, field, f"add `{field}: …`{_ELSEWHERE[field](record)}")


def _problem(record: Record, field: str, help: str) -> Problem:
    thing = "event" if isinstance(record, Event) else "source"
    label = f"`{field}` is needed"
    return MISSING_FIELD.at(record.place.key(field), owner=f"the {thing}", field=field, label=label, help=help)


def _for_all(record: Record) -> str:
    lists = "events" if isinstance(record, Event) else "sources"
    return f"; what most of them have may stand once, in `record` under `defaults: {{{lists}: {{…}}}}`"


_ELSEWHERE: Mapping[str, Callable[[Record], str]] = {
    "added": lambda _: "; in `record` it stands for all events that do not say it",
    "kind": _for_all,
    "status": _for_all,
    "publisher": _for_all,
    "language": lambda _: "",
}
