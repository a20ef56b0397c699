"""How deep a text may nest, judged without a parser in a small part of its time.

Brackets nest unless they stand in quotation marks or in a comment, and where those begin only a parser knows.
So each possibility is followed beside the others, with the depth it would have come to. What counts is the
deepest, which is never less than the truth and in a record that somebody typed hardly more.
"""

from __future__ import annotations

import re

_SIGN = re.compile(r"[\[\]{}\"'#\\]")
_LINE_END = re.compile(r"[\r\n]")
_INDENTED = tuple(re.compile(end + r"[ \t?:-]{60}") for end in ("\n", "\r"))
_BEFORE = frozenset("[{,:\ufeff")
"""Besides space, what a text in quotation marks may follow directly."""


def may_nest(text: str, levels: int) -> bool:
    """Whether a text may nest deeper than so many brackets, or a line of it begins far to the right."""
    right = _INDENTED[0].search(f"\n{text[:100]}") or any(indented.search(text) for indented in _INDENTED)
    return bool(right) or deepest(text) > levels


def deepest(text: str) -> int:
    """At most so many brackets are open at once."""
    deepest = outside = ends = 0
    double = single = comment = escaped = -1
    for match in _SIGN.finditer(text):
        at = match.start()
        sign = text[at]
        if comment >= 0 and at > ends:
            outside, comment = max(outside, comment), -1
        if sign in "[{":
            outside += 1
            deepest = max(deepest, outside)
        elif sign in "]}":
            outside = max(0, outside - 1)
        elif sign == "'":
            opened = outside if _opens(text, at) or text[at - 1 : at] == "'" else -1
            outside, single = max(outside, single), opened
        elif at == escaped:
            continue
        elif sign == '"':
            opened = outside if _opens(text, at) else -1
            outside, double = max(outside, double), opened
        elif sign == "\\":
            escaped = at + 1
        elif _opens(text, at) or text[at - 1] in "]}\"'":
            end = _LINE_END.search(text, at)
            comment, ends = max(comment, outside), end.start() if end else len(text)
    return deepest


def _opens(text: str, at: int) -> bool:
    """Whether a text in quotation marks, or a comment, can begin here."""
    before = text[at - 1 : at]
    if before == "?":
        return _opens(text, at - 1)
    return not before or before.isspace() or before in _BEFORE
