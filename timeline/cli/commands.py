"""The commands themselves: what they take, and which question they put to the record."""

from __future__ import annotations

import datetime
from importlib import metadata
from pathlib import Path

import click

from timeline import checks
from timeline.cli import asking, checking, explaining, finding, listing, show, standing, tracing
from timeline.cli.door import Door, Misuse, for_any_encoding, say, similar, warn
from timeline.loader import Loaded
from timeline.model import Source, Timeline
from timeline.problems import CATALOGUE
from timeline.problems.report import summary

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 80}
FOLDER = "data"
_WHERE_IDS_STAND = "ids stand behind `id:` in the files of the record"


def _version() -> str:
    try:
        return metadata.version("sourced-timeline")
    except metadata.PackageNotFoundError:
        return "of this folder, not installed"


_form = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people or for programs.",
)
_data = click.option(
    "--data",
    "folder",
    default=FOLDER,
    show_default=True,
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="The folder that holds the YAML files.",
)


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
@click.option(
    "--today",
    is_flag=False,
    flag_value=checking.NOW,
    metavar="[DAY]",
    help="Also tell what is overdue today, or was on a day.",
)
def check(folder: Path, form: str, strict: bool, notes: bool, today: str | None) -> None:
    """Check every file of a record and tell all faults at once.

    FOLDER holds the YAML files; without it, the folder "data" is checked. The day up to which the record was verified
    counts as today, so that one record is always judged alike; --today alone looks at the clock.
    """
    if today and folder == Path(FOLDER) and Path(today).is_dir():
        folder, today = Path(today), checking.NOW  # "--today data" was meant for both
    loaded = _read(folder, checking.day(today) if today is not None else None)
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
@_data
def show_(id: str, folder: Path) -> None:
    """Show what the record holds under an id.

    ID is that of an event, a source, an actor, a topic, an expectation or a track, or of a claim: "event-id#claim-id".
    """
    loaded = _read(folder)
    found = finding.find(loaded.timeline, id)
    if not found:
        _unless_lost(loaded, folder, id)
        raise Misuse(f"nothing in the record has the id `{id}`", _remedy(loaded.timeline, id))
    say("\n\n".join(show.text(loaded.timeline, id, each) for each in found))
    _confess(loaded, folder)


@timeline.command("list", epilog='Example: timeline list licence --topic h20 --from "april 2025"')
@click.argument("words", nargs=-1)
@_data
@click.option("--topic", multiple=True, metavar="ID", help="About a topic.")
@click.option("--actor", multiple=True, metavar="ID", help="With an actor.")
@click.option("--kind", multiple=True, metavar="WORD", help=f"One of {asking.words_of('kind')}.")
@click.option("--status", multiple=True, metavar="WORD", help=f"How well proved: {asking.words_of('status')}.")
@click.option("--course", multiple=True, metavar="WORD", help=f"What became of it: {asking.words_of('course')}.")
@click.option(
    "--source-kind", multiple=True, metavar="WORD", help=f"Citing a source that is {asking.words_of('source-kind')}."
)
@click.option("--from", "start", metavar="DATE", help='From a date on: 2025-04, or "april 2025".')
@click.option("--to", "end", metavar="DATE", help="Up to a date, that included.")
@click.option("--key", is_flag=True, help="Only the few that tell the whole story.")
@click.option("--disputed", is_flag=True, help="Only those that somebody speaks against.")
@click.option(
    "--of",
    "thing",
    type=click.Choice(standing.THINGS),
    default="events",
    metavar="WORD",
    help="events, or how expectations or tracks stand.",
)
@click.option("--newest-first", is_flag=True, help="The last event first.")
@click.option("--as-of", metavar="DAY", help="As the sources had it by that day.")
@_form
def list_(
    words: tuple[str, ...],
    folder: Path,
    start: str | None,
    end: str | None,
    key: bool,
    disputed: bool,
    thing: str,
    newest_first: bool,
    as_of: str | None,
    form: str,
    **facets: tuple[str, ...],
) -> None:
    """List the events that fit, in their order.

    WORDS are sought in titles, summaries, claims and names; all of them must be there. Options that take an ID or a
    WORD may be given several times, or with commas between the values: any of them may fit.

    \b
    With --format json, a list of objects:
      id, title, date (EDTF), kind, status, course  text
      key                                           true or false
      actors, topics                                lists of ids
      claims, sources, origins                      how many
    Of expectations: id, about, said, window, standing.
    Of tracks: id, title, state, tone.
    """
    loaded = _read(folder)
    named = {name.replace("_", "-"): values for name, values in facets.items()}
    flags = {"key": key, "disputed": disputed}
    range = {"from": start, "to": end}
    question = asking.asked(loaded.timeline, words, named, range, flags, as_of)
    if thing != "events":
        text = standing.listed(loaded.timeline, thing, question, form)
        say(for_any_encoding(text) if form == "json" else text)
        return _confess(loaded, folder)
    found = listing.chosen(loaded.timeline, question)
    if form == "json":
        say(for_any_encoding(listing.as_json(found, newest_first)))
    else:
        say(listing.as_text(loaded.timeline, found, question, newest_first))
    _confess(loaded, folder)


