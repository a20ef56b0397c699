"""What is worth a second look in a record without errors: probable slips, and the state of its sources."""

from __future__ import annotations

from timeline.problems.problem import Kind, Severity

_WARNING, _NOTE = Severity.WARNING, Severity.NOTE

UNNAMED_RELAY = Kind(
    "unnamed-relay",
    _WARNING,
    "{owner} cites a document that relays several and does not say which",
    "Where a document repeats several others, `via` names the one it repeats in this place. Without it nobody can tell "
    "where the sentence comes from, so the citation counts for no origin.",
)
USELESS_ALLOW = Kind(
    "useless-allow",
    _WARNING,
    "{owner} waives `{code}`, which finds nothing here",
    "A waiver is shown on the site with its reason. When what it waived is mended, it goes as well.",
)
ORIGIN_UNNAMED = Kind(
    "origin-unnamed",
    _NOTE,
    "the source repeats others and names none of them",
    "A document that did not see for itself heard it from somebody. While nobody is named, it counts for no origin.",
)
SINGLE_ORIGIN = Kind(
    "single-origin",
    _NOTE,
    "the event rests on one origin",
    "However many documents are cited, they lead back to one that saw for itself. If it errs, all of them do.",
)
AI_ONLY = Kind(
    "ai-only",
    _NOTE,
    "the claim rests on machine-written text alone",
    "Text that a machine wrote may repeat what nobody said. Readers are told, and a better source is welcome.",
)
UNDATED_SOURCE = Kind(
    "undated-source",
    _NOTE,
    "the source has no date",
    "Without a date, a document counts as known only from the day we read it, or an archive kept it.",
)
NO_ARCHIVE = Kind(
    "no-archive",
    _NOTE,
    "no copy of the source is kept elsewhere",
    "Addresses die. A copy in a public archive lets readers check the claim when the original is gone.",
)
UNTRANSLATED_TITLE = Kind(
    "untranslated-title",
    _NOTE,
    "the title is not translated into the record's language",
    "A title is printed as it is. Beside it, a translation tells readers of the record what the document is about.",
)

KINDS = tuple(value for value in dict(globals()).values() if isinstance(value, Kind))
