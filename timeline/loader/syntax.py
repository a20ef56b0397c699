"""What a YAML parser complains of, in the words of somebody who edits the file.

A parser names the token it did not expect, which stands after the slip and often far from it. So the slip
is looked for by mending: whatever people get wrong is tried near the complaint, and the mend with which the
parser comes furthest names the slip. A remedy offered here has therefore been tried.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from timeline.loader.mending import Draft, Mend, error_line
from timeline.loader.mending_layout import columns, names, strays, tabs
from timeline.loader.mending_quotes import brackets, halves, quotation_marks, whole_texts
from timeline.loader.mending_wraps import wraps
from timeline.problems import Problem
from timeline.problems.fields import YAML_SYNTAX

ROUNDS = 20
"""Slips of one file that are told at once."""
EFFORT = 8_000_000
"""Characters that may be read to find one slip."""

_PLAIN = {
    "found unknown escape character": "a backslash in double quotation marks means a special character",
    "found incompatible YAML document": "this version of YAML is not known",
    "found duplicate %YAML directive": "a line that begins with `%` speaks to YAML",
    "found undefined tag handle": "a tag of unknown meaning",
    "found unexpected end of stream": "the file ends before this is complete",
    "block sequence entries are not allowed in this context": "a list starts on a line of its own",
    "did not find expected <document start>": "this does not belong to what stands above",
    "could not find expected ':'": "a colon and a space are missing",
}
_COMPARE = "compare the line and the one above with a record that loads"


@dataclass(frozen=True, slots=True)
class Slips:
    """The slips behind a parser's complaints, and what stands there without them."""

    problems: tuple[Problem, ...]
    text: str
    """The file with every slip mended in thought; empty when one of them cannot be."""
    lines: frozenset[int]
    """The lines that differ, counted from 0: what was meant in them is only guessed."""


def explain(error: yaml.YAMLError, name: str, text: str) -> Slips:
    """Each slip is mended in thought, to see the next."""
    draft, mended, problems = Draft.of(name, text), set[int](), list[Problem]()
    for _ in range(ROUNDS):
        complaint = draft.error
        mend = _mend(draft, complaint) if complaint is not None else None
        if complaint is None or mend is None or mended & set(mend.lines):
            break
        problems += mend.problems
        mended |= set(mend.lines)
        draft = draft.with_lines(mend.lines)
    if not mended and draft.error is not None:
        problems.append(_unexplained(draft, draft.error))
    whole = "\n".join(draft.lines) if mended and draft.error is None else ""
    return Slips(tuple(problems), whole, frozenset(mended))


def _mend(draft: Draft, error: yaml.MarkedYAMLError) -> Mend | None:
    """The mend with which the parser comes furthest; of equals, the likelier."""
    reached = error_line(error)
    part = draft.until(int(reached))
    tries = max(4, EFFORT // (sum(map(len, part.lines)) + 1))
    best, furthest = None, reached
    for number, mend in enumerate(_possible(part, error)):
        if number >= tries:
            break
        comes = error_line(part.with_lines(mend.lines).error)
        if comes > max(furthest, *mend.lines):
            best, furthest = mend, comes
        if comes == float("inf"):
            break
    return best


def _possible(draft: Draft, error: yaml.MarkedYAMLError) -> Iterator[Mend]:
    """What people get wrong, the likeliest first."""
    yield from halves(draft, error)
    yield from tabs(draft, error)
    yield from wraps(draft, error)
    yield from names(draft, error)
    yield from columns(draft, error, known=True)
    yield from brackets(draft, error)
    yield from quotation_marks(draft, error)
    yield from whole_texts(draft, error)
    yield from columns(draft, error, known=False)
    yield from strays(draft, error)


def _unexplained(draft: Draft, error: yaml.YAMLError) -> Problem:
    """Where the parser gave up, when nothing that was tried helps."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    label = _PLAIN.get(str(getattr(error, "problem", "")), "YAML expects something else here")
    span = draft.span(mark.line, mark.column) if mark else draft.span(0, 0)
    return YAML_SYNTAX.at(span, label=label, help=_COMPARE)
