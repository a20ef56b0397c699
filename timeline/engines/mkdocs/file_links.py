"""Links that name a page's file, for a site whose addresses are not folders: it can be opened from a disk.

Our pages say `../events/opening/`, which a server answers with the file in that folder and a disk with a list of files.
With `use_directory_urls: false`, and so with the plugin `offline`, every such link is given the file it means when all
is written. The pages are the theme's as much as ours, so tags are found by a parser; all else stays as it is.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate
from pathlib import Path
from urllib.parse import unquote

_LEADS = {
    ("a", "href"),
    ("a", "xlink:href"),
    ("area", "href"),
    ("link", "href"),
    ("meta", "content"),  # the first of two ways in which the page of a former id leads on
    ("script", "data-there"),  # the other
}
_BEFORE = {"content": "0; url="}
_ENDS = "?#\"'<> \t\r\n"
_HOLDS_LINKS = (".html", ".svg")


def complete(site_dir: str) -> None:
    """Every page and picture of the site with whole links."""
    for folder, _, names in os.walk(site_dir):
        for name in names:
            if name.endswith(_HOLDS_LINKS):
                path = Path(folder, name)
                text = path.read_bytes().decode()
                whole = with_files(text, Path(folder))
                if whole != text:
                    path.write_bytes(whole.encode())


def with_files(text: str, folder: Path) -> str:
    """The text of a file in a folder, each link to a folder that has a page leading to the page."""
    found = _Found(text, folder)
    for place, added in reversed(found.additions):
        text = f"{text[:place]}{added}{text[place:]}"
    return text


class _Found(HTMLParser):
    """What is to be added to a text, and where."""

    def __init__(self, text: str, folder: Path) -> None:
        super().__init__(convert_charrefs=False)
        self.additions: list[tuple[int, str]] = []
        self._folder = folder
        self._lines = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value and (tag, name) in _LEADS:
                path = _path(value, _BEFORE.get(name, ""))
                if path and self._is_page(path):
                    self._add(name, path)

    handle_startendtag = handle_starttag

    def _add(self, name: str, path: str) -> None:
        tag = self.get_starttag_text() or ""
        line, column = self.getpos()
        added = "index.html" if path.endswith("/") else "/index.html"
        self.additions += [(self._lines[line - 1] + column + end, added) for end in _ends(tag, name, path)][:1]

    def _is_page(self, path: str) -> bool:
        return Path(os.path.normpath(self._folder / unquote(path)), "index.html").is_file()


def _path(value: str, before: str) -> str:
    """The folder that a link leads to; empty where it leads to a file or to another host."""
    path = value.removeprefix(before).partition("#")[0].partition("?")[0]
    folder = path.endswith("/") or path in (".", "..")
    return path if value.startswith(before) and folder and ":" not in path and not path.startswith("/") else ""


def _ends(tag: str, name: str, path: str) -> Iterator[int]:
    """Where in the text of a tag the path ends that an attribute holds."""
    attribute = f"{name}="
    start = tag.lower().find(attribute)
    while start >= 0:
        start += len(attribute)
        value = start + (tag[start : start + 1] in ("'", '"')) + len(_BEFORE.get(name, ""))
        end = next((place for place in range(value, len(tag)) if tag[place] in _ENDS), len(tag))
        if unescape(tag[value:end]) == path:
            yield end
        start = tag.lower().find(attribute, start)
