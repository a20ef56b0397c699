"""A file of the site that no theme wraps: a picture, a table, a page for a frame."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

PIECE = 1 << 20
"""Bytes of a large file that are held at once."""


@dataclass(frozen=True, slots=True)
class SiteFile:
    """`path` is that of a file below the site's own address."""

    path: str
    text: str = ""
    data: bytes = b""
    """What it holds, where that is no text."""
    about: str = ""
    """What stands in it, in a sentence, where it is one of several to choose from."""
    kept: Path | None = None
    """Where it lies on the disk already, for it may be too large to be held."""
    keeper: object = field(default=None, compare=False, repr=False)
    """Whose it is there: when nobody knows that one any more, it is taken away."""

    @property
    def content(self) -> bytes:
        """What is written."""
        if self.kept:
            return self.kept.read_bytes()
        return self.data or self.text.encode()

    @property
    def size(self) -> int:
        """In bytes."""
        return self.kept.stat().st_size if self.kept else len(self.content)

    def pieces(self) -> Iterator[bytes]:
        """The same as `content`, so that none of it is held for long."""
        if self.kept is None:
            yield self.content
            return
        with self.kept.open("rb") as file:
            while piece := file.read(PIECE):
                yield piece


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same content in another form."""

    link: str
    kind: str
    """Its media type."""
    title: str
    relation: str = "describedby"
    """What it is beside another form: `feed` for what is new."""
