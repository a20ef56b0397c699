"""What became of a file: records as their author would type them, and what is left of it with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Fields = dict[str, Any]
"""A record by the names that authors write; each value is a text, a list or a mapping."""


class Unreadable(Exception):
    """Why nothing of a file can be taken: a sentence without full stop, and a remedy."""

    def __init__(self, sentence: str, help: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.help = help

    @classmethod
    def uninstalled(cls, what: str) -> Unreadable:
        """That what reads some form, named as the beginning of a sentence, did not come with the installation."""
        return cls(f"{what} is read with a library that is not installed", "pip install 'sourced-timeline[import]'")


@dataclass(frozen=True, slots=True)
class Left:
    """One value that could not be carried."""

    where: str
    """Where in the file: "row 4", "item knuth1984"; empty for the file itself."""
    field: str
    """The column or field, as the file calls it."""
    value: str
    """What stands there, as it stands there."""
    reason: str
    """Why it was not carried, in words that are the same for all values of which that is true."""
    help: str = ""
    """What this value may become, as a statement."""

    @property
    def whole(self) -> str:
        """All of it on a line, without the place."""
        said = f"{self.field}: {self.value}" if self.value else self.field
        return " ".join("; ".join(part for part in (f"{said} – {self.reason}", self.help) if part).split())


@dataclass(slots=True)
class Item:
    """One record of the draft, with what was left of the part of the file that it was made from."""

    fields: Fields
    where: str = ""
    left: list[Left] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """All that was made from a file."""

    file: str
    """The file by the name people know it by."""
    alone: bool = False
    """Whether there is no record yet that the draft is for."""
    about: Fields | None = None
    """What the file says of the record as a whole."""
    lists: dict[str, list[Item]] = field(default_factory=dict)
    """The records by the list that they stand in."""
    loose: list[Left] = field(default_factory=list)
    """What was left of parts of the file that became no record."""

    def add(self, name: str, fields: Fields, where: str = "", left: list[Left] | None = None) -> Item:
        """One more record."""
        item = Item(fields, where, left if left is not None else [])
        self.lists.setdefault(name, []).append(item)
        return item

    @property
    def left(self) -> Iterator[Left]:
        """Everything that could not be carried."""
        yield from self.loose
        for items in self.lists.values():
            for item in items:
                yield from item.left

    @property
    def empty(self) -> bool:
        return not self.about and not any(self.lists.values())
