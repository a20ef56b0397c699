"""The command that gives a record another id."""

from __future__ import annotations

from pathlib import Path

import click

from timeline.cli import opening, writing
from timeline.cli.console import Command, Misuse, say, warn
from timeline.cli.layout import count
from timeline.edits.files import Change, Refused
from timeline.edits.references import LISTS
from timeline.edits.rename import ALIASED, rename
from timeline.problems.report import as_text


@click.command("rename", cls=Command, epilog="Example: timeline rename bridge-opens harbour-bridge-opens")
@click.argument("old")
@click.argument("new")
@opening.data_option
@click.option(
    "--docs",
    type=click.Path(path_type=Path),
    default="docs",
    show_default=True,
    metavar="FOLDER",
    help="The folder of hand-written pages, whose links are mended too.",
)
@click.option(
    "--of", "thing", type=click.Choice(list(LISTS.values())), metavar="WORD", help="Whose id it is, if several have it."
)
def rename_(old: str, new: str, folder: Path, docs: Path, thing: str | None) -> None:
    """Give a record another id and mend everything that names it.

    OLD stays among the aliases of an event, a source, an actor or a topic, so that links to its page lead on. Claims,
    citations, relations, forecasts and hand-written pages name NEW afterwards. A run that was cut off is taken up by
    the same command.
    """
    opening.read_folder(folder)
    try:
        renamed = rename(folder, docs, old, new, thing)
    except Refused as refused:
        raise refusal(refused) from None
    write(renamed.changes)
    kept = "; the old id stays among its aliases" if renamed.thing in ALIASED else ""
    say(f"{renamed.thing} `{old}` is `{new}` now{kept}\n")
    for change in renamed.changes:
        say(f"  {change.path.as_posix()}: {count(renamed.places[change.path], 'place')}\n")


def refusal(refused: Refused) -> Misuse:
    """Why an edit was not made, below what would be wrong with the record."""
    if refused.faulty:
        warn(as_text(refused.faulty.problems, refused.faulty.files).rstrip())
    return Misuse(refused.sentence, refused.help)


def write(changes: tuple[Change, ...]) -> None:
    """Files one after the other, each in one stroke, in the order in which they have to be written."""
    for change in changes:
        if change.before is None:
            change.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            writing.put(change.path, change.after, change.before)
        except writing.Overtaken as error:
            raise Misuse(f"`{change.path.as_posix()}` is left alone: {error}", "run the command again") from None
