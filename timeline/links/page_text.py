"""What a page says, without what is only around it, so that two states of it can be compared.

A page comes from a stranger and may be made to be slow to read, so the time goes with its length whatever stands in
it: each mark is looked at once, and a mark without an end ends the page, as it does in browsers. The parser of the
standard library looks for that end again at each mark, in all Pythons but the newest.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal

_LEFT_OUT = {"script", "style", "template", "noscript", "nav", "header", "footer", "aside", "form", "svg", "iframe"}
_RAW = {"script", "style", "iframe", "title", "textarea"}
"""What holds text alone: only its own end ends it."""
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_NAME = re.compile(r"/?([a-z][^\s/>]*)", re.IGNORECASE)
_MARK = re.compile(r"[>\"']")
_FIGURES = re.compile(r"&#x?[0-9a-f]{8,};?", re.IGNORECASE)
"""The number of a sign that there is not."""
_TITLE, _LONG, _SHORT = 300, 1_000, 20_000

_Kind = Literal["text", "start", "end"]


class Page:
    """A document as text; of one that is no text, only its bytes are known."""

    def __init__(self, body: bytes, kind: str) -> None:
        """`kind` is its media type as the server has it, which may be wrong."""
        self.title = ""
        self.text = ""
        self._body = body
        if b"\0" in body[:1024] or body[:5] == b"%PDF-" or not body.strip():
            return
        text = _decoded(body, kind)
        if re.search(r"<(?:!doctype|html|head|body|title|p|div)\b", text[:_SHORT], re.IGNORECASE):
            title, text = _read(text)
            self.title = "\n".join(" ".join(line.split()) for line in title.split("\n")).strip()
        self.text = " ".join(text.split())

    @property
    def hash(self) -> str:
        """A sum over its text, or over its bytes where it has none."""
        what, sort = (self.text.encode(), "text") if self.text else (self._body, "bytes")
        return f"sha256 of the {sort}, {hashlib.sha256(what).hexdigest()}"


def _decoded(body: bytes, kind: str) -> str:
    """A name that is no encoding of text, or of none that says a text with every byte, is as good as none."""
    named = _CHARSET.search(kind.encode()) or _CHARSET.search(body[:2048])
    try:
        return body.decode(named[1].decode() if named else "utf-8-sig", errors="replace")
    except (LookupError, ValueError):
        return body.decode("utf-8", errors="replace")


def _read(text: str) -> tuple[str, str]:
    """Its titles, each on a line, and its text."""
    title: list[str] = []
    words: list[str] = []
    around: list[str] = []
    open_now: Counter[str] = Counter()
    in_title = False
    for kind, what in _pieces(text):
        if kind == "text":
            if in_title and len(title) < _TITLE:
                title.append(what[:_LONG])
            if not around:
                words.append(what)
        elif kind == "start":
            if what in _LEFT_OUT:
                around.append(what)
                open_now[what] += 1
            in_title = in_title or (what in ("title", "h1") and not open_now["svg"])
        else:
            while open_now[what]:
                last = around.pop()
                open_now[last] -= 1
                if last == what:
                    break
            if what in ("title", "h1"):
                in_title = False
                title.append("\n")
    return "".join(title), " ".join(words)


def _pieces(text: str) -> Iterator[tuple[_Kind, str]]:
    """Texts, and names of what begins and ends, in their order."""
    place = 0
    while place < len(text):
        mark = text.find("<", place)
        if mark != place:
            yield "text", _plain(text[place : mark if mark >= 0 else len(text)])
        if mark < 0:
            return
        name = _NAME.match(text, mark + 1)
        if name is None:
            place = _after_other(text, mark)
            if place == mark + 1:
                yield "text", "<"
            continue
        place = _after_tag(text, name.end())
        word = name[1].lower()
        yield "end" if text[mark + 1] == "/" else "start", word
        if word in _RAW and text[mark + 1] != "/":
            end = re.compile(f"</{word}", re.IGNORECASE).search(text, place)
            within = text[place : end.start() if end else len(text)]
            yield "text", _plain(within) if word in ("title", "textarea") else within
            place = end.start() if end else len(text)


def _after_tag(text: str, place: int) -> int:
    """Where a tag is over; a `>` between the quotation marks of an attribute does not end it."""
    while mark := _MARK.search(text, place):
        if mark[0] == ">":
            return mark.end()
        place = mark.end()
        if text[mark.start() - 1] == "=":
            end = text.find(mark[0], place)
            if end < 0:
                break
            place = end + 1
    return len(text)


def _after_other(text: str, mark: int) -> int:
    """Where a comment or a declaration is over; what is none of them is a sign of the text."""
    begun = text[mark : mark + 4]
    if begun == "<!--":
        end = text.find("-->", mark + 2)
        return end + 3 if end >= 0 else len(text)
    if begun[1:2] in ("!", "?", "/"):
        end = text.find(">", mark)
        return end + 1 if end >= 0 else len(text)
    return mark + 1


def _plain(text: str) -> str:
    return html.unescape(_FIGURES.sub("\N{REPLACEMENT CHARACTER}", text))
