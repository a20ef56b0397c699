"""The command that gives a record another id."""

from __future__ import annotations

from pathlib import Path

import click

from timeline.cli import atomic_write, open_record
from timeline.cli.console import Command, say
from timeline.cli.terminal_layout import count
from timeline.edits.files import Refused
from timeline.edits.references import LISTS
from timeline.edits.rename import rename
from timeline.edits.rename_claim import rename_claim


@click.command("rename", cls=Command, epilog="Example: timeline rename bridge-opens harbour-bridge-opens")
@click.argument("old")
@click.argument("new")
@open_record.data_option
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
    """Give a record or a claim another id, and mend what names it.

    OLD stays among the aliases, so that links lead on. Claims, citations, relations, forecasts and hand-written pages
    name NEW afterwards. A claim is OLD as `event-id#claim-id` and NEW as `claim-id`. A run that was cut off is taken
    up by the same command.
    """
    open_record.read_folder(folder)
    try:
        claim = "#" in old
        renamed = rename_claim(folder, docs, old, new) if claim else rename(folder, docs, old, new, thing)
    except Refused as refused:
        raise atomic_write.refusal(refused) from None
    atomic_write.write(renamed.changes)
    say(f"{renamed.thing} `{old}` is `{new}` now; the old id stays among its aliases\n")
    for change in renamed.changes:
        say(f"  {change.path.as_posix()}: {count(renamed.places[change.path], 'place')}\n")
