"""The body of a page as a browser takes it in: text, links, anchors, headings, languages."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from posixpath import join, normpath
from urllib.parse import urlsplit

from timeline.html.page import Page

FILES = (".svg", ".csv", ".bib", ".json", ".ris", ".xml", ".ics", ".md", ".txt", ".png", ".cff", ".sqlite")
_VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}


@dataclass
class Element:
    """A tag with what stands in it, put together."""

    tag: str
    attributes: dict[str, str | None]
    text: str = ""
    inside: tuple[str, ...] = ()

    def has(self, name: str) -> bool:
        return name in (self.attributes.get("class") or "").split()


@dataclass
class Body(HTMLParser):
    """Complains about tags that are closed by others or by nobody."""

    elements: list[Element] = field(default_factory=list)
    text: str = ""
    pieces: list[tuple[str, str | None]] = field(default_factory=list)
    """Every text between two tags, with the language that is said of it."""

    def __post_init__(self) -> None:
        super().__init__()
        self.open: list[Element] = []

    @classmethod
    def of(cls, html: str) -> Body:
        body = cls()
        body.feed(str(html))  # markup would escape what it is cut into
        body.close()
        assert [element.tag for element in body.open] == []
        return body

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"an attribute stands twice in {tag}"
        element = Element(tag, dict(attrs), inside=tuple(outer.tag for outer in self.open))
        self.elements.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        languages = [element.attributes["lang"] for element in self.open if "lang" in element.attributes]
        self.pieces.append((" ".join(data.split()), languages[-1] if languages else None))
        for element in self.open:
            element.text += data

    def all(self, tag: str, name: str = "") -> list[Element]:
        return [e for e in self.elements if e.tag == tag and (not name or e.has(name))]

    def classed(self, name: str) -> list[Element]:
        return [e for e in self.elements if e.has(name)]

    @property
    def ids(self) -> list[str]:
        return [str(e.attributes["id"]) for e in self.elements if e.attributes.get("id")]

    @property
    def links(self) -> list[str]:
        return [str(e.attributes["href"]) for e in self.elements if "href" in e.attributes]

    @property
    def words(self) -> str:
        return " ".join(self.text.split())


def target(page: Page, link: str) -> tuple[str, str]:
    """The address on the site that a relative link leads to, and the anchor there."""
    parts = urlsplit(link)
    if not parts.path:
        return page.address, parts.fragment
    assert not parts.path.startswith("/"), f"{link} leaves the folder the site lives in"
    path = normpath(join("/site", page.address, parts.path)) + "/"
    assert path.startswith("/site/"), f"{link} on {page.address} leads out of the site"
    if parts.path.endswith(FILES):
        return normpath(join("/site", page.address, parts.path)).removeprefix("/site/"), ""
    assert parts.path.endswith("/"), f"{link} asks the server for a redirection"
    return path.removeprefix("/site/"), parts.fragment
