"""One thing wrong with the data: what, where, and what to do about it.

Faults are values. Whoever finds one makes a `Problem` and goes on looking; only the command line
and the engines print, log or stop.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline.span import Span


class Severity(StrEnum):
    """How much a fault weighs."""

    ERROR = "error"
    """The site would say what the data does not bear."""
    WARNING = "warning"
    """A probable slip; fails under `--strict`."""
    NOTE = "note"
    """True of the record and worth knowing; never fails."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What somebody typed where the id of a record belongs."""

    things: str
    """The list that the record stands in: `actors`."""
    typed: str
    several: bool
    """Whether a list of ids may stand in its place."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault at a place, in the author's words."""

    kind: Kind
    span: Span
    sentence: str
    """What is wrong, in lower case, without a full stop."""
    label: str = ""
    """What the caret adds."""
    help: str = ""
    """The remedy, as a statement; what can be typed stands between backquotes."""
    elsewhere: tuple[tuple[str, Span], ...] = ()
    """Other places that matter, each with a word about it."""
    reference: Reference | None = None
    """Of an id that is none, and that names another record: what was typed, for a remedy that knows the record."""

    @property
    def code(self) -> str:
        return self.kind.code

    @property
    def severity(self) -> Severity:
        return self.kind.severity


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of fault: its code names the bad thing."""

    code: str
    severity: Severity
    sentence: str
    """With `{names}` that the finder fills in."""
    explanation: str
    """Why it matters, for somebody who meets it the first time."""

    def at(
        self,
        span: Span,
        *,
        label: str = "",
        help: str = "",
        elsewhere: tuple[tuple[str, Span], ...] = (),
        **facts: object,
    ) -> Problem:
        """This fault at one place."""
        return Problem(self, span, self.sentence.format(**facts), label, help, elsewhere)


def in_file_order(problems: tuple[Problem, ...] | list[Problem]) -> tuple[Problem, ...]:
    """Problems as an editor meets them who reads the files from the top, each once."""
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda p: (p.span.file, p.span.line, p.span.column, p.code, p.sentence)))
