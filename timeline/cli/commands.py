"""The commands together; each stands in the module of its name."""

from __future__ import annotations

from importlib import metadata

import click

from timeline.cli.add import add
from timeline.cli.archive import archive
from timeline.cli.check import check
from timeline.cli.console import Console
from timeline.cli.diff import diff
from timeline.cli.explain import explain
from timeline.cli.export import export
from timeline.cli.fmt import fmt
from timeline.cli.import_ import import_
from timeline.cli.language_server import language_server
from timeline.cli.links import links
from timeline.cli.listing import list_
from timeline.cli.new import new
from timeline.cli.record import record_
from timeline.cli.rename import rename_
from timeline.cli.schema import schema_
from timeline.cli.show import show_
from timeline.cli.stats import stats
from timeline.cli.trace import trace

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 80}


def _version() -> str:
    try:
        return metadata.version("sourced-timeline")
    except metadata.PackageNotFoundError:
        return "of this folder, not installed"


@click.group(
    cls=Console, context_settings=SETTINGS, no_args_is_help=False, epilog="Example: timeline check data --strict"
)
@click.version_option(_version(), prog_name="timeline", message="%(prog)s %(version)s")
def timeline() -> None:
    """Read and check a chronology that is kept in YAML files.

    Exit codes: 0 when all is well, 1 when the record has faults, 2 when the question is not understood.
    """


for each in (
    add,
    archive,
    check,
    diff,
    explain,
    export,
    fmt,
    import_,
    language_server,
    links,
    list_,
    new,
    record_,
    rename_,
    schema_,
    show_,
    stats,
    trace,
):
    timeline.add_command(each)
