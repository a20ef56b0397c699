"""Short names: those that the record gives, and the initials of names of three words and more."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LEAST = 3
_MOST = 6
"""Two initials are a word of their own too often: "HG" is given by the record, or is not known."""


def initials(name: str) -> str:
    """ "HBG" for "The Harbour Bridge Gazette": of the words that begin in capitals; empty where they are too few.

    What is initials already stays whole ("NATO"), and in front it is left out, as is an article ("US Securities and
    Exchange Commission" is the SEC).
    """
    words = [word for word in _WORD.findall(name) if word[0].isupper()]
    if words and (words[0] == "The" or words[0].isupper()):
        words = words[1:]
    short = "".join(word if word.isupper() else word[0] for word in words)
    return short if len(words) >= _LEAST and len(short) <= _MOST else ""
