"""Files of the whole record, which may be large: written to the disk as they are made, and taken from there."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import weakref
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from timeline.site.file import PIECE, SiteFile


class KeptFiles:
    """A folder of its own among the temporary ones, for as long as somebody may ask for what lies in it."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._sums: dict[str, str] = {}

    def place(self, path: str) -> Path:
        """Where the file for an address on the site lies, or is to be made."""
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="timeline-"))
            weakref.finalize(self, _remove, self._folder, os.getpid())
        made = self._folder / path
        made.parent.mkdir(parents=True, exist_ok=True)
        return made

    def written(self, path: str, pieces: Iterable[str], about: str = "") -> SiteFile:
        """A text, of which no more than a piece is held at once; its sum is told by `sha256`."""
        kept, digest = self.place(path), hashlib.sha256()
        held: list[str] = []
        length = 0
        with kept.open("wb") as file:
            for piece in pieces:
                held.append(piece)
                length += len(piece)
                if length >= PIECE:
                    _flush(held, file, digest)
                    length = 0
            _flush(held, file, digest)
        self._sums[path] = digest.hexdigest()
        return SiteFile(path, about=about, kept=kept, keeper=self)

    def sha256(self, path: str) -> str:
        """The sum of a file that was written here, in hexadecimal digits."""
        return self._sums[path]


def _flush(held: list[str], file: BinaryIO, digest: hashlib._Hash) -> None:
    data = "".join(held).encode()
    file.write(data)
    digest.update(data)
    held.clear()


def _remove(folder: Path, owner: int) -> None:
    """A process that was doubled leaves the folder to the first one."""
    if os.getpid() == owner:
        shutil.rmtree(folder, ignore_errors=True)
