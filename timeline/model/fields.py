"""The values that fields hold: each reads one text and refuses it with a word about the remedy.

A refusal is a pydantic error whose type is the code of a fault; the loader gives it its place and
its sentence. Nothing here is guessed: `2024` and `no` are the text that somebody typed.
"""

import datetime
import re
import unicodedata
from collections.abc import Mapping
from typing import Annotated, Any, TypeVar
from uuid import UUID

from pydantic import BeforeValidator, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from timeline import dates
from timeline.model import codes, schema_forms

T = TypeVar("T")

SAID_BY_THE_RECORD: Any = None
"""The value of a field that an entry left out, until a loader knows what the record says for all of them."""

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_ID = 80
LONGEST_TEXT = 4_000
"""Letters of one text: a page of a book. Markdown takes the square of its length where brackets never close."""
_BLANK = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters, to Unicode, that show nothing."""
_RESERVED = {"index", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_BRACKETED = re.compile(r"`(\[[^`]*\](?: Julian)?)`")
_FULL_DAY = re.compile(r"`[0-9]{4}-[0-9]{2}-[0-9]{2}`")
_ANY_DAY = "write the full day, such as `2026-11-22`"


def refusal(code: str, label: str, help: str = "", part: str = "") -> PydanticCustomError:
    """A fault of one field: `code` is in the catalogue, `label` stands beside the caret.

    `part` is the stretch of a long text that the caret should cover.
    """
    return PydanticCustomError(code, "{label}", {"label": label, "help": help, "part": part})


def typed(value: object) -> str:
    """The text of a scalar; a list or a mapping where a text belongs is refused."""
    if isinstance(value, str):
        return value
    help = "write one text on the line; one that begins with a bracket stands in quotation marks"
    raise refusal("wrong-shape", "a text", help)


def one_line(value: object) -> str:
    """Text whose line breaks were only the file's."""
    text = " ".join(typed(value).split())
    if not text:
        raise refusal("empty-value", "nothing is written here", "leave the line out, or write what is known")
    if len(text) > LONGEST_TEXT:
        help = "say it in fewer words, or in several texts that each say one thing"
        raise refusal("bad-text", f"{len(text):,} characters, at most {LONGEST_TEXT:,} fit", help)
    if not text.isascii() and not any(unicodedata.category(c)[0] in "LNPS" and c not in _BLANK for c in text):
        raise refusal("empty-value", "nothing that anybody can see is written here", "write what is known")
    return text


def one_word(value: object) -> str:
    """A word of ours or of the record's own; whether there is such a word, the whole record says."""
    if isinstance(value, str):
        return value
    raise refusal("wrong-shape", "one word", "write one of the words of this field")


def slug(value: object) -> str:
    text = typed(value)
    if SLUG.fullmatch(text) and len(text) <= LONGEST_ID and text not in _RESERVED:
        return text
    if re.match(r"(?:https?://|www\.)", text, re.IGNORECASE):
        help = "write the id of the record that has this address; `timeline add source` gives a document one"
        raise refusal("bad-id", "an address, where an id belongs", help)
    better = slugged(text)
    help = f"write `{better}`" if better else "write lower-case words of a to z and 0 to 9, joined by hyphens"
    if text in _RESERVED:
        raise refusal("bad-id", "the name is reserved", f"{help}, or a word that says more")
    if not SLUG.fullmatch(text):
        raise refusal("bad-id", "an id is made of a to z, 0 to 9 and single hyphens", help)
    raise refusal("bad-id", f"{len(text)} characters, at most {LONGEST_ID} fit", help)


def slugged(text: str) -> str:
    """An id as near to a text as one can be."""
    letters = unicodedata.normalize("NFKD", text[:500]).encode("ascii", "ignore").decode().lower()
    words = "-".join(re.findall("[a-z0-9]+", letters))
    if len(words) > LONGEST_ID:
        words = words[: LONGEST_ID + 1].rpartition("-")[0] or words[:LONGEST_ID]
    return f"{words}-1" if words in _RESERVED else words


def claim_reference(value: object) -> str:
    """A claim of the same event by its id, or of any event as `event-id#claim-id`."""
    text = typed(value)
    event, mark, claim = text.rpartition("#")
    if not SLUG.fullmatch(claim) or (mark and not SLUG.fullmatch(event)):
        better = "#".join(part for half in re.split("[#/:]", text, maxsplit=1) if (part := slugged(half)))
        help = f"write `{better}`" if better else "write `event-id#claim-id`"
        raise refusal("bad-id", "a claim is named `claim-id` or `event-id#claim-id`", help)
    return text


def edtf(value: object) -> dates.Date:
    """A date of which something is known."""
    try:
        date = edtf_if_known(value)
    except PydanticCustomError as error:
        if "`XXXX`" not in _help_of(error):
            raise
        raise refusal("not-edtf", "nothing of the date is known", "leave the line out") from None
    if date.form == "unknown":
        raise refusal("not-edtf", "nothing of the date is known", "leave the line out")
    return date


def _help_of(error: PydanticCustomError) -> str:
    return str((error.context or {}).get("help", ""))


