"""Pages that were drawn and lie on the disk until the theme is there to wrap them: of each, no more is held than what
has to be known before it is written.

They lie in a folder that only this build can write, and that is gone with it: what is read back is what it wrote.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path

from timeline.html.page import Page, SearchEntry

_PLAIN_NAME = re.compile(r"[\w.-]+", re.ASCII)
_TOP = re.compile(r'<h1\b[^>]*?\sid="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Drawn:
    """One of them."""

    address: str
    shape: Hashable
    """Pages that differ in this differ in more than words."""
    length: int
    """Letters of its body."""
    found: tuple[tuple[str, SearchEntry], ...]
    spool: Path
    start: int
    """Where it begins there, in bytes."""
    file: str
    """Where its record was typed, without the folders."""
    cached: bool = True

    def page(self) -> Page:
        """All of it, with the files that were drawn together with it."""
        with self.spool.open("rb") as file:
            file.seek(self.start)
            page: Page = pickle.load(file)
        return page


class Spool:
    """One file for the pages that one process draws."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def keep(self, page: Page) -> Drawn:
        """The page on the disk."""
        with self._path.open("ab") as file:
            start = file.tell()
            pickle.dump(page, file, protocol=pickle.HIGHEST_PROTOCOL)
        return Drawn(page.address, shape(page), len(page.body), page.found, self._path, start, file_name(page))


def whole(page: Page | Drawn) -> Page:
    """A page, wherever it is."""
    return page.page() if isinstance(page, Drawn) else page


def shape(page: Page | Drawn) -> Hashable:
    """Pages that differ in this differ in more than words: other links, another folder, no description."""
    if isinstance(page, Drawn):
        return page.shape
    folder = page.span.file.removesuffix(file_name(page)) if page.span else None
    return page.kind, above(page), page.hide, folder, bool(page.description), bool(page.head), top(page)


def file_name(page: Page | Drawn) -> str:
    """The name of the file of its record, where an address can hold it as it is."""
    if isinstance(page, Drawn):
        return page.file
    name = page.span.file.rpartition("/")[2] if page.span else ""
    return name if _PLAIN_NAME.fullmatch(name) else ""


def length(page: Page | Drawn) -> int:
    """Letters of its body."""
    return page.length if isinstance(page, Drawn) else len(page.body)


def top(page: Page) -> str:
    """The anchor of the first heading, if it has one."""
    heading = _TOP.search(page.body)
    return heading[1] if heading else ""


def above(page: Page | Drawn) -> str:
    """The folder in which its own lies."""
    return page.address[: page.address.rstrip("/").rfind("/") + 1]
