"""What a hand-written page says to the record: references and blocks, found outside code by one scanner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

_REFERENCE = re.compile(
    r"(?P<code>(?<![\\`])(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`))"
    r"|(?<!\\)\[\[=(?P<figure>[a-z-]+)\]\]"
    r"|(?<!\\)\[\[(?P<event>[a-z0-9-]+)(?:#(?P<claim>[a-z0-9-]+))?(?:\|(?P<words>[^\]\n]+))?\]\]"
    r"|(?<!\\)\[(?P<notes>@[a-z0-9-]+(?:\s*;\s*@[a-z0-9-]+)*)\]"
)
_FENCE = re.compile(r"^\s*(?P<fence>`{3,}(?!.*`)|~{3,})")
_CONTAINER = re.compile(r"^\s*(?:(?:[-*+:]|\d+[.)]|!!!|\?{3}\+?)\s|\[\^[^\]]+\]:)")
"""What indented paragraphs belong to: an item of a list, a definition, an admonition, a footnote."""
_OPENING = re.compile(r"^\s*(?P<mark>:::[ \t]*timeline)(?:[ \t]+(?P<rest>\S.*?))?\s*$")
_BOX = re.compile(r"^\s*(?P<mark>:::[ \t]*(?P<kind>answers|doors))\s*$")
_CLOSING = re.compile(r"^\s*:::\s*$")
_HEADING = re.compile(r"^(#{1,6})(?!#)")


@dataclass(frozen=True, slots=True)
class Reference:
    """One place of a text that points into the record."""

    kind: Literal["event", "notes", "figure"]
    line: int
    """From 0."""
    start: int
    end: int
    ids: tuple[tuple[str, int], ...]
    """Each id with the column it starts in, from 0."""
    claim: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A list of events that a page asks for: `::: timeline`, options, and a line of three colons."""

    line: int
    """From 0."""
    start: int
    end: int
    """The columns of its mark, from 0."""
    last: int | None
    """The line that closes it; nothing when none does."""
    level: int
    """Of the heading that it stands below; 1 where there is none."""
    options: tuple[tuple[int, int, str], ...]
    """Line, column and text of everything said in it."""


@dataclass(frozen=True, slots=True)
class Box:
    """Lines of text that stand together: `::: answers` or `::: doors`, and a line of three colons."""

    kind: Literal["answers", "doors"]
    line: int
    """From 0."""
    start: int
    end: int
    """The columns of its mark, from 0."""
    last: int | None
    """The line that closes it; nothing when none does."""
    texts: tuple[tuple[int, int, str], ...]
    """Line, column and text of each line in it. What they refer to follows the box."""


def scan(lines: Sequence[str]) -> tuple[Reference | Block | Box, ...]:
    """Everything outside code, in the order of the text."""
    return _scanned(tuple(lines))


@lru_cache(maxsize=1_000)  # each page is asked by the checks, twice, and when it is rendered, and under `serve` again
def _scanned(lines: tuple[str, ...]) -> tuple[Reference | Block | Box, ...]:
    return tuple(_all(lines))


def _all(lines: Sequence[str]) -> Iterator[Reference | Block | Box]:
    level, done = 1, -1
    for number, line in _outside_code(lines):
        if number <= done:
            continue
        if heading := _HEADING.match(line):
            level = len(heading[1])
        if opening := _OPENING.match(line):
            block = _block(lines, number, opening, level)
            done = number if block.last is None else block.last
            yield block
        elif opening := _BOX.match(line):
            yield _box(lines, number, opening)
        else:
            yield from _in_line(number, line)


def _outside_code(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Lines of text with their numbers; empty ones and code are left out."""
    fence: str | None = None
    blank, open_containers = True, 0
    for number, line in enumerate(lines):
        mark = _FENCE.match(line)
        if fence is not None:
            if mark and mark.group("fence").startswith(fence) and not line.strip("`~ \t\r"):
                fence = None
            continue
        if not line.strip():
            blank = True
            continue
        levels = _indent(line) // 4
        if blank:
            open_containers = min(open_containers, levels)
            if levels > open_containers:
                continue  # a block of code
        if mark:
            fence = mark.group("fence")
            continue
        blank = False
        if _CONTAINER.match(line):
            open_containers = levels + 1
        yield number, line


def _block(lines: Sequence[str], number: int, opening: re.Match[str], level: int) -> Block:
    """Its options go up to the closing line, or to the first line that is empty."""
    said = [(number, opening.start("rest"), opening["rest"])] if opening["rest"] else []
    below, last = _below(lines, number)
    return Block(number, opening.start("mark"), opening.end("mark"), last, level, (*said, *below))


def _box(lines: Sequence[str], number: int, opening: re.Match[str]) -> Box:
    texts, last = _below(lines, number)
    kind: Literal["answers", "doors"] = "answers" if opening["kind"] == "answers" else "doors"
    return Box(kind, number, opening.start("mark"), opening.end("mark"), last, texts)


def _below(lines: Sequence[str], number: int) -> tuple[tuple[tuple[int, int, str], ...], int | None]:
    """The lines up to one of three colons, and where that is; nowhere when an empty line or the end comes first."""
    said, last = [], number + 1
    while last < len(lines) and lines[last].strip() and not _CLOSING.match(lines[last]):
        text = lines[last].strip()
        said.append((last, lines[last].index(text), text))
        last += 1
    closed = last < len(lines) and bool(lines[last].strip())
    return tuple(said), last if closed else None


def _indent(line: str) -> int:
    wide = line.expandtabs(4)
    return len(wide) - len(wide.lstrip())


def _in_line(number: int, line: str) -> Iterator[Reference]:
    for match in _REFERENCE.finditer(line):
        if match.group("figure"):
            name = ((match.group("figure"), match.start("figure")),)
            yield Reference("figure", number, match.start(), match.end(), name)
        elif match.group("event"):
            ids: tuple[tuple[str, int], ...] = ((match.group("event"), match.start("event")),)
            yield Reference(
                "event", number, match.start(), match.end(), ids, match.group("claim"), match.group("words")
            )
        elif match.group("notes"):
            start = match.start("notes")
            ids = tuple((m.group(1), start + m.start(1)) for m in re.finditer(r"@([a-z0-9-]+)", match.group("notes")))
            yield Reference("notes", number, match.start(), match.end(), ids)
