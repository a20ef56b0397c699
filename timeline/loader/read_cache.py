"""What sound files said when they were read, kept on the disk so that the next command need not read them again.

An entry is named by the text of its file and by all that decides how a text is read: the sources of this program, the
libraries, Python. Whatever is not just as it was is another entry, so that nothing is found that is out of date.
Entries are JSON: who could write one could make a record say something else, and nothing more. All of them may be
deleted at any time.
"""

from __future__ import annotations

import hashlib
import inspect
import json
import sys
from collections.abc import Iterator
from functools import cache, cached_property
from importlib import metadata
from pathlib import Path
from typing import Any

from timeline.file_place import Place
from timeline.loader import cache_folder
from timeline.loader.fast_file import keep, read_apart, sound_file
from timeline.loader.files import TextFile
from timeline.loader.gathering import Gathering
from timeline.loader.record_data import data_of, record_of
from timeline.loader.record_lines import RecordLines
from timeline.loader.record_lists import LISTS
from timeline.model import About, Record
from timeline.span import Span

_SMALLEST = 16_000
"""Letters of a file below which it is read as fast as it would be found."""
_READERS = ("dates", "loader", "model")
_ALONE = (Place, Span)
"""What they need from modules beside these folders."""
_LIBRARIES = ("pyyaml", "pydantic", "pydantic-core", "babel", "convertdate", "python-dateutil")


class ReadCache:
    """The entries in one folder; where there is none, every file is read."""

    def __init__(self, folder: Path | None, smallest: int = _SMALLEST, *, lasting: bool = True) -> None:
        """`lasting` says that the files may be met again as they are, so that it is worth while to keep them."""
        self._folder = folder
        self._smallest = smallest
        self._lasting = lasting
        self._written = False

    def sound_file(self, file: TextFile) -> Gathering | None:
        """What `sound_file` has for a file: as it is kept where it is, and kept from now on where it is not."""
        if len(file.text) < self._smallest or (folder := self._usable) is None:
            return sound_file(file)
        path = folder / _name(file.text)
        gathered = _held(path, file)
        if gathered is None:
            gathered = sound_file(file)
            if gathered is not None and self._lasting:
                self._keep(path, gathered)
        return gathered

    def _keep(self, path: Path, gathered: Gathering) -> None:
        """Writes an entry; where that cannot be, the next command reads the file once more."""
        body = _bytes(json.dumps([*_rows(gathered)], separators=(",", ":"), ensure_ascii=False))
        try:
            cache_folder.write(path, _digest(body) + b"\n" + body)
            if not self._written:
                self._written = True
                cache_folder.sweep(path.parent)
        except OSError:
            return

    @cached_property
    def _usable(self) -> Path | None:
        return self._folder if self._folder is not None and _version() and cache_folder.made(self._folder) else None


NO_CACHE = ReadCache(None)
"""Every file is read."""


def of_this_user(*, lasting: bool = True) -> ReadCache:
    """That of whoever runs this process."""
    return ReadCache(cache_folder.named("read"), lasting=lasting)


def _held(path: Path, file: TextFile) -> Gathering | None:
    """What an entry says, if it is there and whole."""
    try:
        digest, _, body = cache_folder.read(path).partition(b"\n")
        return _gathered(file, json.loads(body)) if digest == _digest(body) else None
    except OSError:
        return None


@cache
def _version(package: Path = Path(__file__).parents[1]) -> str:
    """All that decides how a text is read; nothing where that is not known, as in a program packed into one file."""
    found = hashlib.blake2b(digest_size=16)
    try:
        found.update(repr([sys.version, *map(metadata.version, _LIBRARIES)]).encode())
        alone = [Path(inspect.getfile(each)) for each in _ALONE]
        for path in sorted([*alone, *(path for name in _READERS for path in (package / name).rglob("*.py"))]):
            found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    except (OSError, metadata.PackageNotFoundError):
        return ""
    return found.hexdigest()


def _name(text: str) -> str:
    return hashlib.blake2b(_bytes(text), key=_version().encode(), digest_size=20).hexdigest() + ".json"


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _digest(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=20).hexdigest().encode()


def _rows(gathered: Gathering) -> Iterator[list[Any]]:
    """Each record of a file, with where it stands in front."""
    for lines, record in read_apart(gathered):
        yield [lines.key, lines.start, lines.stop, lines.line, lines.within, lines.in_languages, data_of(record)]


def _gathered(file: TextFile, rows: list[list[Any]]) -> Gathering:
    gathered = Gathering()
    for key, start, stop, line, within, in_languages, data in rows:
        lines = RecordLines(file.name, file.text, start, stop, line, key)
        lines.within, lines.in_languages = within, in_languages
        gathered.in_languages |= in_languages
        model: type[Record] = About if key == "record" else LISTS[key]
        keep(gathered, lines, record_of(model, data, lines))
    gathered.texts[file.name] = file.text
    return gathered
