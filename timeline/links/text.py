"""What a page says, without what is only around it, so that two states of it can be compared."""

from __future__ import annotations

import hashlib
import re
from html.parser import HTMLParser

_LEFT_OUT = {"script", "style", "template", "noscript", "nav", "header", "footer", "aside", "form", "svg", "iframe"}
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_TITLE, _SHORT = 300, 20_000


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.title: list[str] = []
        self._without: list[str] = []
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LEFT_OUT:
            self._without.append(tag)
        self._in_title = self._in_title or (tag in ("title", "h1") and len(self.title) < _TITLE)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._without:
            while self._without.pop() != tag:
                pass
        if tag in ("title", "h1"):
            self._in_title = False
            self.title.append("\n")

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title.append(data)
        if not self._without:
            self.words.append(data)


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
            reader = _Reader()
            reader.feed(text)
            reader.close()
            self.title = "\n".join(" ".join(line.split()) for line in "".join(reader.title).split("\n")).strip()
            text = " ".join(reader.words)
        self.text = " ".join(text.split())

    @property
    def hash(self) -> str:
        """A sum over its text, or over its bytes where it has none."""
        what, sort = (self.text.encode(), "text") if self.text else (self._body, "bytes")
        return f"sha256 of the {sort}, {hashlib.sha256(what).hexdigest()}"


def _decoded(body: bytes, kind: str) -> str:
    named = _CHARSET.search(kind.encode()) or _CHARSET.search(body[:2048])
    try:
        return body.decode(named[1].decode() if named else "utf-8-sig", errors="replace")
    except (LookupError, ValueError):
        return body.decode("utf-8", errors="replace")
