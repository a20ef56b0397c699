"""What the search of a theme finds of our pages: their search entries and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages as mkdocs_pages

from timeline.html.page import Page, SearchEntry

_BLOCK = re.compile(r"<(?:p|li|h[1-6]|d[dt]|t[dhr]|div|pre|br|section|summary)\b")


def entry(page: mkdocs_pages.Page, html: str) -> SearchEntry:
    """What is found of a page that somebody wrote: its title and its words."""
    text = Markup(_BLOCK.sub(r" \g<0>", html)).striptags()
    return SearchEntry(str(page.title or ""), text)


class SearchIndex:
    """What the search plugin is going to write; without search a list that nobody reads."""

    def __init__(self, config: MkDocsConfig) -> None:
        plugin = config.plugins.get("material/search") or config.plugins.get("search")
        index = getattr(plugin, "search_index", None)
        self.of_material = hasattr(index, "entries")  # which shows entries as HTML, MkDocs' own as text
        self.entries: list[dict[str, Any]] = getattr(index, "entries", getattr(index, "_entries", []))
        self.found = list(self.entries)  # before any skeleton was rendered, which plugins take for pages

    def add(self, pages: Sequence[Page]) -> None:
        """Our pages are found by their search entries and by nothing else."""
        ours = {page.address for page in pages}
        self.entries[:] = [entry for entry in self.found if entry["location"].partition("#")[0] not in ours]
        form = escape if self.of_material else str
        for page in pages:
            if page.search:
                title, text = form(page.search.title), form(page.search.text)
                entry = {"location": page.address, "title": title, "text": text}
                boost = {"boost": page.search.boost} if self.of_material and page.search.boost != 1 else {}
                self.entries.append(entry | boost)
