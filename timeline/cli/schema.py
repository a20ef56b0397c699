"""The command `schema`: what editors complete a record from."""

from __future__ import annotations

from pathlib import Path

import click

from timeline.cli import atomic_write, open_record
from timeline.cli.console import Command, Misuse, give, say
from timeline.model import About
from timeline.schema.id_labels import Names, by_field


@click.command("schema", cls=Command, epilog="Example: timeline schema --into data")
@click.option(
    "--into",
    "into",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Write it into the folder that holds the YAML files.",
)
@click.option("--ids", is_flag=True, help="Let editors offer the ids that the record has.")
@open_record.data_option
def schema_(into: Path | None, ids: bool, folder: Path) -> None:
    """Print the JSON Schema by which editors complete a record.

    It says of every field what it means and what it may look like. Beside the files it is called
    "timeline.schema.json", and "timeline fmt" names it in the first line of each. With --ids, fields that name a
    source, an actor, a topic, an event or a claim are completed with those of the record, each with its title, and
    fields for kinds and roles with the words that the record defines.
    """
    from timeline.schema import NAME, text  # no other command has use for it

    fresh = (text(*_known(into or folder)) if ids else text()).encode()
    if into is None:
        give(fresh)
        return
    if not into.is_dir():
        raise Misuse(f"there is no folder `{into}`", "name the folder that holds the YAML files, usually `data`")
    place = into / NAME
    if place.is_file() and place.read_bytes() == fresh:
        say(f"{place.as_posix()}: as it should be\n")
        return
    atomic_write.fill(place, lambda path: path.write_bytes(fresh))
    say(f"{place.as_posix()}: written\n")


def _known(folder: Path) -> tuple[Names, About]:
    """For each field that names records those that there are; and what the record says of itself."""
    timeline = open_record.read(folder).timeline
    return by_field(timeline), timeline.record
