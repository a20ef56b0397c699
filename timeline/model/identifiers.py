"""Names by which the world finds a document without its address: DOI, ISBN, a call number in an archive."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import quote, unquote

from pydantic import PlainValidator, WithJsonSchema

from timeline.model import schema_forms
from timeline.model.fields import Line, refusal, typed
from timeline.model.record import Record

DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+")
_LED = re.compile(r"(?:https?://)?(?:(?:dx\.)?doi\.org/|doi: ?)", re.IGNORECASE)
"""What people write in front of a DOI."""
_ADDRESS = re.compile(r"https?://(?:dx\.|www\.)?doi\.org/", re.IGNORECASE)
_RESOLVER = "https://doi.org/"
_NAMED = re.compile(r"ISBN(?:-1[03])?:? ?", re.IGNORECASE)
_SEPARATORS = re.compile(r"[ \u2010-\u2012-]")
_DIGITS = re.compile(r"97[89][0-9]{10}|[0-9]{9}[0-9X]")


def doi(value: object) -> str:
    """A DOI as it is printed, without what stands in front of it (ISO 26324)."""
    text = typed(value).strip()
    if DOI.fullmatch(text) and text.isprintable():
        return text
    bare = _LED.sub("", text, count=1)
    help = f"write `{bare}`" if DOI.fullmatch(bare) and bare.isprintable() else "write it as `10.…/…`, or leave it out"
    raise refusal("bad-doi", "a DOI begins with `10.` and has a slash", help)


def doi_address(name: str) -> str:
    """Where a DOI leads, with what an address needs to have written otherwise."""
    return _RESOLVER + quote(name, safe="/:;()!@$&'*,=._~-")


def doi_of(address: str) -> str:
    """The DOI that an address is of, as it is printed; empty of any other address."""
    name = unquote(_ADDRESS.sub("", address, count=1))
    return name if _ADDRESS.match(address) and DOI.fullmatch(name) and name.isprintable() else ""


def isbn(value: object) -> str:
    """An ISBN of 10 or 13 digits as it is printed, whose last digit fits the others (ISO 2108)."""
    text = typed(value).strip()
    bare = _NAMED.sub("", text, count=1)
    digits = _SEPARATORS.sub("", bare).upper()
    if len(digits) == 9 and digits.isdecimal() and digits.isascii() and _fits(f"0{digits}"):
        raise refusal("bad-isbn", "the nine digits of a British number of before 1974", f"write `0-{bare}`")
    if not _DIGITS.fullmatch(digits):
        help = "write the number as it is printed in the book, or leave the line out"
        raise refusal("bad-isbn", "an ISBN has 10 digits, or 13 that begin with 978 or 979", help)
    if not _fits(digits):
        help = "compare it with the book: a digit is wrong, or two stand the wrong way round"
        raise refusal("bad-isbn", "its last digit does not fit the others", help)
    if bare != text or bare != bare.upper():
        raise refusal("bad-isbn", "the number alone is needed", f"write `{bare.upper()}`")
    return text


def isbn_digits(number: str) -> str:
    """An ISBN in thirteen digits, so that both forms of one are the same."""
    digits = _SEPARATORS.sub("", number)
    if len(digits) == 13:
        return digits
    first = f"978{digits[:9]}"
    return f"{first}{-_weighed(first) % 10}"


def _fits(digits: str) -> bool:
    """Whether the check digit is that of the others: modulo 11 of ten, modulo 10 of thirteen digits."""
    if len(digits) == 10:
        values = [10 if sign == "X" else int(sign) for sign in digits]
        return sum(weight * value for weight, value in zip(range(10, 0, -1), values, strict=True)) % 11 == 0
    return _weighed(digits) % 10 == 0


def _weighed(digits: str) -> int:
    return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))


class Holding(Record):
    """Where a document is kept that others can ask to see."""

    archive: Line
    """The archive, library or museum that keeps it."""
    number: Line | None = None
    """Its call number or shelf mark there."""

    def __str__(self) -> str:
        """As a footnote has it: "National Archives, FO 371/1234"."""
        return f"{self.archive}, {self.number}" if self.number else self.archive


Doi = Annotated[
    str,
    PlainValidator(doi),
    WithJsonSchema(schema_forms.pattern_form(DOI.pattern, "a DOI is written as 10.…/…, without doi:")),
]
Isbn = Annotated[
    str,
    PlainValidator(isbn),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": "^[0-9][0-9 -]{8,15}[0-9X]$",
            "patternErrorMessage": "an ISBN has 10 or 13 digits",
        }
    ),
]
