"""The commands for those who keep a record: its files in shape, its schema, its numbers."""

from __future__ import annotations

from pathlib import Path

import click

from timeline.cli import counting, opening, shaping, writing
from timeline.cli.console import Command, Misuse, for_any_encoding, give, say


@click.command(cls=Command, epilog="Example: timeline fmt data --check")
@click.argument("files", nargs=-1, metavar="[FOLDER|FILES]...")
@click.option("--check", is_flag=True, help="Write nothing; fail and show where a file would change.")
def fmt(files: tuple[str, ...], check: bool) -> None:
    """Put the files of a record into their one order and layout.

    Without a name, those of the folder "data". Comments stay with what they speak of, and what the files say stays as
    it is: each is read again before it is written. A file with faults is left alone. "-" takes a file from the
    standard input and gives it back on the standard output.
    """
    names = files or (opening.FOLDER,)
    code = shaping.stream(check) if names == ("-",) else shaping.files(names, check)
    raise click.exceptions.Exit(code)


@click.command("schema", cls=Command, epilog="Example: timeline schema --into data")
@click.option(
    "--into",
    "folder",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Write it into the folder that holds the YAML files.",
)
def schema_(folder: Path | None) -> None:
    """Print the JSON Schema by which editors complete a record.

    It says of every field what it means and what it may look like. Beside the files it is called
    "timeline.schema.json", and "timeline fmt" names it in the first line of each.
    """
    from timeline.schema import NAME, text  # no other command has use for it

    fresh = text().encode()
    if folder is None:
        give(fresh)
        return
    if not folder.is_dir():
        raise Misuse(f"there is no folder `{folder}`", "name the folder that holds the YAML files, usually `data`")
    place = folder / NAME
    if place.is_file() and place.read_bytes() == fresh:
        say(f"{place.as_posix()}: as it should be\n")
        return
    writing.put(place, fresh)
    say(f"{place.as_posix()}: written\n")


@click.command(cls=Command, epilog="Example: timeline stats data --format json")
@click.argument("folder", default=opening.FOLDER, type=click.Path(path_type=Path))
@opening.form_option
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
    loaded = opening.read(folder)
    if form == "json":
        say(for_any_encoding(counting.as_json(loaded.timeline)))
    else:
        say(counting.as_text(loaded.timeline))
    opening.confess(loaded, folder)
