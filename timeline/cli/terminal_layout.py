"""Text for a terminal of eighty columns: paragraphs, fields with a name before them, headings."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

WIDTH = 80


def columns(text: str) -> int:
    """How wide a terminal draws a text: Chinese characters take two columns, accents none."""
    return sum(_columns(c) for c in text)


def paragraph(text: str, indent: str = "", first: str | None = None) -> Iterator[str]:
    """The lines of a text; `first` stands in front of the first one instead of the indent."""
    line, started = indent if first is None else first, False
    for word in _words(text):
        glue = " " if started and not _breaks(word) else ""
        if started and columns(line + glue + word) > WIDTH:
            yield line.rstrip()
            line, glue = indent, ""
        line, started = line + glue + word.lstrip("\0"), True
    yield line.rstrip()


def fields(rows: Iterable[tuple[str, str | None]]) -> Iterator[str]:
    """Names and values in two columns; a row without a value is left out."""
    told = [(name, value) for name, value in rows if value]
    width = max((columns(name) for name, _ in told), default=0) + 4
    for name, value in told:
        yield from paragraph(value, " " * width, f"  {name}".ljust(width))


def section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """An empty line, a heading and what stands below it; nothing when nothing does."""
    told = list(lines)
    if told:
        yield from ("", title, "", *told)


def count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def listed(words: Sequence[str]) -> str:
    """Words as a sentence has them: "a, b and c"."""
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1] if words else "") if part)


def _words(text: str) -> Iterator[str]:
    """Words, and the characters of scripts that put no space between words, marked as such."""
    for word in text.split():
        part = ""
        for c in word:
            if part and (_columns(c) == 2 or _columns(part[-1]) == 2) and unicodedata.category(c)[0] == "L":
                yield part
                part = "\0"
            part += c
        yield part


def _breaks(word: str) -> bool:
    """Whether it follows the one before it without a space."""
    return word.startswith("\0")


def _columns(c: str) -> int:
    return 0 if unicodedata.combining(c) or c == "\0" else 2 if unicodedata.east_asian_width(c) in "WF" else 1
