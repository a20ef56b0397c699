"""Where the pages will stand and where the record's files are kept, as far as the publisher says so.

Both may be unknown: a copy on a disk has no address, and a record need not live in a repository. Then the
pages leave out what they cannot say, and nothing of them is wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlencode

from timeline.span import Span

_FORGE = re.compile(r"(?P<home>https?://[^/]+/.+?)/(?P<verb>-/edit|_edit|edit|src)/(?P<branch>[^/]+)/(?P<path>.*)")
_VERBS = {  # how each forge calls the lines of a file, its history, and the two fields of a report
    "edit": ("blob/{branch}", "commits/{branch}", "issues/new", "title", "body"),
    "-/edit": ("-/blob/{branch}", "-/commits/{branch}", "-/issues/new", "issue[title]", "issue[description]"),
    "_edit": ("src/branch/{branch}", "commits/branch/{branch}", "issues/new", "title", "body"),
}
_MAIL = re.compile(r"[^\s@<>,;:]+@[^\s@<>,;:]+\.[^\s@<>,;:]+")


@dataclass(frozen=True, slots=True)
class Site:
    """What a page may say of its own place; every part may be empty."""

    name: str = ""
    address: str = ""
    """The address of the home page, with a slash at its end."""
    card: str = ""
    """The picture that stands for the site where a link to it is shown, below the address."""
    folder: str = ""
    """The record's folder as spans name it."""
    edit: str = ""
    """The address under which that folder is edited."""
    exports: frozenset[str] | None = None
    """The names of the exports that stand on it; those that are made by themselves, where nobody chose."""

    def absolute(self, address: str) -> str:
        """An address of the site in full; empty where the site has none."""
        return self.address + address if self.address else ""

    def publishes(self, export: str) -> bool:
        """Whether an export stands on it that is made by itself."""
        return self.exports is None or export in self.exports

    def edits(self, span: Span | None) -> str:
        """Where a record is edited."""
        path = self._path(span)
        return f"{self.edit}{path}#L{span.line}" if span and path else ""

    def lines(self, span: Span | None, last: int = 0) -> str:
        """Where the lines of a record are shown, down to its `last` one where that is told."""
        if not span or not (forge := self._forge(0)):
            return ""
        path = self._path(span)
        end = f"-L{last}" if last > span.line else ""
        return f"{forge}{path}#L{span.line}{end}" if path else ""

    def history(self, span: Span | None) -> str:
        """Where the changes to a record's file are shown."""
        forge, path = self._forge(1), self._path(span)
        return f"{forge}{path}" if forge and path else ""

    def report(self, title: str, body: str) -> str:
        """Where a mistake is reported, with the form filled in as far as the page knows."""
        match = _FORGE.match(self.edit)
        if not match or match["verb"] not in _VERBS:
            return ""
        *_, form, head, text = _VERBS[match["verb"]]
        return f"{match['home']}/{form}?{urlencode({head: title, text: body})}"

    def _forge(self, place: int) -> str:
        match = _FORGE.match(self.edit)
        if not match or match["verb"] not in _VERBS:
            return ""
        return f"{match['home']}/{_VERBS[match['verb']][place].format(branch=match['branch'])}/{match['path']}"

    def _path(self, span: Span | None) -> str:
        """The file of a record below its folder, with the slash before it."""
        if not self.edit or span is None or not span.line:
            return ""
        return span.file.removeprefix(self.folder) if span.file.startswith(self.folder) else ""


NOWHERE = Site()
"""A site of which nothing is known, such as a copy on a disk."""


def contact(words: str | None, subject: str) -> tuple[str, str]:
    """How the editors are reached, as words and a link; a link only where the words are an address."""
    if not words:
        return "", ""
    if _MAIL.fullmatch(words):
        return words, f"mailto:{words}?{urlencode({'subject': subject}).replace('+', '%20')}"
    return words, (words if re.fullmatch(r"https?://\S+", words) else "")
