"""Problems for people and for machines: text with excerpts, JSON, GitHub annotations.

The text form points, says and helps: the line as it was typed, a caret under as little of it as
possible, and the remedy apart. Lines are cut to a terminal's eighty columns around the caret.
"""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from timeline.problems.excerpt import excerpt, line_of
from timeline.problems.problem import Problem, Severity
from timeline.span import Span

WIDTH = 80
IN_FULL = 20
"""Problems of one kind that a text tells in full; of further ones it gives the number. JSON has all of them."""
_ESCAPES = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}
_PLACES = 6
"""Further places of one problem that are named; of more, the last and how many lie between."""


def as_text(problems: Sequence[Problem], files: Mapping[str, str]) -> str:
    """Every problem with its excerpt, and a last line that counts them."""
    if not problems:
        return ""
    return "\n".join([*(text for _, text in texts(problems, files)), summary(problems)]) + "\n"


def texts(problems: Iterable[Problem], files: Mapping[str, str]) -> Iterator[tuple[Problem, str]]:
    """The first problems of each kind in full, then of each kind with more of them how many those are."""
    more: dict[str, list[Problem]] = {}
    numbers: Counter[str] = Counter()
    for problem in problems:
        numbers[problem.code] += 1
        if numbers[problem.code] <= IN_FULL:
            yield problem, one_as_text(problem, files)
        else:
            more.setdefault(problem.code, []).append(problem)
    for code, left in more.items():
        sentence = f"{left[0].severity}[{code}]: {len(left):,} more of this kind, the first at {where(left[0].span)}"
        yield left[0], f"{sentence}\n = help: `timeline check --format json` tells each of them\n"


def one_as_text(problem: Problem, files: Mapping[str, str]) -> str:
    """One problem in the form that style.md shows, ending with an empty line."""
    problem = harmless(problem)
    span = problem.span
    gutter = " " * len(str(span.line or ""))
    lines = [f"{problem.severity}[{problem.code}]: {problem.sentence}", f"{gutter}--> {where(span)}"]
    typed = line_of(files, span)
    if typed is None:
        if problem.label:
            lines.append(f"{gutter} = note: {problem.label}")
    else:
        shown, caret = excerpt(typed, span, WIDTH - len(gutter) - 3)
        lines.append(f"{gutter} |")
        lines.append(f"{span.line} | {shown}".rstrip())
        lines.append(f"{gutter} | {caret} {problem.label}".rstrip())
    places = [f"{gutter} = note: {words} {where(place)}" for words, place in problem.elsewhere]
    if (between := len(places) - _PLACES) > 1:
        places[_PLACES - 1 : -1] = [f"{gutter} = note: {between:,} more"]
    lines += places
    if problem.help:
        lines.append(f"{gutter} = help: {problem.help}")
    return "\n".join(lines) + "\n"


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects with the fields of a `Problem`, positions counted from 1."""
    rows = [
        {
            "severity": p.severity.value,
            "code": p.code,
            "message": p.sentence,
            "file": p.span.file,
            "line": p.span.line,
            "column": p.span.column,
            "endLine": p.span.end_line,
            "endColumn": p.span.end_column,
            "label": p.label,
            "help": p.help,
            "elsewhere": [
                {"message": words, "file": s.file, "line": s.line, "column": s.column} for words, s in p.elsewhere
            ],
        }
        for p in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands that put each problem beside its line in a pull request, the gravest first.

    GitHub shows ten of each severity for a step, so what must be mended comes before what may be.
    """
    ranks = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
    ordered = sorted(problems, key=lambda p: list(ranks).index(p.severity))
    rows = []
    for p in map(harmless, ordered):
        facts = {"file": p.span.file, "title": p.code}
        if p.span.line:
            facts |= {"line": str(p.span.line), "col": str(p.span.column)}
            if p.span.end_line == p.span.line:
                facts["endColumn"] = str(p.span.end_column)
        properties = ",".join(f"{name}={_property(value)}" for name, value in facts.items())
        message = "\n".join(part for part in (p.sentence, p.label, p.help and f"help: {p.help}") if part)
        rows.append(f"::{ranks[p.severity]} {properties}::{_message(message)}")
    return "".join(f"{row}\n" for row in rows)


def harmless(problem: Problem) -> Problem:
    """The same with the signs that would command a terminal, or begin another line, written as an author can see them.

    What somebody typed is quoted in a problem's words; a line of its own could pass for one of ours.
    """
    return dataclasses.replace(
        problem,
        sentence=written_out(problem.sentence),
        label=written_out(problem.label),
        help=written_out(problem.help),
        elsewhere=tuple((written_out(words), place) for words, place in problem.elsewhere),
    )


def written_out(text: str) -> str:
    """A text on one line, its control signs as an author can see them."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else _ESCAPES.get(c, f"\\u{{{ord(c):x}}}") for c in text)


def summary(problems: Iterable[Problem]) -> str:
    """How many there are of each severity: "2 errors, 1 warning"."""
    severities = [problem.severity for problem in problems]
    counted = [(severities.count(severity), severity.value) for severity in Severity]
    return ", ".join(f"{n} {name}{'' if n == 1 else 's'}" for n, name in counted if n) or "no problems"


def where(span: Span) -> str:
    """File, line and column as editors and terminals understand them; a whole file is its name."""
    return str(span) if span.line else span.file


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
