"""What the search of a theme finds of our pages: their search entries and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages as mkdocs_pages

from timeline.engines.mkdocs.drawn_pages import Drawn
from timeline.html.page import Page, SearchEntry

_BLOCKS = frozenset(("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt", "td", "th", "tr", "div", "pre", "br",
                     "section", "summary"))  # fmt: skip


class _Words(HTMLParser):
    """The text of a page, with a space where a block begins."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.left_out = 0
        """How deep within sections that no search is meant to find."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.pieces.append(" ")
        if tag == "section" and (self.left_out or ("data-search-exclude", None) in attrs):
            self.left_out += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "section" and self.left_out:
            self.left_out -= 1

    def handle_data(self, data: str) -> None:
        if not self.left_out:
            self.pieces.append(data)


def entry(page: mkdocs_pages.Page, html: str) -> SearchEntry:
    """What is found of a page that somebody wrote: its title and its words."""
    words = _Words()
    words.feed(html)
    words.close()
    return SearchEntry(str(page.title or ""), " ".join("".join(words.pieces).split()))


@dataclass(frozen=True, slots=True)
class _Found:
    """A page of ours as MkDocs' own search reads one."""

    title: str
    url: str
    content: str
    toc: tuple[()] = ()


class SearchIndex:
    """What the search plugin is going to write; a site without one has nothing to add to."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._plugin: Any = config.plugins.get("material/search") or config.plugins.get("search")
        index: Any = getattr(self._plugin, "search_index", None)
        self._of_material = hasattr(index, "entries")
        # before any skeleton was rendered, which plugins take for pages
        self._found: list[dict[str, Any]] = list(index.entries) if self._of_material else []

    def __bool__(self) -> bool:
        """Whether the site has a search of its theme."""
        return getattr(self._plugin, "search_index", None) is not None

    def text(self, config: MkDocsConfig) -> str:
        """What the search plugin writes, once every page was added."""
        self._plugin.on_post_build(config=config)
        return Path(config.site_dir, "search", "search_index.json").read_text(encoding="utf-8")

    def forget(self) -> None:
        """Lets go of every entry, before all pages are read anew."""
        index = getattr(self._plugin, "search_index", None)
        if index is not None:
            self._plugin.search_index = type(index)(**index.config)
        self._found = []

    def add(self, pages: Sequence[Page | Drawn], written: Iterable[mkdocs_pages.Page]) -> None:
        """Our pages are found by their search entries and by nothing else, those written by hand by their text."""
        index = getattr(self._plugin, "search_index", None)
        if index is None:
            return
        ours = {page.address for page in pages}
        if self._of_material:
            index.entries[:] = [each for each in self._found if each["location"].partition("#")[0] not in ours]
            index.entries += [_material(address, entry) for page in pages for address, entry in page.found]
            return
        fresh = type(index)(**index.config)
        for target in written:
            if target.url not in ours:
                fresh.add_entry_from_context(target)
        for page in pages:
            for address, entry in page.found:
                fresh.add_entry_from_context(_Found(entry.title, address, escape(entry.text)))
        self._plugin.search_index = fresh


def _material(address: str, entry: SearchEntry) -> dict[str, Any]:
    """It shows entries as HTML, where MkDocs' own search shows text."""
    item = {"location": address, "title": escape(entry.title), "text": escape(entry.text)}
    return item | ({"boost": entry.boost} if entry.boost != 1 else {})
