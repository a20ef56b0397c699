"""Where large files of the whole record lie: each is written there once, as soon as somebody needs it."""

from __future__ import annotations

import os
import shutil
import tempfile
import weakref
from pathlib import Path

from timeline.site.file import SiteFile


class KeptFiles:
    """A folder that is given; without one a temporary folder, for as long as somebody may ask for what lies in it."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._keeper = None if folder else self

    def keep(self, file: SiteFile) -> SiteFile:
        """The same file, written if it is large and lies nowhere yet."""
        if file.large and file.large.place is None:
            file.large.put(self.place(file.path), self._keeper)
        return file

    def place(self, path: str) -> Path:
        """Where something of that name may be laid."""
        place = self._root() / path
        place.parent.mkdir(parents=True, exist_ok=True)
        return place

    def _root(self) -> Path:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="timeline-"))
            weakref.finalize(self, _remove, self._folder, os.getpid())
        return self._folder


def _remove(folder: Path, owner: int) -> None:
    """A process that was doubled leaves the folder to the first one."""
    if os.getpid() == owner:
        shutil.rmtree(folder, ignore_errors=True)
