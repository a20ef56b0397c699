"""The commands themselves: what they take, and which question they put to the record."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import click

from timeline import checks
from timeline.cli import checking, explaining, finding, show
from timeline.cli.door import Door, Misuse, say, similar, warn
from timeline.loader import Loaded
from timeline.model import Timeline
from timeline.problems import CATALOGUE
from timeline.problems.report import summary

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 80}
FOLDER = "data"


def _version() -> str:
    try:
        return metadata.version("sourced-timeline")
    except metadata.PackageNotFoundError:
        return "of this folder, not installed"


@click.group(cls=Door, context_settings=SETTINGS, no_args_is_help=False, epilog="Example: timeline check data --strict")
@click.version_option(_version(), prog_name="timeline", message="%(prog)s %(version)s")
def timeline() -> None:
    """Read and check a chronology that is kept in YAML files.

    Exit codes: 0 when all is well, 1 when the record has faults, 2 when the question is not understood.
    """


@timeline.command(epilog="Example: timeline check data --strict --notes")
@click.argument("folder", default=FOLDER, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="For people, for programs, or for the lines of a pull request.",
)
@click.option("--strict", is_flag=True, help="Let a warning fail as an error does.")
@click.option("--notes", is_flag=True, help="Also list what is no fault and worth knowing.")
def check(folder: Path, form: str, strict: bool, notes: bool) -> None:
    """Check every file of a record and tell all faults at once.

    FOLDER holds the YAML files; without it, the folder "data" is checked.
    """
    loaded = _read(folder)
    problems = checking.noted(loaded) if notes else loaded.problems
    say(checking.report(loaded, problems, form, strict), coloured=form == "text" and checking.colours_wanted())
    if notes and not loaded.sound and form == "text":
        warn("Notes are taken once the errors are mended.")
    if checking.failing(problems, strict):
        raise click.exceptions.Exit(1)


@timeline.command(epilog="Example: timeline explain unknown-source")
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Tell what a code in a message means.

    CODE stands in brackets at the start of a message; without it, all codes are listed.
    """
    if code is None:
        say(explaining.everything())
        return
    kind = CATALOGUE.get(code)
    if kind is None:
        help = similar(code, CATALOGUE, "a code") or "`timeline explain` lists all codes"
        raise Misuse(f"there is no code `{code}`", help)
    say(explaining.one(kind))


@timeline.command("show", epilog="Example: timeline show r1-release")
@click.argument("id")
@click.option(
    "--data",
    "folder",
    default=FOLDER,
    show_default=True,
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="The folder that holds the YAML files.",
)
def show_(id: str, folder: Path) -> None:
    """Show what the record holds under an id.

    ID is that of an event, a source, an actor, a topic, an expectation or a track, or of a claim: "event-id#claim-id".
    """
    loaded = _read(folder)
    found = finding.find(loaded.timeline, id)
    faults = f"the record has {summary(loaded.problems)}\n  = help: `timeline check {folder.as_posix()}` tells them"
    if not found:
        if id.partition("#")[0] in loaded.lost:
            warn(f"timeline show: `{id}` could not be read; {faults}")
            raise click.exceptions.Exit(1)
        raise Misuse(f"nothing in the record has the id `{id}`", _remedy(loaded.timeline, id))
    say("\n\n".join(show.text(loaded.timeline, id, each) for each in found))
    if not loaded.sound:
        warn(f"timeline show: {faults}")
        raise click.exceptions.Exit(1)


def _remedy(timeline: Timeline, id: str) -> str:
    event, mark, _ = id.partition("#")
    if mark and timeline.event(event):
        return f"`timeline show {event}` lists the claims of this event"
    near = [f"`{name}` ({thing})" for name, thing in finding.near(timeline, id)]
    if not near:
        return "ids stand behind `id:` in the files of the record"
    return f"{'a similar id is' if len(near) == 1 else 'similar ids are'} {', '.join(near)}"


def _read(folder: Path) -> Loaded:
    """A record with its faults; a folder that is none is not the record's fault."""
    if folder.is_file():
        raise Misuse(f"`{folder}` is a file", "name the folder that holds the YAML files")
    if not folder.is_dir():
        raise Misuse(f"there is no folder `{folder}`", "name the folder that holds the YAML files, usually `data`")
    return checks.read(folder)
