"""From a folder of files to one timeline and everything wrong on the way.

Files are merged: each may hold any of the lists. A record that does not load is left out, and its id
is remembered, so that records which name it are not blamed for the slip.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from timeline import collector
from timeline.loader.files import TextFile, texts
from timeline.loader.nodes import Broken, compose, plain
from timeline.loader.records import LISTS, build
from timeline.model import About, Record, Timeline
from timeline.model.record import PLACE
from timeline.place import Place
from timeline.problems import Problem, Severity, in_file_order
from timeline.problems.meaning import DUPLICATE_ID, DUPLICATE_RECORD, MISSING_RECORD
from timeline.problems.reading import NOT_A_MAPPING, UNKNOWN_KEY, WRONG_SHAPE
from timeline.span import Span

_THING = {"events": "events", "sources": "sources", "actors": "actors", "topics": "topics",
          "expectations": "expectations", "tracks": "tracks"}
_ID = re.compile(r"\bid:\s*[\"']?([a-z0-9-]+)")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a folder held: a timeline of the sound records, the faults, and the texts they stand in."""

    timeline: Timeline
    problems: tuple[Problem, ...]
    files: Mapping[str, str]
    """File name as shown to people → its text."""
    lost: frozenset[str] = frozenset()
    """Ids of records that did not load; nobody who names one is wrong."""
    described: bool = True
    """Whether `record` was read, so that `through` can be relied on."""

    @property
    def sound(self) -> bool:
        """Whether there is no error, so that the timeline may be published."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)


@dataclass(slots=True)
class _Gathering:
    """What was read so far."""

    problems: list[Problem] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    about: About | None = None
    about_span: Span | None = None
    records: dict[str, list[Record]] = field(default_factory=lambda: {name: [] for name in LISTS})
    first: dict[tuple[str, str], Span] = field(default_factory=dict)


def load(folder: Path, shown: str | None = None) -> Loaded:
    """Reads every `*.yaml` below a folder. Never raises for anything an author can write.

    `shown` is the folder's name in messages, by default the path as it was given.
    """
    name = (shown or folder.as_posix()).rstrip("/") or "."
    files: dict[str, str] = {}
    gathered = _Gathering()
    unreadable: set[str] = set()
    with collector.resting():
        for item in texts(folder, name):
            if isinstance(item, Problem):
                gathered.problems.append(item)
                unreadable.add(item.span.file)
            else:
                files[item.name] = item.text
        for file, text in files.items():
            _read(gathered, TextFile(file, text), skip=_unfit(gathered.problems, file))
    if gathered.about is None and gathered.about_span is None and files and not gathered.lost:
        first = next(iter(files))
        gathered.problems.append(MISSING_RECORD.at(
            Span(first, 0, 0, 0, 0), help="add `record: {title: …, through: 2026-11-22}` to one file"))
    about = gathered.about or About.model_validate({"title": "untitled", "through": "9999-12-31"})  # a stand-in, never published
    timeline = Timeline(about, **{name: tuple(records) for name, records in gathered.records.items()})  # type: ignore[arg-type]  # each list holds its own model
    return Loaded(timeline, in_file_order(gathered.problems), files, frozenset(gathered.lost), gathered.about is not None)


def _unfit(problems: list[Problem], file: str) -> bool:
    return any(p.span.file == file for p in problems)


def _read(gathered: _Gathering, file: TextFile, skip: bool) -> None:
    """One file's records into what was gathered."""
    if skip or not file.text.strip():
        gathered.lost.update(_ID.findall(file.text))
        if skip and re.search(r"^record:", file.text, re.MULTILINE):
            gathered.about_span = Span(file.name, 1, 1, 1, 2)
        return
    root, problems = compose(file.name, file.text)
    gathered.problems += problems
    if root is None:
        gathered.lost.update(_ID.findall(file.text))
        if re.search(r"^record:", file.text, re.MULTILINE):
            gathered.about_span = Span(file.name, 1, 1, 1, 2)
        return
    data, problems = plain(file.name, root)
    gathered.problems += problems
    if not isinstance(data, dict):
        help = "put a line `events:` above the list, and indent the list below it"
        gathered.problems.append(NOT_A_MAPPING.at(
            Place(file.name, root).span, label="a list stands here" if isinstance(data, list) else "a text stands here",
            help=help))
        gathered.lost.update(_ID.findall(file.text))
        return
    for key, value in data.items():
        if key == PLACE:
            continue
        _section(gathered, data[PLACE], key, value)


