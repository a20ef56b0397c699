"""The word that was probably meant: a slip of the pen is mended faster when it is named."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

LONGEST = 120
"""Comparing goes letter by letter, and nobody mistypes a page."""


def nearest(typed: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The known word most like the typed one, if one is like it at all; upper case makes no difference."""
    if len(typed) > LONGEST:
        return None
    words = {word.lower(): word for word in known}
    near = difflib.get_close_matches(typed.lower(), words, n=1, cutoff=cutoff)
    return words[near[0]] if near else None


def shortened(text: str, longest: int = 80) -> str:
    """A text that a sentence can hold."""
    return text if len(text) <= longest else text[: longest - 1] + "…"
