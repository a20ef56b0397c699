"""The tables as comma-separated values (RFC 4180), described by a data package.

What a spreadsheet would run as a formula is guarded, as `site.spreadsheet_cells` says; numbers and words of ours never
need it.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from timeline.exports.export import Export, Publication
from timeline.exports.tables.contents import TABLES
from timeline.exports.tables.table import Column, Row, Table, Value, rows
from timeline.language import N_
from timeline.language import gettext as _
from timeline.site import urls
from timeline.site.file import Alternate, SiteFile
from timeline.site.large_file import LargeText
from timeline.site.settings import Site
from timeline.site.spreadsheet_cells import guarded

_KIND = "text/csv"
_TYPES = {"text": "string", "integer": "integer", "number": "number", "boolean": "boolean"}
_FIRST = ("events", "claims", "citations", "sources", "expectations", "states")
PACKAGE = f"{urls.DATA}datapackage.json"


def cell(value: Value) -> str:
    """A value as it stands in a file; nothing is an empty cell."""
    if isinstance(value, str):
        return guarded(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, Decimal) else guarded(str(value))


def written(table: Table, content: Iterable[Row]) -> Iterator[str]:
    """One table as a file, line by line."""
    line = csv.writer(_Through(), lineterminator="\r\n").writerow  # which gives back what writing gives back
    yield line(column.name for column in table.columns)
    for row in content:
        yield line(map(cell, row))


class _Through:
    """What a writer of CSV takes for a file."""

    @staticmethod
    def write(text: str) -> str:
        return text


def _whole(publication: Publication) -> Iterator[SiteFile]:
    made = {table.name: _lines(table, publication) for table in sorted(TABLES, key=_wanted)}
    about = {table.name: table.about for table in TABLES}
    for name, lines in made.items():
        yield SiteFile(f"{urls.DATA}{name}.csv", about=about[name], large=lines)
    package = LargeText(lambda: _description(publication, made))
    yield SiteFile(PACKAGE, about=_("What every column of these files means (Frictionless Data)."), large=package)


def _lines(table: Table, publication: Publication) -> LargeText:
    return LargeText(lambda: written(table, rows(table, TABLES, publication)))


def _wanted(table: Table) -> int:
    """What most people want comes first."""
    return _FIRST.index(table.name) if table.name in _FIRST else len(_FIRST)


def _description(publication: Publication, made: Mapping[str, LargeText]) -> Iterator[str]:
    """Of all files; those that were not drawn yet are drawn for it."""
    tables = {table.name: table for table in TABLES}
    described = [_described(tables[name], file) for name, file in made.items()]
    yield json.dumps(_package(publication, described), ensure_ascii=False, indent=1) + "\n"


def _package(publication: Publication, resources: list[dict[str, Any]]) -> dict[str, Any]:
    about = publication.index.timeline.record
    told: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "-".join(re.findall("[a-z0-9]+", about.title.lower())) or "record",
        "id": about.uuid,
        "title": about.title,
        "description": "A cell that begins with an apostrophe has one more than its text: it keeps spreadsheets "
        "from running the text as a formula. Columns whose names end in _not_before and _not_after hold limits of "
        "a date and no dates.",
        "version": publication.index.version,
        "homepage": publication.site.address or None,
        "licenses": [{"name": about.licence}] if about.licence else None,
    }
    return {name: value for name, value in told.items() if value} | {"resources": resources}


def _described(table: Table, file: LargeText) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    named = [
        {"fields": [column.name], "reference": {"resource": column.of, "fields": [_first(column.of)]}}
        for column in table.columns
        if column.of
    ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.about,
        "format": "csv",
        "mediatype": _KIND,
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True, "header": True},
        "schema": schema | ({"foreignKeys": named} if named else {}),
    }


def _first(table: str) -> str:
    """The column by which others name a row."""
    return next(each.columns[0].name for each in TABLES if each.name == table)


def _field(column: Column) -> dict[str, Any]:
    form = {"name": column.name, "type": _TYPES[column.kind], "description": column.about}
    return form | ({"constraints": {"required": True}} if column.needed else {})


def _alternates(site: Site, address: str, title: str) -> Iterable[Alternate]:
    if address == urls.TIMELINE:
        yield Alternate(f"{urls.Links(address).to(urls.DATA)}events.csv", _KIND, _("All events as CSV"))


CSV = Export(
    "csv", "CSV", _KIND,
    N_("Events, claims, citations, documents, forecasts and states as tables for spreadsheets and statistics."),
    _whole,
    alternates=_alternates,
)  # fmt: skip
