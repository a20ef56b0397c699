"""Catalogues of messages: one PO file a language, read with Babel when the language is first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale, UnknownLocaleError

SOURCE = "en"
"""The language that messages are written in."""
FOLDER = Path(__file__).parent / "catalogues"


@dataclass(frozen=True, eq=False)
class Catalogue:
    """A language with its messages."""

    tag: str
    locale: Locale
    translations: NullTranslations


class _Apart(NullTranslations):
    """English for what a language that is written from right to left does not say yet, set apart with the characters
    of Unicode for that: among words of that language the pieces of an English sentence would change places.
    """

    def gettext(self, message: str) -> str:
        return apart(message)

    def pgettext(self, context: str, message: str) -> str:
        return apart(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return apart(super().ngettext(msgid1, msgid2, n))


def apart(message: str) -> str:
    """An English message as it stands among words that are written from right to left; a bare sign needs nothing."""
    return f"\u2068{message}\u2069" if any(sign.isalpha() for sign in message) else message


ENGLISH = Catalogue(SOURCE, Locale(SOURCE), NullTranslations())


@cache
def languages() -> tuple[str, ...]:
    """The languages that have words here, as BCP 47 tags, English first."""
    return SOURCE, *sorted(file.stem.replace("_", "-") for file in FOLDER.glob("*.po"))


@cache
def catalogue(tag: str) -> Catalogue:
    """The catalogue of a language, or of the one it is a kind of ("de" for "de-AT"), else English.

    Names of months and the writing of numbers follow the whole tag.
    """
    try:
        locale = Locale.parse(tag.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return ENGLISH
    if locale.language == SOURCE:
        return ENGLISH
    for name in (str(locale), locale.language):
        file = FOLDER / f"{name}.po"
        if file.is_file():
            translations = _translations(file)
            if locale.text_direction == "rtl":
                translations.add_fallback(_Apart())
            return Catalogue(tag, locale, translations)
    return ENGLISH


def _translations(file: Path) -> GNUTranslations:
    """As programs read them: entries that are empty or marked as fuzzy are left out, and said in English."""
    from babel.messages.mofile import write_mo  # English has no catalogue and need not wait for them
    from babel.messages.pofile import read_po

    with file.open("rb") as text:
        messages = read_po(text)
    for message in [each for each in messages if isinstance(each.string, tuple | list) and not all(each.string)]:
        messages.delete(message.id, message.context)  # which would be written as if it were said, in English
    compiled = BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return GNUTranslations(compiled)
