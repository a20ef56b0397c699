"""A text that YAML refuses, and the same text with a slip mended, to see whether the mend helps."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import yaml

from timeline.loader.forbidden_yaml import Loader
from timeline.problems import Problem
from timeline.span import Span

_LINE_END = re.compile(r"\r\n|\n|\r")
_AHEAD = 400
"""Lines behind a slip that a mend is tried on; what follows a new record there is left for later."""
_RECORD = re.compile(r"^(?: {0,4}- \w+:|\w+:)")


@dataclass(frozen=True)
class Draft:
    """The lines of a file, perhaps with earlier slips mended; a mend never adds or removes a line."""

    name: str
    lines: tuple[str, ...]

    @classmethod
    def of(cls, name: str, text: str) -> Draft:
        return cls(name, tuple(_LINE_END.split(text)))

    def with_lines(self, changed: Mapping[int, str]) -> Draft:
        return replace(self, lines=tuple(changed.get(n, line) for n, line in enumerate(self.lines)))

    def until(self, line: int) -> Draft:
        """Without what stands far behind a line, so that a long file is not read for every mend."""
        for number in range(line + _AHEAD, len(self.lines)):
            if _RECORD.match(self.lines[number]):
                return replace(self, lines=self.lines[:number])
        return self

    @cached_property
    def error(self) -> yaml.MarkedYAMLError | None:
        """The first complaint of the parser."""
        try:
            for _ in yaml.parse("\n".join(self.lines), Loader=Loader):
                pass
        except yaml.MarkedYAMLError as error:
            return error
        return None

    def span(self, line: int, column: int, width: int = 1) -> Span:
        """A stretch of one line, counted from 0 as the parser does, and kept within the file."""
        line = min(line, len(self.lines) - 1)
        column = min(column, len(self.lines[line]))
        return Span(self.name, line + 1, column + 1, line + 1, column + 1 + max(width, 1))


@dataclass(frozen=True)
class Mend:
    """What may have been the slip, and the lines without it."""

    problems: tuple[Problem, ...]
    lines: Mapping[int, str]


def indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def error_line(error: yaml.MarkedYAMLError | None) -> float:
    """How far the parser came, from 0; infinity when it came through."""
    if error is None:
        return float("inf")
    mark = error.problem_mark or error.context_mark
    if error.context_mark and "quoted scalar" in str(error.context) and "end of stream" in str(error.problem):
        mark = error.context_mark  # a text without an end swallows all that stands below
    return float(mark.line) if mark else 0.0
