"""The commands that keep a record in shape, and that tell how much there is of what."""

from __future__ import annotations

from pathlib import Path

import click

from timeline.cli import opening, shaping, writing
from timeline.cli.door import Command, Misuse, give, say


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
    """Print the JSON Schema of a record, by which editors complete and explain its fields.

    Beside the files it is called "timeline.schema.json", and `timeline fmt` names it in the first line of each.
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