@timeline.command(epilog="Example: timeline trace reuters-2025-02-25")
@click.argument("source")
@_data
def trace(source: str, folder: Path) -> None:
    """Trace whom a source repeats, who repeats it, and which claims rest on it.

    SOURCE is the id of a source.
    """
    loaded = _read(folder)
    found = finding.find(loaded.timeline, source)
    for each in found:
        if isinstance(each.record, Source):
            say(tracing.text(loaded.timeline, each.record, source))
            return _confess(loaded, folder)
    if found:
        raise Misuse(f"`{source}` is the id of {_a(found[0].thing)}", f"`timeline show {source}` shows it")
    _unless_lost(loaded, folder, source)
    near = (
        similar(source, loaded.timeline.sources_by_id, "a source")
        or "ids stand behind `id:` in the files of the record"
    )
    raise Misuse(f"no source has the id `{source}`", near)


def _a(thing: str) -> str:
    return f"an {thing}" if thing[0] in "aeiou" else f"a {thing}"


def _unless_lost(loaded: Loaded, folder: Path, id: str) -> None:
    """Ends the command when a fault has kept the record of this id from being read."""
    if id.partition("#")[0] in loaded.lost:
        warn(f"{_command()}: `{id}` could not be read; {_faults(loaded, folder)}")
        raise click.exceptions.Exit(1)


def _confess(loaded: Loaded, folder: Path) -> None:
    """Ends the command with a word about the faults of a record that was shown in spite of them."""
    if not loaded.sound:
        warn(f"{_command()}: {_faults(loaded, folder)}")
        raise click.exceptions.Exit(1)


def _faults(loaded: Loaded, folder: Path) -> str:
    return f"the record has {summary(loaded.problems)}\n  = help: `timeline check {folder.as_posix()}` tells them"


def _command() -> str:
    return click.get_current_context().command_path


def _remedy(timeline: Timeline, id: str) -> str:
    event, mark, _ = id.partition("#")
    if mark and timeline.event(event):
        return f"`timeline show {event}` lists the claims of this event"
    near = [f"`{name}` ({thing})" for name, thing in finding.near(timeline, id)]
    if not near:
        return _WHERE_IDS_STAND
    return f"{'a similar id is' if len(near) == 1 else 'similar ids are'} {', '.join(near)}"


def _read(folder: Path, today: datetime.date | None = None) -> Loaded:
    """A record with its faults; a folder that is none is not the record's fault."""
    if folder.is_file():
        raise Misuse(f"`{folder}` is a file", "name the folder that holds the YAML files")
    if not folder.is_dir():
        raise Misuse(f"there is no folder `{folder}`", "name the folder that holds the YAML files, usually `data`")
    return checks.read(folder, today=today)
