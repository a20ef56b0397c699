"""The golden cases of faults: what stands in a folder, what is said about it, and how it is mended.

A case is one YAML file. `files` are laid over those of `base.yaml`; a value `{bytes: …}` is a file in
which every character is one byte, `{link: …}` is a symbolic link, an empty value takes the base's file away.
A `*.md` is a page written by hand. `mended` holds the files that change. With `alone` there is no base, with
`notes` the notes are asked for. `was` are files of an earlier state, laid over the base's, with which it is compared;
with `new_sources` copies of the sources are asked for that it had not.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from timeline.checks import ledger, lost_ids, notes, read
from timeline.loader import Loaded, load
from timeline.markdown import extension
from timeline.problems import CATALOGUE, Problem, in_file_order
from timeline.problems.report import as_text

FOLDER = Path(__file__).parent.parent / "golden" / "problems"
BASE: dict[str, str] = yaml.safe_load((FOLDER / "base.yaml").read_text(encoding="utf-8"))["files"]


@dataclass
class Case:
    path: Path
    about: str
    files: dict[str, Any]
    mended: dict[str, Any]
    output: str
    alone: bool = False
    notes: bool = False
    was: dict[str, Any] = field(default_factory=dict)
    new_sources: bool = False
    base: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, path: Path) -> Case:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        return cls(path, base={} if data.get("alone") else BASE, **{"mended": {}, "output": "", **data})

    @property
    def code(self) -> str:
        """The longest code that the file's name begins with."""
        found = [code for code in CATALOGUE if f"{self.path.stem}-".startswith(f"{code}-")]
        return max(found, key=len, default="")

    def read(self, folder: Path, mended: bool = False) -> tuple[Loaded, tuple[Problem, ...]]:
        """The record as written or as mended, and everything said about it."""
        write(folder, self.base | self.files | (self.mended if mended else {}))
        return self.told(folder)

    def told(self, folder: Path) -> tuple[Loaded, tuple[Problem, ...]]:
        loaded = read(folder, "data")
        asked = [*notes(loaded.timeline), *ledger.notes(loaded)] if self.notes and loaded.sound else []
        pages = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.rglob("*.md"))}
        for name, text in pages.items():
            asked += extension.faults(text, name, loaded.timeline)
        asked += extension.repeated(pages, loaded.timeline)
        former: dict[str, str] = {}
        if self.was:
            earlier = folder.with_name(f"{folder.name}-earlier")
            write(earlier, self.base | self.was)
            was = load(earlier, "main:data")
            former = dict(was.files)
            asked += [*lost_ids.check(loaded, was), *(ledger.new_sources(loaded, was) if self.new_sources else ())]
        loaded = dataclasses.replace(loaded, files={**former, **loaded.files, **pages})
        return loaded, in_file_order([*loaded.problems, *asked])

    def said(self, folder: Path) -> str:
        loaded, problems = self.read(folder)
        return as_text(problems, loaded.files)


def write(folder: Path, files: dict[str, Any]) -> None:
    for name, content in files.items():
        if content is None:
            continue
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            path.write_bytes(content.encode())
        elif "link" in content:
            path.symlink_to(content["link"])
        else:
            path.write_bytes(content["bytes"].encode("latin-1"))


def cases() -> list[Case]:
    return [Case.of(path) for path in sorted(FOLDER.glob("*.yaml")) if path.name != "base.yaml"]


def rewrite(case: Case, said: str) -> None:
    """Puts what is said now into the case, and leaves everything else as it was typed."""
    text = case.path.read_text(encoding="utf-8")
    lines = text.split("\n")
    start = next((n for n, line in enumerate(lines) if line.startswith("output:")), None)
    if start is None:
        start = next((n for n, line in enumerate(lines) if line.startswith("mended:")), len(lines))
        end = start
    else:
        end = start + 1
        while end < len(lines) and (not lines[end].strip() or lines[end].startswith(" ")):
            end += 1
    block = ["output: |", *(f"  {line}".rstrip() for line in said.rstrip("\n").split("\n"))] if said else ['output: ""']
    case.path.write_text("\n".join([*lines[:start], *block, *lines[end:]]).rstrip("\n") + "\n", encoding="utf-8")
