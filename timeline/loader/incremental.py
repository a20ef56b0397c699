"""Files and records that were sound when they were last read, and are as they were: a server reads only what is new."""

from __future__ import annotations

from collections.abc import Callable

from timeline.loader.fast_file import Known, known_of, sound_file
from timeline.loader.files import TextFile
from timeline.loader.gathering import Gathering
from timeline.loader.read_cache import ReadCache

Read = Callable[[Gathering, TextFile], None]


class FilesRead:
    """What each file held by itself, for as long as a process reads the same folder again and again."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[str, Gathering]] = {}
        self._known: dict[str, Known] = {}

    def read(self, gathered: Gathering, file: TextFile, read: Read, cache: ReadCache) -> None:
        """A file into what was gathered, by `read` where something is wrong with it, or it is unlike others.

        Of a file that has changed only those records are read whose lines are others than before; one that is met for
        the first time may stand in the `cache`. What is wrong with a file may hang on those read before it, so that
        nothing is kept of one with faults.
        """
        text, alone = self._held.get(file.name, ("", None))
        if alone is None or text != file.text:
            if file.name in self._known:
                alone = sound_file(file, self._known[file.name])
            else:
                alone = cache.sound_file(file)
                self._known[file.name] = known_of(alone) if alone else {}
            if alone is None:
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
        for name in self._known.keys() - names:
            del self._known[name]
