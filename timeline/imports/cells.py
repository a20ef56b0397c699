"""A table as a program keeps it: cells under headings, and of a date no more than its format shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.imports.draft import Unreadable

MOST_ROWS = 20_000
MOST_COLUMNS = 400


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell says."""

    text: str
    date: str = ""
    """Of a date: what its format shows of it, in EDTF."""
    link: str = ""
    """The address behind the words."""
    fault: str = ""
    """Why there is nothing to read: an error, a formula without a result, a date without its year."""
    formula: bool = False
    """Whether the text is the result of a formula."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row by its headings."""

    number: int
    """As the program counts it, from 1."""
    cells: Mapping[str, Cell]
    beyond: tuple[str, ...] = ()
    """Texts with no heading above them."""
    called: str = "row"
    """What the file's program calls such a thing."""

    @property
    def where(self) -> str:
        return f"{self.called} {self.number:,}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its headings."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    others: tuple[str, ...] = ()
    """Further sheets of the file, by name."""


def sheet(lines: Iterable[tuple[int, list[Cell]]], others: Iterable[str] = ()) -> Sheet:
    """A sheet from numbered lines of cells; the first that is not empty holds the headings."""
    headings: list[str] | None = None
    rows: list[Row] = []
    for number, cells in lines:
        if not any(cell.text or cell.fault or cell.link for cell in cells):
            continue
        if len(rows) >= MOST_ROWS:
            raise Unreadable(f"the table has more than {MOST_ROWS:,} rows", "divide it into several files")
        if headings is None:
            headings = _headings(cells)
            continue
        named = {name: cell for name, cell in zip(headings, cells, strict=False) if name}
        loose = [cell.text for name, cell in zip(headings, cells, strict=False) if not name and cell.text]
        loose += [cell.text for cell in cells[len(headings) :] if cell.text]
        rows.append(Row(number, named, tuple(loose)))
    if headings is None:
        raise Unreadable("nothing stands in the table", "name a file with a row of headings and rows below it")
    return Sheet(tuple(name for name in headings if name), tuple(rows), tuple(others))


def _headings(cells: list[Cell]) -> list[str]:
    """The names of the columns; a second column of one name gets a number."""
    if len(cells) > MOST_COLUMNS:
        raise Unreadable(f"the table has more than {MOST_COLUMNS} columns", "leave out those without a heading")
    taken: dict[str, int] = {}
    names = []
    for cell in cells:
        name = " ".join(cell.text.split())
        taken[name] = taken.get(name, 0) + 1
        names.append(f"{name} ({taken[name]})" if name and taken[name] > 1 else name)
    return names
