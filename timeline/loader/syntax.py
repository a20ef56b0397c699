"""What a YAML parser complains of, in the words of somebody who edits the file.

A parser names the token it did not expect, which stands after the slip and often far from it. From
its complaint and the text this module finds the slip itself: the tab, the open quote, the line that
stands too far left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from timeline.problems import Problem
from timeline.problems.reading import (
    BAD_INDENTATION,
    TAB_INDENTATION,
    TOO_DEEP,
    UNCLOSED_BRACKET,
    UNCLOSED_QUOTE,
    UNQUOTED_TEXT,
    YAML_SYNTAX,
)
from timeline.span import Span

_TABBED = re.compile(r"^( *)(\t+)[ \t]*(?=\S)")
_LINE_END = re.compile(r"\r\n|\n|\r")
_KEYED = re.compile(r"^(?P<start>\s*(?:- +)*(?:\S+?|\"[^\"]*\"): +)(?P<text>.+?)\s*$")
_STRAY_KEY = re.compile(r"^\s*(?:- +)?[A-Za-z_-]+:(?: |$)")


def explain(error: yaml.YAMLError, name: str, text: str) -> Iterator[Problem]:
    """The fault behind a parser's error; every tab at once, since each stops the parser again."""
    lines = _LINE_END.split(text)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        yield YAML_SYNTAX.at(Span(name, 1, 1, 1, 2), label="the parser gave up here", help="compare with a file that loads")
        return
    line, column = min(mark.line, len(lines) - 1), mark.column
    tabs = list(_tabs(name, lines, until=line))
    if tabs:
        yield from tabs
        return
    yield _one(str(getattr(error, "problem", "")), error, name, lines, line, column)


def _tabs(name: str, lines: list[str], until: int) -> Iterator[Problem]:
    found = [(number, match) for number, line in enumerate(lines) if (match := _TABBED.match(line))]
    if not any(number <= until for number, _ in found):
        return
    for number, match in found:
        column = len(match.group(1)) + 1
        yield TAB_INDENTATION.at(
            Span(name, number + 1, column, number + 1, column + len(match.group(2))),
            label="a tab", help="put spaces in its place, two for each level",
        )


def _one(complaint: str, error: yaml.YAMLError, name: str, lines: list[str], line: int, column: int) -> Problem:
    here = Span(name, line + 1, column + 1, line + 1, column + 2)
    context = getattr(error, "context_mark", None)
    quote = _open_quote(complaint, context, lines, line, column)
    if quote:
        at, mark = quote
        written = lines[at[0]][at[1] :].rstrip()
        return UNCLOSED_QUOTE.at(
            Span(name, at[0] + 1, at[1] + 1, at[0] + 1, at[1] + 2),
            label="opened here", help=f"close it on the same line: `{written}{mark}`",
        )
    if "expected ',' or" in complaint and context is not None:
        bracket = lines[context.line][context.column]
        closing = {"[": "]", "{": "}"}.get(bracket, "]")
        return UNCLOSED_BRACKET.at(
            Span(name, context.line + 1, context.column + 1, context.line + 1, context.column + 2),
            label="opened here", help=f"close it with `{closing}`, and put text that holds `,` `[` `]` `{{` or `}}` in quotation marks",
        )
    if "mapping values are not allowed" in complaint or "cannot start any token" in complaint:
        return _unquoted(name, lines, line, column) or _misplaced(name, lines, line, here)
    if "did not find expected" in complaint and "node content" not in complaint and column == _indent(lines[line]):
        return _misplaced(name, lines, line, here)
    if "nested" in complaint or "depth" in complaint or re.search(r"[\[{]{50}", lines[line]) or column > 400:
        return TOO_DEEP.at(here, label="too many brackets or levels", help="write the value as a plain list or text")
    help = "compare the lines around this one: keys of one record stand in one column, lists start with `- `"
    if complaint.startswith("did not find expected key") or "block end" in complaint:
        return UNQUOTED_TEXT.at(here, label="text goes on after a closed quotation mark",
                                help="put the whole text in one pair of quotation marks, and `\\\"` for those inside")
    return YAML_SYNTAX.at(here, label=_plain(complaint), help=help)


def _open_quote(
    complaint: str, context: yaml.Mark | None, lines: list[str], line: int, column: int
) -> tuple[tuple[int, int], str] | None:
    """Where a quotation mark was opened whose closing was taken from a later line, or never came."""
    if "end of stream" in complaint and context is not None and lines[context.line][context.column :][:1] in ("'", '"'):
        return (context.line, context.column), lines[context.line][context.column]
    if "did not find expected" not in complaint:
        return None
    for mark in ('"', "'"):
        closing = lines[line].rfind(mark, 0, column)
        if closing < 0:
            continue
        for number in range(line - 1, max(-1, line - 40), -1):
            opening = re.search(rf"(?:: |- |[\[{{,] ?){mark}(?=[^{mark}]*$)", lines[number])
            if opening:
                return (number, opening.end() - 1), mark
    return None


def _unquoted(name: str, lines: list[str], line: int, column: int) -> Problem | None:
    """A text that needs quotation marks: `title: R2: a delay`, or one that begins with a sign."""
    match = _KEYED.match(lines[line])
    if not match or column < len(match.group("start")):
        return None
    written = match.group("text")
    sign = lines[line][column : column + 1]
    quoted = '"' + written.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return UNQUOTED_TEXT.at(
        Span(name, line + 1, column + 1, line + 1, column + 2),
        label=f"`{sign}` means something to YAML here", help=f"put the text in quotation marks: `{quoted}`",
    )


def _misplaced(name: str, lines: list[str], line: int, here: Span) -> Problem:
    """A line whose column fits nothing above it."""
    indent = _indent(lines[line])
    above = next((n for n in range(line - 1, -1, -1) if lines[n].strip() and not lines[n].lstrip().startswith("#")), None)
    if above is not None and ":" not in lines[above] and not lines[above].lstrip().startswith("- "):
        text = lines[above].strip()
        start = _indent(lines[above])
        return YAML_SYNTAX.at(
            Span(name, above + 1, start + 1, above + 1, start + 1 + len(text)),
            label="a field needs a colon and a space after its name", help=f"write `{text.split()[0]}: …`, or join the line to the text above",
        )
    columns = sorted({_key_column(lines[n]) for n in range(line) if _STRAY_KEY.match(lines[n])})
    nearest = min(columns, key=lambda c: (abs(c - indent), -c)) if columns else 0
    word = "space" if nearest == 1 else "spaces"
    label = f"{indent} spaces" if indent != 1 else "1 space"
    width = len(lines[line].strip().split(" ")[0])
    return BAD_INDENTATION.at(
        Span(name, line + 1, indent + 1, line + 1, indent + 1 + max(width, 1)),
        label=f"indented by {label}", help=f"indent the line by {nearest} {word}, like the fields it belongs to",
    )


def _key_column(line: str) -> int:
    """The column in which a line's first key stands, behind the dash if there is one."""
    return len(line) - len(re.sub(r"^\s*(?:- +)?", "", line))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _plain(complaint: str) -> str:
    known = {
        "found unknown escape character": "a backslash in double quotes needs a second one, or use single quotes",
        "found incompatible YAML document": "this version of YAML is not known; leave the line out",
        "block sequence entries are not allowed in this context": "a list starts on a line of its own",
    }
    return known.get(complaint, complaint or "YAML expects something else here")