def _section(gathered: _Gathering, place: Place, key: str, value: Any) -> None:
    if key == "record":
        _about(gathered, place, value)
    elif key not in LISTS:
        near = difflib.get_close_matches(key, ["record", *LISTS], n=1, cutoff=0.6)
        known = ", ".join(f"`{name}`" for name in ("record", *LISTS))
        gathered.problems.append(UNKNOWN_KEY.at(
            place.key(key), owner="a file", key=key, label="no such list",
            help=f"write `{near[0]}`" if near else f"use one of {known}"))
        gathered.lost.update(_ids_in(value))
    elif isinstance(value, list):
        for item in value:
            _record(gathered, key, place, item)
    elif not isinstance(value, Broken):
        gathered.problems.append(WRONG_SHAPE.at(
            place.key(key), field=key, expected="a list", label="a list is needed",
            help="put `- ` before each record below it"))
        gathered.lost.update(_ids_in(value))


def _about(gathered: _Gathering, place: Place, value: Any) -> None:
    if gathered.about_span is not None:
        gathered.problems.append(DUPLICATE_RECORD.at(
            place.key("record"), label="described again here", elsewhere=(("first described at", gathered.about_span),),
            help="keep one of the two"))
        return
    gathered.about_span = place.key("record")
    if isinstance(value, dict):
        gathered.about, problems = build(About, value)
        gathered.problems += problems
    elif not isinstance(value, Broken):
        gathered.problems.append(WRONG_SHAPE.at(
            place.at("record"), field="record", expected="a mapping", label="a mapping is needed",
            help="write `title: …` and `through: …` below it"))


def _record(gathered: _Gathering, name: str, place: Place, item: Any) -> None:
    if not isinstance(item, dict):
        if not isinstance(item, Broken):
            where = item.place.span if hasattr(item, "place") else place.key(name)
            gathered.problems.append(WRONG_SHAPE.at(
                where, field=name, expected="a list of records", label="a record is needed",
                help="write `id: …` and the other fields of the record"))
        return
    record, problems = build(LISTS[name], item)
    gathered.problems += problems
    id = item.get("id")
    if isinstance(id, str):
        _claim_ids(gathered, name, record, item)
    if record is None:
        gathered.lost.update(_ids_in(item))
    elif isinstance(id, str) and not _taken(gathered, name, item):
        gathered.records[name].append(record)


def _taken(gathered: _Gathering, name: str, item: Any) -> bool:
    """Whether a record's id, or one of its old ones, is another record's already."""
    taken = False
    aliases = item.get("aliases", [])
    for id in [item["id"], *(aliases if isinstance(aliases, list) else [aliases])]:
        span = id.place.span
        first = gathered.first.setdefault((name, str(id)), span)
        if first is not span:
            taken = True
            gathered.problems.append(DUPLICATE_ID.at(
                span, things=_THING[name], id=id, label="used again here", elsewhere=(("first used at", first),),
                help=f"give this one an id of its own, such as `{id}-2`, or merge the two records"))
    return taken


def _claim_ids(gathered: _Gathering, name: str, record: Record | None, item: Any) -> None:
    """Claim ids are unique within their event."""
    if name != "events" or record is None:
        return
    seen: dict[str, Span] = {}
    for claim in item["claims"]:
        id = claim.get("id")
        if id is None:
            continue
        if str(id) in seen:
            gathered.problems.append(DUPLICATE_ID.at(
                id.place.span, things="claims of one event", id=id, label="used again here",
                elsewhere=(("first used at", seen[str(id)]),), help=f"give this one an id of its own, such as `{id}-2`"))
        seen.setdefault(str(id), id.place.span)


def _ids_in(value: Any) -> Iterator[str]:
    """Every id that a refused value would have defined."""
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield str(value["id"])
        for inner in value.values():
            yield from _ids_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _ids_in(inner)
