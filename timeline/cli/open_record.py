"""How a command opens a record, and what it says when the record has faults."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from timeline import checks
from timeline.cli.console import Misuse, warn
from timeline.cli.selection_options import words_of
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


_NARROWED = (
    click.option("--topic", multiple=True, metavar="ID", help="About a topic."),
    click.option("--actor", multiple=True, metavar="ID", help="With an actor."),
    click.option("--place", multiple=True, metavar="ID", help="At a place."),
    click.option("--kind", multiple=True, metavar="WORD", help=f"One of {words_of('kind')}."),
    click.option("--status", multiple=True, metavar="WORD", help=f"How well proved: {words_of('status')}."),
    click.option("--course", multiple=True, metavar="WORD", help=f"What became of it: {words_of('course')}."),
    click.option(
        "--source-kind",
        multiple=True,
        metavar="WORD",
        help=f"Citing a source that is {words_of('source-kind')}.",
    ),
    click.option("--from", "start", metavar="DATE", help='From a date on: 2025-04, or "april 2025".'),
    click.option("--to", "end", metavar="DATE", help="Up to a date, that included."),
    click.option("--key", is_flag=True, help="Only the few that tell the whole story."),
    click.option("--disputed", is_flag=True, help="Only those that somebody speaks against."),
    click.option("--as-of", metavar="DAY", help="As the sources had it by that day."),
)


def narrowed(command: Callable[..., None]) -> Callable[..., None]:
    """The options by which events are chosen, in their order."""
    for option in reversed(_NARROWED):
        command = option(command)
    return command


def read(folder: Path, today: datetime.date | None = None, drafts: Sequence[Path] = ()) -> Loaded:
    """A record with its faults; beside drafts of a new one there may be none."""
    if not drafts or folder.is_file():
        read_folder(folder)
    for draft in drafts:
        if not draft.is_file():
            raise Misuse(f"there is no file `{draft}`", "name the draft that `timeline import` has written")
    return checks.read(folder, today=today, drafts=drafts)


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
    them = "it" if len(loaded.problems) == 1 else "them"
    return f"the record has {summary(loaded.problems)}\n  = help: `timeline check {folder.as_posix()}` tells {them}"
