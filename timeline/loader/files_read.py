"""Files that were sound when they were last read, and are as they were: a server reads only what was saved."""

from __future__ import annotations

from collections.abc import Callable

from timeline.loader.files import TextFile
from timeline.loader.gathering import Gathering

Read = Callable[[Gathering, TextFile], None]


class FilesRead:
    """What each file held by itself, for as long as a process reads the same folder again and again."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[str, Gathering]] = {}

    def read(self, gathered: Gathering, file: TextFile, read: Read) -> None:
        """A file into what was gathered, by `read` where it is another one than before, or faulty.

        What is wrong with a file may hang on those read before it, so that nothing is kept of one with faults.
        """
        text, alone = self._held.get(file.name, ("", None))
        if alone is None or text != file.text:
            alone = Gathering()
            read(alone, file)
            self._held[file.name] = file.text, alone
        if not gathered.join(alone):
            self._held.pop(file.name)
            read(gathered, file)

    def only(self, names: set[str]) -> None:
        """Forgets files that are no longer there."""
        for name in self._held.keys() - names:
            del self._held[name]
