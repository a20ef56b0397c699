"""Every word of the record with the parts of texts it stands in, and what else is meant by it, so that a browser finds
what begins with a few letters without being sent the texts.

Words are the tokens of `timeline.queries.search`. Each line has a word, a space, and the numbers of its parts: each as
what it adds to the one before, in Base64 VLQ as source maps have it (ECMA-426), without a sign. Behind another space
may stand other ways of saying it, with commas between them, each of one token or of several with "+" between them; a
word that stands in no text has only those. Lines are in the order of UTF-16, in which browsers compare, and lie in
pieces, so that a few letters need one or two of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from timeline.queries.search.vocabulary import Way

LONGEST_PIECE = 100_000
"""Characters of a piece, about 60 KB once compressed."""
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_GOES_ON = 32


def pieces(parts: Iterable[Iterable[str]], ways: Mapping[str, tuple[Way, ...]]) -> Iterator[tuple[str, str]]:
    """Pieces of the index of some parts, given by their tokens, in their row: the first word of each, and its lines."""
    noted: dict[str, list[int]] = {}
    for place, tokens in enumerate(parts):
        for word in set(tokens):
            noted.setdefault(word, []).append(place)
    lines: list[str] = []
    first, size = "", 0
    for word in sorted(noted.keys() | ways.keys(), key=lambda word: word.encode("utf-16-be")):
        line = f"{word} {_numbers(noted.get(word, ()))}"
        if others := ways.get(word):
            line += " " + ",".join(map("+".join, others))
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
