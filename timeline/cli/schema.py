"""The command `schema`: what editors complete a record from."""

from __future__ import annotations

from pathlib import Path

import click

from timeline.cli import writing
from timeline.cli.console import Command, Misuse, give, say


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
