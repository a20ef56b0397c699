"""The commands that keep a record in shape, and that tell how much there is of what."""

from __future__ import annotations

import click

from timeline.cli import opening, shaping
from timeline.cli.door import Command


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
