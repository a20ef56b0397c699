"""A file of the site that no theme wraps: a picture, a table, a page for a frame."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteFile:
    """`path` is that of a file below the site's own address."""

    path: str
    text: str
    data: bytes = b""
    """What it holds, where that is no text."""
    about: str = ""
    """What stands in it, in a sentence, where it is one of several to choose from."""

    @property
    def content(self) -> bytes:
        """What is written."""
        return self.data or self.text.encode()


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same content in another form."""

    link: str
    kind: str
    """Its media type."""
    title: str
    relation: str = "describedby"
    """What it is beside another form: `feed` for what is new."""
