"""Mends of texts that go on in the next line, which starts too far left to belong to them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from timeline.loader.cut_at_hash import TEXTS
from timeline.loader.mending import Draft, Mend, error_line, indent
from timeline.loader.record_lists import FIELDS
from timeline.problems.fields import BAD_INDENTATION

_TEXT = re.compile(r"^( *(?:- +)*)([\w-]+): +(?P<value>[^\s\"'\[{&*!].*)$")
_STRUCTURE = re.compile(r"^ *(?:- |-$|#|[\w-]+:(?: |$))")
_COLON = re.compile(r":(?= |$)")
_WORD = re.compile(r"([\w-]+): +\S")
"""At the very left, where only lists begin."""
_FIRST = re.compile(r"[\w-]+")
_BACK = 40


def wraps(draft: Draft, error: yaml.MarkedYAMLError) -> Iterator[Mend]:
    """Lines below a text that stand no deeper than its name, moved to where the text goes on."""
    last = min(int(error_line(error)), len(draft.lines) - 1)
    first = error.context_mark.line if error.context_mark is not None else last
    for number in range(last, max(min(first, last) - 2, 0), -1):
        if not _stray(draft.lines[number]) or (_stray(draft.lines[number - 1]) and not _deeper(draft, number - 1)):
            continue
        if (text := _text_above(draft, number)) is not None:
            yield from _moved(draft, number, *text)


def _moved(draft: Draft, number: int, key: int, column: int) -> Iterator[Mend]:
    """All lines of the rest of the text at once."""
    line = draft.lines[number]
    if (word := _FIRST.match(line.strip())) and word[0] in FIELDS and indent(line) == key:
        return  # more likely a field without its colon
    end = number + 1
    while end < len(draft.lines) and _stray(draft.lines[end]) and indent(draft.lines[end]) <= key:
        end += 1
    both = "and" if end == number + 2 else "to"
    which = "the line" if end == number + 1 else f"lines {number + 1} {both} {end}"
    goes = "it goes" if end == number + 1 else "they go"
    help = f"indent {which} by {column} spaces, so that {goes} on with the text above"
    span = draft.span(number, indent(line), len(line.strip()))
    label = "the text above does not go on so far left"
    run = {n: " " * column + draft.lines[n].strip() for n in range(number, end)}
    start = next(n for n in range(number - 1, -1, -1) if _TEXT.match(draft.lines[n]))
    text = "".join(draft.lines[start:end])
    if any(_COLON.search(line) for line in run.values()) and not re.search(r'["\\]', text):
        help += f', and put `"` in front of the text in line {start + 1} and behind its last word'
        first = _TEXT.match(draft.lines[start])
        assert first is not None
        run[end - 1] += '"'
        run |= {n: draft.lines[n] for n in range(start, number)}
        run[start] = draft.lines[start][: first.start("value")] + '"' + first["value"]
    yield Mend((BAD_INDENTATION.at(span, label=label, help=help),), run)


def _text_above(draft: Draft, number: int) -> tuple[int, int] | None:
    """The column of the name of the text that a line would continue, and the column of its other lines."""
    here = indent(draft.lines[number])
    column = None
    for above in range(number - 1, max(-1, number - _BACK), -1):
        line = draft.lines[above]
        if match := _TEXT.match(line):
            key = len(match[1])
            if match[2] not in TEXTS or here > key or " #" in match["value"]:
                return None
            return key, column if column is not None and column > key else key + 2
        if _STRUCTURE.match(line) or not line.strip():
            return None
        column = indent(line)
    return None


def _stray(line: str) -> bool:
    """Whether a line may be the rest of a text: words, and no structure."""
    structure = _STRUCTURE.match(line)
    if structure and (word := _WORD.match(line)):
        return word[1] not in FIELDS
    return structure is None and re.search(r"\w", line) is not None


def _deeper(draft: Draft, number: int) -> bool:
    """Whether a line continues the text above it as it stands."""
    text = _text_above(draft, number + 1)
    return text is not None and indent(draft.lines[number]) > text[0]
