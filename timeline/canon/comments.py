"""Which comment speaks of what.

The parser drops comments, but tells where every key and text begins and ends; a `#` anywhere else begins one.
At the end of a line a comment speaks of what ends there. On a line of its own it speaks of what follows,
unless it is indented deeper than that: then it closes what stands above.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from timeline.canon.tree import Group, Part, Reading

_HEADER = re.compile(r"[|>][-+0-9]*[ \t]+(#)")


@dataclass(frozen=True, slots=True)
class Comment:
    start: int
    end: int
    column: int
    alone: bool
    """Whether nothing else stands on its line."""
    text: str


Block = list[Comment]
"""Comments below one another, without an empty line between them."""


def attach(text: str, reading: Reading, comments: list[Comment]) -> list[str]:
    """Gives each comment to what it speaks of; what is left over is the head of the file."""
    starts = [part.start for part in reading.parts] if comments else []
    head: list[str] = []
    for number, found in groupby(comments, lambda comment: bisect_left(starts, comment.start)):
        before = reading.parts[number - 1] if number else None
        after = reading.parts[number] if number < len(starts) else None
        above = list(_above(text, reading, before, after, list(_blocks(text, found))))
        if before is None:
            head = _first(text, above, after)
        elif after is not None and above:
            _give(text, reading, above, after)
    return head


def find(text: str, reading: Reading) -> Iterator[Comment]:
    """Every comment of a file, in order."""
    starts = [start for start, _ in reading.texts]
    past = -1
    for sign in re.finditer("#", text):
        at = sign.start()
        line = text.rfind("\n", 0, at) + 1
        if at < past or _within(text, reading, bisect_right(starts, at) - 1, at) or text[line] == "%":
            continue
        past = text.find("\n", at) if text.find("\n", at) >= 0 else len(text)
        yield Comment(at, past, at - line, not text[line:at].strip(), text[at:past].rstrip())


def _within(text: str, reading: Reading, number: int, at: int) -> bool:
    """Whether a sign belongs to a text and not to a comment, which may stand behind the `>-` of a text."""
    start, end = reading.texts[number] if number >= 0 else (0, 0)
    header = _HEADER.match(text, start) if at < end else None
    return at < end and not (header and header.start(1) == at)


def _blocks(text: str, comments: Iterator[Comment]) -> Iterator[Block]:
    block: Block = []
    for comment in comments:
        if block and not (comment.alone and block[-1].alone and text.count("\n", block[-1].end, comment.start) == 1):
            yield block
            block = []
        block.append(comment)
    if block:
        yield block


def _above(
    text: str, reading: Reading, before: Part | None, after: Part | None, blocks: list[Block]
) -> Iterator[Block]:
    """The blocks that speak of what follows; the others are given to what stands before them."""
    column = None
    for block in blocks:
        first, words = block[0], [comment.text for comment in block]
        if not first.alone:
            part, closing = _ending(text, reading, first)
            if part is None:
                yield block
            else:
                _beside(part, first.text, closing)
            continue
        if before is None:
            yield block
            continue
        column = first.column if column is None else min(column, first.column)
        home = _home(before, after, first.start, column)
        if home is None:
            yield block
        elif isinstance(home, Part):
            home.above += words
            _mark(home.group)
        else:
            home.below += ["", *words] if home.below else words
            _mark(home)


def _ending(text: str, reading: Reading, comment: Comment) -> tuple[Part | None, bool]:
    """What a comment stands beside; behind a mere dash it speaks of what follows."""
    line = comment.start - comment.column
    number = bisect_right(reading.marks, comment.start, key=lambda mark: mark[0]) - 1
    if number < 0:
        return None, False
    place, part, closing = reading.marks[number]
    if place > line or text[line : comment.start].lstrip()[:1] in (",", ":"):
        return part, closing
    return None, False


def _beside(part: Part, words: str, closing: bool) -> None:
    group = part.value
    if closing and isinstance(group, Group) and group.parts and (group.commented or part.beside):
        group.below.append(words)
        _mark(group)
        return
    if part.beside:
        part.above.append(part.beside)
    part.beside = words
    _mark(part.group)


def _home(before: Part, after: Part | None, at: int, column: int) -> Part | Group | None:
    """What a comment on a line of its own speaks of: a part, the end of a group, or, with None, what follows."""
    value = before.value
    if isinstance(value, str):
        if at < before.end:
            return before  # between a key and its text
    elif not value.parts or (value.end and at < value.start):
        if at < before.end:
            return before
    elif after is not None and after.group is value:
        return None
    group: Group | None = before.group
    found: Group | None = None
    least = after.group.column if after else -1
    while group is not None:
        if group.end:
            if at < group.end:
                return None if after and after.start < group.end else group
        elif least < group.column <= column and (found is None or group.column == found.column):
            found = group
        group = group.owner.group if group.owner else None
    return found


def _first(text: str, blocks: list[Block], after: Part | None) -> list[str]:
    """The head of a file; if there are several blocks, one that stands directly above a key belongs to it."""
    if after and len(blocks) > 1 and text.count("\n", blocks[-1][-1].end, after.start) == 1:
        after.above = [comment.text for comment in blocks[-1]]
        blocks = blocks[:-1]
    return _lines(blocks, apart=True)


def _give(text: str, reading: Reading, blocks: list[Block], part: Part) -> None:
    """Comments above a part; above a record, those with an empty line behind them are headings."""
    _mark(part.group)
    owner = part.group.owner
    if owner is None:
        part.above = _lines(blocks, apart=True) + part.above
    elif owner.group is reading.root and not part.group.mapping and _before_dash(text, blocks, part):
        last = blocks[-1]
        if text.count("\n", last[-1].end, part.start) == 1:
            part.above = _lines(blocks[-1:], apart=False)
            blocks = blocks[:-1]
        part.headings = _lines(blocks, apart=True)
    else:
        part.above = _lines(blocks, apart=False)


def _before_dash(text: str, blocks: list[Block], part: Part) -> bool:
    """Whether comments stand before a record and not, behind its dash, in it."""
    return bool(part.group.end) or "-" in text[blocks[-1][-1].end : part.start]


def _lines(blocks: list[Block], apart: bool) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        if apart and lines:
            lines.append("")
        lines += [comment.text for comment in block]
    return lines


def _mark(group: Group | None) -> None:
    while group is not None and not group.commented:
        group.commented = True
        group = group.owner.group if group.owner else None
