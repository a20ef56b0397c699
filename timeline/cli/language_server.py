"""The command that an editor starts to be told of a record while it is typed."""

from __future__ import annotations

import click

from timeline.cli.console import Command, Misuse
from timeline.cli.open_record import FOLDER


@click.command("language-server", cls=Command, epilog="Example: timeline language-server")
@click.option(
    "--data",
    "name",
    default=FOLDER,
    show_default=True,
    metavar="NAME",
    help="What the folder is called that holds the YAML files.",
)
def language_server(name: str) -> None:
    """Answer an editor over standard input and output (LSP).

    An editor starts it. It underlines what "timeline check" finds, of the text as it is typed and in all files of the
    record. It offers ids, says what an id stands for, leads to it and to whatever names it, gives it another name, and
    does the remedies that leave nothing to think about.
    """
    try:
        from timeline.language_server.server import made  # an extra, which only editors need
    except ModuleNotFoundError as missing:
        if missing.name not in ("pygls", "lsprotocol", "attrs", "cattrs"):
            raise
        help = "`pip install 'sourced-timeline[editor]'` brings what it needs"
        raise Misuse("the language server is not installed", help) from None
    made(name).start_io()
