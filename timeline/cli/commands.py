"""The commands themselves: what they take, and which question they put to the record."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import click

from timeline.cli import (
    asking,
    checking,
    explaining,
    finding,
    listing,
    opening,
    show,
    standing,
    starter,
    tracing,
    upkeep,
)
from timeline.cli.console import Console, Misuse, for_any_encoding, say, similar, warn
from timeline.model import Source, Timeline
from timeline.problems import CATALOGUE

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 80}
_WHERE_IDS_STAND = "ids stand behind `id:` in the files of the record"


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


@timeline.command(epilog="Example: timeline check data --strict --notes")
@click.argument("folder", default=opening.FOLDER, type=click.Path(path_type=Path))
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
    if today and folder == Path(opening.FOLDER) and Path(today).is_dir():
        folder, today = Path(today), checking.NOW  # "--today data" was meant for both
    loaded = opening.read(folder, checking.day(today) if today is not None else None)
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
@opening.data_option
def show_(id: str, folder: Path) -> None:
    """Show what the record holds under an id.

    ID is that of an event, a source, an actor, a topic, an expectation or a track, or of a claim: "event-id#claim-id".
    """
    loaded = opening.read(folder)
    matches = finding.find(loaded.timeline, id)
    if not matches:
        opening.unless_lost(loaded, folder, id)
        raise Misuse(f"nothing in the record has the id `{id}`", _remedy(loaded.timeline, id))
    say("\n\n".join(show.text(loaded.timeline, id, each) for each in matches))
    opening.confess(loaded, folder)


@timeline.command("list", epilog='Example: timeline list licence --topic h20 --from "april 2025"')
@click.argument("words", nargs=-1)
@opening.data_option
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
@opening.form_option
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
    loaded = opening.read(folder)
    named = {name.replace("_", "-"): values for name, values in facets.items()}
    flags = {"key": key, "disputed": disputed}
    range = {"from": start, "to": end}
    question = asking.asked(loaded.timeline, words, named, range, flags, as_of)
    if thing != "events":
        text = standing.listed(loaded.timeline, thing, question, form)
        say(for_any_encoding(text) if form == "json" else text)
        return opening.confess(loaded, folder)
    chosen = listing.chosen(loaded.timeline, question)
    if form == "json":
        say(for_any_encoding(listing.as_json(chosen, newest_first)))
    else:
        say(listing.as_text(loaded.timeline, chosen, question, newest_first))
    opening.confess(loaded, folder)


@timeline.command(epilog="Example: timeline trace reuters-2025-02-25")
@click.argument("source")
@opening.data_option
def trace(source: str, folder: Path) -> None:
    """Trace whom a source repeats, who repeats it, and which claims rest on it.

    SOURCE is the id of a source.
    """
    loaded = opening.read(folder)
    matches = finding.find(loaded.timeline, source)
    for each in matches:
        if isinstance(each.record, Source):
            say(tracing.text(loaded.timeline, each.record, source))
            return opening.confess(loaded, folder)
    if matches:
        raise Misuse(f"`{source}` is the id of {_a(matches[0].thing)}", f"`timeline show {source}` shows it")
    opening.unless_lost(loaded, folder, source)
    near = (
        similar(source, loaded.timeline.sources_by_id, "a source")
        or "ids stand behind `id:` in the files of the record"
    )
    raise Misuse(f"no source has the id `{source}`", near)


def _a(thing: str) -> str:
    return f"an {thing}" if thing[0] in "aeiou" else f"a {thing}"


def _remedy(timeline: Timeline, id: str) -> str:
    event, mark, _ = id.partition("#")
    if mark and timeline.event(event):
        return f"`timeline show {event}` lists the claims of this event"
    near = [f"`{name}` ({thing})" for name, thing in finding.near(timeline, id)]
    if not near:
        return _WHERE_IDS_STAND
    return f"{'a similar id is' if len(near) == 1 else 'similar ids are'} {', '.join(near)}"


for each in (starter.new, upkeep.fmt, upkeep.schema_, upkeep.stats):
    timeline.add_command(each)
