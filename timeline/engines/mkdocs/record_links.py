"""Addresses of records as authors write them in `nav` and in links: those of former ids lead to the pages of today."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from typing import Any

from timeline.site.urls import PAGES, Links

_FOLDERS = "|".join(page("").strip("/") for page in PAGES.values())
_LINK = re.compile(
    r"(?P<before>\]\(<?|^\s*\[[^\]]+\]:\s*<?)(?P<up>(?:\.{1,2}/)*)"
    rf"(?P<address>(?:{_FOLDERS})/[a-z0-9-]+/)(?P<rest>(?:index\.md)?(?:#[^)\s>]*)?)",
    re.MULTILINE,
)
"""A link of Markdown to the page of a record, by its file or its folder."""
_FILE = "index.md"


def nav_of_today(nav: Any, moved: Mapping[str, str]) -> Any:
    """The navigation with the pages of today in the place of former ones."""
    if isinstance(nav, list):
        return [nav_of_today(each, moved) for each in nav]
    if isinstance(nav, dict):
        return {title: nav_of_today(each, moved) for title, each in nav.items()}
    if isinstance(nav, str) and nav.endswith(_FILE):
        address = nav.removesuffix(_FILE)
        return f"{moved.get(address, address)}{_FILE}"
    return nav


def named(nav: Any, addresses: Iterable[str]) -> set[str]:
    """Of some addresses those that a navigation names: the theme draws these pages, for they have a place in it."""
    names = set(_names(nav))
    return {address for address in addresses if address + _FILE in names} if names else set()


def _names(nav: Any) -> Iterable[str]:
    if isinstance(nav, str):
        return [nav]
    inner = nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ()
    return [name for each in inner for name in _names(each)]


def links_of_today(markdown: str, source: str, here: str, moved: Mapping[str, str]) -> str:
    """A page's text with links to records by their files, or by former addresses, leading to the pages of today.

    `source` is the page's own file, from which links to files are counted, `here` its address.
    """

    def now(match: re.Match[str]) -> str:
        address = moved.get(match["address"])
        if address is None:
            return match[0]
        if not match["rest"].startswith(_FILE):
            return f"{match['before']}{match['up']}{address}{match['rest']}"
        if posixpath.normpath(posixpath.join(posixpath.dirname(source), match["up"])) != ".":
            return match[0]  # a folder of that name elsewhere
        return f"{match['before']}{Links(here).to(address)}{match['rest'].removeprefix(_FILE)}"

    return _LINK.sub(now, markdown)
