"""Lines that git leaves in a file when two changes of the same place could not be joined."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.problems import Problem
from timeline.problems.fields import MERGE_CONFLICT
from timeline.span import Span

_MARK = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?: [^\n]*|)\r?$", re.MULTILINE)
_LEFT = re.compile(r"^={7}\r?$", re.MULTILINE)
_WORDS = {"=": "the other side begins at", ">": "it ends at", "|": "what both came from begins at"}


def conflicts(name: str, text: str) -> list[Problem]:
    """Each conflict once, with all its lines; nothing else in such a file is worth a word before it is settled."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text and not _LEFT.search(text):
        return []
    return list(_conflicts(name, text))


def _conflicts(name: str, text: str) -> Iterator[Problem]:
    group: list[tuple[str, Span]] = []
    for match in _MARK.finditer(text):
        sign = match[1][0]
        line = text.count("\n", 0, match.start()) + 1
        if sign in "=|" and not group:
            if match[0].rstrip() == "=======":
                help = "delete the line, and look whether what stands around it is said twice"
                yield MERGE_CONFLICT.at(Span(name, line, 1, line, 8), label="a line of one is left here", help=help)
            continue
        if sign == "<" and group:
            yield _told(group)
            group = []
        group.append((sign, Span(name, line, 1, line, 8)))
        if sign == ">":
            yield _told(group)
            group = []
    if group:
        yield _told(group)


def _told(group: list[tuple[str, Span]]) -> Problem:
    (first, span), *rest = group
    label = "one side begins here" if first == "<" else "it ends here, and its beginning is gone"
    help = "keep what is right of both sides, and delete the lines of the conflict"
    elsewhere = tuple((_WORDS[sign], at) for sign, at in rest if sign in _WORDS)
    return MERGE_CONFLICT.at(span, label=label, help=help, elsewhere=elsewhere)
