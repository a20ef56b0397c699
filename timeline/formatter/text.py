"""One text as YAML: plain where nobody can misread it, else in quotation marks, and folded when it is long.

The loader takes every value for text. Other tools do not, so a text that looks like a number, a date or a
yes to them stands in quotation marks, and so does one that holds the place of something. Dates and flags may look
like what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.loader.yaml_nodes import PLACEHOLDERS

WIDTH = 120

_SPACE = re.compile(r"[ \t\n]+")
_LOOSE = re.compile(r"[\t\n]|  |^ | $")
_INDICATOR = frozenset("-?:,[]{}#&*!|>'\"%@`")
_BREAKS = re.compile(r":(?: |$)| #")
_BREAKS_IN_BRACKETS = re.compile(r":(?: |$)| #|[,?\[\]{}]")
"""With the question mark, which the parser of Python itself refuses there."""
_LOOKS_TYPED = re.compile(
    r"""~|null|true|false|yes|no|on|off|y|n|<<|=
    |[-+]?(?:0b[01_]+|0o[0-7]+|0x[0-9a-f_]+|[0-9][0-9_,]*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?|\.[0-9_]+(?:e[-+]?[0-9]+)?
      |[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?|\.inf)
    |\.nan|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[t \t].*)?""",
    re.IGNORECASE | re.VERBOSE | re.ASCII,
)


def folded(text: str) -> str:
    """Text without the line breaks and runs of spaces that were only the file's."""
    return _SPACE.sub(" ", text).strip(" ") if _LOOSE.search(text) else text


def inline(text: str, *, typed: bool = False, brackets: bool = False) -> str:
    """A folded text on one line; `brackets` are around it, in which commas and brackets mean something."""
    breaks = _BREAKS_IN_BRACKETS if brackets else _BREAKS
    plain = bool(text) and text[0] not in _INDICATOR and not breaks.search(text)
    if plain and (typed or not (_LOOKS_TYPED.fullmatch(text) or text in PLACEHOLDERS)):
        return text
    if text.count("'") < text.count('"') + text.count("\\"):
        return "'" + text.replace("'", "''") + "'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def block(text: str, indent: int) -> Iterator[str]:
    """The lines of a folded text below its `>-`, where nothing in it means anything to YAML."""
    room = WIDTH - indent
    start = 0
    while len(text) - start > room:
        end = text.rfind(" ", start, start + room + 1)
        if end < 0:
            end = text.find(" ", start)
            if end < 0:
                break
        yield " " * indent + text[start:end]
        start = end + 1
    yield " " * indent + text[start:]
