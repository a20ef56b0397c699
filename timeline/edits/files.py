"""The files that an edit would change, and the record that would come of it, before anything is written."""

from __future__ import annotations

import copy
import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from timeline import checks
from timeline.formatter import restate, way_to_schema
from timeline.loader import Loaded
from timeline.loader.files import yaml_files
from timeline.problems import Problem

_LINE_END = re.compile(rb"\r\n|\n|\r")
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Faulty:
    """What would be wrong with the record afterwards, and the texts in which it would stand."""

    problems: tuple[Problem, ...]
    files: Mapping[str, str]


class Refused(Exception):
    """Why an edit is not made: a sentence without full stop, and a remedy."""

    def __init__(self, sentence: str, help: str = "", faulty: Faulty | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.help = help
        self.faulty = faulty


@dataclass(frozen=True, slots=True)
class Change:
    """One file, before and after; `before` is None of a file that does not exist yet."""

    path: Path
    before: bytes | None
    after: bytes


@dataclass(frozen=True, slots=True)
class TextEdit:
    """Other characters in the place of some, counted from the beginning of a file's text."""

    start: int
    end: int
    text: str


class Record:
    """The files of a folder as they are, the timeline that they make, and what an edit turns them into."""

    def __init__(self, folder: Path, unsaved: Mapping[str, bytes] | None = None) -> None:
        """`unsaved` are files by their name within the folder, as somebody has them open."""
        self.folder = folder
        self.raw = {name: path.read_bytes() for name, path in yaml_files(folder).items()} | dict(unsaved or {})
        self.loaded = checks.read(folder, unsaved=unsaved)
        self._on_disk = dict(self.raw)

    def with_file(self, name: str, raw: bytes) -> Record:
        """The same with one file changed already, for a second edit; raises `Refused` where it would be faulty."""
        other = copy.copy(self)
        other.loaded = self.proved({name: raw})
        other.raw = {**self.raw, name: raw}
        return other

    def shown(self, name: str) -> str:
        """A file by the name that messages have for it."""
        return f"{self.folder.as_posix().rstrip('/') or '.'}/{name}"

    def text(self, name: str) -> str:
        """What a file says, with the line ends that positions are counted in."""
        return _LINE_END.sub(b"\n", self.raw[name].removeprefix(_BOM)).decode()

    def edited(self, name: str, edits: Iterable[TextEdit]) -> bytes:
        """A file with other words in some places; one that was in its canonical form has it again."""
        text = self.text(name)
        for edit in sorted(edits, key=lambda each: each.start, reverse=True):
            text = text[: edit.start] + edit.text + text[edit.end :]
        return self.in_shape(name, text)

    def in_shape(self, name: str, text: str) -> bytes:
        """A text as the bytes of the file: its line ends, its mark at the beginning, its form."""
        raw = self.raw.get(name, b"")
        mark, body = (_BOM, raw.removeprefix(_BOM)) if raw.startswith(_BOM) else (b"", raw)
        end = _LINE_END.search(body)
        after = text.encode().replace(b"\n", end[0] if end else b"\n")
        schema = way_to_schema(self.folder / name)
        if not raw or restate(self.shown(name), body, schema).kept:
            after = restate(self.shown(name), after, schema).after
        return mark + after

    def proved(self, fresh: Mapping[str, bytes]) -> Loaded:
        """The record as it would be with these files; raises `Refused` where it would have a new error."""
        with tempfile.TemporaryDirectory(prefix="timeline-edit-") as place:
            for name, raw in {**self.raw, **fresh}.items():
                path = Path(place, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(raw)
            loaded = checks.read(place, self.folder.as_posix())
        if not loaded.sound:
            told = Faulty(tuple(self.new_problems(loaded)), loaded.files)
            raise Refused("the record would have faults that it has not now", "nothing was written", told)
        return loaded

    def new_problems(self, loaded: Loaded) -> Iterator[Problem]:
        """What is told of the record afterwards and was not told before, wherever it stands."""
        before = Counter((problem.code, problem.sentence) for problem in self.loaded.problems)
        for problem in loaded.problems:
            before[problem.code, problem.sentence] -= 1
            if before[problem.code, problem.sentence] < 0:
                yield problem

    def changes(self, fresh: Mapping[str, bytes]) -> tuple[Change, ...]:
        """What has to be written."""
        changed = {name: raw for name, raw in {**self.raw, **fresh}.items() if raw != self._on_disk.get(name)}
        return tuple(Change(self.folder / name, self._on_disk.get(name), raw) for name, raw in changed.items())
