"""The tables as one SQLite database, with the ties between them and with a search for words.

Two builds of one record by one version of SQLite give the same bytes: rows go in in one order, nothing asks the clock,
and what SQLite might choose otherwise is said. Another version of SQLite writes its own number into the file.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from timeline.exports.export import Export, Publication
from timeline.exports.tables.contents import TABLES
from timeline.exports.tables.table import Column, Table, rows
from timeline.site import urls
from timeline.site.file import SiteFile

PATH = f"{urls.DATA}record.sqlite"
_TYPES = {"text": "TEXT", "integer": "INTEGER", "boolean": "INTEGER"}
_FIRST = "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = NONE; PRAGMA foreign_keys = ON;"


def database(publication: Publication) -> bytes:
    """The whole file."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(_FIRST)
        for table, content in rows(TABLES, publication):
            connection.execute(_created(table))
            places = ", ".join("?" * len(table.columns))
            connection.executemany(f'INSERT INTO "{table.name}" VALUES ({places})', content)
        for table in TABLES:
            for column in table.columns:
                if column.of and column.name != table.key[0]:  # its key is found by already
                    index = f"{table.name}_{column.name}"
                    connection.execute(f'CREATE INDEX "{index}" ON "{table.name}" ("{column.name}")')
            if table.searched:
                connection.executescript(_search(table))
        connection.commit()
        return connection.serialize()


def _created(table: Table) -> str:
    columns = [_column(column) for column in table.columns]
    key = ", ".join(f'"{name}"' for name in table.key)
    said = ",\n  ".join([*columns, f"PRIMARY KEY ({key})"])
    return f'CREATE TABLE "{table.name}" (\n  {said}\n)'


def _column(column: Column) -> str:
    form = f'"{column.name}" {_TYPES[column.kind]}'
    if column.needed:
        form += " NOT NULL"
    if column.kind == "boolean":
        form += f' CHECK ("{column.name}" IN (0, 1))'
    if column.of:
        first = next(table.columns[0].name for table in TABLES if table.name == column.of)
        form += f' REFERENCES "{column.of}" ("{first}")'
    return form


def _search(table: Table) -> str:
    """A search over some columns; the texts themselves are kept once, in the table."""
    name, columns = f"{table.name}_fts", ", ".join(f'"{column}"' for column in table.searched)
    return (
        f'CREATE VIRTUAL TABLE "{name}" USING fts5({columns}, content="{table.name}", '
        'tokenize="unicode61 remove_diacritics 2");\n'
        f'INSERT INTO "{name}" ("{name}") VALUES (\'rebuild\');\n'
        f'INSERT INTO "{name}" ("{name}") VALUES (\'optimize\');'
    )


def _whole(publication: Publication) -> Iterator[SiteFile]:
    yield SiteFile(PATH, "", database(publication))


SQLITE = Export(
    "sqlite", "SQLite", "application/vnd.sqlite3",
    "Events, claims, citations, documents, forecasts and states as one database, for Datasette and for SQL.",
    _whole,
    extra=True,
)  # fmt: skip
