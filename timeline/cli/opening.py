"""How a command opens a record, and what it says when the record has faults."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from timeline import checks
from timeline.cli.console import Misuse, warn
from timeline.loader import Loaded
from timeline.problems.report import summary

FOLDER = "data"

form_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people or for programs.",
)
data_option = click.option(
    "--data",
    "folder",
    default=FOLDER,
    show_default=True,
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="The folder that holds the YAML files.",
)


def read(folder: Path, today: datetime.date | None = None) -> Loaded:
    """A record with its faults."""
    read_folder(folder)
    return checks.read(folder, today=today)


def read_folder(folder: Path) -> None:
    """Ends the command when a folder is none, which is not the record's fault."""
    if folder.is_file():
        raise Misuse(f"`{folder}` is a file", "name the folder that holds the YAML files")
    if not folder.is_dir():
        raise Misuse(f"there is no folder `{folder}`", "name the folder that holds the YAML files, usually `data`")


def unless_lost(loaded: Loaded, folder: Path, id: str) -> None:
    """Ends the command when a fault has kept the record of this id from being read."""
    if id.partition("#")[0] in loaded.lost:
        warn(f"{command()}: `{id}` could not be read; {_faults(loaded, folder)}")
        raise click.exceptions.Exit(1)


def confess(loaded: Loaded, folder: Path) -> None:
    """Ends the command with a word about the faults of a record that was shown in spite of them."""
    if not loaded.sound:
        warn(f"{command()}: {_faults(loaded, folder)}")
        raise click.exceptions.Exit(1)


def command() -> str:
    """What was typed: `timeline show`."""
    return click.get_current_context().command_path


def _faults(loaded: Loaded, folder: Path) -> str:
    return f"the record has {summary(loaded.problems)}\n  = help: `timeline check {folder.as_posix()}` tells them"
