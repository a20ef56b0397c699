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
    "a block is opened and not closed",
    "What belongs to a block stands directly below `::: timeline`, `::: answers` or `::: doors`, without an empty "
    "line, and a line of three colons ends it. Without it nobody can tell an option from the text that follows.",
)
MISSING_OPTION = Kind(
    "missing-option",
    _ERROR,
    "a timeline block lacks its option `{option}`",
    "What a block shows may need to be told of what: the state of a thing needs the topic that was predicted, or the "
    "track that has states.",
)
NOT_FORETOLD = Kind(
    "not-foretold",
    _ERROR,
    "nobody named a time for `{topic}`",
    "A block tells whether a thing has come that was predicted. Of a topic for which no forecast names a time, that it "
    "has not come would be our invention.",
)
LOOSE_ANSWER = Kind(
    "loose-answer",
    _ERROR,
    "a short answer leads to no claim",
    "In a box `::: answers` each line is a question, up to its question mark, and the answer. A short answer says less "
    "than its evidence, so it leads there: to a claim or an event in two square brackets, or to a source.",
)
NO_QUESTION_MARK = Kind(
    "no-question-mark",
    _ERROR,
    "a line of short answers has no question",
    "In a box `::: answers` each line is a question, up to its question mark, and the answer after it.",
)
UNKNOWN_FIGURE = Kind(
    "unknown-figure",
    _ERROR,
    "the record has no figure `{name}`",
    "`[[=events]]` in a page becomes the number of events, counted when the site is built, so that no figure in a text "
    "grows old. Other names are those of what is counted.",
)
MISPLACED_REFERENCE = Kind(
    "misplaced-reference",
    _ERROR,
    "a reference stands where no link can be",
    "A reference becomes a link or a number. In the words for a picture, in an address, in a tag of HTML or in another "
    "link there is no place for one, and the page would come out broken.",
)
DUPLICATE_EMBED = Kind(
    "duplicate-embed",
    _ERROR,
    "two things have the address `embed/{name}/`",
    "What a block shows gets an address of its own with `embed`, under which other sites put it into a frame. The "
    "charts of the site have such addresses too: `axis`, `forecasts`, `tracks`, `growth`, and for a topic "
    "`forecasts-ID`, for a key event `growth-ID`. Of two things with one address a reader would see either.",
)
