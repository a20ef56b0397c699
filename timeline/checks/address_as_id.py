"""An address where the id of a document belongs: the remedy names the document that has this address."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping

from timeline.model import Timeline
from timeline.model.address import bare_address, unsafe
from timeline.problems import Problem
from timeline.problems.excerpt import line_of
from timeline.problems.fields import BAD_ID

_LABEL = "an address stands where an id belongs"


def named(problems: Iterable[Problem], timeline: Timeline, files: Mapping[str, str]) -> Iterator[Problem]:
    """The same faults, and a better remedy for those that are such an address."""
    for problem in problems:
        if problem.kind is BAD_ID and not unsafe(text := _written(problem, files)):
            bare = bare_address(text)
            known = [source for source in timeline.sources if source.url and bare_address(source.url) == bare]
            help = f"the document with this address is `{known[0].id}`" if known else problem.help
            problem = dataclasses.replace(problem, label=_LABEL, help=help)
        yield problem


def _written(problem: Problem, files: Mapping[str, str]) -> str:
    """What stands at the place of a fault."""
    span = problem.span
    line = line_of(files, span)
    return line[span.column - 1 : span.end_column - 1].strip("\"'") if line and span.line == span.end_line else ""
