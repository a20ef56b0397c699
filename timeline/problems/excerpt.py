"""The line a fault stands in, with a caret below, as wide as a terminal draws it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from timeline.span import Span

BEFORE = 12
"""Columns kept in front of the caret when a long line is cut."""
_LINE_END = re.compile(r"\r\n|\n|\r")


@lru_cache(maxsize=16)
def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text as editors number them; kept, because faults come in swarms."""
    return tuple(_LINE_END.split(text))


def line_of(files: Mapping[str, str], span: Span) -> str | None:
    """The line as it was typed, or nothing when the fault has no line or the file could not be read."""
    if not span.line or span.file not in files:
        return None
    lines = lines_of(files[span.file])
    return lines[span.line - 1] if span.line <= len(lines) else None


def excerpt(typed: str, span: Span, width: int) -> tuple[str, str]:
    """The part of a line around the caret that fits, and the carets below it."""
    start = min(span.column - 1, len(typed))
    end = span.end_column - 1 if span.end_line == span.line else start + len(typed[start:].rstrip())
    end = max(min(end, len(typed)), start + 1)
    first = _first(typed, start, min(end, start + width // 2), width)
    cut = "… " * bool(first) + typed[first : first + width + 1]
    shift = len("… ") * bool(first) - first
    if _columns(cut) > width or first + width + 1 < len(typed):
        while _columns(cut) >= width:
            cut = cut[:-1]
        cut = cut.rstrip() + "…"
    start, end = start + shift, min(end + shift, max(len(cut), start + shift + 1))
    return _shown(cut), " " * _columns(cut[:start]) + "^" * max(1, _columns(cut[start:end]))


def _first(typed: str, start: int, end: int, width: int) -> int:
    """The first character to show: that of the line, unless the caret would then stand outside."""
    if len(typed) <= width and _columns(typed) <= width:
        return 0
    if end <= width and _columns(typed[:end]) < width:
        return 0
    first, room = start, BEFORE
    while first > 0 and (room := room - _columns(typed[first - 1])) >= 0:
        first -= 1
    room = width - len("… ") - _columns(typed[first : first + width])
    while first > 0 and len(typed) - first < width and (room := room - _columns(typed[first - 1])) >= 0:
        first -= 1
    while first < start and typed[first] == " ":
        first += 1
    return first


def _shown(text: str) -> str:
    """Text without characters that would move the cursor; a tab becomes an arrow."""
    return "".join(map(_drawn, text))


def _drawn(character: str) -> str:
    if character == "\t":
        return "→"
    return character if character.isprintable() else "\N{REPLACEMENT CHARACTER}"


def _columns(text: str) -> int:
    """How wide a terminal draws a text: Chinese characters take two columns, accents none."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
