"""The catalogues: which messages they hold, and that what they say fits what the code asks for."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from timeline import language
from timeline.browser import fallback
from timeline.dates import parse, words
from timeline.language.catalogue import FOLDER
from tools import catalogues

FILES = sorted(FOLDER.glob("*.po"))
COMPLETE = {"de"}
"""The languages in which everything is said."""


def read(file: Path) -> Catalog:
    with file.open("rb") as text:
        return read_po(text)


def messages(file: Path) -> Iterator[Message]:
    return (message for message in read(file) if message.id)


def forms(said: object) -> tuple[str, ...]:
    return tuple(said) if isinstance(said, tuple | list) else (str(said),)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_catalogue_has_the_messages_of_the_code_and_no_others(file: Path) -> None:
    """`python tools/catalogues.py` renews them."""
    asked = {(message.context, message.id) for message in TEMPLATE if message.id}

    assert {(message.context, message.id) for message in messages(file)} == asked


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_a_catalogue_says_has_the_places_of_its_message(file: Path) -> None:
    """One form of several may leave out the number, where it is for a single one: "one claim"."""
    for message in messages(file):
        one, *many = (sorted(_places(form)) for form in forms(message.id))
        for said in forms(message.string):
            if said:
                allowed = [one, *many, *([[name for name in one if name not in ("n", "number")]] if many else [])]
                assert sorted(_places(said)) in allowed, (message.id, said)
                assert said.count("<") == forms(message.id)[0].count("<"), said
                assert (said[:1].isspace(), said[-1:].isspace()) == (
                    forms(message.id)[0][:1].isspace(),
                    forms(message.id)[0][-1:].isspace(),
                ), said


def test_a_language_that_counts_as_complete_says_everything() -> None:
    said = {(tag, m.context, m.id): m for tag in COMPLETE for m in messages(FOLDER / f"{tag}.po")}

    assert [name for name, message in said.items() if message.fuzzy or not all(forms(message.string))] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_language_says_dates_altogether_or_not_at_all(file: Path) -> None:
    dated = [all(forms(m.string)) for m in messages(file) if (m.context or "").startswith("date")]

    assert all(dated) or not any(dated)


def _places(message: str) -> list[str]:
    return [name for _, name, _, _ in string.Formatter().parse(message) if name is not None]


TEMPLATE = catalogues.extracted()


def test_what_a_page_says_when_its_scripts_do_not_come_follows_the_language_of_each_site() -> None:
    with language.speaking("de"):
        german = fallback.element("assets/") + fallback.shared("assets").text

    assert "konnte nicht geladen werden" in german
    assert "konnte nicht geladen werden" not in fallback.element("assets/")


def test_no_message_stands_within_a_formatted_string() -> None:
    """Where Python reads one as a whole, as 3.11 does, it is not found there, and stays English in every language."""
    calls = set(catalogues.KEYWORDS)
    within = [
        f"{file.relative_to(catalogues.PACKAGE)}:{call.lineno}"
        for file in sorted(catalogues.PACKAGE.rglob("*.py"))
        for text in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in calls
        if any(isinstance(given, ast.Constant) for given in call.args)
    ]

    assert within == []


UNSAID = next(
    forms(message.id)
    for message in messages(FOLDER / "he.po")
    if message.pluralizable and not any(forms(message.string))
)
"""A message that goes with a number and stands in the catalogue of Hebrew without words."""


def test_english_among_words_that_are_written_from_right_to_left_is_set_apart() -> None:
    with language.speaking("he"):
        said = [language.gettext("Timeline"), language.gettext("What came of every date"), language.gettext(", ")]
        counted = language.ngettext("{n} date is named", "{n} dates are named", 2)
        listed = language.ngettext(UNSAID[0], UNSAID[1], 2)
        when = words(parse("2025-11-03/2025-12-19"))

    assert said == ["ציר זמן", "\u2068What came of every date\u2069", ", "]
    assert when == "\u20683 November to 19 December 2025\u2069"
    assert [counted, listed] == ["\u2068{n} dates are named\u2069", f"\u2068{UNSAID[1]}\u2069"]
