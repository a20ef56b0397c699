"""The page of the record for machines, from the code that writes its files: `tools/reference.py` puts it down."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.exports.api.documents import SORTS
from timeline.exports.api.openapi import PROMISE
from timeline.exports.api.structure import DerivedBounds, DerivedCitation, DerivedDate, DerivedKnown
from timeline.exports.registry import DEFAULT, EXPORTS
from timeline.exports.tables.contents import TABLES
from timeline.model.docstrings import sentences, summary

_SHOWN = (DerivedDate, DerivedBounds, DerivedKnown, DerivedCitation)
"""Parts that several sorts share."""

_TOP = f"""\
---
title: The record for machines
description: In which forms the record can be had, what stands in its JSON, CSV and SQLite, and what stays as it is.
hide: [navigation]
---

# The record for machines

[Data](../data/index.md) lists the files of this copy of the site with their sizes.
This page says what stands in them and what programs may rely on.

## Forms

| name | form | media type | what it is for |
| --- | --- | --- | --- |
{{forms}}

`exports: [json, csv]` in the settings of the plugin in `mkdocs.yml` chooses which of them stand on a site; without it, all but those marked do.
`default` stands for these, as in `exports: [default, sqlite]`, and `exports: []` for none.
`timeline export NAME` writes any of them from the files of the record, of all of it or of a part: the options are those of `timeline list`.
A part has the events that fit, the documents they cite with those that these repeat, and the actors and topics they name; a forecast that one of them answers, one about a topic, by an actor or within the dates that were asked for, and a track in which one of them began a state are there too.
What follows from a record, such as how many independent sources it has, is told as in the whole, and `version` is that of the whole.

## What stays as it is

{PROMISE}

An id is never given to another record; one that changed stands under `aliases`, and under its address `moved` says with `id` and `file` where the record stands now.
The `version` in every file is twelve digits for exactly what the record says: two files of one version say the same.

## JSON

| address | what stands there |
| --- | --- |
| `api/v1/record.json` | all of the record, each entry on a line |
| `api/v1/index.json` | ids, titles and files, to choose from |
{{files}}
| `api/v1/openapi.json` | all of this for programs (OpenAPI 3.1) |
| `schema/v1/NAME.json` | the JSON Schema (2020-12) of `record`, `index` and each sort; every file names its own as `$schema` |

A schema is known by its address (`$id`) where the site knows its own; elsewhere both are relative.

Each entry has two halves.
`typed` is what its author wrote, with the [names of the files](../contribute.md): put into a file of records, it is read as the same record.
Texts in it are inline Markdown.
`derived` is what the program makes of it, by the same questions that pages ask.

A date stands in `derived` like this:

```json
{{{{"edtf": "2025-05~", "words": "about May 2025", "form": "point", "precision": "month",
 "approximate": true, "uncertain": false, "day": false, "bounds": {{{{"first": "2025-05-01", "last": "2025-05-31"}}}}}}}}
```

Sort and filter by `bounds`; show `words` or `edtf`.
A bound is no date: nobody says that anything happened on the first of May.
"""

_CSV = """
## CSV

The files lie below `data/`, in UTF-8, with commas, quotation marks doubled and lines ended as RFC 4180 has it.
`data/datapackage.json` describes every column (Frictionless Data), with the size and the SHA-256 of each file and with what columns name.

- An empty cell is nothing; there are no empty texts.
- Whether something is so is told as `true` and `false`.
- Several texts in one cell are a JSON list.
- A cell that begins with an apostrophe has one more than its text. Spreadsheets run a cell that begins with `=`, `+`, `-`, `@`, a tab or a line break as a formula; the apostrophe keeps them from it. Take one away from any cell that begins with one: `text.removeprefix("'")`.
- Columns ending in `_not_before` and `_not_after` are limits of the date beside them and no dates.

Excel takes the files by *Data, From Text/CSV* with *65001: Unicode (UTF-8)*; opened by a double click it would take other letters for Chinese ones.

## SQLite

`data/record.sqlite` holds the same tables, with keys, ties and an index for each tie, and with a full-text search (FTS5) over titles, summaries, claims, names and notes.
Datasette shows the ties as links and the search as a field.
It is an extra: `exports: [default, sqlite]`, or `timeline export sqlite -o record.sqlite`.
Two builds of one record give the same bytes with one version of SQLite; another version writes its own number into the file.
A word of Chinese or Japanese is found as it stands between spaces and signs.

## Tables
"""


def data() -> str:
    """The page."""
    forms = "\n".join(
        f"| `{each.name}` | {each.title}{'' if each.name in DEFAULT else ' (when asked for)'} | `{each.kind}` | {each.use} |"
        for each in EXPORTS
    )
    files = "\n".join(f"| `api/v1/{sort.name}/ID.json` | one {sort.one} |" for sort in SORTS)
    return "\n".join([_TOP.format(forms=forms, files=files), *_derived(), _CSV, *_tables()]) + "\n"


def _derived() -> Iterator[str]:
    """All names of what follows, shared parts first."""
    for kind in (*_SHOWN, *(sort.derived for sort in SORTS)):
        name = kind.__name__.removeprefix("Derived").lower()
        yield f"### Derived: {name}\n\n{summary(kind)}\n\n| name | what it says |\n| --- | --- |"
        yield from (f"| `{field}` | {told} |" for field, told in sentences(kind).items())
        yield ""


def _tables() -> Iterator[str]:
    for table in TABLES:
        key = ", ".join(f"`{name}`" for name in table.key)
        yield f"### {table.name}\n\n{table.about} A row is named by {key}.\n"
        yield "| column | type | what it says |\n| --- | --- | --- |"
        for column in table.columns:
            tie = f" Names a row of `{column.of}`." if column.of else ""
            yield f"| `{column.name}` | {column.kind} | {column.about}{tie} |"
        yield ""
