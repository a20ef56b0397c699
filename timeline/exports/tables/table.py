"""What a table is, whatever it is written as: columns with their meaning, and rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from timeline.dates import Date
from timeline.exports.export import Publication

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


def rows(tables: Iterable[Table], publication: Publication) -> Iterator[tuple[Table, Iterator[Row]]]:
    """All rows of each table, in the order in which tables name one another; each table is read before the next.

    Where some records were chosen, what names one that was not is left empty, or left out where it has to name one.
    """
    ids: dict[str, set[Value]] = {}
    for table in tables:
        made = iter(table.made(publication))
        yield table, _chosen(table, made, ids) if publication.part else made


def _chosen(table: Table, made: Iterator[Row], ids: dict[str, set[Value]]) -> Iterator[Row]:
    own = ids[table.name] = set()
    for each in made:
        row = _within(table, each, ids)
        if row is not None:
            own.add(row[0])
            yield row


def _within(table: Table, row: Row, ids: dict[str, set[Value]]) -> Row | None:
    """The row as far as what it names is there too."""
    lost = [
        place
        for place, column in enumerate(table.columns)
        if column.of and row[place] is not None and column.of in ids and row[place] not in ids[column.of]
    ]
    if any(table.columns[place].needed for place in lost):
        return None
    return tuple(None if place in lost else value for place, value in enumerate(row)) if lost else row
