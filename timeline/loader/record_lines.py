"""Which lines of a file belong to which record, told by the dashes alone.

Lists stand in a file as an editor or `timeline fmt` lays them: each behind its name, each record behind a dash in the
list's column. Each stretch of lines is then YAML by itself, for nothing in a block reaches beyond the next dash of its
list; a text in quotation marks that would is no whole text on this side of it. Other files are read otherwise.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, SequenceNode

from timeline.file_place import Place
from timeline.loader.forbidden_yaml import Loader
from timeline.loader.record_lists import LISTS
from timeline.span import Span

_TOP = re.compile(r"^(?!- |-\n)[^\s#][^\n]*", re.MULTILINE)
"""What stands in the first column."""
_NAMED = re.compile(r"([a-z]+):(?: +(?P<value>[^\s#].*?))?\s*(?:\s#.*)?")
_MARKED = re.compile(r"---\s*")
_DASH = re.compile(r"\n(?P<column> *)-(?=[ \n])")
_OPENS = re.compile(r"(?P<indent> *-? +)(?P<key>[a-z_]+):")
_QUOTED = re.compile(r"(?:^|[\s\[{,])[\"']")
"""A quotation mark that may open a text."""
_PLAIN = r"\w(?:(?:[\w ./%&=?+~,;()-]|:(?=[^\s]))*[\w/)])?"
"""Words that mean nothing to YAML but themselves."""
_NOTES = re.compile(r"(?:(?:[ \t]*(?:#[^\n]*)?|---\s*)\n)*[ \t]*(?:#[^\n]*)?")


class RecordLines:
    """The lines of one record: where they stand in their file, and what YAML makes of them when somebody asks."""

    __slots__ = ("file", "in_languages", "key", "line", "start", "stop", "text", "within")

    def __init__(self, file: str, text: str, start: int, stop: int, line: int, key: str) -> None:
        self.file, self.text = file, text
        self.start, self.stop = start, stop
        """From where to where they stand in the text of the file."""
        self.line = line
        """The line of the first, from 0."""
        self.key = key
        """The list of the record; `record` of the description."""
        self.within = 0
        """Behind how many of its lines the record ends; 0 where that is not known."""
        self.in_languages = False
        """Whether a text of it stands in several languages."""

    @property
    def lines(self) -> str:
        """They themselves."""
        return self.text[self.start : self.stop]

    def move(self, other: RecordLines) -> None:
        """The same lines stand elsewhere in their file now."""
        self.text, self.start, self.stop, self.line = other.text, other.start, other.stop, other.line

    @property
    def root(self) -> Node:
        """The record as YAML, with its places in the whole file; made anew when another was asked for meanwhile."""
        return _root(self.lines, self.start, self.line)

    def field(self, key: str) -> Span | None:
        """The value of a field, where it plainly stands on its line as it is; nothing where that takes YAML to tell."""
        opens = _OPENS.match(self.text, self.start) if self.key != "record" else None
        lines = self.lines
        if opens is None or _QUOTED.search(lines) or not all(map(_closed, lines.split("\n"))):
            return None
        column = len(opens["indent"])
        word = rf"^[ -]{{{column}}}{re.escape(key)}: +({_PLAIN}) *(?: #.*)?\n(?!(?: *\n)* {{{column + 1}}})"
        found = [*re.finditer(word, lines, re.MULTILINE)]
        if len(found) != 1:
            return None
        start = found[0].start()
        line, first = self.line + 1 + lines.count("\n", 0, start), found[0].start(1) - start + 1
        return Span(self.file, line, first, line, first + len(found[0][1]))

    @property
    def span(self) -> Span:
        """The name of its first field."""
        opens = _OPENS.match(self.text, self.start) if self.key != "record" else None
        if opens is None:
            return Place(self.file, self.root).span
        return Span(self.file, self.line + 1, len(opens["indent"]) + 1, self.line + 1, len(opens[0]))

    @property
    def last(self) -> int:
        """The line on which it ends, as `Place.last` has it."""
        return self.line + self.within if self.within else Place(self.file, self.root).last


def _closed(line: str) -> bool:
    """Whether no bracket of a line may still be open behind it."""
    return line.count("[") == line.count("]") and line.count("{") == line.count("}")


@lru_cache(maxsize=8)
def _root(lines: str, start: int, line: int) -> Node:
    root: Any = yaml.compose(lines, Loader=Loader)
    _move(root, start, line)
    made: Node = root.value[0][1] if isinstance(root, MappingNode) else root.value[0]
    return made


def records_apart(name: str, text: str) -> list[RecordLines] | None:
    """The lines of each record of a file, in their order; nothing for a file that is laid out otherwise."""
    found: list[RecordLines] = []
    keys: set[str] = set()
    tops = [*_TOP.finditer(text)]
    if tops and _MARKED.fullmatch(tops[0][0]):
        del tops[0]
    if not tops or not _NOTES.fullmatch(text, 0, tops[0].start()):
        return None
    for top, stop in zip(tops, [*(top.start() for top in tops[1:]), len(text)], strict=True):
        named = _NAMED.fullmatch(top[0])
        if named is None or named[1] in keys or (named["value"] and named[1] != "record"):
            return None
        keys.add(named[1])
        line = text.count("\n", 0, top.start())
        if named[1] == "record":
            found.append(RecordLines(name, text, top.start(), stop, line, "record"))
        elif named[1] not in LISTS or not _listed(found, name, text, top.end(), stop, line, named[1]):
            return None
    return found


def _listed(found: list[RecordLines], name: str, text: str, start: int, stop: int, line: int, key: str) -> bool:
    """The records of one list, of which the name ends at `start`, on a line of the file; false where it is no such."""
    notes = _NOTES.match(text, start + 1, stop)
    at = notes.end() if notes else start
    first = _DASH.match(text, text.rfind("\n", 0, at), stop)
    if first is None:
        return False
    column = first["column"]
    dashes = re.compile(rf"\n{column}-(?=[ \n])")
    starts = [match.start() + 1 for match in dashes.finditer(text, first.start(), stop)]
    if column and re.compile(rf"\n {{0,{len(column) - 1}}}[^ \n#]").search(text, start, stop):
        return False  # something stands in front of the dashes
    before = start
    for begin, end in zip(starts, [*starts[1:], stop], strict=True):
        line += text.count("\n", before, begin)
        before = begin
        found.append(RecordLines(name, text, begin, end, line, key))
    return True


def _move(root: Node, index: int, line: int) -> None:
    """A node and what is below it, from where its lines stand alone to where they stand in the file."""
    ahead = [root]
    while ahead:
        node = ahead.pop()
        node.start_mark, node.end_mark = (
            yaml.Mark(mark.name, mark.index + index, mark.line + line, mark.column, None, 0)
            for mark in (node.start_mark, node.end_mark)
        )
        if isinstance(node, MappingNode):
            ahead += [each for pair in node.value for each in pair]
        elif isinstance(node, SequenceNode):
            ahead += node.value
