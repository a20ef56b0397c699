"""Places in a line of Markdown where a reference cannot become a link: what stands there is no text of the page."""

from __future__ import annotations

import re

_INSTEAD = (
    (re.compile(r"!\[[^\]]*$"), re.compile(r""), "in the words for a picture"),
    (re.compile(r"\]\([^)\s]*$|^\s*\[[^\]]+\]:\s*\S*$"), re.compile(r""), "in an address"),
    (re.compile(r"<[A-Za-z][^<>]*$"), re.compile(r""), "in a tag of HTML"),
    (re.compile(r"(?<!!)\[[^\[\]]*$"), re.compile(r"[^\[\]]*\]\("), "in the words of another link"),
)
"""What stands in front of such a place, what behind it, and what it is."""

_FAR = 2_000
"""Letters on either side that are looked at: a line may be a book, with a reference in every sentence."""


def instead(before: str, after: str, *, linked: bool) -> str:
    """Where a reference stands, by the rest of its line, if not in the text; empty where it may stand.

    `linked` says that it becomes a link, for which there is no place within another one.
    """
    places = _INSTEAD if linked else _INSTEAD[:-1]
    before, after = before[-_FAR:], after[:_FAR]
    return next((words for front, back, words in places if front.search(before) and back.match(after)), "")
