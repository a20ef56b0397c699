"""From a folder to texts: which files count, and what makes one unfit to be read at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline.problems import Problem
from timeline.problems.reading import (
    CONTROL_CHARACTER,
    EMPTY_FILE,
    MISSING_FOLDER,
    NO_FILES,
    NOT_UTF8,
    UNREADABLE_FILE,
)
from timeline.span import Span

# Control characters other than tab and line ends, separators that YAML takes for line ends and editors do
# not, marks that turn the direction of writing, invisible joiners of identifiers, lone surrogates.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]"
)
_LINE_END = re.compile(r"\r\n|\n|\r")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file by the name people know it by, and its text."""

    name: str
    text: str


def texts(folder: Path, shown: str) -> Iterator[TextFile | Problem]:
    """Every `*.yaml` below a folder, in order of name, as text or as what is wrong with it."""
    if not folder.is_dir():
        yield MISSING_FOLDER.at(_whole(shown), label=f"`{shown}` is not a folder",
                                help="name the folder that holds the YAML files, usually `data`")
        return
    paths = sorted(path for path in folder.rglob("*.yaml") if path.is_file())
    if not paths:
        other = sorted(folder.rglob("*.yml"))
        help = f"rename `{other[0].name}` to `{other[0].stem}.yaml`" if other else "add a file `events.yaml`"
        yield NO_FILES.at(_whole(shown), label="no file here ends in `.yaml`", help=help)
    for path in paths:
        name = f"{shown}/{path.relative_to(folder).as_posix()}"
        yield from _text(path, name)


def _text(path: Path, name: str) -> Iterator[TextFile | Problem]:
    try:
        raw = path.read_bytes()
    except OSError as error:
        yield UNREADABLE_FILE.at(_whole(name), label=(error.strerror or "it could not be read").lower(),
                                 help="let the account that builds the site read the file")
        return
    if raw.startswith(_UTF16):
        yield TextFile(name, raw.decode("utf-16", errors="replace"))
        yield NOT_UTF8.at(_whole(name), label="it is UTF-16", help="save the file again with the encoding UTF-8")
        return
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig")
        line, column = _line_and_column(before)
        likely = raw.decode("cp1252", errors="replace")
        yield TextFile(name, likely)
        letter = raw[error.start : error.start + 1].decode("cp1252", errors="replace")
        yield NOT_UTF8.at(
            Span(name, line, column, line, column + 1),
            label=f"this byte would be `{letter}` in Windows-1252 or Latin-1",
            help="save the file again with the encoding UTF-8",
        )
        return
    yield TextFile(name, text)
    if not text.strip():
        yield EMPTY_FILE.at(_whole(name), help="delete the file, or add records to it")
    for match in _INVISIBLE.finditer(text):
        line, column = _line_and_column(text[: match.start()])
        yield CONTROL_CHARACTER.at(
            Span(name, line, column, line, column + 1),
            label=f"U+{ord(match.group()):04X} stands here",
            help="delete the character, and type a space or a new line if one is needed",
        )


def _line_and_column(before: str) -> tuple[int, int]:
    """The place right after a text, counted from 1."""
    lines = _LINE_END.split(before)
    return len(lines), len(lines[-1]) + 1


def _whole(name: str) -> Span:
    """A fault of the file as such: no line of it is more to blame than another."""
    return Span(name, 0, 0, 0, 0)
