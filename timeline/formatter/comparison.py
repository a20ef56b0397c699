"""Whether two texts say the same, asked of the loader and not of what wrote the second.

What may differ is what a record does not consist of: the order of records, of fields and of the states of a
track, and which of two spellings of one thing was typed (`x` or `[x]`, `x` or `{source: x}`, of a quotation
`x` or `{text: x}`).
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode

from timeline.formatter.text import folded
from timeline.loader.record_lists import LISTS


def same(before: Node, after: Node) -> bool:
    """Whether the data of two files is the same."""
    return bool(_said(before) == _said(after))


def same_comments(before: list[str], after: list[str]) -> bool:
    """Whether every comment is still there."""
    return Counter(before) == Counter(after)


def _said(node: Any, key: str = "") -> Any:
    """A value in the one spelling that all its spellings have in common."""
    if isinstance(node, ScalarNode):
        return folded(node.value)
    if isinstance(node, MappingNode):
        fields = sorted((name.value, _said(value, name.value)) for name, value in node.value)
        short = "text" if key == "quote" else "source"
        return fields[0][1] if len(fields) == 1 and fields[0][0] == short else fields
    items = [_said(item) for item in node.value]
    if key in LISTS or key == "states":
        items.sort(key=repr)
    return items[0] if len(items) == 1 else items
