"""A new site from nothing but the package: a small record that can be built at once, and all that stands around it.

The files stand in `site/` as they will be, with `@TITLE@`, `@LICENCE@`, `@TODAY@` and the like where the answers of
the person who begins go. What hides in a folder begins here with `dot-`, so that no tool of this repository takes it
for its own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath
from uuid import UUID

from timeline.formatter import restate
from timeline.schema import NAME, text

LICENCES = {
    "CC-BY-4.0": ("Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "CC-BY-SA-4.0": ("Creative Commons Attribution-ShareAlike 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    "CC0-1.0": ("Creative Commons Zero 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    "ODC-By-1.0": ("Open Data Commons Attribution 1.0", "https://opendatacommons.org/licenses/by/1-0/"),
}
"""Licences made for texts and data: SPDX identifier, name, where it stands. Who chooses none gets the first."""

_BLANK = re.compile(r"@([A-Z]+)@")


@dataclass(frozen=True, slots=True)
class Answers:
    """What only the person who begins can say."""

    title: str
    licence: str
    """A key of `LICENCES`."""
    today: date
    uuid: UUID
    """By which feeds and exports know the record, wherever it is published."""
    release: str
    """The version of this package, as in `0.1.0`."""


def site(answers: Answers) -> dict[PurePosixPath, bytes]:
    """Every file of the new site by its place in the folder, in order of name."""
    name, address = LICENCES[answers.licence]
    major, minor, *_ = answers.release.split(".")
    blanks = {
        "TITLE": re.sub(r"([\\`*_{}\[\]<>#|&@])", r"\\\1", answers.title),  # for Markdown
        "QUOTED": json.dumps(answers.title, ensure_ascii=False),
        "LICENCE": answers.licence,
        "LICENCENAME": name,
        "LICENCEADDRESS": address,
        "TODAY": answers.today.isoformat(),
        "UUID": str(answers.uuid),
        "RELEASES": f">={major}.{minor},<{_next(major, minor)}",
    }
    made = {}
    for place, raw in _walk(files(__package__) / "site", PurePosixPath()):
        filled = _BLANK.sub(lambda blank: blanks[blank[1]], raw.decode()).encode()
        made[place] = restate(str(place), filled, NAME).after if place.parts[0] == "data" else filled
    made[PurePosixPath("data", NAME)] = text().encode()
    return dict(sorted(made.items()))


def _next(major: str, minor: str) -> str:
    """The first release that may change what is public: before 1.0 each new minor version."""
    return f"{major}.{int(minor) + 1}" if major == "0" else f"{int(major) + 1}"


def _walk(folder: Traversable, place: PurePosixPath) -> Iterator[tuple[PurePosixPath, bytes]]:
    for each in folder.iterdir():
        if each.name == "__pycache__":
            continue
        where = place / re.sub("^dot-", ".", each.name)
        if each.is_dir():
            yield from _walk(each, where)
        else:
            yield where, each.read_bytes()
