"""From a folder to texts: which files count, and what makes one unfit to be read at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from timeline.loader.invisible_signs import help_for, unwanted
from timeline.problems import Problem
from timeline.problems.fields import CONTROL_CHARACTER, EMPTY_FILE, MISSING_FOLDER, NO_FILES, NOT_UTF8, UNREADABLE_FILE
from timeline.span import Span

LEDGER = "links.yaml"
"""The one file of a data folder that is no part of the record: how its addresses answered, kept by a tool."""
SCHEMA = "timeline.schema.json"
"""What the schema for editors is called, beside the record or in a folder above."""
SHOWN = 20
"""How many invisible characters of one file are pointed at; a picture saved as YAML has millions."""
_SAVE = "save the file again with the encoding UTF-8"
_WIDE = {b"\xff\xfe\x00\x00": "utf-32", b"\x00\x00\xfe\xff": "utf-32", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_LINE_END = re.compile(r"\r\n|\n|\r")
_NOT_BYTES = re.compile("[\udc80-\udcff]")


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file by the name people know it by, and its text."""

    name: str
    text: str


def texts(folder: Path, shown: str, unsaved: Mapping[str, bytes] | None = None) -> Iterator[TextFile | Problem]:
    """Every `*.yaml` below a folder, in order of name, as text or as what is wrong with it.

    `unsaved` are files by their name within the folder, as somebody has them open; a file there may not be kept yet.
    """
    unsaved = unsaved or {}
    if not folder.is_dir():
        label = "this is a file" if folder.is_file() else "nothing has this name"
        help = "name the folder that holds the YAML files, usually `data`"
        yield MISSING_FOLDER.at(_whole(shown), label=label, help=help)
        return
    paths = yaml_files(folder)
    if not paths and not unsaved:
        other = sorted(path.name for path in folder.rglob("*") if path.suffix.lower() in (".yml", ".yaml"))
        help = "add a file `events.yaml`"
        if other:
            help = f"rename `{other[0]}` to `{Path(other[0]).stem}.yaml`"
        yield NO_FILES.at(_whole(shown), label="no file here ends in `.yaml`", help=help)
    for name in sorted({*paths, *unsaved}):
        if name in unsaved:
            yield from text_of(unsaved[name], printable(f"{shown}/{name}"))
        else:
            yield from _text(paths[name], printable(f"{shown}/{name}"))


def text_at(path: Path) -> Iterator[TextFile | Problem]:
    """One file, as text or as what is wrong with it."""
    yield from _text(path, printable(path.as_posix()))


def yaml_files(folder: Path) -> dict[str, Path]:
    """Every file that a record in this folder consists of, by its name within it, in order."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.yaml") if _counts(path)}
    return {name: files[name] for name in sorted(files) if name != LEDGER}


def _counts(path: Path) -> bool:
    """Files, and links that should lead to one; a folder or a pipe may be called anything."""
    return path.is_file() or (path.is_symlink() and not path.exists())


def _text(path: Path, name: str) -> Iterator[TextFile | Problem]:
    raw = bytes_of(path, name)
    if isinstance(raw, Problem):
        yield raw
    else:
        yield from text_of(raw, name)


def bytes_of(path: Path, name: str) -> bytes | Problem:
    """What a file holds, or why it cannot be had."""
    try:
        return path.read_bytes()
    except OSError as error:
        label = (error.strerror or "it could not be read").lower()
        help = "let the account that builds the site read the file"
        if path.is_symlink():
            label, help = "a link that leads nowhere", "put the file itself in the link's place, or delete the link"
        return UNREADABLE_FILE.at(_whole(name), label=label, help=help)


def text_of(raw: bytes, name: str) -> Iterator[TextFile | Problem]:
    """The bytes of a file as text, or as what is wrong with them."""
    if wide := _wide(raw):
        yield TextFile(name, raw.decode(wide, errors="replace").lstrip("\ufeff"))
        yield NOT_UTF8.at(_whole(name), label=f"it is {wide[:6].upper()}", help=_SAVE)
        return
    text = raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8", errors="surrogateescape")
    if wrong := None if text.isascii() else _NOT_BYTES.search(text):
        yield TextFile(name, _NOT_BYTES.sub(lambda match: _guessed(match.group()), text))
        letter = _guessed(wrong.group())
        label = f"`{letter}`, if the file is in Windows-1252 or Latin-1" if letter.isprintable() else ""
        yield NOT_UTF8.at(_place(name, text, wrong.start()), label=label, help=_SAVE)
        return
    yield TextFile(name, text)
    if not text.strip():
        yield EMPTY_FILE.at(_whole(name), help="delete the file, or add records to it")
    yield from _invisible(name, text)


def _invisible(name: str, text: str) -> Iterator[Problem]:
    signs = unwanted(text)
    for count, match in enumerate(signs, 1):
        label = character(match.group())
        if count == SHOWN and (more := sum(1 for _ in signs)):
            label += f", and {more:,} more follow"
        help = help_for(match.group())
        yield CONTROL_CHARACTER.at(_place(name, text, match.start()), label=label, help=help)


def character(sign: str) -> str:
    """What a sign is called that cannot be shown."""
    name = unicodedata.name(sign, "").lower()
    return f"U+{ord(sign):04X}, {name}" if name else f"U+{ord(sign):04X}"


def _wide(raw: bytes) -> str:
    """The encoding of a file with two or four bytes to a letter, with or without a byte order mark."""
    for mark, encoding in _WIDE.items():
        if raw.startswith(mark):
            return encoding
    start = raw[:400]
    if len(start) >= 4 and start.count(0) >= len(start) // 3:
        if not any(start[::2]):
            return "utf-16-be"
        if not any(start[1::2]):
            return "utf-16-le"
    return ""


def _guessed(escaped: str) -> str:
    """The letter a byte stands for in the encoding that Windows long used."""
    return bytes([ord(escaped) - 0xDC00]).decode("cp1252", errors="replace")


def printable(name: str) -> str:
    """A file name as text, whatever bytes the system keeps for it."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in name)


def _place(name: str, text: str, index: int) -> Span:
    """One character of a text."""
    lines = _LINE_END.split(text[:index])
    line, column = len(lines), len(lines[-1]) + 1
    return Span(name, line, column, line, column + 1)


def _whole(name: str) -> Span:
    """A fault of the file as such: no line of it is more to blame than another."""
    return Span(name, 0, 0, 0, 0)
