"""One more record, written in the house form at its place in the files, and tried on a copy first."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yaml.nodes import MappingNode, Node, SequenceNode

from timeline.edits.files import Change, Record, Refused
from timeline.file_place import Place
from timeline.formatter import drafted
from timeline.loader import Loaded
from timeline.loader.yaml_tree import compose
from timeline.model import Source
from timeline.model.address import bare_address
from timeline.model.fields import LONGEST_ID, slugged
from timeline.model.identifiers import doi_address
from timeline.problems import Problem

_HOMES = {"actors": "subjects.yaml", "topics": "subjects.yaml", "places": "subjects.yaml"}
"""Files that a list begins in when no file has it yet, where they are not called like the list."""
_WORDS = 6
"""How many words of a title make an id."""


@dataclass(frozen=True, slots=True)
class Added:
    """What becomes of a new record."""

    changes: tuple[Change, ...]
    path: Path
    line: int
    """The first line of the record in its file, from 1."""
    text: str
    """Its lines as they will stand there."""
    problems: tuple[Problem, ...]
    """Warnings that the record has now and had not before."""
    loaded: Loaded


def add(record: Record, name: str, fields: Mapping[str, Any]) -> Added:
    """A record with these fields in the list `name`; raises `Refused`, also where it would be faulty."""
    mini = f"{name}:\n  - {json.dumps(fields, ensure_ascii=False)}\n"
    item = drafted(mini).partition("\n")[2]
    file, text = _placed(record, name, item)
    raw = record.in_shape(file, text)
    loaded = record.proved({file: raw})
    after = raw.decode("utf-8-sig").replace("\r\n", "\n")
    line, lines = _lines(record.shown(file), after, name, str(fields["id"]))
    changes = record.changes({file: raw})
    return Added(changes, record.folder / file, line, lines, tuple(record.new_problems(loaded)), loaded)


def _placed(record: Record, name: str, item: str) -> tuple[str, str]:
    """The file that the record belongs into, and its text with the record at the end of the list."""
    best: tuple[int, str, Node] | None = None
    for file in record.raw:
        root, _ = compose(record.shown(file), record.text(file))
        for value in _lists(root, name):
            size = len(value.value) if isinstance(value, SequenceNode) else 0
            if best is None or size > best[0]:
                best = (size, file, value)
    if best is None:
        return _begun(record, name, item)
    _, file, value = best
    text = record.text(file)
    if not isinstance(value, SequenceNode) or value.flow_style or not value.value:
        raise Refused(
            f"`{name}` in `{record.shown(file)}` is written on one line",
            "write each of its records on lines of its own, each behind a dash",
        )
    last = value.value[-1]
    lines = text.split("\n")
    at = Place(file, last).last
    while at > 1 and not lines[at - 1].strip():
        at -= 1
    apart = (last.start_mark.line > 0 and not lines[last.start_mark.line - 1].strip()) or len(value.value) == 1
    indent = value.start_mark.column - 2
    lines[at:at] = [*([""] if apart else []), *(_indented(line, indent) for line in item.rstrip().split("\n"))]
    return file, "\n".join(lines)


def _indented(line: str, by: int) -> str:
    return f"{' ' * by}{line}" if by > 0 and line else line[-by:] if by < 0 else line


def _begun(record: Record, name: str, item: str) -> tuple[str, str]:
    """The list at the end of the file that is called like it, or of the only one there is."""
    home = _HOMES.get(name, f"{name}.yaml")
    file = next(iter(record.raw)) if len(record.raw) == 1 and home not in record.raw else home
    text = record.text(file).rstrip() + "\n\n" if file in record.raw else ""
    return file, f"{text}{name}:\n{item}"


def _lists(root: Node | None, name: str) -> Iterator[Node]:
    if isinstance(root, MappingNode):
        yield from (value for key, value in root.value if key.value == name)


def _lines(shown: str, text: str, name: str, id: str) -> tuple[int, str]:
    """Where a record stands in the text of a file, and its lines."""
    root, _ = compose(shown, text)
    for value in _lists(root, name):
        for each in value.value if isinstance(value, SequenceNode) else ():
            if any(key.value == "id" and inner.value == id for key, inner in each.value):
                place = Place(shown, each)
                first, last = each.start_mark.line, place.last
                return first + 1, "\n".join(text.split("\n")[first:last]).rstrip()
    raise AssertionError("the record was written and is not there")


def proposed(taken: Iterable[str], *parts: str) -> str:
    """An id of some words that nothing has yet; empty where they have no letters that an id takes."""
    words = "-".join(filter(None, (slugged(" ".join(part.split()[:_WORDS])) for part in parts)))
    words = words[:LONGEST_ID].rpartition("-")[0] if len(words) > LONGEST_ID else words
    known = set(taken)
    if words not in known:
        return words
    return next(fresh for number in range(2, len(known) + 3) if (fresh := f"{words}-{number}") not in known)


def same_document(sources: Iterable[Source], url: str | None, title: str, publisher: str) -> Source | None:
    """The document that the record has already: by its address, or by title and publisher."""
    address = bare_address(url) if url else None
    for source in sources:
        if address and any(bare_address(each) == address for each in _addresses(source)):
            return source
        if (
            title
            and source.title
            and (source.title.casefold(), source.publisher.casefold()) == (title.casefold(), publisher.casefold())
        ):
            return source
    return None


def _addresses(source: Source) -> Iterator[str]:
    if source.url:
        yield source.url
    yield from (copy.url for copy in source.copies)
    if source.doi:
        yield doi_address(source.doi)
