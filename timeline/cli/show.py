"""The command `show`: a record by its id, as text for people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from timeline.cli import find_record, open_record, show_claims, show_records
from timeline.cli.console import Command, Misuse, say
from timeline.cli.find_record import Match
from timeline.cli.terminal_layout import paragraph
from timeline.model import Actor, Claim, Event, Expectation, Location, Source, Timeline, Topic, Track
from timeline.problems.report import where
from timeline.site import document_titles


@click.command("show", cls=Command, epilog="Example: timeline show bridge-opens")
@click.argument("id")
@open_record.data_option
def show_(id: str, folder: Path) -> None:
    """Show what the record holds under an id.

    ID is that of an event, a source, an actor, a topic, a place, an expectation or a track, or of a claim:
    "event-id#claim-id".
    """
    loaded = open_record.read(folder)
    matches = find_record.find(loaded.timeline, id)
    if not matches:
        open_record.unless_lost(loaded, folder, id)
        raise Misuse(f"nothing in the record has the id `{id}`", _remedy(loaded.timeline, id))
    say("\n\n".join(text(loaded.timeline, id, each) for each in matches))
    open_record.confess(loaded, folder)


def text(timeline: Timeline, asked: str, match: Match) -> str:
    """What is known of a record: its name, where it stands, and everything else below."""
    lines: list[str] = []
    if match.now:
        lines += [f"`{asked}` is an old id of `{match.now}`.", ""]
    name = match.record.ref if isinstance(match.record, Claim) else match.record.id
    lines += paragraph(_heading(timeline, match.record))
    lines += [f"{match.thing} {name}, {where(match.record.span)}", ""]
    lines += _body(timeline, match.record)
    while not lines[-1]:
        lines.pop()
    return "".join(f"{line}\n" for line in _spaced(lines))


def _heading(timeline: Timeline, record: Match | object) -> str:
    match record:
        case Event() | Track():
            return record.title
        case Source():
            return document_titles.called(record)
        case Claim():
            return record.text
        case Actor() | Topic() | Location():
            return record.name
        case Expectation():
            topic = timeline.topic(record.about)
            return f"A forecast about {topic.name if topic else record.about}"
    raise TypeError(record)


def _body(timeline: Timeline, record: object) -> Iterator[str]:
    match record:
        case Event():
            return show_claims.event(timeline, record)
        case Claim():
            return show_claims.claim(timeline, record)
        case Source():
            return show_records.source(timeline, record)
        case Actor():
            return show_records.actor(timeline, record)
        case Topic():
            return show_records.topic(timeline, record)
        case Location():
            return show_records.location(timeline, record)
        case Expectation():
            return show_records.expectation(timeline, record)
        case Track():
            return show_records.track(timeline, record)
    raise TypeError(record)


def _spaced(lines: list[str]) -> Iterator[str]:
    """One empty line at a time."""
    before = ""
    for line in lines:
        if line or before:
            yield line
        before = line


def _remedy(timeline: Timeline, id: str) -> str:
    event, mark, _ = id.partition("#")
    if mark and timeline.event(event):
        return f"`timeline show {event}` lists the claims of this event"
    near = [f"`{name}` ({thing})" for name, thing in find_record.near(timeline, id)]
    if not near:
        return find_record.WHERE_IDS_STAND
    return f"{'a similar id is' if len(near) == 1 else 'similar ids are'} {', '.join(near)}"
