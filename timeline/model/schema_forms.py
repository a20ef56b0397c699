"""What a value looks like in the JSON Schema, by which editors complete a file and underline what is wrong.

Our loader takes every value for text. An editor does not: to it `2025` is a number, and so are an id and a title that
consist of figures. What the loader reads must not be underlined there, so these types are allowed beside text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema

_TEXT = ["string", "number", "boolean"]
_POINT = (
    "-?(?:[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
    "(?:[~?%]|T[0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?(?:Z|[+-][0-2][0-9](?::[0-5][0-9])?)?)?"
    "|(?:[0-9]{4}(?:-(?:0[1-9]|1[0-2])|-(?:2[1-4]|3[3-6]))?|[0-9]{3}X|[0-9]{2}XX)[~?%]?)"
)
_EXTENT = rf"{_POINT}/(?:{_POINT}|\.\.)?|(?:\.\.)?/{_POINT}"
_CHOICE = rf"(?:{_POINT}(?:\.\.(?:{_POINT})?)?|\.\.{_POINT})"

Form = dict[str, Any]

TEXT: Form = {"type": _TEXT}
FLAG: Form = {
    "type": ["boolean", "string"],
    "pattern": "^(?:true|false)$",
    "patternErrorMessage": "write true or false",
}
DATE: Form = {
    "type": ["string", "integer"],
    "pattern": rf"^(?:(?:{_POINT}|{_EXTENT}|\[{_CHOICE}(?:, *{_CHOICE})*\])(?: Julian)?|XXXX)$",
    "minimum": -9999,
    "maximum": 9999,
    "patternErrorMessage": "a date is written as 2025, 2025-04, 2025-04-09, 2025-05~, 2025-04-09/2025-05 or -0043 "
    "(44 BC); what is not known is left out",
}
DAY: Form = {
    "type": "string",
    "pattern": "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$",
    "patternErrorMessage": "a full day is needed, such as 2026-11-22",
}
FIGURE: Form = {
    "type": ["number", "string"],
    "pattern": "^-?[0-9]{1,24}(?:\\.[0-9]{1,12})?$",
    "patternErrorMessage": "a figure is written as 1200 or 2.5, without signs between thousands",
}
UUID: Form = {"type": "string", "format": "uuid"}


def id_form(slug: str, reserved: Iterable[str], longest: int) -> Form:
    """An id, which is no name that a web server or Windows keeps for itself."""
    return {
        "type": _TEXT,
        "pattern": f"^(?!(?:{'|'.join(sorted(reserved))})$){slug}$",
        "maxLength": longest,
        "minimum": 0,
        "patternErrorMessage": "an id is made of a to z, 0 to 9 and single hyphens",
    }


def reference_form(slug: str) -> Form:
    """A claim, with or without its event."""
    return {
        "type": _TEXT,
        "pattern": f"^(?:{slug}#)?{slug}$",
        "patternErrorMessage": "a claim is named claim-id or event-id#claim-id",
    }


def address_form(longest: int) -> Form:
    return {
        "type": "string",
        "format": "uri",
        "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^ ]+$",
        "maxLength": longest,
        "patternErrorMessage": "write the full address as a browser shows it, with https:// in front",
    }


def pattern_form(pattern: str, message: str) -> Form:
    return {"type": "string", "pattern": f"^(?:{pattern})$", "patternErrorMessage": message}


def word_form(words: Iterable[str], slug: str) -> Form:
    """One of our words, or one that the record defines."""
    own = pattern_form(slug, "a word of the record's own is made of a to z, 0 to 9 and single hyphens")
    return {"anyOf": [{"enum": list(words)}, own]}


def in_languages_form() -> Form:
    """A text, or one for each language."""
    tag = {"type": "string", "pattern": "^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$"}
    each = {"type": "object", "propertyNames": tag, "additionalProperties": TEXT, "minProperties": 1}
    return {"anyOf": [TEXT, each]}


class OrOne:
    """Marks a list for which its only item may stand."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> Form:
        form = handler(core)
        return {"anyOf": [form["items"], form]}


class Or:
    """Marks a value that has a shorter form."""

    def __init__(self, shorter: Mapping[str, Any]) -> None:
        self.shorter = dict(shorter)

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> Form:
        return {"anyOf": [self.shorter, handler(core)]}
