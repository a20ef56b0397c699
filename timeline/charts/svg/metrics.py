"""How wide a text will be, without a browser to ask.

Readers have fonts of their own, so the widths are those of DejaVu Sans, about the widest that a common system
shows: a text may turn out narrower than it was reckoned, and hardly ever wider.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# Hundredths of the size, from the space to the tilde.
_PLAIN = (
    32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84,
    84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79, 60, 79, 69, 63, 61, 73, 68, 99, 69, 61,
    69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59,
    82, 59, 59, 52, 64, 34, 64, 84,
)  # fmt: skip
_BOLD = (
    35, 46, 52, 84, 70, 100, 87, 31, 46, 46, 52, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 40, 40, 84,
    84, 84, 58, 100, 77, 76, 73, 83, 68, 68, 82, 84, 37, 37, 77, 64, 100, 84, 85, 73, 85, 77, 72, 68, 81, 77, 110, 77,
    72, 73, 46, 37, 46, 84, 50, 50, 67, 72, 59, 72, 68, 44, 72, 71, 34, 34, 67, 34, 104, 71, 69, 72, 72, 49, 60, 48, 71,
    65, 92, 65, 65, 58, 71, 37, 71, 84,
)  # fmt: skip
_OTHER = {"’": 32, "‘": 32, "“": 52, "”": 52, "–": 50, "—": 100, "…": 100, "·": 32, "→": 84, "×": 84}
_UNKNOWN = 80


@lru_cache(maxsize=20_000)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """The room that a line of text takes, at least."""
    table = _BOLD if bold else _PLAIN
    return sum(_hundredths(char, table) for char in text) * size / 100


def widest_word(text: str, size: float, *, bold: bool = False) -> float:
    """The room that a text needs, in lines that break no word."""
    return max((width(word, size, bold=bold) for word in text.split()), default=0.0)


@lru_cache(maxsize=1_000)
def lines(text: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """All of the text, broken between words, and within one that is longer than a line."""
    return tuple(_broken(text, room, size, bold=bold))


@lru_cache(maxsize=20_000)
def balanced(text: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """All of the text in as few lines as the room allows, and these about equally long."""
    made = lines(text, room, size, bold=bold)
    short, long = room / 2, room
    while len(made) > 1 and long - short > size / 2:
        narrower = tuple(_broken(text, (short + long) / 2, size, bold=bold))
        if len(narrower) > len(made):
            short = (short + long) / 2
        else:
            made, long = narrower, (short + long) / 2
    return made


@lru_cache(maxsize=5_000)
def in_lines(text: str, number: int, size: float) -> tuple[str, ...]:
    """All of the text in at most so many lines, broken between words, and these as narrow as they can be."""
    narrow = widest_word(text, size)
    wide = max(narrow, width(" ".join(text.split()), size))
    made = tuple(_broken(text, wide, size, bold=False))
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        tried = tuple(_broken(text, middle, size, bold=False))
        if len(tried) > number:
            narrow = middle
        else:
            made, wide = tried, middle
    return made


def _broken(text: str, room: float, size: float, *, bold: bool) -> Iterator[str]:
    line = ""
    for word in (piece for whole in text.split() for piece in _pieces(whole, room, size, bold=bold)):
        longer = f"{line} {word}" if line else word
        if line and width(longer, size, bold=bold) > room:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


def _pieces(word: str, room: float, size: float, *, bold: bool) -> Iterator[str]:
    """A word, or as much of it as fits on each line; at least one letter."""
    if width(word, size, bold=bold) <= room:
        yield word
        return
    start = 0
    for end in range(1, len(word)):
        if end > start and width(word[start : end + 1], size, bold=bold) > room:
            yield word[start:end]
            start = end
    yield word[start:]


def _hundredths(char: str, table: tuple[int, ...]) -> int:
    place = ord(char) - 32
    if 0 <= place < len(table):
        return table[place]
    if char in _OTHER:
        return _OTHER[char]
    if unicodedata.east_asian_width(char) in "WF":
        return 100
    if unicodedata.combining(char) or unicodedata.category(char) == "Cf":  # nobody sees it
        return 0
    base = ord(unicodedata.normalize("NFKD", char)[0]) - 32
    return table[base] if 0 <= base < len(table) else _UNKNOWN
