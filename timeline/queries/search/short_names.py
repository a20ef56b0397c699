"""Short names: those that the record gives, and the initials of names of three words and more."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LEAST = 3
"""Two initials are a word of their own too often: "FT" is given by the record, or is not known."""


def initials(name: str) -> str:
    """ "WSJ" for "The Wall Street Journal": of the words that begin in capitals; empty where they are too few."""
    words = [word for word in _WORD.findall(name) if word[0].isupper()]
    if words and words[0] == "The":
        words = words[1:]
    return "".join(word[0] for word in words) if len(words) >= _LEAST and all(map(_spelt, words)) else ""


def _spelt(word: str) -> bool:
    """Whether a word is more than initials itself."""
    return len(word) > 1 and not word.isupper()
