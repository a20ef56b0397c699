"""A file of the site that no theme wraps: a picture, a table, a page for a frame."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline.site.large_file import Large


@dataclass(frozen=True, slots=True)
class SiteFile:
    """`path` is that of a file below the site's own address."""

    path: str
    text: str = ""
    data: bytes = b""
    """What it holds, where that is no text."""
    about: str = ""
    """What stands in it, in a sentence, where it is one of several to choose from."""
    large: Large | None = None
    """What it holds, where that may be too much to be held."""

    @property
    def content(self) -> bytes:
        """What is written."""
        if self.large:
            return b"".join(self.large.pieces())
        return self.data or self.text.encode()

    @property
    def size(self) -> int:
        """In bytes."""
        return self.large.size if self.large else len(self.content)

    def pieces(self) -> Iterator[bytes]:
        """The same as `content`, so that none of it is held for long."""
        if self.large:
            yield from self.large.pieces()
        else:
            yield self.content

    def write(self, path: Path) -> None:
        """A file with it."""
        if self.large:
            self.large.write(path)
        else:
            path.write_bytes(self.content)


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same content in another form."""

    link: str
    kind: str
    """Its media type."""
    title: str
    relation: str = "describedby"
    """What it is beside another form: `feed` for what is new."""
