"""A workbook of Excel (XLSX), read by openpyxl, which tells how each cell is shown."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from typing import Any

from timeline.imports import date_formats
from timeline.imports.cells import MOST_COLUMNS, MOST_ROWS, Cell, Sheet, sheet
from timeline.imports.draft import Unreadable

MERGED = "part of a merged cell, whose text counts for its first row only"


def read(raw: bytes, name: str = "") -> Sheet:
    """A sheet of the workbook: the named one, or the first that holds anything."""
    try:
        import openpyxl
    except ModuleNotFoundError:
        raise Unreadable.uninstalled("a workbook") from None
    try:
        book = openpyxl.load_workbook(io.BytesIO(raw), data_only=True)
        formulas = openpyxl.load_workbook(io.BytesIO(raw))
    except Exception as error:  # what a damaged file makes of a library has no bounds
        raise Unreadable(f"the workbook cannot be read: {str(error)[:200]}", "save it again as .xlsx") from None
    names = [page.title for page in book.worksheets]
    chosen = _chosen(book, name, names)
    others = [each for each in names if each != chosen and _filled(book[each])]
    return sheet(_lines(book[chosen], formulas[chosen]), others)


def _chosen(book: Any, name: str, names: list[str]) -> str:
    if name:
        if name not in names:
            there = ", ".join(f"`{each}`" for each in names)
            raise Unreadable(f"there is no sheet `{name}`", f"the workbook has {there}")
        return name
    filled = [page.title for page in book.worksheets if page.sheet_state == "visible" and _filled(page)]
    if not filled:
        raise Unreadable("no sheet that is shown holds anything", "name another with `--sheet`")
    return str(filled[0])


def _filled(page: Any) -> bool:
    return any(cell.value is not None for row in page.iter_rows(max_row=min(page.max_row, 50)) for cell in row)


def _lines(page: Any, formulas: Any) -> Iterator[tuple[int, list[Cell]]]:
    covered = {
        (row, column)
        for area in page.merged_cells.ranges
        if area.max_row <= MOST_ROWS + 100 and area.max_col <= MOST_COLUMNS
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
        if (row, column) != (area.min_row, area.min_col) and row != area.min_row
    }
    width = min(page.max_column, MOST_COLUMNS + 1)
    for row in page.iter_rows(max_col=width):
        made = []
        for each in row:
            formula = formulas.cell(each.row, each.column).data_type == "f" if each.row and each.column else False
            made.append(_cell(each, formula, (each.row, each.column) in covered))
        yield row[0].row, made


def _cell(each: Any, formula: bool, covered: bool) -> Cell:
    value = each.value
    if covered and value is None:
        return Cell("", fault=MERGED)
    if value is None:
        return Cell("", fault="a formula whose result is not in the file" if formula else "")
    if each.data_type == "e":
        return Cell(str(value), fault=f"the cell shows the error {value}")
    link = str(getattr(each.hyperlink, "target", None) or "") if each.hyperlink else ""
    if isinstance(value, datetime.date):
        made = date_formats.cell(value, date_formats.parts(str(each.number_format)))
        return Cell(made.text, made.date, link, made.fault, formula)
    return Cell(_said(value), link=link, formula=formula)


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)
