"""No word of the interface stands outside the catalogues: in a made-up language each message is bracketed, and what is
left of every page without brackets is text of the record, a date, or a name that is the same in every language."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from gettext import NullTranslations
from html.parser import HTMLParser
from typing import Any, TypeVar

import pytest
from babel import Locale
from pydantic import BaseModel

from timeline import pages
from timeline.browser import words
from timeline.exports.feeds.news import feeds
from timeline.exports.icalendar import calendar
from timeline.html.context import Context
from timeline.language import Catalogue, speaking
from timeline.model import Expectation, Timeline
from timeline.pages import not_found_page
from timeline.queries.index import Index
from timeline.site.settings import Site

ALIKE = {"atom", "json", "feed", "csv", "svg", "bibtex", "csl", "ris", "html", "doi", "isbn", "icalendar", "oembed"} | {
    "markdown", "sqlite", "utc", "bytes", "kb", "mb", "timeline", "export", "check", "notes", "allow", "cff",
}  # fmt: skip
"""Names of formats, units and commands."""
TEXTS = {"title", "summary", "text", "was", "name", "also", "about", "publisher", "family", "given", "note"} | {
    "question", "wording", "state", "date_basis", "locator", "attributed_to", "title_in", "contact", "allow",
}  # fmt: skip
"""The fields of a record that hold words of the author."""
LISTS = ("events", "sources", "actors", "topics", "expectations", "tracks")
R = TypeVar("R", bound=BaseModel)
_SHOWN = ("aria-label", "title", "placeholder", "alt")
_VOID = {"br", "hr", "img", "input", "link", "meta", "col", "wbr"}
_HIDDEN = {"script", "style", "code", "pre"}


class Bracketed(NullTranslations):
    """A language in which every message is its English text in brackets."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, one: str, many: str, n: int) -> str:
        return f"⟦{one if n == 1 else many}⟧"

    def pgettext(self, context: str, message: str) -> str:
        return f"⟦{message}⟧"


PSEUDO = Catalogue("qps", Locale("en"), Bracketed())


class Text(HTMLParser):
    """The text of a page in its order, and each attribute that is shown or read aloud."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.flow: list[str] = []
        self.attributes: list[str] = []
        self._hidden, self._open = 0, list[bool]()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        hidden = tag in _HIDDEN or ("translate", "no") in attrs
        if tag not in _VOID:
            self._open.append(hidden)
        self._hidden += hidden and tag not in _VOID
        self.attributes += [value for name, value in attrs if name in _SHOWN and value]
        self.flow.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= self._open.pop() if self._open and tag not in _VOID else 0
        self.flow.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.flow.append(data)


def outside(text: str) -> str:
    """What stands in no bracket; a message that was cut would leave one open."""
    kept, depth = [], 0
    for sign in text:
        depth += (sign == "⟦") - (sign == "⟧")
        if depth == 0 and sign != "⟧":
            kept.append(sign)
    assert depth == 0, text[-300:]
    return "".join(kept)


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = [*value.values()]
    if isinstance(value, list | tuple):
        for each in value:
            yield from texts(each)
    else:
        yield str(value)


def disguised(record: R) -> R:
    """The same record with its texts in letters that make no English words."""
    ids = {"about"} if isinstance(record, Expectation) else set()
    return record.model_copy(update={name: _disguised(name, value) for name, value in record if name not in ids})


def _disguised(name: str, value: Any) -> Any:
    if isinstance(value, BaseModel):
        return disguised(value)
    if isinstance(value, tuple):
        return tuple(_disguised(name, each) for each in value)
    if isinstance(value, Mapping):
        return {key: _disguised(name, each) for key, each in value.items()}
    return codecs.encode(value, "rot13") if name in TEXTS and isinstance(value, str) else value


def _texts_of(value: Any, name: str = "") -> Iterator[str]:
    if isinstance(value, BaseModel):
        for field, each in value:
            yield from _texts_of(each, field)
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts_of(each, name)
    elif isinstance(value, Mapping):
        yield from _texts_of(tuple(value.values()), name)
    elif name in TEXTS and isinstance(value, str):
        yield value


def left(text: str, known: set[str]) -> list[str]:
    """Words of two letters and more that nobody can have translated."""
    plain = re.sub(r"\S+@\S+|https?://\S+|[\w.-]+\.(?:yaml|example|json|csv|md|cff)\b|[0-9a-f]{12}", " ", outside(text))
    return [word for word in re.findall(r"[^\W\d_]{2,}", plain) if word.casefold() not in known]


@pytest.fixture(scope="module")
def record(sample: Timeline) -> Timeline:
    parts = {name: tuple(map(disguised, getattr(sample, name))) for name in LISTS}
    return Timeline(record=disguised(sample.record), **parts)


@pytest.fixture(scope="module")
def known(record: Timeline) -> set[str]:
    """Every word of the record's texts, of the locale data, and every name that is alike."""
    locale = Locale("en")
    coded = [text for name in ("record", *LISTS) for text in _texts_of(getattr(record, name))]
    names = " ".join([*locale.languages.values(), *locale.territories.values()])
    for width in ("wide", "abbreviated"):
        names += " ".join(map(str, locale.months["format"][width].values()))
    return {word.casefold() for word in re.findall(r"[^\W\d_]+", " ".join([*coded, names]))} | ALIKE


def test_every_word_of_every_page_is_a_message_or_stands_in_the_record(record: Timeline, known: set[str]) -> None:
    site = Site(name="Sample", address="https://sample.example/")
    found: dict[str, set[str]] = {}
    with speaking(PSEUDO):
        context = Context.of(record, site)
        drawn = [(page.address, page.title, page.body) for page in pages.every_page(context)]
        drawn += [(file.path, "", file.text) for file in pages.site_files(context.index) if file.path.endswith("html")]
        lost = not_found_page("/")
        drawn.append((lost.address, lost.title, lost.body))
    for address, title, body in drawn:
        text = Text(body)
        for said in (title, "".join(text.flow), *text.attributes):
            for word in left(said, known):
                found.setdefault(word, set()).add(address)

    assert found == {}


def test_every_word_that_scripts_are_handed_is_a_message() -> None:
    with speaking(PSEUDO):
        handed = words.interface()
    dates = handed.pop("dates")
    sheets = handed.pop("sheets")

    assert [said for said in texts(handed) if not said.startswith("⟦")] == []
    assert all("⟦" in said for said in texts([dates["seasons"], dates["quarters"], dates["extent"]]))
    assert [word for said in texts(sheets) for word in left("".join(Text(said).flow), ALIKE)] == []


def test_every_word_of_feeds_and_calendar_is_a_message_or_stands_in_the_record(
    record: Timeline, known: set[str]
) -> None:
    site = Site(name="Sample", address="https://sample.example/")
    with speaking(PSEUDO):
        index = Index(record)
        told = [text for feed in feeds(index, site) for text in (feed.title, feed.about)]
        dates = "".join(calendar(index, site)).replace("\r\n ", "")
    told += re.findall(r"^(?:SUMMARY|DESCRIPTION):(.*)$", dates, flags=re.MULTILINE)

    assert {word for text in told for word in left(text.replace("\\n", " ").replace("\\", ""), known)} == set()
