"""Remedies that say outright what to type, as changes of lines: what an editor's program can do for its author.

A remedy is a sentence, and what can be typed stands between its backquotes. Where nothing is left to think about, the
sentence is read back here; any other remedy is left to the author.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline import dates
from timeline.problems.fields import IMPOSSIBLE_DATE, NOT_A_DAY, NOT_EDTF
from timeline.problems.problem import Problem

_INSTEAD = re.compile(
    r"(?:^|[;,] (?:or )?)write (`[^`…]+`(?: or `[^`…]+`)*)"
    r"|(?:a similar (?:id|name) is|the document with this address is) (`[^`]+`)"
)
_LITERAL = re.compile(r"(?<!such as )`([^`…]+)`")
_SPACES = re.compile(r"put (a|\d+) spaces? in its place")
_CLOSED = re.compile(r"close it.*?: `([^`]+)`")
_QUOTED = re.compile(r"put (?:the text|it) in (?:single )?quotation marks: `([^`]+)`")
_INDENT = re.compile(r"indent the line by (\d+) spaces?, (like|and)")
_WRAPPED = re.compile(r"indent (?:the line|lines \d+ (?:and|to) (\d+)) by (\d+) spaces, so that (?:it goes|they go) on")
_DELETED = re.compile(r"delete `([^`]+)`(?:;|$)")
_DATES = (NOT_EDTF, IMPOSSIBLE_DATE, NOT_A_DAY)


@dataclass(frozen=True, slots=True)
class Remedy:
    """One way to mend a fault."""

    title: str
    """What it does, as a command in a few words."""
    lines: Mapping[int, str]
    """The lines that change, counted from 0."""


def remedies(problem: Problem, lines: Sequence[str]) -> tuple[Remedy, ...]:
    """What a fault's remedy says outright, each choice by itself; nothing where it leaves something to its author.

    `lines` are those of the file that the fault stands in.
    """
    span = problem.span
    if not 0 < span.line <= len(lines) or span.end_line != span.line:
        return ()
    whole = _whole_lines(problem, lines)
    if whole is not None:
        return (whole,) if whole.lines else ()
    line = lines[span.line - 1]
    start, end = span.column - 1, span.end_column - 1
    return tuple(
        Remedy(title, {span.line - 1: line[:start] + written + line[end:]})
        for title, written in _in_its_place(problem, line[start:end])
    )


def _in_its_place(problem: Problem, typed: str) -> Iterator[tuple[str, str]]:
    """What a remedy puts in the place that the caret covers."""
    help = problem.help
    if problem.kind in _DATES:
        yield from ((f"write {literal}", literal) for literal in _LITERAL.findall(help) if _is_known(literal))
    elif found := _INSTEAD.search(help):
        yield from ((f"write {literal}", literal) for literal in _LITERAL.findall(found[1] or found[2]))
    elif found := _SPACES.match(help):
        yield help, " " * (1 if found[1] == "a" else int(found[1]))
    elif help.startswith("delete the character") or ((found := _DELETED.match(help)) and typed == found[1]):
        yield help.partition(";")[0].partition(",")[0], ""


def _is_known(literal: str) -> bool:
    """Whether it is a date of which something is known; one with brackets stands in quotation marks."""
    try:
        return dates.parse(literal.strip('"')).form != "unknown"
    except dates.DateError:
        return False


def _whole_lines(problem: Problem, lines: Sequence[str]) -> Remedy | None:
    """A remedy that speaks of lines or of a whole text; without lines where it cannot be done to the letter."""
    help, number = problem.help, problem.span.line - 1
    line, at = lines[number], problem.span.column - 1
    if found := _INDENT.match(help):
        return Remedy(help, _moved(lines, number, int(found[1]), found[2] == "and"))
    if found := _WRAPPED.match(help):
        last = int(found[1] or number + 1)
        run = {n: " " * int(found[2]) + lines[n].strip() for n in range(number, last)} if "put `" not in help else {}
        return Remedy(help, run)
    if found := _CLOSED.search(help):
        end = at + len(found[1]) - 1
        same = line[at:end] == found[1][:-1]
        return Remedy(f"close it with {found[1][-1]}", {number: line[:end] + found[1][-1] + line[end:]} if same else {})
    if found := _QUOTED.search(help):
        inner = found[1][1:-1].replace("''", "'") if found[1][0] == "'" else found[1][1:-1]
        plain = inner.replace('\\"', '"').replace("\\\\", "\\")
        for text in (f"'{inner}'", f'"{inner}"', inner, plain):
            start = line.rfind(text, 0, at + len(text))
            if start >= 0 and start <= at <= start + len(text):
                return Remedy(
                    "put the text in quotation marks", {number: line[:start] + found[1] + line[start + len(text) :]}
                )
        return Remedy(help, {})
    return None


def _moved(lines: Sequence[str], number: int, column: int, below: bool) -> dict[int, str]:
    """A line at a new depth, and with it those below that stand deeper."""
    depth = _depth(lines[number])
    last = number + 1
    while below and last < len(lines) and (not lines[last].strip() or _depth(lines[last]) > depth):
        last += 1
    by = column - depth
    return {n: " " * by + lines[n] if by > 0 else lines[n][-by:] for n in range(number, last) if lines[n].strip()}


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
