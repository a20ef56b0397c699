"""What a table is, whatever it is written as: columns with their meaning, and rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from timeline.dates import Date
from timeline.exports.export import Publication
from timeline.model.texts import own

Value = str | int | bool | Decimal | None
Row = tuple[Value, ...]
Kind = Literal["text", "integer", "number", "boolean"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    name: str
    about: str
    """What stands in it, in one sentence."""
    kind: Kind = "text"
    needed: bool = False
    """Whether every row has a value there."""
    of: str = ""
    """The table whose first column this one names."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table."""

    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    """The columns that together name a row."""
    made: Callable[[Publication], Iterable[Row]]
    searched: tuple[str, ...] = ()
    """The columns in which a database looks for words."""


def needed(name: str, about: str, kind: Kind = "text", of: str = "") -> Column:
    """A column with a value in every row."""
    return Column(name, about, kind, True, of)


def dated(name: str, about: str, always: bool = False) -> tuple[Column, Column, Column]:
    """A date as it was typed, and between which days it lies; `cells` fills them."""
    return (
        Column(name, f"{about} As vague as it was typed (EDTF).", needed=always),
        Column(
            f"{name}_not_before", f"The first day that `{name}` allows, a limit and no date; empty where it is open."
        ),
        Column(f"{name}_not_after", f"The last day that `{name}` allows, a limit and no date; empty where it is open."),
    )


def cells(date: Date | None) -> tuple[Value, Value, Value]:
    """The three values of `dated`."""
    if date is None:
        return None, None, None
    first, last = date.earliest, date.latest
    return date.edtf, first.isoformat() if first else None, last.isoformat() if last else None


def rows(table: Table, tables: Iterable[Table], publication: Publication) -> Iterator[Row]:
    """All rows of one of the tables.

    A text that stands in several languages is told in that of the record.
    Where some records were chosen, what names one that was not is left empty, or left out where it has to name one.
    """
    if publication.part is None:
        yield from _made(table, publication)
        return
    by_name = {each.name: each for each in tables}
    ids = {
        place: _ids(by_name[column.of], by_name.values(), publication)
        for place, column in enumerate(table.columns)
        if column.of
    }
    for row in _made(table, publication):
        lost = [place for place, there in ids.items() if row[place] is not None and row[place] not in there]
        if not any(table.columns[place].needed for place in lost):
            yield tuple(None if place in lost else value for place, value in enumerate(row)) if lost else row


def _made(table: Table, publication: Publication) -> Iterable[Row]:
    made = table.made(publication)
    if not publication.index.timeline.record.languages:
        return made
    return (tuple(own(value) if isinstance(value, str) else value for value in row) for row in made)


def _ids(table: Table, tables: Iterable[Table], publication: Publication) -> set[Value]:
    """By which others name the rows of a table that are there; found once."""
    name = (_ids, table.name)
    if name not in publication.shared:
        publication.shared[name] = {row[0] for row in rows(table, tables, publication)}
    found: set[Value] = publication.shared[name]
    return found
