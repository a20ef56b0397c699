"""The commands that add a record: what they ask for, and what they show of what was written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, get_args

import click

from timeline.cli import atomic_write, open_record, prompts, selection_options
from timeline.cli.console import Console, Misuse, say
from timeline.edits import add as edits
from timeline.edits.files import Record, Refused
from timeline.edits.verified_through import moved
from timeline.model import Timeline
from timeline.model.identifiers import doi_address
from timeline.model.words import ActorKind, EventKind, SourceKind, Status
from timeline.problems.report import as_text

_CITED = re.compile(r"\s*\[@([^\]\s]+?)(?:,\s+([^\]]+))?\]")
"""A source by its id or address, and where in it."""
Command_ = Callable[..., None]


@click.group("add", cls=Console, no_args_is_help=False, epilog='Example: timeline add topic "The harbour bridge"')
def add() -> None:
    """Add an event, source, forecast, actor, topic or place.

    The record is written in the house form at its place, dated today, and tried first: what would have a fault is told
    and not written. On a terminal, what is missing is asked for.
    """


def id_option(command: Command_) -> Command_:
    return click.option("--id", metavar="ID", help="Its id; proposed if left out.")(command)


@add.command("source", epilog="Example: timeline add source https://herald.example/bridge --title …")
@click.argument("url")
@click.option("--title", metavar="TEXT", help="As printed, in its own language.")
@click.option("--publisher", metavar="TEXT", help="Whose document it is.")
@click.option("--doi", metavar="DOI", help="Its DOI, such as 10.1000/182.")
@click.option("--isbn", metavar="ISBN", help="The ISBN of the book.")
@click.option("--kind", metavar="WORD", help=f"One of {', '.join(get_args(SourceKind))}.")
@click.option("--issued", metavar="DATE", help="When it was published; leave it out if it does not say.")
@click.option("--author", multiple=True, metavar="TEXT", help="Who wrote it; may be given several times.")
@click.option("--relays", multiple=True, metavar="ID", help="A document that it repeats.")
@click.option("--language", metavar="CODE", help="Its language; that of the record if left out.")
@click.option("--accessed", metavar="DAY", help="The day you read it; today if left out.")
@click.option("--verified", is_flag=True, help="All of the record was verified today: move `through` to today.")
@click.option("--note", metavar="TEXT", help="What a reader should know about it.")
@id_option
@open_record.data_option
def source(url: str, folder: Path, id: str | None, verified: bool, **given: Any) -> None:
    """Add a document by its address, unless the record has it.

    URL is the address of the document; "-" stands for one that has none and needs --doi, --isbn or --note.
    """
    record = _opened(folder)
    timeline = record.loaded.timeline
    address = None if url == "-" else url
    leads = address or (doi_address(given["doi"]) if given["doi"] else None)
    known = edits.same_document(timeline.sources, leads, "", "")
    if known is None:
        title = prompts.needed("title", given["title"], "Title, as printed")
        publisher = prompts.needed("publisher", given["publisher"], "Publisher")
        known = edits.same_document(timeline.sources, None, title, publisher)
    if known:
        say(f"the record has this document already: `{known.id}`, {known.title} ({known.publisher})\n")
        return
    issued = prompts.date("issued", given["issued"])
    fields = {
        "id": id or prompts.new_id(timeline.sources_by_id, "id", publisher, issued or "undated", title),
        "title": title,
        "publisher": publisher,
        "authors": list(given["author"]),
        "issued": issued,
        "accessed": _accessed(timeline, given["accessed"], verified),
        "language": given["language"] or timeline.record.language,
        "url": address,
        "doi": given["doi"],
        "isbn": given["isbn"],
        "kind": prompts.word("kind", given["kind"], timeline, "source_kinds"),
        "relays": [_source(timeline, "relays", each) for each in given["relays"]],
        "note": given["note"],
    }
    _write(_verified(record) if verified else record, "sources", fields)


@add.command("event", epilog='Example: timeline add event --title … --claim "It opened. [@herald]"')
@click.option("--title", metavar="TEXT", help="What happened, in one line.")
@click.option("--date", metavar="DATE", help="When it happened, as precise as the sources.")
@click.option("--kind", metavar="WORD", help=f"One of {', '.join(get_args(EventKind))}.")
@click.option("--status", metavar="WORD", help=f"How well proved: {', '.join(get_args(Status))}.")
@click.option(
    "--claim",
    multiple=True,
    metavar="TEXT",
    help='A sentence with its sources, "It opened in May. [@herald] [@gazette, page 3]"; the first states the event.',
)
@click.option("--summary", metavar="TEXT", help="One to three sentences.")
@click.option("--by", metavar="ACTOR", help="Whose word the claims are, where they are somebody's statement.")
@click.option("--actor", multiple=True, metavar="ACTOR", help="Who acts or speaks in it.")
@click.option("--topic", multiple=True, metavar="TOPIC", help="What it is about.")
@click.option("--place", multiple=True, metavar="PLACE", help="Where it happened.")
@click.option("--key", is_flag=True, help="One of the few that tell the whole story.")
@id_option
@open_record.data_option
def event(folder: Path, id: str | None, key: bool, **given: Any) -> None:
    """Add an event with its claims.

    A source is named by its id or by its address, an actor, a topic or a place by its id or by its name.
    """
    record = _opened(folder)
    timeline = record.loaded.timeline
    title = prompts.needed("title", given["title"], "What happened, in one line")
    date = prompts.date("date", prompts.needed("date", given["date"], "When, such as 2025-04 or 2025-04-09"))
    claims = list(given["claim"]) or [prompts.needed("claim", None, "The sentence that states it, and [@source-id]")]
    by = selection_options.named("by", given["by"], "actor", timeline.actors) if given["by"] else None
    fields = {
        "id": id or prompts.new_id(timeline.events_by_id, "id", title),
        "added": selection_options.today().isoformat(),
        "date": date,
        "title": title,
        "summary": given["summary"],
        "kind": prompts.word("kind", given["kind"], timeline, "kinds"),
        "status": prompts.chosen("status", given["status"], get_args(Status)),
        "key": "true" if key else None,
        "actors": [selection_options.named("actor", each, "actor", timeline.actors) for each in given["actor"]],
        "topics": [selection_options.named("topic", each, "topic", timeline.topics) for each in given["topic"]],
        "places": [selection_options.named("place", each, "place", timeline.places) for each in given["place"]],
        "claims": [_claim(timeline, text, by) for text in claims],
    }
    _write(record, "events", fields)


@add.command("forecast", epilog='Example: timeline add forecast --about bridge --window 2025-05 --wording "in May" …')
@click.option("--about", metavar="TOPIC", help="The topic of which something was predicted.")
@click.option("--window", metavar="DATE", help="The time that was named.")
@click.option("--said", metavar="DATE", help="When it was said.")
@click.option("--wording", metavar="TEXT", help="In which words.")
@click.option("--by", metavar="ACTOR", help="The actor who predicted it.")
@click.option("--cite", multiple=True, metavar="ID", help="Who says that it was predicted.")
@click.option("--read-so", is_flag=True, help="The time is our reading of the words, and was not stated.")
@id_option
@open_record.data_option
def forecast(folder: Path, id: str | None, read_so: bool, **given: Any) -> None:
    """Add what somebody predicted, for when, and who says so."""
    record = _opened(folder)
    timeline = record.loaded.timeline
    about = prompts.needed("about", given["about"], "The topic of which it was predicted")
    about = selection_options.named("about", about, "topic", timeline.topics)
    window = prompts.date("window", prompts.needed("window", given["window"], "The time that was named"))
    wording = given["wording"]
    cite = list(given["cite"]) or prompts.needed("cite", None, "Sources that say so, with spaces between").split()
    fields = {
        "id": id or prompts.new_id([each.id for each in timeline.expectations], "id", about, wording or window or ""),
        "about": about,
        "by": selection_options.named("by", given["by"], "actor", timeline.actors) if given["by"] else None,
        "said": prompts.date("said", given["said"]),
        "window": window,
        "wording": wording,
        "window_basis": "inferred" if read_so else None,
        "cite": [_source(timeline, "cite", each) for each in cite],
    }
    _write(record, "expectations", fields)


@add.command("actor", epilog='Example: timeline add actor "Sele Bridge Builders" --kind company')
@click.argument("name")
@click.option("--kind", metavar="WORD", help=f"One of {', '.join(get_args(ActorKind))}.")
@click.option("--country", metavar="CODE", help="Its seat, in two letters.")
@click.option("--also", multiple=True, metavar="TEXT", help="Another name under which it publishes or is quoted.")
@id_option
@open_record.data_option
def actor(name: str, folder: Path, id: str | None, **given: Any) -> None:
    """Add somebody who acts or speaks in events."""
    record, fields = _begun(folder, "actors", name, id)
    fields |= {
        "kind": prompts.word("kind", given["kind"], record.loaded.timeline, "actor_kinds"),
        "also": list(given["also"]),
        "country": given["country"],
    }
    _write(record, "actors", fields)


@add.command("topic", epilog='Example: timeline add topic "The harbour bridge" --about "The bridge over the Sele."')
@click.argument("name")
@click.option("--about", metavar="TEXT", help="What belongs to it, in one line.")
@id_option
@open_record.data_option
def topic(name: str, folder: Path, id: str | None, about: str | None) -> None:
    """Add what several events are about."""
    record, fields = _begun(folder, "topics", name, id)
    _write(record, "topics", fields | {"about": about})


@add.command("place", epilog='Example: timeline add place Hastings --country GB --at "50.855, 0.573"')
@click.argument("name")
@click.option("--country", metavar="CODE", help="In which country it lies today, in two letters.")
@click.option("--at", "coordinates", metavar="DEGREES", help="Latitude and longitude, with a comma between them.")
@click.option("--also", multiple=True, metavar="TEXT", help="Another name under which people look for it.")
@click.option("--about", metavar="TEXT", help="What and where it is, in one line.")
@id_option
@open_record.data_option
def place(name: str, folder: Path, id: str | None, **given: Any) -> None:
    """Add somewhere that events happen."""
    record, fields = _begun(folder, "places", name, id)
    fields |= {"also": list(given["also"])} | {part: given[part] for part in ("country", "coordinates", "about")}
    _write(record, "places", fields)


def _begun(folder: Path, listed: str, name: str, id: str | None) -> tuple[Record, dict[str, Any]]:
    """The record, and what is written first of an actor, a topic or a place: its id, and its name."""
    record = _opened(folder)
    taken = (each.id for each in getattr(record.loaded.timeline, listed))
    return record, {"id": id or prompts.new_id(taken, "id", name), "name": name}


def _opened(folder: Path) -> Record:
    open_record.read_folder(folder)
    record = Record(folder)
    if not record.loaded.sound:
        raise Misuse("the record has errors", f"mend them first: `timeline check {folder.as_posix()}` tells them")
    return record


def _write(record: Record, name: str, fields: Mapping[str, Any]) -> None:
    said = {key: value for key, value in fields.items() if value not in (None, "", [], ())}
    try:
        added = edits.add(record, name, said)
    except Refused as refused:
        raise atomic_write.refusal(refused) from None
    atomic_write.write(added.changes)
    say(f"{added.path.as_posix()}:{added.line}: written\n\n{added.text}\n")
    others = tuple(problem for problem in added.problems if problem.code != "unused")
    if len(others) < len(added.problems):
        say("\nnothing in the record names it yet\n")
    if others:
        say("\n" + as_text(others, added.loaded.files))


def _accessed(timeline: Timeline, given: str | None, verified: bool) -> str:
    """The day on which it was read, which no record can have after the day up to which it was verified."""
    today = selection_options.today()
    if given:
        return selection_options.day("accessed", given).isoformat()
    through = timeline.record.through
    if today > through and not verified:
        raise Misuse(
            f"the record is checked up to {through.isoformat()}, and you read this document later",
            "--verified moves that day to today, once all is verified again; --accessed says on which day you read it",
        )
    return today.isoformat()


def _verified(record: Record) -> Record:
    """The record with `through` moved to today."""
    try:
        return moved(record, selection_options.today())
    except Refused as refused:
        raise atomic_write.refusal(refused) from None


def _source(timeline: Timeline, option: str, named: str) -> str:
    """The id of a source that somebody names by its id or its address."""
    if "://" not in named:
        return selection_options.named(option, named, "source", timeline.sources)
    known = edits.same_document(timeline.sources, named, "", "")
    if known is None:
        raise Misuse(f"the record has no document at `{named}`", f"`timeline add source {named}` adds it")
    return known.id


def _claim(timeline: Timeline, text: str, by: str | None) -> dict[str, Any]:
    cited = [_citation(_source(timeline, "claim", name), place.strip()) for name, place in _CITED.findall(text)]
    if not cited:
        raise Misuse("a claim needs somebody who says so", "write their ids behind it, as in [@herald-1931]")
    return {"text": _CITED.sub("", text).strip(), **({"by": by} if by else {}), "cite": cited}


def _citation(source: str, locator: str) -> str | dict[str, str]:
    return {"source": source, "locator": locator} if locator else source
