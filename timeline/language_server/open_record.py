"""A record while somebody edits it: the files on the disk, and over them those that are open and not saved."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from timeline import checks
from timeline.language_server.occurrences import Occurrence, occurrences
from timeline.loader import Loaded

_DESCRIBED = re.compile(rb"^[{\s]*record\s*:", re.MULTILINE)


@dataclass(frozen=True)
class OpenRecord:
    """The whole of it at one moment."""

    folder: Path
    unsaved: Mapping[str, bytes]
    """Files that are open, by their name within the folder."""

    @cached_property
    def loaded(self) -> Loaded:
        """The timeline with everything that is wrong with it; its files are named by their whole path."""
        return checks.read(self.folder, self.folder.as_posix(), unsaved=self.unsaved)

    @cached_property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """Every id that stands in a file which can be read."""
        return tuple(each for file, root in self.loaded.trees.items() for each in occurrences(file, root))

    def at(self, file: str, line: int, column: int) -> Occurrence | None:
        """The id at a place."""
        return next((each for each in self.occurrences if each.file == file and each.covers(line, column)), None)

    def same(self, one: Occurrence) -> tuple[Occurrence, ...]:
        """Every place that names the same record, by a former id too; where it is defined comes first."""
        wanted = self._today(one)
        found = [each for each in self.occurrences if self._today(each) == wanted]
        return tuple(sorted(found, key=lambda each: not each.defines))

    def _today(self, one: Occurrence) -> tuple[str, str]:
        return one.thing, self.loaded.timeline.renamed[one.thing].get(one.id, one.id)


def folder_of(path: Path, name: str) -> Path | None:
    """The folder of the record that a file is part of: one called `name`, or the file's own if a record is there."""
    if path.suffix != ".yaml":
        return None
    for parent in path.parents:
        if parent.name == name:
            return parent
    try:
        described = any(_DESCRIBED.search(each.read_bytes()) for each in path.parent.glob("*.yaml"))
    except OSError:
        return None
    return path.parent if described else None
