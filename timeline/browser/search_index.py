"""Every word of the record with the events it stands in, so that a browser finds what begins with a few letters
without being sent the texts.

Words are those of `timeline.queries.selection`: runs of letters and digits of the folded text. Each line has a word,
a space, and the numbers of its events: each as what it adds to the one before, in Base64 VLQ as source maps have it
(ECMA-426), without a sign. Lines are in the order of UTF-16, in which browsers compare, and lie in pieces, so that a
few letters need one or two of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

LONGEST_PIECE = 100_000
"""Characters of a piece, about 60 KB once compressed."""
_WORD = re.compile(r"[^\W_]+")
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_GOES_ON = 32


def pieces(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pieces of a concordance of folded texts, in their row: the first word of each, and its lines."""
    noted: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        for word in set(_WORD.findall(text)):
            noted.setdefault(word, []).append(place)
    lines: list[str] = []
    first, size = "", 0
    for word in sorted(noted, key=lambda word: word.encode("utf-16-be")):
        line = f"{word} {_numbers(noted[word])}"
        if lines and size + len(line) > LONGEST_PIECE:
            yield first, "\n".join(lines)
            lines, size = [], 0
        if not lines:
            first = word
        lines.append(line)
        size += len(line) + 1
    if lines:
        yield first, "\n".join(lines)


def _numbers(places: Iterable[int]) -> str:
    """Rising numbers, each as what it adds to the one before."""
    signs = []
    before = 0
    for place in places:
        left, before = place - before, place
        while left >= _GOES_ON:
            signs.append(_DIGITS[left % _GOES_ON + _GOES_ON])
            left //= _GOES_ON
        signs.append(_DIGITS[left])
    return "".join(signs)
