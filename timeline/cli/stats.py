"""The command `stats`: a record in numbers, for people as tables and for programs as JSON with the same names."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from timeline.cli import open_record, wording
from timeline.cli.console import Command, for_any_encoding, say
from timeline.cli.terminal_layout import columns
from timeline.model import Timeline
from timeline.queries.statistics import Table, tables, totals
from timeline.queries.version import version

_EXPLAINED = {
    ("events", "origins"): "independent origins behind all claims of an event",
    ("claims", "origins"): "independent origins behind a claim",
    ("sources", "origin"): "says it first, names whom it repeats, names nobody",
    ("sources", "seen"): "read by us, or known only through others",
    ("sources", "archive"): "with a copy that somebody else keeps",
}


@click.command(cls=Command, epilog="Example: timeline stats data --format json")
@click.argument("folder", default=open_record.FOLDER, type=click.Path(path_type=Path))
@open_record.form_option
def stats(folder: Path, form: str) -> None:
    """Count events, claims and sources by what tells them apart.

    FOLDER holds the YAML files; without it, the folder "data" is counted. Words that nothing has are counted too.

    \b
    With --format json, an object:
      title, through, version   text
      total                     how many there are of each sort
      events, claims, sources   objects of tables, by the names that stand in
                                the text: {"events": {"kind": {"release": 3}}}
    """
    loaded = open_record.read(folder)
    if form == "json":
        say(for_any_encoding(as_json(loaded.timeline)))
    else:
        say(as_text(loaded.timeline))
    open_record.confess(loaded, folder)


def as_text(timeline: Timeline) -> str:
    """Tables below one another, each number with its share of the whole."""
    record, total = timeline.record, totals(timeline)
    lines = [record.title]
    if timeline.record.through.year < 9999:
        lines.append(f"checked up to {wording.day(record.through)}, version {version(timeline)}")
    lines += ["", *_rows(total, None)]
    for table in tables(timeline):
        explained = _EXPLAINED.get((table.of, table.by))
        lines += ["", f"{table.of} by {table.by}" + (f" ({explained})" if explained else ""), ""]
        lines += _rows(_named(table), total[table.of])
    return "".join(f"{line}\n" for line in lines)


def as_json(timeline: Timeline) -> str:
    """The totals, and for each sort of record its tables by their names."""
    counted: dict[str, object] = {
        "title": timeline.record.title,
        "through": timeline.record.through.isoformat(),
        "version": version(timeline),
        "total": totals(timeline),
    }
    for table in tables(timeline):
        counted.setdefault(table.of, {})[table.by] = table.rows  # type: ignore[index] # a table of tables, beside texts
    return json.dumps(counted, ensure_ascii=False, indent=2) + "\n"


def _named(table: Table) -> Mapping[str, int]:
    """Rows with the name of a language beside its tag."""
    if table.by != "language":
        return table.rows
    return {f"{tag}, {wording.language(tag)}": number for tag, number in table.rows.items()}


def _rows(rows: Mapping[str, int], whole: int | None) -> Iterator[str]:
    """Names, numbers below one another, and shares."""
    width = max(map(columns, rows), default=0)
    digits = max((len(f"{number:,}") for number in rows.values()), default=0)
    for name, number in rows.items():
        share = f"  {_share(number, whole)}" if whole else ""
        yield f"  {name}{' ' * (width - columns(name))}  {number:>{digits},}{share}"
    if not rows:
        yield "  none"


def _share(number: int, whole: int) -> str:
    """Per cent; what is little is not shown as nothing."""
    return " <1%" if 0 < number * 200 < whole else f"{number / whole:4.0%}"
