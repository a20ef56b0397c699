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
DUPLICATE_EMBED = Kind(
    "duplicate-embed",
    _ERROR,
    "two things have the address `embed/{name}/`",
    "What a block shows gets an address of its own with `embed`, under which other sites put it into a frame. The "
    "charts of the site have such addresses too: `axis`, `forecasts`, `tracks`, `growth`, and for a topic or an event "
    "`forecasts-ID` or `growth-ID`. Of two things with one address a reader would see either.",
)
