"""Texts that YAML ends at a space with `#` behind it, where somebody meant the sign: "Bridge #4 opens".

A note to editors has a space behind its sign. So what follows without one on the line of a text is taken for the rest
of that text, which nobody would miss until readers do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from timeline.problems import Problem
from timeline.problems.fields import CUT_TEXT
from timeline.problems.suggestions import shortened
from timeline.span import Span

_CUT = re.compile(r"(?<=[^ \t\n])[ \t]+#(?=[^\W_])[^\n\r]*")
TEXTS = frozenset((
    "about", "attributed_to", "authors", "contact", "date_basis", "family", "given", "locator", "name", "note", "of",
    "plural", "publisher", "question", "quote", "state", "summary", "text", "title", "translation", "unit", "was",
    "wording",
))  # fmt: skip
"""Fields that hold words."""
_LONGEST = 100


def may_be_cut(text: str) -> bool:
    """Whether a sign follows a space somewhere, as it does where a text is cut."""
    return "#" in text and _CUT.search(text) is not None


def cut_texts(name: str, text: str, root: Node) -> list[Problem]:
    """Each text that ends before a sign on its line; a file without such a sign is not gone through."""
    if not may_be_cut(text):
        return []
    lines = text.splitlines()
    return [problem for node in _words(root) if (problem := _cut(name, lines, node))]


def _cut(name: str, lines: list[str], node: ScalarNode) -> Problem | None:
    mark = node.end_mark
    rest = lines[mark.line][mark.column :] if mark.line < len(lines) else ""
    if not (match := _CUT.match("x" + rest, 1) if rest[:1] in (" ", "\t") else None):
        return None
    column = mark.column + rest.index("#") + 1
    whole = node.value + match.group().rstrip()
    quoted = whole.replace("\\", "\\\\").replace('"', '\\"')
    write = f': `"{quoted}"`' if len(whole) <= _LONGEST and node.start_mark.line == mark.line else ""
    help = f"put the text in quotation marks{write}, or write a space behind `#` if a note to editors begins here"
    span = Span(name, mark.line + 1, column, mark.line + 1, mark.column + len(rest.rstrip()) + 1)
    return CUT_TEXT.at(span, label=f"no part of the text, which ends with {_last(node.value)}", help=help)


def _last(text: str) -> str:
    return f"`{shortened(text.split()[-1], 40)}`"


def _words(root: Node) -> Iterator[ScalarNode]:
    """The plain texts of fields that hold words."""
    ahead, met = [(root, "")], set[int]()
    while ahead:
        node, key = ahead.pop()
        if isinstance(node, ScalarNode):
            if not node.style and node.value and key in TEXTS:
                yield node
        elif id(node) not in met:
            met.add(id(node))
            if isinstance(node, SequenceNode):
                ahead += [(item, key) for item in node.value]
            elif isinstance(node, MappingNode):
                ahead += [(value, key if key in TEXTS else str(name.value)) for name, value in node.value]
