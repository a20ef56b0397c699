"""A spreadsheet of OpenDocument (ODS), read by odfdo, with the format by which each date is shown."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterator
from typing import Any

from timeline.imports import date_formats
from timeline.imports.cells import MOST_COLUMNS, MOST_ROWS, Cell, Sheet, sheet
from timeline.imports.draft import Unreadable
from timeline.imports.xlsx import MERGED

_PARTS = {"number:year": "year", "number:month": "month", "number:day": "day", "number:hours": "time"}
_CELLS = "table:table-cell|table:covered-table-cell"
_ROWS = ".//table:table-row"


def read(raw: bytes, name: str = "") -> Sheet:
    """A sheet of the document: the named one, or the first that holds anything."""
    try:
        from odfdo import Document
    except ModuleNotFoundError:
        raise Unreadable.uninstalled("a spreadsheet") from None
    try:
        document = Document(io.BytesIO(raw))
        found: list[Any] = document.body.xpath("//table:table")
        tables = {str(each.get_attribute("table:name")): each for each in found}
        filled = [title for title, each in tables.items() if each.xpath(".//text:p")]
    except Exception as error:  # what a damaged file makes of a library has no bounds
        raise Unreadable(f"the spreadsheet cannot be read: {str(error)[:200]}", "save it again as .ods") from None
    if name and name not in tables:
        there = ", ".join(f"`{each}`" for each in tables)
        raise Unreadable(f"there is no sheet `{name}`", f"the spreadsheet has {there}")
    if not name and not filled:
        raise Unreadable("no sheet holds anything", "name a file with a row of headings and rows below it")
    chosen = name or filled[0]
    formats = _Formats(document)
    others = [each for each in filled if each != chosen]
    return sheet(_lines(tables[chosen], formats), others)


class _Formats:
    """What of a date is shown, by the name of a cell's style."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._known: dict[str, frozenset[str]] = {}

    def shown(self, style: str) -> frozenset[str]:
        if style not in self._known:
            self._known[style] = self._found(style)
        return self._known[style]

    def _found(self, style: str) -> frozenset[str]:
        for _ in range(10):  # a style may lean on another one, and a faulty file on itself
            found = self._style("style:style", style)
            if found is None:
                break
            if data := found.get_attribute("style:data-style-name"):
                dated = self._style("number:date-style", str(data))
                children = dated.children if dated is not None else []
                return frozenset(_PARTS[each.tag] for each in children if each.tag in _PARTS)
            style = str(found.get_attribute("style:parent-style-name") or "")
        return frozenset(["year", "month", "day"])  # without a style a date is shown whole

    def _style(self, tag: str, name: str) -> Any:
        if not re.fullmatch(r"[\w.\- ]+", name):
            return None
        for part in ("content.xml", "styles.xml"):
            found = self._document.get_part(part).xpath(f'//{tag}[@style:name="{name}"]')
            if found:
                return found[0]
        return None


def _lines(table: Any, formats: _Formats) -> Iterator[tuple[int, list[Cell]]]:
    number = 1
    defaults = _defaults(table)
    for row in table.xpath(_ROWS):
        repeated = _count(row, "table:number-rows-repeated")
        cells = list(_cells(row, formats, defaults))
        if any(cell.text or cell.link or cell.fault for cell in cells):
            for each in range(min(repeated, MOST_ROWS + 2)):
                yield number + each, cells
        number += repeated


def _defaults(table: Any) -> list[str]:
    """The style of each column's cells."""
    styles: list[str] = []
    for column in table.xpath(".//table:table-column"):
        style = str(column.get_attribute("table:default-cell-style-name") or "")
        room = MOST_COLUMNS + 1 - len(styles)
        styles += [style] * min(_count(column, "table:number-columns-repeated"), room)
    return styles


def _cells(row: Any, formats: _Formats, defaults: list[str]) -> Iterator[Cell]:
    place = 0
    made: list[Cell] = []
    for each in row.xpath(_CELLS):
        default = defaults[place] if place < len(defaults) else ""
        cell = _cell(each, formats, default)
        repeated = _count(each, "table:number-columns-repeated")
        room = MOST_COLUMNS + 1 - len(made)
        made += [cell] * min(repeated, room if cell.text else min(room, repeated))
        place += repeated
        if place > MOST_COLUMNS:
            break
    while made and made[-1] == Cell(""):
        made.pop()
    yield from made


def _cell(each: Any, formats: _Formats, default: str) -> Cell:
    formula = bool(each.get_attribute("table:formula"))
    said = "\n".join("".join(part.text_recursive for part in [each_p]) for each_p in each.xpath("text:p"))
    kind = each.get_attribute("office:value-type")
    if each.tag == "table:covered-table-cell" and not said:
        above = each.xpath("preceding-sibling::table:table-cell[1][@table:number-columns-spanned]")
        return Cell("", fault="" if above else MERGED)
    links = [str(link.get_attribute("xlink:href") or "") for link in each.xpath(".//text:a")]
    link = links[0] if links else ""
    if kind == "date":
        return _dated(each, formats, default, said, link, formula)
    if formula and re.fullmatch(r"#[A-Z/0!?]+|Err:[0-9]+", said):
        return Cell(said, fault=f"the cell shows the error {said}")
    if kind == "float":
        value = str(each.get_attribute("office:value") or said)
        return Cell(value.removesuffix(".0"), link=link, formula=formula)
    if kind == "boolean":
        return Cell(str(each.get_attribute("office:boolean-value") or said), link=link, formula=formula)
    return Cell(said, link=link, formula=formula)


def _dated(each: Any, formats: _Formats, default: str, said: str, link: str, formula: bool) -> Cell:
    value = str(each.get_attribute("office:date-value") or "")
    try:
        kept: datetime.date = (
            datetime.datetime.fromisoformat(value) if "T" in value else datetime.date.fromisoformat(value)
        )
    except ValueError:
        return Cell(said or value, link=link, formula=formula)
    made = date_formats.cell(kept, formats.shown(str(each.get_attribute("table:style-name") or default)))
    return Cell(made.text, made.date, link, made.fault, formula)


def _count(element: Any, name: str) -> int:
    text = str(element.get_attribute(name) or "1")
    return int(text) if text.isdecimal() and len(text) < 9 else 1
