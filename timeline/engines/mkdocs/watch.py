"""What the live reload server watches for us, also while the data folder is missing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer


class Watch:
    """One folder at a time: the server can only watch what exists, so a missing one is awaited from above."""

    def __init__(self, server: LiveReloadServer) -> None:
        self.server = server
        self.folder: Path | None = None

    def follow(self, folder: Path) -> None:
        wanted = folder.absolute()
        while not wanted.is_dir():
            wanted = wanted.parent
        if wanted == self.folder:
            return
        if self.folder:
            self.server.unwatch(str(self.folder))
        self.server.watch(str(wanted))
        self.folder = wanted
