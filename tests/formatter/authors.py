"""Authors who write YAML in every way it allows, with comments everywhere, and remember what each one spoke of."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, TypeVar

import yaml
from hypothesis import strategies as st

from timeline.formatter.text import folded
from timeline.loader.forbidden_yaml import Loader
from timeline.loader.yaml_nodes import NULLS

_FRAGMENTS = (
    ":", ": ", " #", "#", "- ", "-", "'", '"', "\\", "no", "~", "null", "true", "1e3", "0o17", "12:30", "2025-04-09",
    "{", "}", "[", "]", ",", ", ", "&", "*", "! ", "|", ">", "%", "@", "`", "? ", "=", "<<", "---", "...", " ", "  ",
    "\n", "\t", "\xa0", "é", "中文", "𝄞", "word", "Word.", "a b", "long" * 30, "https://example.org/a#b?c=d",
)  # fmt: skip


def texts() -> st.SearchStrategy[str]:
    """What a title may be, and much that no title should be."""
    joined = st.lists(st.sampled_from(_FRAGMENTS), min_size=1, max_size=40).map("".join)
    return joined.filter(lambda text: "".join(text.split()) != "" and "![" not in text and "](" not in text)


T = TypeVar("T")


@dataclass
class Written:
    """A file, and for each of its comments the record it speaks of; empty for the file or a list as a whole."""

    lines: list[str] = field(default_factory=list)
    homes: dict[int, str] = field(default_factory=dict)
    sections: dict[int, set[str]] = field(default_factory=dict)
    """Dividers with the records below each, up to the next one; these comments have no home."""

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"


class Author:
    """Somebody at the keyboard, with whims of their own."""

    def __init__(self, whims: Random) -> None:
        self.whims = whims
        self.file = Written()
        self.record = ""

    def shuffled(self, items: Sequence[T]) -> list[T]:
        return self.whims.sample(items, len(items))

    def maybe(self, one_in: int = 2) -> bool:
        return self.whims.randrange(one_in) == 0

    def comment(self) -> str:
        """A comment of its own kind, noted as one on the record at hand."""
        number = len(self.file.homes)
        self.file.homes[number] = self.record
        return self.whims.choice([f"# c{number}c", f"# c{number}c: 'x", f"#  c{number}c # - a: [", f"# c{number}c 中 "])

    def beside(self) -> str:
        return self.whims.choice(["", " ", "    "]) + " " + self.comment() if self.some() else ""

    def some(self) -> bool:
        return self.maybe(6)

    def above(self, indent: int) -> None:
        while self.some():
            self.line(" " * indent + self.comment())

    def line(self, text: str) -> None:
        self.file.lines.append(text)

    def whole(self, data: dict[str, Any]) -> Written:
        """A file with its lists in any order, each behind its name."""
        for name in self.shuffled(list(data)):
            while self.maybe():
                self.line("")
            value = data[name]
            if isinstance(value, dict):
                self.line(f"{name}:")
                self.mapping(value, 2)
                continue
            self.line(f"{name}:")
            indent = self.whims.choice([0, 2, 3])
            below: set[str] = set()
            for record in value:
                if self.some():
                    below = self.divider(indent)
                below.add(record["id"])
                self.record = record["id"]
                if self.maybe():
                    self.line("")
                self.above(indent)
                self.item(record, indent)
                if self.some():
                    self.line(" " * (indent + 2) + self.comment())
                self.record = ""
        return self.file

    def divider(self, indent: int) -> set[str]:
        """A comment between two empty lines, on nothing but what comes below."""
        number = len(self.file.homes)
        self.file.lines += ["", " " * indent + self.comment(), ""]
        return self.file.sections.setdefault(number, set())

    def item(self, value: Any, indent: int) -> None:
        dash = " " * indent + "-"
        if not isinstance(value, dict):
            return self.value(dash, value, indent + 2)
        if self.maybe(5) and not self.prose(value):
            return self.line(f"{dash} {self.flow(value, indent + 2)}{self.beside()}")
        if self.maybe(6):
            self.line(dash + self.beside())
            self.above(indent + 2)
            return self.mapping(value, indent + 2)
        self.mapping(value, indent + 2, f"{dash} ")
        return None

    def mapping(self, value: dict[str, Any], indent: int, lead: str = "") -> None:
        for number, name in enumerate(self.shuffled(list(value))):
            if number or not lead:
                self.above(indent)
                if self.maybe(8):
                    self.line("")
            key = self.whims.choice([name, name, name, f'"{name}"', f"? {name}\n{' ' * indent}"])
            start = lead if lead and not number else " " * indent
            self.value(f"{start}{key}:", value[name], indent + 2)

    def value(self, lead: str, value: Any, indent: int) -> None:
        if isinstance(value, str):
            first, *more = self.scalar(value, indent, False)
            block = first[0] in "|>" and more
            self.line(f"{lead} {first}{self.beside() if block or not more else ''}")
            for line in more:
                self.line(line)
            if more and not block and self.some():
                self.file.lines[-1] += " " + self.comment()
        elif not value or (self.maybe(3) and not self.prose(value)):
            self.line(f"{lead} {self.flow(value, indent)}{self.beside()}")
        elif isinstance(value, dict):
            self.line(lead + self.beside())
            self.mapping(value, indent)
        else:
            self.line(lead + self.beside())
            for item in value:
                self.above(indent)
                self.item(item, indent)

    def prose(self, value: Any) -> bool:
        """Whether it is better not put between brackets, where nearly everything means something."""
        return isinstance(value, dict) and "claims" in value

    def flow(self, value: Any, indent: int) -> str:
        """Brackets, with comments in them now and then."""
        if isinstance(value, str):
            return self.scalar(value, indent, True)[0]
        fields = value.items() if isinstance(value, dict) else enumerate(value)
        parts = [(f"{name}: " if isinstance(value, dict) else "") + self.flow(inner, indent) for name, inner in fields]
        signs = "{}" if isinstance(value, dict) else "[]"
        text = signs[0]
        for number, part in enumerate(parts, 1):
            text += part + ("," if number < len(parts) else "")
            text += f" {self.comment()}\n{' ' * indent}" if self.some() else self.whims.choice(["", " "])
            text += " " if number < len(parts) else ""
        return text + signs[1]

    def scalar(self, text: str, indent: int, brackets: bool) -> list[str]:
        """One of the spellings in which a text comes back as itself, but for spaces."""
        said = folded(text)
        pad = " " * indent
        ways = [
            lambda: [said],
            lambda: ["'" + said.replace("'", "''") + "'"],
            lambda: [json.dumps(text, ensure_ascii=False)],
        ]
        if not brackets:
            halves = said.split(" ", 1) if " " in said else [said]
            ways += [
                lambda: [halves[0], *(pad + half for half in halves[1:])],
                lambda: [">-", *(pad + half for half in halves)],
                lambda: ["|", *(pad + half for half in halves), ""],
                lambda: [">+", pad + said, ""],
            ]
        for way in self.shuffled(ways):
            lines = way()
            if _reads(lines, indent, said, brackets):
                return lines
        return [json.dumps(text, ensure_ascii=False)]


def _reads(lines: list[str], indent: int, said: str, brackets: bool) -> bool:
    """Whether lines are read as the text; an id or a date has to come back to the letter."""
    for before, behind in (("[", "]"), ("{k: ", "}")) if brackets else (("", ""),):
        written = f"{' ' * (indent - 2)}k: {before}" + "\n".join(lines) + f" {behind}\n"
        try:
            ((_, value),) = yaml.compose(written, Loader=Loader).value
        except (yaml.YAMLError, ValueError):
            return False
        if brackets:
            inside = [item for part in value.value for item in (part if before != "[" else (part,))]
            if len(inside) != (1 if before == "[" else 2):
                return False
            value = inside[-1]
        if not isinstance(value, yaml.ScalarNode) or (value.value in NULLS and not value.style):
            return False
        if (folded(value.value) if " " in said else value.value) != said:
            return False
    return True
