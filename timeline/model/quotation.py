"""A few words of a document as they stand there, for records that quote."""

from typing import Annotated

from pydantic import BeforeValidator, PlainValidator, WithJsonSchema

from timeline.model import schema_forms
from timeline.model.fields import Language, one_line, refusal
from timeline.model.record import Record, fields_of
from timeline.model.texts import FORM, IN_LANGUAGES, in_languages

LONGEST_QUOTATION = 300
"""Letters that are quoted at one citation: two sentences, so that nobody's text stands here in the place of his own."""
LONGEST_TRANSLATION = 600
"""Letters of what we make of them; some languages need twice as many as others."""


def _quoted(value: object) -> str:
    return _short(one_line(value), LONGEST_QUOTATION, "a quotation")


def _translated(value: object) -> str:
    return _short(one_line(value), LONGEST_TRANSLATION, "its translation")


def _short(text: str, most: int, what: str) -> str:
    if len(text) > most:
        help = "keep the few words that matter, and tell the rest in a claim in words of your own"
        raise refusal("long-quotation", f"{len(text):,} letters, at most {most} fit in {what}", help)
    return text


Quoted = Annotated[str, PlainValidator(_quoted), WithJsonSchema({**schema_forms.TEXT})]
Translated = Annotated[str, in_languages(_translated), FORM, IN_LANGUAGES]


class Quotation(Record):
    """Words of the cited document, letter by letter, and what they say in the language of the record."""

    text: Quoted
    """The words as they stand there, at most 300 letters, without quotation marks around them: pages set those."""
    language: Language | None = None
    """The language they are in, as a BCP 47 tag, where it is not that of the document."""
    translation: Translated | None = None
    """What they say, in the language of the record; our translation, at most 600 letters."""


def _by_text(value: object) -> object:
    """Words alone are in the language of the document."""
    return fields_of(value, text=value) if isinstance(value, str) else value


BY_TEXT = BeforeValidator(_by_text)
