"""What a piece of HTML is made of, and what no text may bring into it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

MARKDOWN = {"em", "strong", "code", "a", "sub", "sup", "q", "s", "bdi"}
"""What a text may be made of."""
DANGEROUS = {
    "script",
    "iframe",
    "object",
    "embed",
    "base",
    "meta",
    "link",
    "style",
    "form",
    "input",
    "button",
    "img",
    "svg",
}
"""What a text may not bring, whatever stands around it."""
LEADING = {
    "href", "src", "srcset", "srcdoc", "action", "formaction", "xlink:href", "data", "background", "poster", "cite",
}  # fmt: skip
"""Attributes whose address is followed or loaded."""


class Elements(HTMLParser):
    """What a piece of HTML is made of, and what of it would run or load."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.wrong: list[str] = []
        self.headings: list[str] = []
        self._heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            text = re.sub(r"\s", "", value or "").lower()
            leads = name in LEADING and re.match(r"(java|vb)script:|data:text|file:|//evil|https?://evil", text)
            if name.startswith("on") or leads:
                self.wrong.append(f"<{tag} {name}={value}>")
        if tag == "h1":
            self._heading = True
            self.headings.append("")

    def handle_endtag(self, tag: str) -> None:
        self._heading = self._heading and tag != "h1"

    def handle_data(self, data: str) -> None:
        if self._heading:
            self.headings[-1] += data


def no_script(html: str) -> Elements:
    parser = Elements()
    parser.feed(html)
    parser.close()
    assert parser.wrong == []
    return parser
