"""Files as other programs write them, made small."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import openpyxl

from timeline.imports import file_formats
from timeline.imports.draft import Draft
from timeline.loader import load
from timeline.model import Timeline

TODAY = datetime.date(2026, 11, 29)


def nothing(folder: Path) -> Timeline:
    """The timeline of a folder that is not there."""
    return load(folder / "nothing").timeline


def drafted(folder: Path, name: str, raw: bytes | str, timeline: Timeline | None = None, **options: Any) -> Draft:
    """What becomes of a file."""
    path = folder / name
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return file_formats.read(
        path, timeline or nothing(folder), timeline is None, TODAY, file_formats.Options(**options)
    )


def fields(draft: Draft, name: str = "events") -> list[dict[str, Any]]:
    """The records of a draft as they would be typed."""
    return [item.fields for item in draft.lists.get(name, [])]


def left(draft: Draft) -> dict[tuple[str, str], str]:
    """What was left, by place and column, with the reason."""
    return {(each.where, each.field): each.reason for each in draft.left}


def workbook(rows: Iterable[Iterable[Any]], formats: dict[str, str] | None = None, **settings: Any) -> bytes:
    """A workbook of one sheet; `formats` are those of cells by their names."""
    book = openpyxl.Workbook()
    if settings.get("epoch"):
        book.epoch = settings["epoch"]
    page = book.active
    for row in rows:
        page.append(list(row))
    for cell, code in (formats or {}).items():
        page[cell].number_format = code
    for area in settings.get("merged", ()):
        page.merge_cells(area)
    for cell, address in settings.get("links", {}).items():
        page[cell].hyperlink = address
    for title in settings.get("sheets", ()):
        book.create_sheet(title).append(["Title"])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
    for name, urn in {
        "office": "office",
        "table": "table",
        "text": "text",
        "style": "style",
        "number": "datastyle",
    }.items()
)


def spreadsheet(rows: Iterable[str]) -> bytes:
    """A spreadsheet of OpenDocument with these rows; a cell is a text or made by `cell`."""
    styles = "".join(
        f'<number:date-style style:name="N{name}">{"".join(f"<number:{part}/>" for part in parts)}</number:date-style>'
        f'<style:style style:name="{name}" style:family="table-cell" style:data-style-name="N{name}"/>'
        for name, parts in {"day": ("day", "month", "year"), "month": ("month", "year"), "year": ("year",)}.items()
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {_NAMES} xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'office:version="1.3"><office:automatic-styles>{styles}</office:automatic-styles><office:body>'
        f'<office:spreadsheet><table:table table:name="One">{"".join(rows)}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    empty = f'<?xml version="1.0"?><office:document-styles {_NAMES} office:version="1.3"/>'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("content.xml", content)
        archive.writestr("styles.xml", empty)
        archive.writestr("META-INF/manifest.xml", manifest)
    return file.getvalue()


def line(*cells: str, repeated: int = 1) -> str:
    """A row of a spreadsheet."""
    made = "".join(each if each.startswith("<") else cell(each) for each in cells)
    return f'<table:table-row table:number-rows-repeated="{repeated}">{made}</table:table-row>'


def cell(text: str, day: str = "", style: str = "day", more: str = "") -> str:
    """A cell of a spreadsheet."""
    kind = f'office:value-type="date" office:date-value="{day}" table:style-name="{style}"' if day else ""
    return f"<table:table-cell {kind} {more}><text:p>{escape(text)}</text:p></table:table-cell>"
