"""The words of a site in the language of its readers, by the conventions of gettext.

The code holds English words, marked as messages; a catalogue (`catalogues/de.po`) holds them in another language, and
what it does not hold is said in English. A process draws one site at a time, so the language is one setting of the
process: it is chosen before anything is drawn, and whatever keeps words that it made keeps them under `current`.
Text of the record is never a message. Places in messages are named, as `str.format` has them: "{n} claims".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from babel import Locale

from timeline.language.catalogue import ENGLISH, SOURCE, Catalogue, catalogue, languages

__all__ = [
    "NN_",
    "N_",
    "SOURCE",
    "Catalogue",
    "Messages",
    "catalogue",
    "current",
    "decimal",
    "forms",
    "gettext",
    "languages",
    "locale",
    "ngettext",
    "number",
    "pgettext",
    "speaking",
    "tag",
    "use",
]

Key = TypeVar("Key")
_VARIED = 201
"""Numbers below it show every form that a whole number asks for."""
_current = ENGLISH


def use(language: str | Catalogue) -> None:
    """The language of everything that is drawn from now on, by its BCP 47 tag; one without a catalogue is English."""
    global _current
    _current = catalogue(language) if isinstance(language, str) else language


@contextmanager
def speaking(language: str | Catalogue) -> Iterator[None]:
    """The same for a while; what is drawn lazily is drawn within."""
    global _current
    before = _current
    use(language)
    try:
        yield
    finally:
        _current = before


def current() -> Catalogue:
    """The language in use; under it keeps whoever keeps words."""
    return _current


def tag() -> str:
    """The same as a BCP 47 tag."""
    return _current.tag


def locale() -> Locale:
    """Its names of months, languages and countries, and how it writes numbers."""
    return _current.locale


def gettext(message: str) -> str:
    """A message in the language in use."""
    return _current.translations.gettext(message)


def ngettext(one: str, many: str, number: int) -> str:
    """The form of a message that goes with a number; the number is put in by the caller."""
    return _current.translations.ngettext(one, many, number)


def pgettext(context: str, message: str) -> str:
    """A message that reads alike in English and not in other languages, told apart by where it stands."""
    return _current.translations.pgettext(context, message)


def forms(one: str, many: str) -> list[str] | dict[str, str]:
    """The forms of a message that goes with a number, for scripts: by the categories of `Intl.PluralRules`.

    Where there is one form for 1 and another for all else, as in English, the two in a list.
    """
    category = locale().plural_form
    if all((category(n) == "one") == (n == 1) for n in range(_VARIED)):
        return [ngettext(one, many, 1), ngettext(one, many, 2)]
    return {str(category(n)): ngettext(one, many, n) for n in reversed(range(_VARIED))}


def N_(message: str) -> str:  # the name that tools for gettext know
    """Marks a message that is translated where it is shown."""
    return message


def NN_(one: str, many: str) -> tuple[str, str]:  # beside it
    """Marks a message that goes with a number, translated where the number is known."""
    return one, many


def number(value: int) -> str:
    """A whole number in figures: "1,204", "1.204"."""
    return f"{value:,}" if _current is ENGLISH else _figures(value, str(_current.locale))


@lru_cache(maxsize=10_000)
def _figures(value: int, locale: str) -> str:
    from babel.numbers import format_decimal  # for languages other than English alone, which need not wait for it

    return format_decimal(value, locale=locale)


def decimal(value: float | Decimal, digits: int) -> str:
    """A number with digits after its point: "1,204.4", "1.204,4"."""
    if _current is ENGLISH:
        return f"{value:,.{digits}f}"
    from babel.numbers import format_decimal

    return format_decimal(value, format="#,##0." + "0" * digits if digits else "#,##0", locale=_current.locale)


class Messages(Mapping[Key, str]):
    """English messages by name, each in the language in use when it is asked for."""

    def __init__(self, messages: Mapping[Key, str]) -> None:
        self._messages = messages

    def __getitem__(self, name: Key) -> str:
        return gettext(self._messages[name])

    def __iter__(self) -> Iterator[Key]:
        return iter(self._messages)

    def __len__(self) -> int:
        return len(self._messages)
