"""A record in numbers, for people as tables and for programs as JSON with the same names."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from timeline.cli import wording
from timeline.cli.layout import columns
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


def as_text(timeline: Timeline) -> str:
    """Tables below one another, each number with its share of the whole."""
    record, total = timeline.record, totals(timeline)
    lines = [record.title]
    if timeline.record.through.year < 9999:
        lines.append(f"verified up to {wording.day(record.through)}, version {version(timeline)}")
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
        counted.setdefault(table.of, {})[table.by] = table.rows  # type: ignore[index]
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
