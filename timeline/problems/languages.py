"""What can be wrong with texts that stand in several languages."""

from __future__ import annotations

from timeline.problems.problem import Kind, Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

MISSING_LANGUAGE = Kind(
    "missing-language",
    _ERROR,
    "the text does not stand in the language of the record",
    "A text in several languages stands in that of the record too: tables hold that one, and a site in a language that "
    "the text does not have shows it.",
)
UNNAMED_LANGUAGE = Kind(
    "unnamed-language",
    _ERROR,
    "a text stands in a language that the record does not name",
    "`languages` in `record` names the languages in which texts may stand, so that a slip in a tag hides no text.",
)
SAME_TEXT = Kind(
    "same-text",
    _WARNING,
    "the text is the same in two languages",
    "Mostly it was copied to be translated later. Where a language has no text, that of the record stands there, and "
    "pages say in which language it is.",
)
OTHER_SCRIPT = Kind(
    "other-script",
    _WARNING,
    "the text is not written in the letters of its language",
    "A reader, or a program that reads aloud, is told the language of a text by its tag. Two tags may be confused.",
)
