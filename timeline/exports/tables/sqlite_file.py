"""The tables as one SQLite database, with the ties between them and with a search for words.

Two builds of one record by one version of SQLite give the same bytes: rows go in in one order, nothing asks the clock,
and what SQLite might choose otherwise is said. Another version of SQLite writes its own number into the file.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path

from timeline.exports.export import Export, Publication
from timeline.exports.tables.contents import TABLES
from timeline.exports.tables.table import Column, Table, rows
from timeline.language import N_
from timeline.queries.search.tokens import runs, wide
from timeline.site import urls
from timeline.site.file import SiteFile
from timeline.site.large_file import LargeBinary

PATH = f"{urls.DATA}record.sqlite"
_TYPES = {"text": "TEXT", "integer": "INTEGER", "number": "NUMERIC", "boolean": "INTEGER"}
LONGEST = 6
"""Signs of a word of a script without spaces that the search finds within others; a longer one in parts."""
_FIRST = (
    "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = NONE; PRAGMA foreign_keys = ON; "
    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"  # the file is new, and one that was cut short is thrown away
)


def database(publication: Publication, path: Path) -> None:
    """Fills an empty file."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(_FIRST)
        connection.create_function("searchable", 1, searchable, deterministic=True)
        for table in TABLES:
            connection.execute(_created(table))
            places = ", ".join("?" * len(table.columns))
            content = rows(table, TABLES, publication)
            values = (tuple(str(each) if isinstance(each, Decimal) else each for each in row) for row in content)
            connection.executemany(f'INSERT INTO "{table.name}" VALUES ({places})', values)
        for table in TABLES:
            for column in table.columns:
                if column.of and column.name != table.key[0]:  # its key is found by already
                    index = f"{table.name}_{column.name}"
                    connection.execute(f'CREATE INDEX "{index}" ON "{table.name}" ("{column.name}")')
            if table.searched:
                connection.executescript(_search(table))
        connection.commit()


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
    texts = ", ".join(f'searchable("{column}")' for column in table.searched)
    return (
        f'CREATE VIRTUAL TABLE "{name}" USING fts5({columns}, content="{table.name}", '
        'tokenize="unicode61 remove_diacritics 2");\n'
        f'INSERT INTO "{name}" (rowid, {columns}) SELECT rowid, {texts} FROM "{table.name}";\n'
        f'INSERT INTO "{name}" ("{name}") VALUES (\'optimize\');'
    )


def searchable(text: str | None) -> str | None:
    """A text with all that may be looked for where it has no spaces: for SQLite, "桥梁开放" would be one word.

    So "开放" is found without a tokenizer of our own, which Datasette would not have.
    """
    if text is None or text.isascii():
        return text
    found = [run for run in runs(text) if wide(run)]
    pieces = [run[at : at + size] for run in found for size in range(1, LONGEST + 1) for at in range(len(run))]
    return " ".join([text, *runs(text), *dict.fromkeys(pieces)]) if found else text


def _whole(publication: Publication) -> Iterator[SiteFile]:
    yield SiteFile(PATH, large=LargeBinary(lambda path: database(publication, path)))


SQLITE = Export(
    "sqlite", "SQLite", "application/vnd.sqlite3",
    N_("Events, claims, citations, documents, forecasts and states as one database, for Datasette and for SQL."),
    _whole,
    extra=True,
)  # fmt: skip
