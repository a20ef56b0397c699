"""The word that was probably meant: a slip of the pen is mended faster when it is named."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable

LONGEST = 120
"""Comparing goes letter by letter, and nobody mistypes a page."""
_MANY = 400
"""Words up to which each is compared; of more, those that share rare pieces with what was typed."""
_LOOKS = 2_000
"""How often a word is looked at to find these."""
_CANDIDATES = 40


class Words:
    """Words that somebody may have meant, looked up as often as there are slips."""

    def __init__(self, known: Iterable[str]) -> None:
        self._words = {word.lower(): word for word in known}
        self._having: dict[str, list[str]] = {}
        """Of many words, those that have a piece of three letters in them."""
        if len(self._words) > _MANY:
            for word in self._words:
                for piece in _pieces(word):
                    self._having.setdefault(piece, []).append(word)

    def nearest(self, typed: str, cutoff: float = 0.6) -> str | None:
        """The word most like the typed one, if one is like it at all; upper case makes no difference."""
        if len(typed) > LONGEST:
            return None
        near = difflib.get_close_matches(typed.lower(), self._candidates(typed.lower()), n=1, cutoff=cutoff)
        return self._words[near[0]] if near else None

    def _candidates(self, typed: str) -> Iterable[str]:
        if len(self._words) <= _MANY:
            return self._words
        shared: Counter[str] = Counter()
        left = _LOOKS
        for having in sorted((self._having.get(piece, []) for piece in _pieces(typed)), key=len):
            shared.update(having[:left])
            left -= len(having)
            if left <= 0:
                break
        return [word for word, _ in shared.most_common(_CANDIDATES)]


def _pieces(word: str) -> set[str]:
    whole = f" {word} "
    return {whole[at : at + 3] for at in range(len(whole) - 2)}


def nearest(typed: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The same for a single slip."""
    return Words(known).nearest(typed, cutoff)


def shortened(text: str, longest: int = 80) -> str:
    """A text that a sentence can hold."""
    return text if len(text) <= longest else text[: longest - 1] + "…"
