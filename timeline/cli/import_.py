"""The command `import`: a table or a bibliography as a draft beside the record, and what of it could not be carried."""

from __future__ import annotations

import dataclasses
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import click

from timeline import checks
from timeline.cli import atomic_write, open_record, selection_options
from timeline.cli.console import Command, Misuse, for_any_encoding, say
from timeline.cli.terminal_layout import count, listed
from timeline.edits.files import Change
from timeline.imports import draft_file as drafts
from timeline.imports import file_formats, typed_dates
from timeline.imports.draft import Draft, Left, Unreadable
from timeline.loader.files import yaml_files
from timeline.loader.record_lists import LISTS
from timeline.model.fields import slugged
from timeline.problems import Problem
from timeline.problems.report import as_json, one_as_text, summary, written_out
from timeline.schema import NAME

_PLACE = "drafts"
_SHOWN = 3
"""Values that are shown of each reason, and faults of each kind."""
_LONG = 70
"""Letters of a value that a line shows."""


@click.command("import", cls=Command, epilog='Example: timeline import events.xlsx --column "Link=source"')
@click.argument("file", type=click.Path(path_type=Path))
@open_record.data_option
@click.option(
    "--into", "target", type=click.Path(path_type=Path), metavar="FILE", help="The draft; drafts/NAME.yaml if left out."
)
@click.option("--column", "columns", multiple=True, metavar="HEADING=FIELD", help="The field that a column stands for.")
@click.option("--sheet", default="", metavar="NAME", help="A sheet of a workbook; the first if left out.")
@click.option("--day-first", "order", flag_value="day", help="5/6/2024 is 5 June, in all of the file.")
@click.option("--month-first", "order", flag_value="month", help="5/6/2024 is May 6, in all of the file.")
@click.option("--encoding", default="", metavar="NAME", help="Of a text that is not UTF-8, such as cp1252.")
@open_record.form_option
def import_(file: Path, folder: Path, target: Path | None, columns: Sequence[str], sheet: str, order: str | None,
            encoding: str, form: str) -> None:  # fmt: skip
    """Make a draft from a table or a bibliography of yours.

    FILE is CSV, XLSX, ODS (the columns of TimelineJS are known), JSON of TimelineJS, CSL-JSON, BibTeX, or what
    "timeline export" wrote as JSON or CSV. The draft stands beside the record, which stays as it is. Nothing is made
    up: what the file does not say is left out and asked for by "timeline check --draft", and what cannot be carried
    stands in the draft with the reason.
    """
    if not file.exists():
        raise Misuse(f"there is no file `{file}`", "name a table or a bibliography")
    place = target or folder.parent / _PLACE / f"{slugged(file.stem) or 'draft'}.yaml"
    _free(place, folder)
    alone = not folder.is_dir() or not yaml_files(folder)
    options = file_formats.Options(_order(order), dict(map(_named, columns)), sheet, encoding)
    try:
        draft = file_formats.read(file, checks.read(folder).timeline, alone, selection_options.today(), options)
    except Unreadable as refused:
        raise Misuse(f"`{file}`: {refused.sentence}", refused.help) from None
    loaded = None
    if not draft.empty:
        atomic_write.write((Change(place, None, drafts.text(draft, _schema(place, folder)).encode()),))
        loaded = checks.read(folder, drafts=[place])
    faults = [problem for problem in loaded.problems if problem.span.file == place.as_posix()] if loaded else []
    if form == "json":
        say(for_any_encoding(_as_json(draft, place, faults)))
    else:
        say("\n".join(_report(draft, place, folder, faults, loaded.files if loaded else {})) + "\n")


def _free(place: Path, folder: Path) -> None:
    if place.exists():
        raise Misuse(f"`{place.as_posix()}` is there already", "move it away, or name another file behind `--into`")
    if place.suffix != ".yaml":
        raise Misuse(f"`{place.as_posix()}` is no name for a draft", "name a file that ends in `.yaml`")
    if place.resolve().is_relative_to(folder.resolve()):
        raise Misuse(
            f"`{place.as_posix()}` would be part of the record at once",
            "name a file beside the folder, and move it there once it is mended",
        )


def _order(order: str | None) -> typed_dates.Order:
    return "day" if order == "day" else "month" if order == "month" else ""


def _named(column: str) -> tuple[str, str]:
    heading, sign, field = column.rpartition("=")
    if not sign or not heading.strip():
        raise Misuse(f"`--column {column}` names no field", 'write it as in --column "Link=source"')
    return heading, field.strip()


def _schema(place: Path, folder: Path) -> str:
    """The way from the draft to the schema that lies beside the record; empty where none does."""
    schema = folder / NAME
    return Path(os.path.relpath(schema, place.parent)).as_posix() if schema.is_file() else ""


def _as_json(draft: Draft, place: Path, faults: Sequence[Problem]) -> str:
    told = {
        "file": draft.file,
        "draft": None if draft.empty else place.as_posix(),
        "records": {name: len(draft.lists.get(name, [])) for name in LISTS},
        "left": [dataclasses.asdict(left) for left in draft.left],
        "problems": json.loads(as_json(faults)),
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _report(
    draft: Draft, place: Path, folder: Path, faults: Sequence[Problem], texts: Mapping[str, str]
) -> Iterator[str]:
    made = [count(len(items), name.removesuffix("s")) for name in LISTS if (items := draft.lists.get(name))]
    if draft.empty:
        yield f"{draft.file}: nothing in it became part of a draft, and nothing was written"
    else:
        yield f"{place.as_posix()}: written, with {listed(made) or 'the description of the record'}"
    if left := list(draft.left):
        yield f"\n{count(len(left), 'value')} could not be carried:"
        yield from _left(left)
        if not draft.empty:
            yield "each stands in the draft, above the record it belongs to"
    if draft.empty:
        return
    kinds = Counter(problem.code for problem in faults)
    for code, number in kinds.most_common():
        first = next(problem for problem in faults if problem.code == code)
        yield f"\n{one_as_text(first, texts).rstrip()}"
        if number > 1:
            yield f"  and {number - 1:,} more of this kind"
    yield f"\n{summary(faults)}"
    where = "" if folder == Path(open_record.FOLDER) else f" {folder.as_posix()}"
    yield f"`timeline check{where} --draft {place.as_posix()}` tells all of them, and again while you mend it;"
    yield f"once there are none, the draft is moved into {folder.as_posix()}/"


def _left(left: Iterable[Left]) -> Iterator[str]:
    """What was left, by column and reason, each with some of its values."""
    together: dict[tuple[str, str], list[Left]] = {}
    for each in left:
        together.setdefault((each.field, each.reason), []).append(each)
    for (field, reason), alike in together.items():
        yield written_out(f"  {field}: {reason}")
        for each in alike[:_SHOWN]:
            value = each.value if len(each.value) <= _LONG else f"{each.value[:_LONG].rstrip()}…"
            said = ": ".join(filter(None, (each.where, f"`{value}`" if value else "")))
            yield written_out(f"    {'; '.join(filter(None, (said, each.help)))}".rstrip())
        if len(alike) > _SHOWN:
            yield f"    and {len(alike) - _SHOWN:,} more"
