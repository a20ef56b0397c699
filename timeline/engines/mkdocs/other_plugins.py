"""What plugins that stand beside ours ask for: `i18n` and `redirects` have ways of their own with pages.

`i18n` builds the hand-written pages once for each language, and leaves out every page that lies in no folder. The pages
of a record are in the record's language: they join after it has sorted the files, stand once, and every language leads
to them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from timeline.engines.mkdocs import files as site_files
from timeline.engines.mkdocs.drawn_pages import Drawn, whole
from timeline.html.page import Page

FIRST = 200
"""The place in a row of hooks before all others, which may write down where the site is written."""
LAST = -200
"""The place in a row of hooks behind `i18n`, which takes -100 to be the last."""


def joins_last(config: MkDocsConfig) -> bool:
    """Whether our pages wait until all others have sorted the files."""
    return "i18n" in config.plugins


def further_language(config: MkDocsConfig) -> bool:
    """Whether this is a build within a build: of hand-written pages in a further language."""
    plugin: Any = config.plugins.get("i18n")
    return bool(getattr(plugin, "building", False))


def tell_redirects(config: MkDocsConfig, pages: Iterable[Page | Drawn]) -> None:
    """An old address may lead to a page of a record; those that MkDocs does not render stand in no list of files."""
    plugin: Any = config.plugins.get("redirects")
    known = getattr(plugin, "doc_pages", None)
    if known is None:
        return
    goals = {goal.partition("#")[0] for goal in plugin.redirects.values()} - set(known)
    for page in pages if goals else ():
        if site_files.name(page) in goals:
            known[site_files.name(page)] = site_files.as_file(whole(page), config)
