"""Texts that may stand in several languages: one text, or one for each language by its tag.

What is typed in several languages is a text like any other, the one in the language of the record, and knows the
others beside it. So who reads a text need not ask in how many languages it stands, and who wants another asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Annotated, Any, TypeVar, get_args

from pydantic import BaseModel, PlainValidator, TypeAdapter, WithJsonSchema

from timeline.model.address import inline
from timeline.model.fields import Language, as_mapping, one_line, refusal
from timeline.model.schema_forms import in_languages_form

R = TypeVar("R", bound=BaseModel)


class InLanguages(str):
    """A text in several languages: by itself the one that is read, at first the one that was typed first."""

    texts: Mapping[str, str] = {}
    """What it says in each language, by tag, in the order of the file."""
    language: str = ""
    """The language of the one that is read."""
    own: str = ""
    """The language of the record, once that is known."""

    def __eq__(self, other: object) -> bool:
        same = str.__eq__(self, other)
        return self.texts == other.texts if same is True and isinstance(other, InLanguages) else same

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return str.__hash__(self)

    def read_in(self, tag: str, own: str) -> InLanguages:
        """The same in one of its languages; where it does not stand in that of the record, in the first."""
        tag = tag if tag in self.texts else next(iter(self.texts))
        return _made(InLanguages(self.texts[tag]), self.texts, tag, own)


def _made(text: InLanguages, texts: Mapping[str, str], tag: str, own: str) -> InLanguages:
    text.texts, text.language, text.own = texts, tag, own
    return text


def own(text: str) -> str:
    """A text in the language of the record, whichever is read here."""
    if isinstance(text, InLanguages) and text.texts:
        return text.texts.get(text.own) or next(iter(text.texts.values()))
    return text


def others(text: str) -> Mapping[str, str]:
    """What a text says in languages other than that of the record, by tag."""
    if not isinstance(text, InLanguages):
        return {}
    return {tag: said for tag, said in text.texts.items() if tag != text.own}


def language_of(text: str, own: str) -> str:
    """The language of a text as it is read; a plain one is in that of the record."""
    return (text.language if isinstance(text, InLanguages) else "") or own


def nearest(tags: Iterable[str], wanted: str) -> str | None:
    """The language among some in which somebody reads who reads `wanted`: that one, a wider one, or another kind of it.

    For `zh-Hant-TW` that is `zh-Hant-TW`, `zh-Hant` or `zh` (RFC 4647, section 3.4), and last any other Chinese.
    """
    there = list(tags)
    parts = wanted.split("-")
    wider = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    kin = (tag for tag in there if tag.partition("-")[0] == parts[0])
    return next((tag for tag in wider if tag in there), None) or next(kin, None)


# -- reading ---------------------------------------------------------------------------------------------

_met: ContextVar[list[InLanguages] | None] = ContextVar("met", default=None)


@contextmanager
def met() -> Iterator[list[InLanguages]]:
    """The texts in several languages that records hold which are made meanwhile; most files have none."""
    found: list[InLanguages] = []
    before = _met.set(found)
    try:
        yield found
    finally:
        _met.reset(before)


def in_several(texts: Mapping[str, str]) -> InLanguages:
    """The text that says so in each language, as it is read while that of the record is not known."""
    tag = next(iter(texts))
    return _made(InLanguages(texts[tag]), texts, tag, tag)


def in_languages(one: Callable[[object], str]) -> PlainValidator:
    """Reads a text as `one` does, or one for each language."""
    several: TypeAdapter[dict[str, str]] = TypeAdapter(dict[Language, Annotated[str, PlainValidator(one)]])

    def read(value: object) -> str:
        if not isinstance(value, Mapping):
            return one(value)
        texts = several.validate_python(as_mapping(value))
        if not texts:
            raise refusal("empty-value", "nothing is written here", "write what is known, or leave the line out")
        text = in_several(texts)
        if (found := _met.get()) is not None:
            found.append(text)
        return text

    return PlainValidator(read)


class _Mark:
    """Stands at the type of a field whose text may stand in several languages."""


IN_LANGUAGES = _Mark()
FORM = WithJsonSchema(in_languages_form())
Wording = Annotated[str, in_languages(one_line), FORM, IN_LANGUAGES]
"""One line of plain text."""
Sentences = Annotated[str, in_languages(inline), FORM, IN_LANGUAGES]
"""One paragraph of inline Markdown."""


# -- all texts of a record -------------------------------------------------------------------------------


@cache
def fields(model: type[BaseModel]) -> frozenset[str]:
    """The fields of a record, by their names here, whose text may stand in several languages."""
    return frozenset(
        name
        for name, field in model.model_fields.items()
        if IN_LANGUAGES in field.metadata or _marked(field.annotation)
    )


def _marked(annotation: Any) -> bool:
    return IN_LANGUAGES in getattr(annotation, "__metadata__", ()) or any(map(_marked, get_args(annotation)))


def reworded(record: R, change: Callable[[BaseModel, str, str], str]) -> R:
    """A record with other texts, as `change` has them for a record, a field of it and its text; else itself."""
    changed = {}
    for name, value in record:
        made = change(record, name, value) if isinstance(value, str) else _reworded(value, change)
        if made is not value:
            changed[name] = made
    return record.model_copy(update=changed) if changed else record


def _reworded(value: Any, change: Callable[[BaseModel, str, str], str]) -> Any:
    if isinstance(value, BaseModel):
        return reworded(value, change)
    if isinstance(value, tuple):
        made = tuple(_reworded(each, change) for each in value)
        return value if all(one is other for one, other in zip(made, value, strict=True)) else made
    if isinstance(value, Mapping):
        kept = {key: _reworded(each, change) for key, each in value.items()}
        return value if all(kept[key] is each for key, each in value.items()) else kept
    return value