def edtf_if_known(value: object) -> dates.Date:
    """A date, or `XXXX` where nobody knows it."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        raise _unquoted(", ".join(value))
    try:
        return dates.parse(typed(value))
    except dates.DateError as error:
        raise refusal(error.code, error.message, _BRACKETED.sub(r'`"\1"`', error.help)) from None


def _unquoted(inner: str) -> PydanticCustomError:
    """`[2025-01..2025-08]` without quotation marks is a list to YAML."""
    help = "put it in quotation marks"
    try:
        help += f': `"{dates.parse(f"[{inner}]").text}"`'
    except dates.DateError as error:
        help += ", or " + _BRACKETED.sub(r'`"\1"`', error.help)
    return refusal("wrong-shape", "a text", help)


def day(value: object) -> datetime.date:
    """A full day without doubt."""
    try:
        date = edtf(value)
    except PydanticCustomError as error:
        if error.type != "not-edtf" or _FULL_DAY.search(_help_of(error)):
            raise
        raise refusal("not-a-day", "a day is needed, without doubt", _ANY_DAY) from None
    if not date.is_day or date.earliest is None or date.text != date.earliest.isoformat():
        single = date.earliest if date.earliest == date.latest else None
        help = f"write `{single}`" if single else _ANY_DAY
        raise refusal("not-a-day", "a day is needed, without doubt", help)
    return date.earliest


def flag(value: object) -> bool:
    text = typed(value)
    if text not in ("true", "false"):
        guess = "false" if text.lower() in ("no", "n", "off", "false", "0", "f", "none") else "true"
        raise refusal("bad-flag", "`true` or `false` is needed", f"write `{guess}`")
    return text == "true"


def language(value: object) -> str:
    text = typed(value)
    if not _LANGUAGE.fullmatch(text):
        help = codes.language_meant(text) or "write a BCP 47 tag such as `en`, `de` or `zh`"
        raise refusal("bad-language", "not a language tag", help)
    code, *more = text.split("-")
    if code not in codes.known().languages or code in codes.known().renamed:
        label = "another code stands for it" if code in codes.known().renamed else "no language has this code"
        raise refusal("bad-language", label, codes.language_meant(text) or "write a tag of BCP 47")
    for part in more:
        if len(part) == 1:
            break  # from here on it is for programs
        if reason := _unknown_part(part):
            help = codes.language_meant(text)
            more_may = "; a script such as `Hans` or a region such as `AT` may follow"
            raise refusal("bad-language", reason, help + more_may if help == f"write `{code}`" else help, part)
    return text


def _unknown_part(part: str) -> str:
    """Why a part of a tag behind its language is none: a script has four letters, a region two, or three figures."""
    known = codes.known()
    if re.fullmatch("[A-Za-z]{4}", part) and part.title() not in known.scripts:
        return f"no script has the code `{part}`"
    if re.fullmatch("[A-Za-z]{2}|[0-9]{3}", part) and part.upper() not in known.regions:
        return f"no country and no region has the code `{part}`"
    return ""


def country(value: object) -> str:
    text = typed(value)
    if not re.fullmatch(r"[A-Z]{2}", text):
        help = codes.country_meant(text) or "write two capital letters such as `US` or `CN`"
        raise refusal("bad-country", "not two capital letters", help)
    if text not in codes.known().countries:
        label = "no country has this code today" if text in codes.known().parted else "no country has this code"
        help = codes.country_meant(text) or "write the code of ISO 3166-1, such as `US` or `CN`"
        raise refusal("bad-country", label, help)
    return text


def uuid(value: object) -> str:
    try:
        return str(UUID(typed(value)))
    except ValueError:
        raise refusal("bad-uuid", "not a UUID", "leave the line out, or write a UUID of 36 characters") from None


def as_list(value: object) -> object:
    """One word stands for a list of one."""
    return [value] if isinstance(value, str | Mapping) else value


def as_mapping(value: object) -> object:
    """A mapping of the author's own keys, without the place that the loader put into it."""
    return {k: v for k, v in value.items() if not k.startswith("\0")} if isinstance(value, dict) else value


CLAIM_FORM = schema_forms.reference_form(SLUG.pattern)
SLUG_FORM = schema_forms.id_form(SLUG.pattern, _RESERVED, LONGEST_ID)
_LANGUAGE_FORM = schema_forms.pattern_form(_LANGUAGE.pattern, "a language is a BCP 47 tag such as en, de or zh")
_COUNTRY_FORM = schema_forms.pattern_form("[A-Z]{2}", "a country is two capital letters such as US or CN")

Slug = Annotated[str, PlainValidator(slug), WithJsonSchema(SLUG_FORM)]
ClaimReference = Annotated[str, PlainValidator(claim_reference), WithJsonSchema(CLAIM_FORM)]
Edtf = Annotated[dates.Date, PlainValidator(edtf), WithJsonSchema(schema_forms.DATE)]
EdtfIfKnown = Annotated[dates.Date, PlainValidator(edtf_if_known), WithJsonSchema(schema_forms.DATE)]
Day = Annotated[datetime.date, PlainValidator(day), WithJsonSchema(schema_forms.DAY)]
Flag = Annotated[bool, PlainValidator(flag), WithJsonSchema(schema_forms.FLAG)]
Line = Annotated[str, PlainValidator(one_line), WithJsonSchema(schema_forms.TEXT)]
Language = Annotated[str, PlainValidator(language), WithJsonSchema(_LANGUAGE_FORM)]
Country = Annotated[str, PlainValidator(country), WithJsonSchema(_COUNTRY_FORM)]
Uuid = Annotated[str, PlainValidator(uuid), WithJsonSchema(schema_forms.UUID)]
OneOrMany = Annotated[tuple[T, ...], BeforeValidator(as_list), schema_forms.OrOne()]
Listed = tuple[T, ...]
K = TypeVar("K")
Keyed = Annotated[Mapping[K, T], BeforeValidator(as_mapping)]

__all__ = [
    "CLAIM_FORM",
    "SLUG_FORM",
    "ClaimReference",
    "Country",
    "Day",
    "Edtf",
    "EdtfIfKnown",
    "Flag",
    "Keyed",
    "Language",
    "Line",
    "Listed",
    "OneOrMany",
    "Slug",
    "Uuid",
    "refusal",
]
