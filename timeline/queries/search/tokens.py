"""The tokens of a text: what a search can look up in it.

Runs of letters and digits, each script by itself, so that "训练R2失败" has "r2"; what is written without spaces, by
pairs of its characters; numbers with points, as "b2.1"; and every number as its value behind "#", however it is
written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.queries.search.numbers import ATTACHED, ORDINALS, SCALES, WORDS, chunks, numbers

WIDE = (
    "\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe6f\uff00-\uff60\uffe0-\uffe6"
    "\U0001b000-\U0001b2ff\U0001f200-\U0001faff\U00020000-\U0003fffd"
)
"""Scripts without spaces, and such as may stand in them."""
_RUN = re.compile(rf"(?:(?![{WIDE}])[^\W_])+|(?:(?=[{WIDE}])[^\W_])+")
_POINTED = re.compile(rf"(?:(?![{WIDE}])[^\W_])+(?:\.(?:(?![{WIDE}])[^\W_])+)+")
_PLAIN = re.compile(r"[a-z0-9]+")
_DIGIT = re.compile(r"\d")
_COUNTS = re.compile(rf"\d|(?<![^\W_])(?:{'|'.join(sorted({*WORDS, *SCALES, *ORDINALS} - ATTACHED))})(?![^\W_])")
"""Whether there is a number in a text: most have none, and need not be taken apart."""
NUMBER = "#"


def runs(text: str) -> list[str]:
    """The words of a folded text in their order, those of scripts without spaces as they stand."""
    return _PLAIN.findall(text) if text.isascii() else _RUN.findall(text)


def wide(run: str) -> bool:
    """Whether a run is written in a script without spaces."""
    return re.match(f"[{WIDE}]", run) is not None


def pairs(run: str) -> list[str]:
    """What stands for a run without spaces: its characters two by two, and the last alone, which begins no pair."""
    return [*(run[at : at + 2] for at in range(len(run) - 1)), run[-1:]]


def pointed(text: str) -> list[str]:
    """Numbers with points, and names with such numbers: "3.5", "b2.1"."""
    return [word for word in _POINTED.findall(text) if _DIGIT.search(word)]


def is_pointed(word: str) -> bool:
    """Whether a word is such a number or name as a whole."""
    return "." in word and _POINTED.fullmatch(word) is not None and _DIGIT.search(word) is not None


def tokens(text: str) -> Iterator[str]:
    """All of them, some more than once, of a folded text."""
    for run in runs(text):
        if run.isascii() or not wide(run):
            yield run
        else:
            yield from pairs(run)
    if _COUNTS.search(text):
        yield from pointed(text) if "." in text else ()
        for _, _, values, _ in numbers(chunks(text)):
            yield from (NUMBER + value for value in values)
