"""Mends of layout: tabs, lines that start in the wrong column, names without their colon."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from timeline.loader.mending import Draft, Mend, error_line, indent
from timeline.loader.record_lists import FIELDS
from timeline.problems.fields import BAD_INDENTATION, TAB_INDENTATION, YAML_SYNTAX

_TABBED = re.compile(r"^( *)((?:- *)*)(\t[ \t]*)(?=\S)")
_KEY = re.compile(r"^( *(?:- +)*)([\w-]+):(?: |$)")
_ITEM = re.compile(r"^( *)- ")
_NAMED = re.compile(r"^( *(?:- +)*)([a-z_]+)(:?)( *[=;,] +| *)(?=\S)(.*)")
_BACK = 40


def tabs(draft: Draft, error: yaml.MarkedYAMLError) -> Iterator[Mend]:
    """Every tab in front of a line at once, since each stops the parser again."""
    tabbed = [(n, match) for n, line in enumerate(draft.lines) if (match := _TABBED.match(line))]
    if not tabbed or tabbed[0][0] > error_line(error):
        return
    for width in (2, 4, 8, 1):
        problems, lines = [], {}
        for number, match in tabbed:
            spaces, dash, tab = match.groups()
            wanted = 1 if dash else len(tab.expandtabs(1)) + tab.count("\t") * (width - 1)
            help = f"put {wanted} spaces in its place" if wanted != 1 else "put a space in its place"
            span = draft.span(number, match.start(3), len(tab))
            problems.append(TAB_INDENTATION.at(span, label="a tab" if len(tab) == 1 else "tabs", help=help))
            lines[number] = f"{spaces}{dash}{' ' * wanted}{draft.lines[number][match.end() :]}"
        yield Mend(tuple(problems), lines)


def names(draft: Draft, error: yaml.MarkedYAMLError) -> Iterator[Mend]:
    """`title The bridge` and `title:The bridge`, in the line of the complaint or above it."""
    for number in _above(draft, int(error_line(error)), 3):
        match = _NAMED.match(draft.lines[number])
        if match is None or match[2] not in FIELDS or (match[3] and match[4]):
            continue
        written = f"{match[2]}: {match[5]}"
        word = match[5].split()[0][:40]
        sign = match[4].rstrip()
        width, literal, label = len(match[2] + sign), f"{match[2]}:", "a colon is missing"
        if match[3]:
            width, literal, label = width + 1 + len(word), f"{match[2]}: {word}", "a space is missing behind the colon"
        problem = YAML_SYNTAX.at(draft.span(number, match.end(1), width), label=label, help=f"write `{literal}`")
        yield Mend((problem,), {number: match[1] + written})


def columns(draft: Draft, error: yaml.MarkedYAMLError, *, known: bool) -> Iterator[Mend]:
    """A line, alone or with those below it, moved to where others above it start.

    With `known` only lines that begin with the name of a field or with a dash.
    """
    for number in _above(draft, int(error_line(error)), 2):
        line = draft.lines[number]
        key = _KEY.match(line)
        likely = _ITEM.match(line) is not None or (key is not None and key[2] in FIELDS)
        if likely is not known:
            continue
        for column in _columns(draft, number):
            yield from _moved(draft, number, column)


def _moved(draft: Draft, number: int, column: int) -> Iterator[Mend]:
    """To a column, with ever more of the lines that stand as deep."""
    line = draft.lines[number]
    here = indent(line)
    width = len(line.strip().split(" ")[0])
    spaces = "1 space" if column == 1 else f"{column} spaces"
    label = "indented by 1 space" if here == 1 else f"indented by {here} spaces"
    problem = BAD_INDENTATION.at(
        draft.span(number, here, width), label=label, help=f"indent the line by {spaces}, like those it belongs to"
    )
    run = {number: " " * column + line.lstrip(" ")}
    yield Mend((problem,), dict(run))
    for following in range(number + 1, min(number + _BACK, len(draft.lines))):
        below = draft.lines[following]
        if not below.strip() or indent(below) < here or (_ITEM.match(below) and indent(below) == here):
            break
        run[following] = " " * max(0, indent(below) + column - here) + below.lstrip(" ")
    if len(run) > 1:
        help = f"indent the line by {spaces}, and those below that belong to it with it"
        problem = BAD_INDENTATION.at(draft.span(number, here, width), label=label, help=help)
        yield Mend((problem,), run)


def _columns(draft: Draft, number: int) -> list[int]:
    """Where the line could start: in the columns of lines around it, the nearest first."""
    line, here = draft.lines[number], indent(draft.lines[number])
    columns: list[int] = []
    around = [*range(number - 1, max(-1, number - _BACK), -1), *range(number + 1, min(number + 4, len(draft.lines)))]
    for other in around:
        text = draft.lines[other]
        if _ITEM.match(line):
            columns += [indent(text)] if _ITEM.match(text) else []
        elif key := _KEY.match(text):
            columns.append(len(key[1]))
    return sorted({column for column in columns if column != here}, key=lambda column: abs(column - here))[:4]


def _above(draft: Draft, line: int, count: int) -> list[int]:
    """A line and the ones above it that say something."""
    start = min(line, len(draft.lines) - 1)
    said = (n for n in range(start, -1, -1) if draft.lines[n].strip() and not draft.lines[n].lstrip().startswith("#"))
    return [number for number, _ in zip(said, range(count), strict=False)]


def strays(draft: Draft, error: yaml.MarkedYAMLError) -> Iterator[Mend]:
    """A line that belongs to nothing around it."""
    for number in _above(draft, int(error_line(error)), 2):
        line = draft.lines[number]
        span = draft.span(number, indent(line), len(line.strip()))
        help = "write it behind the name of the field it belongs to, or delete the line if it says nothing"
        label = "this belongs to nothing around it"
        if line.startswith("..."):
            label = "three dots at the beginning of a line end the file"
            help = "put the text behind the name of its field, in quotation marks, or delete the line"
        yield Mend((YAML_SYNTAX.at(span, label=label, help=help),), {number: ""})
