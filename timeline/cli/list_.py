"""The command `list`: events one below the other, and a sentence that says which they are."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from timeline import dates
from timeline.cli import list_states, open_record, selection_options, wording
from timeline.cli.console import Command, for_any_encoding, say
from timeline.cli.selection_options import Asked
from timeline.cli.terminal_layout import count, paragraph
from timeline.dates import Date
from timeline.model import Event, Timeline
from timeline.queries import order, provenance
from timeline.queries.as_of import as_of
from timeline.queries.search.vocabulary import vocabulary
from timeline.queries.selection import Selection, by_family, select

_ALL = Selection()


@click.command("list", cls=Command, epilog='Example: timeline list licence --topic bridge --from "april 2025"')
@click.argument("words", nargs=-1)
@open_record.data_option
@open_record.narrowed
@click.option(
    "--of",
    "thing",
    type=click.Choice(list_states.THINGS),
    default="events",
    metavar="WORD",
    help="events, or how expectations or tracks stand.",
)
@click.option("--newest-first", is_flag=True, help="The last event first.")
@open_record.form_option
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
      actors, topics, places                        lists of ids
      claims, sources, origins                      how many
    Of expectations: id, about, said, window, standing.
    Of tracks: id, title, state, tone.
    """
    loaded = open_record.read(folder)
    named = {name.replace("_", "-"): values for name, values in facets.items()}
    flags = {"key": key, "disputed": disputed}
    range = {"from": start, "to": end}
    question = selection_options.asked(loaded.timeline, words, named, range, flags, as_of)
    if thing != "events":
        text = list_states.listed(loaded.timeline, thing, question, form)
        say(for_any_encoding(text) if form == "json" else text)
        return open_record.confess(loaded, folder)
    fitting = chosen(loaded.timeline, question)
    if form == "json":
        say(for_any_encoding(as_json(fitting, newest_first)))
    else:
        say(as_text(loaded.timeline, fitting, question, newest_first))
    open_record.confess(loaded, folder)


def chosen(timeline: Timeline, asked: Asked) -> Timeline:
    """The events that were asked for, as they were known on the day."""
    known = vocabulary(timeline) if asked.on and asked.selection.q else None
    return select(as_of(timeline, asked.on) if asked.on else timeline, asked.selection, known)


def as_text(whole: Timeline, chosen: Timeline, asked: Asked, newest_first: bool) -> str:
    """The list, and below it what it shows of the whole; of an empty one, what stands in the way."""
    lines: list[str] = []
    for event in _ordered(chosen, newest_first):
        lines += [*paragraph(f"{dates.words(event.date)}: {event.title}", "    ", "  "), *_facts(chosen, event), ""]
    lines += paragraph(_sentence(whole, chosen, asked))
    if whole.events and not chosen.events:
        lines += paragraph(_looser(whole, asked))
    return "".join(f"{line}\n" for line in lines)


def as_json(chosen: Timeline, newest_first: bool) -> str:
    """A list of objects that keeps its shape: names and words of the data, dates in EDTF, and three counts."""
    rows = [
        {
            "id": event.id,
            "title": event.title,
            "date": event.date.text,
            "kind": event.kind,
            "status": event.status,
            "course": event.course,
            "key": event.key,
            "actors": list(event.actors),
            "topics": list(event.topics),
            "places": list(event.places),
            "claims": len(event.claims),
            "sources": len(provenance.cited(event)),
            "origins": provenance.independent_of_event(chosen, event),
        }
        for event in _ordered(chosen, newest_first)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _ordered(chosen: Timeline, newest_first: bool) -> Sequence[Event]:
    return order.backwards(chosen.events) if newest_first else chosen.events


def _facts(timeline: Timeline, event: Event) -> Iterator[str]:
    origins = provenance.independent_of_event(timeline, event)
    sources = count(len(provenance.cited(event)), "source")
    behind = count(origins, "origin") if origins else "no origin named"
    yield from paragraph(f"{wording.standing(event)}, {sources}, {behind} ({event.id})", "    ")


def _sentence(whole: Timeline, chosen: Timeline, asked: Asked) -> str:
    """What is shown: "14 of 118 events, April to June 2025, about the bridge, as known on 1 May 2025"."""
    shown, all = len(chosen.events), count(len(whole.events), "event")
    if not whole.events:
        return "the record has no events"
    amount = f"{shown:,} of {all}" if shown else f"none of {all}"
    if shown == len(whole.events) > 1:
        amount = f"all {all}"
    return ", ".join((amount, *_conditions(whole, asked)))


def _conditions(whole: Timeline, asked: Asked) -> Iterator[str]:
    wanted = asked.selection
    if wanted.start or wanted.end:
        yield _range(wanted.start, wanted.end)
    families = by_family(whole, wanted.topic)
    topics = [[topic.name for topic in whole.topics if topic.id in family] for family in families]
    actors = (actor.name for actor in whole.actors if actor.id in wanted.actor)
    places = (place.name for place in whole.places if place.id in wanted.place)
    facets: tuple[tuple[str, Iterable[str]], ...] = (
        *(("about ", names) for names in topics),
        ("with ", actors),
        ("in ", places),
        ("of the kind ", wanted.kind),
        ("", wanted.status),
        ("", wanted.course),
        ("from a source of the kind ", wanted.source_kind),
    )
    for before, values in facets:
        if words := _or(values):
            yield before + words
    if wanted.key:
        yield "only key events"
    if wanted.disputed:
        yield "only what is in dispute"
    if wanted.q:
        yield f'with the words "{wanted.q}"'
    if asked.on:
        yield f"as known on {wording.day(asked.on)}"


def _range(start: Date | None, end: Date | None) -> str:
    """A stretch of time in words; its ends are the outer ones of what was typed."""
    first, last = start and start.start, end and end.end
    if start and end and first and last:
        return dates.words(dates.parse(f"{first}/{last}"))
    if start and first:
        return dates.words(dates.parse(f"{first}/.."))
    return dates.words(dates.parse(f"../{last}")) if end and last else "at any time"


def _or(values: Iterable[str]) -> str:
    *first, last = [*values] or [""]
    return f"{', '.join(first)} or {last}" if first else last


def _looser(whole: Timeline, asked: Asked) -> str:
    """What would be found without one of the conditions."""
    without = [(name, len(chosen(whole, looser).events)) for name, looser in _loosened(asked)]
    helpful = [(name, number) for name, number in without if number]
    if not helpful:
        return "no single condition stands in the way; leave out two or more"
    return ", ".join(f"without {name} {number:,} would be found" for name, number in helpful)


def _loosened(asked: Asked) -> Iterator[tuple[str, Asked]]:
    """The same question with one condition less, each with the name of that condition."""
    wanted = asked.selection
    ends = " and ".join(f"`--{name}`" for name, end in (("from", wanted.start), ("to", wanted.end)) if end)
    names: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("the words", ("q",)),
        ("`--topic`", ("topic",)),
        ("`--actor`", ("actor",)),
        ("`--place`", ("place",)),
        ("`--kind`", ("kind",)),
        ("`--status`", ("status",)),
        ("`--course`", ("course",)),
        ("`--source-kind`", ("source_kind",)),
        (ends, ("start", "end")),
        ("`--key`", ("key",)),
        ("`--disputed`", ("disputed",)),
    )
    for name, fields in names:
        if any(getattr(wanted, field) for field in fields):
            looser = dataclasses.replace(wanted, **{field: getattr(_ALL, field) for field in fields})
            yield name, dataclasses.replace(asked, selection=looser)
    if asked.on:
        yield "`--as-of`", dataclasses.replace(asked, on=None)
