"""The ledger beside a record: how its addresses answered when they were last asked, and where copies are.

A tool keeps it, and people may read and mend it. It is no part of the record, so a folder without one is as sound.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from timeline.file_place import Place
from timeline.loader.files import LEDGER, TextFile, bytes_of, text_of
from timeline.loader.records import build
from timeline.loader.yaml_nodes import Broken, plain
from timeline.loader.yaml_tree import compose
from timeline.model.ledger import Reach
from timeline.model.record import PLACE
from timeline.problems import Problem
from timeline.problems.fields import NOT_A_MAPPING, UNKNOWN_KEY, WRONG_SHAPE
from timeline.problems.ledger import DUPLICATE_ADDRESS
from timeline.problems.suggestions import shortened


@dataclass(frozen=True, slots=True)
class Ledger:
    """What stands in it, by address, and what is wrong with it."""

    reaches: Mapping[str, Reach] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    """The file by its name, where there is one."""


def read(folder: Path, shown: str) -> Ledger:
    """The ledger of a folder; an empty one where there is none. `shown` is the folder's name in messages."""
    path, name = folder / LEDGER, f"{shown}/{LEDGER}"
    if not path.is_file():
        return Ledger()
    raw = bytes_of(path, name)
    if isinstance(raw, Problem):
        return Ledger(problems=(raw,))
    items = list(text_of(raw, name))
    problems = [item for item in items if isinstance(item, Problem)]
    texts = {item.name: item.text for item in items if isinstance(item, TextFile)}
    reaches: dict[str, Reach] = {}
    if not problems:
        problems = _read(name, texts[name], reaches)
    return Ledger(reaches, tuple(problems), texts)


def _read(name: str, text: str, reaches: dict[str, Reach]) -> list[Problem]:
    root, problems = compose(name, text)
    if root is None:
        return problems
    data, faults = plain(name, root)
    problems += faults
    if not isinstance(data, dict):
        if not isinstance(data, Broken):
            help = "delete the file; `timeline links` writes it anew"
            problems.append(NOT_A_MAPPING.at(Place(name, root).span, label="`links:` belongs here", help=help))
        return problems
    whole = not problems
    for key, value in data.items():
        if key != PLACE:
            problems += _section(data[PLACE], key, value, text, whole, reaches)
    return problems


def _section(place: Place, key: str, value: Any, text: str, whole: bool, reaches: dict[str, Reach]) -> list[Problem]:
    if key != "links":
        help = f"put records into a file of another name; `{LEDGER}` holds `links` only, and a tool writes it"
        label = "no part of the ledger"
        return [UNKNOWN_KEY.at(place.key(key), owner="the ledger", key=shortened(key), label=label, help=help)]
    if isinstance(value, Broken):
        return []
    rows = value if isinstance(value, list) else []
    if not isinstance(value, list) or not all(isinstance(row, dict | Broken) for row in rows):
        help = "write `url: …` and the other fields of an address behind a dash"
        label = "a list of addresses is needed"
        span = place.key("links")
        return [WRONG_SHAPE.at(span, field="links", expected="a list of addresses", label=label, help=help)]
    problems: list[Problem] = []
    for row in rows:
        if isinstance(row, Broken):
            continue
        reach, faults = build(Reach, row, text, whole)
        problems += faults
        if reach is None:
            continue
        if reach.url in reaches:
            elsewhere = (("first at", reaches[reach.url].place.at("url")),)
            help = "keep one of the two, with the copies of both"
            problems.append(DUPLICATE_ADDRESS.at(reach.place.at("url"), label="again", help=help, elsewhere=elsewhere))
        else:
            reaches[reach.url] = reach
    return problems
