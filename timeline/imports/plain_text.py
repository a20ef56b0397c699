"""Texts of other programs as plain sentences: markup, links and signs that nobody sees are taken out and told."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from timeline.loader.files import character
from timeline.loader.invisible_signs import unwanted

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]|[\U0001fffe\U0001ffff]")
_TAG = re.compile(
    r"</?(?:a|b|i|u|p|br|em|strong|ul|ol|li|div|span|h[1-6]|blockquote|img|iframe|script|style|small|sup|sub|cite|q|hr"
    r"|video|audio|figure|figcaption|table|tr|td|th|tbody|font|center|code|s)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});")
_BLOCKS = frozenset(
    ["p", "br", "ul", "ol", "li", "div", "blockquote", "hr", "tr", "figure", "h1", "h2", "h3", "h4", "h5", "h6"]
)
_UNREAD = frozenset(["script", "style"])
_MARKS = re.compile(r"([\\`*\[\]])|(?<![^\W_])_|_(?![^\W_])|!(?=\[)")


@dataclass(slots=True)
class Words:
    """A text without its markup."""

    paragraphs: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    """The words of a link and its address."""
    dropped: list[str] = field(default_factory=list)
    """What the markup held beside words: pictures, frames, scripts."""

    @property
    def line(self) -> str:
        return " ".join(self.paragraphs)


def plain(text: str) -> Words:
    """What a text says; HTML only where there are tags of it or names of its signs."""
    if not _TAG.search(text):
        said = html.unescape(text) if _ENTITY.search(text) else text
        return Words(_paragraphs(said))
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.end_link()
    return Words(_paragraphs("".join(reader.said)), reader.links, reader.dropped)


def unescaped(text: str) -> str:
    """A text with the signs that HTML writes by name or number; `&lt=1` in an address is none."""
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text)


def _paragraphs(text: str) -> list[str]:
    return [line for part in re.split(r"[\n\r\u2028\u2029]+", text) if (line := " ".join(part.split()))]


class _Reader(HTMLParser):
    """Collects words, links and what is neither."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.dropped: list[str] = []
        self._address = ""
        self._words: list[str] = []
        self._silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.said.append("\n")
        given = {name: value or "" for name, value in attrs}
        if tag == "a" and given.get("href"):
            self.end_link()
            self._address = given["href"]
        elif given.get("src"):
            self.dropped.append(given["src"])
        if tag in _UNREAD:
            self._silent = tag

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.said.append("\n")
        if tag == "a":
            self.end_link()
        if tag == self._silent:
            self._silent = ""

    def handle_data(self, data: str) -> None:
        if self._silent:
            self.dropped.append(data)
            return
        self.said.append(data)
        if self._address:
            self._words.append(data)

    def end_link(self) -> None:
        if self._address:
            self.links.append((" ".join("".join(self._words).split()), self._address))
        self._address, self._words = "", []


def marked(text: str) -> str:
    """Plain words as inline Markdown that shows them as they are."""
    return _MARKS.sub(lambda match: f"\\{match[0]}", re.sub(r"<(?=[A-Za-z/!?])", "&lt;", text))


def visible(text: str) -> tuple[str, str]:
    """A text that a file may hold, and the names of the signs that were taken out of it."""
    names = dict.fromkeys(_named(sign) for sign in _UNWRITABLE.findall(text))
    kept = _UNWRITABLE.sub("", text)
    found = list(unwanted(kept))
    names |= dict.fromkeys(_named(match[0]) for match in found)
    for match in reversed(found):
        kept = kept[: match.start()] + kept[match.end() :]
    return kept, ", ".join(names)


def _named(sign: str) -> str:
    return f"U+{ord(sign):04X}" if "\ud800" <= sign <= "\udfff" else character(sign)


def as_value(text: str) -> str:
    """A value as it is told: on one line, with a name in the place of signs that cannot be shown."""
    text = _UNWRITABLE.sub(lambda match: f"<{_named(match[0])}>", text)
    for match in reversed(list(unwanted(text))):
        text = f"{text[: match.start()]}<{_named(match[0])}>{text[match.end() :]}"
    return " ".join(text.split())
