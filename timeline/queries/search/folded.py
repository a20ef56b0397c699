"""Text as a search compares it: without case and accents, with the dashes and quotes of a keyboard."""

from __future__ import annotations

import unicodedata

_KEYS = str.maketrans("‐‑‒–—−’‘ʼ“”„", "------'''\"\"\"")


def folded(text: str) -> str:
    """The text in that form; characters may become several."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).translate(_KEYS).casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))
