"""What a file is, by what stands in it and not by its name, and what is read from it."""

from __future__ import annotations

import datetime
import io
import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from timeline.imports import (
    bibtex,
    csl,
    csv_file,
    documents,
    ods,
    record_json,
    record_tables,
    rows,
    timelinejs,
    typed_dates,
    xlsx,
)
from timeline.imports.cells import Sheet
from timeline.imports.draft import Draft, Left, Unreadable
from timeline.imports.plain_text import visible
from timeline.model import Timeline

LARGEST = 50 * 2**20
"""Bytes of a file."""
WIDEST = 400 * 2**20
"""Bytes of what is packed into it."""
_BIBTEX = re.compile(r"\s*(?:%[^\n]*\n\s*)*@\s*[a-zA-Z]+\s*[{(]")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Options:
    """What somebody said about the file."""

    order: typed_dates.Order = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    sheet: str = ""
    encoding: str = ""


def read(path: Path, timeline: Timeline, alone: bool, today: datetime.date, options: Options) -> Draft:
    """A file or a folder of tables as a draft for a record; raises `Unreadable`."""
    draft = Draft(path.name, alone=alone)
    try:
        if path.is_dir():
            record_tables.read(_folder(path), draft, timeline)
        elif path.name == "datapackage.json":
            record_tables.read(_folder(path.parent), draft, timeline)
        else:
            _file(_bytes(path), draft, timeline, today, options)
    except RecursionError:
        raise Unreadable("the file is nested too deeply", "write it flat") from None
    for items in draft.lists.values():
        for item in items:
            taken_out: list[str] = []
            item.fields = _clean(item.fields, taken_out)
            item.left += [Left(item.where, "text", each, "signs that nobody sees were taken out") for each in taken_out]
    return draft


def _bytes(path: Path) -> bytes:
    if path.stat().st_size > LARGEST:
        raise Unreadable(f"the file has more than {LARGEST // 2**20} MB", "divide it into several files")
    raw = path.read_bytes()
    if not raw.strip(b"\x00\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise Unreadable("nothing stands in the file")
    return raw


def _file(raw: bytes, draft: Draft, timeline: Timeline, today: datetime.date, options: Options) -> None:
    if raw.startswith(b"PK"):
        sheet = _packed(raw, draft, timeline, options)
    elif raw.startswith(_OLD_OFFICE):
        raise Unreadable(
            "it is an old workbook of Excel, or one with a password", "save it as .xlsx, without a password"
        )
    else:
        sheet = _text(csv_file.text_of(raw, options.encoding), draft, timeline)
    if sheet:
        rows.events(sheet, draft, timeline, today, options.order, options.columns)


def _packed(raw: bytes, draft: Draft, timeline: Timeline, options: Options) -> Sheet | None:
    """A workbook, a spreadsheet, or an archive of tables."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if sum(each.file_size for each in archive.infolist()) > WIDEST:
                raise Unreadable(f"unpacked it has more than {WIDEST // 2**20} MB", "divide it into several files")
            names = set(archive.namelist())
            tables = {Path(name).name: archive.read(name) for name in names if name.endswith((".csv", "package.json"))}
    except Unreadable:
        raise
    except Exception as error:  # what damage makes of what is packed has no bounds
        raise Unreadable(
            f"it looks like an archive and cannot be opened: {str(error)[:200]}", "save it again as .xlsx, .ods or CSV"
        ) from None
    if "xl/workbook.xml" in names:
        return xlsx.read(raw, options.sheet)
    if "content.xml" in names:
        return ods.read(raw, options.sheet)
    if tables:
        record_tables.read(tables, draft, timeline)
        return None
    raise Unreadable("it is an archive, and neither a workbook nor one of tables", "unpack it first")


def _text(text: str, draft: Draft, timeline: Timeline) -> Sheet | None:
    if text.lstrip()[:1] in ("{", "["):
        return _json(text, draft, timeline)
    if _BIBTEX.match(text):
        documents.add(bibtex.documents(text), draft, timeline)
        return None
    sheet = csv_file.read(text)
    if name := record_tables.table_of(sheet.headings):
        record_tables.read({f"{name}.csv": text.encode()}, draft, timeline)
        return None
    return sheet


def _json(text: str, draft: Draft, timeline: Timeline) -> Sheet | None:
    try:
        data: Any = json.loads(text)
    except json.JSONDecodeError as error:
        raise Unreadable(f"the JSON breaks off or is none at line {error.lineno}: {error.msg.lower()}") from None
    except ValueError:
        raise Unreadable("a number in the JSON is too long", "write it as text") from None
    if isinstance(data, list):
        if data and all(map(csl.looks_alike, data)):
            documents.add(csl.documents(data), draft, timeline)
            return None
        return timelinejs.objects(data)
    if record_json.looks_alike(data):
        record_json.read(data, draft, timeline)
        return None
    if csl.looks_alike(data):
        documents.add(csl.documents([data]), draft, timeline)
        return None
    if isinstance(data.get("items"), list) and all(map(csl.looks_alike, data["items"])):
        documents.add(csl.documents(data["items"]), draft, timeline)
        return None
    if sheet := timelinejs.slides(data):
        return sheet
    help = "known are our own, CSL-JSON, TimelineJS and a list of objects"
    raise Unreadable("it is JSON of a form that is not known", help)


def _folder(path: Path) -> dict[str, bytes]:
    found = {each.name: _bytes(each) for each in sorted(path.glob("*.csv")) if each.is_file()}
    if not found:
        raise Unreadable("no table is in the folder", "name a file, or a folder with events.csv and the others")
    return found


def _clean(value: Any, taken_out: list[str]) -> Any:
    """A value that a file may hold; the names of signs that were taken out are added to a list."""
    if isinstance(value, dict):
        return {_clean(name, taken_out): _clean(inner, taken_out) for name, inner in value.items()}
    if isinstance(value, list):
        return [_clean(inner, taken_out) for inner in value]
    kept, names = visible(str(value))
    if names:
        taken_out.append(names)
    return " ".join(kept.split())
