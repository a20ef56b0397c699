"""What can be wrong with a hand-written page beyond the ids that it names."""

from __future__ import annotations

from timeline.problems.problem import Kind, Severity

_ERROR = Severity.ERROR

UNKNOWN_OPTION = Kind(
    "unknown-option",
    _ERROR,
    "a timeline block has no option `{option}`",
    "A block `::: timeline` chooses events by options, one a line, as `topic: r2`. A line that nobody reads would "
    "leave the list longer than its author thinks.",
)
UNCLOSED_BLOCK = Kind(
    "unclosed-block",
    _ERROR,
    "a timeline block is opened and not closed",
    "The options of a block stand directly below `::: timeline`, without an empty line, and a line of three colons "
    "ends them. Without it nobody can tell an option from the text that follows.",
)

KINDS = tuple(value for value in dict(globals()).values() if isinstance(value, Kind))
