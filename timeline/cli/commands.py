"""The commands together; each stands in the module of its name."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module, metadata

import click

from timeline.cli.console import Console

COMMANDS: Mapping[str, str] = {
    "add": "add:add",
    "archive": "archive:archive",
    "check": "check:check",
    "diff": "diff:diff",
    "explain": "explain:explain",
    "export": "export:export",
    "fmt": "fmt:fmt",
    "import": "import_:import_",
    "language-server": "language_server:language_server",
    "links": "links:links",
    "list": "list_:list_",
    "new": "new:new",
    "record": "record:record_",
    "rename": "rename:rename_",
    "schema": "schema:schema_",
    "show": "show:show_",
    "stats": "stats:stats",
    "trace": "trace:trace",
}
"""Each by its name, with its module beside this one and what it is called there."""
SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 80}


def _version() -> str:
    try:
        return metadata.version("sourced-timeline")
    except metadata.PackageNotFoundError:
        return "of this folder, not installed"


class Commands(Console):
    """All of them, of which only the one is imported that somebody calls: to import each takes a second."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        command = getattr(import_module(f"timeline.cli.{module}"), name)
        assert isinstance(command, click.Command)
        return command


@click.group(
    cls=Commands, context_settings=SETTINGS, no_args_is_help=False, epilog="Example: timeline check data --strict"
)
@click.version_option(_version(), prog_name="timeline", message="%(prog)s %(version)s")
def timeline() -> None:
    """Read and check a chronology that is kept in YAML files.

    Exit codes: 0 when all is well, 1 when the record has faults, 2 when the question is not understood.
    """
