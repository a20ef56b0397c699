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

from timeline.formatter.tree import Group, Part, Reading

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
"""Comments that belong together: below one another, none further to the left than the first."""


def attach(text: str, reading: Reading, comments: list[Comment]) -> list[str]:
    """Gives each comment to what it speaks of; what is left over is the head of the file."""
    starts = [part.start for part in reading.parts] if comments else []
    head: list[str] = []
    for number, together in groupby(comments, lambda comment: bisect_left(starts, comment.start)):
        before = reading.parts[number - 1] if number else None
        after = reading.parts[number] if number < len(starts) else None
        above = list(_above(text, reading, before, after, list(_blocks(text, together))))
        blocks, inside = [block for block, dashed in above if not dashed], [block for block, dashed in above if dashed]
        if before is None:
            head = _first(text, blocks + inside, after)
        elif after is not None and above:
            _give(text, reading, blocks, inside, after)
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
        if block and not (
            comment.alone
            and block[-1].alone
            and comment.column >= block[0].column
            and not _gap(text, block[-1].end, comment.start)
        ):
            yield block
            block = []
        block.append(comment)
    if block:
        yield block


def _above(
    text: str, reading: Reading, before: Part | None, after: Part | None, blocks: list[Block]
) -> Iterator[tuple[Block, bool]]:
    """The blocks that speak of what follows, and whether they stand behind its dash; the others are given away here."""
    column: int | None = None
    end = 0
    dashed = False
    for block in blocks:
        first = block[0]
        last, end = max(end, _behind(reading, first.start)), block[-1].end
        dashed = dashed or "-" in text[last : first.start]
        if not first.alone:
            part, closing = _ending(text, reading, first)
            if part:
                _beside(part, first.text, closing)
            else:
                yield block, dashed
            continue
        column = first.column if column is None else min(column, first.column)
        home = _home(before, after, first.start, column) if before and not (dashed and after) else None
        words = [comment.text for comment in block]
        if home is None:
            yield block, dashed
        elif isinstance(home, Part):
            home.above += words
            _mark(home.group)
        else:
            home.below += ["", *words] if home.below and _gap(text, last, first.start) else words
            _mark(home)


def _behind(reading: Reading, at: int) -> int:
    """Where the last key or text before a place ends."""
    number = bisect_right(reading.texts, at, key=lambda text: text[0]) - 1
    return reading.texts[number][1] if number >= 0 else 0


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
    home: Group | None = None
    least = after.group.column if after else -1
    while group is not None:
        if group.end and at < group.end:
            return None if after and after.start < group.end else group
        left = _left(group)
        if least < left <= column and (home is None or left == _left(home)):
            home = group
        group = group.owner.group if group.owner else None
    return home


def _left(group: Group) -> int:
    """Where the lines of a group begin; of a record in brackets behind a dash, where they would."""
    if not group.end:
        return group.column
    owner = group.owner
    return owner.group.column + 1 if owner and not owner.key and not owner.group.end else -2


def _first(text: str, blocks: list[Block], after: Part | None) -> list[str]:
    """The head of a file; of several comments, those that stand directly above a key belong to it."""
    lines = _lines(text, blocks)
    if after and "" in lines and not _gap(text, blocks[-1][-1].end, after.start):
        lines, after.above = _parted(lines)
    return lines


def _give(text: str, reading: Reading, blocks: list[Block], inside: list[Block], part: Part) -> None:
    """Comments above a part, or between its dash and itself; those with an empty line behind them are dividers."""
    _mark(part.group)
    lines, more = _lines(text, blocks), [line for line in _lines(text, inside) if line]
    owner = part.group.owner
    if owner is None:
        part.above = lines + more + part.above
    elif owner.group is reading.root and not part.group.mapping and blocks:
        end = blocks[-1][-1].end
        dash = part.start if part.group.end else text.index("-", end)
        part.dividers, lines = (lines, []) if _gap(text, end, dash) else _parted(lines)
        part.above = lines + more
    else:
        part.above = [line for line in lines if line] + more


def _gap(text: str, start: int, end: int) -> bool:
    """Whether an empty line stands between two places."""
    return text.count("\n", start, end) > 1


def _lines(text: str, blocks: list[Block]) -> list[str]:
    """Comments, with an empty text for an empty line."""
    lines: list[str] = []
    end = None
    for comment in (comment for block in blocks for comment in block):
        if end is not None and _gap(text, end, comment.start):
            lines.append("")
        lines.append(comment.text)
        end = comment.end
    return lines


def _parted(lines: list[str]) -> tuple[list[str], list[str]]:
    """What stands before the last empty line, and what stands behind it."""
    last = max((number for number, line in enumerate(lines) if not line), default=-1)
    return lines[: max(last, 0)], lines[last + 1 :]


def _mark(group: Group | None) -> None:
    while group is not None and not group.commented:
        group.commented = True
        group = group.owner.group if group.owner else None
