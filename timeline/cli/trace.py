"""The command `trace`: a document among the others: whom it repeats, who repeats it, and what rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

import click

from timeline import dates
from timeline.cli import find_record, open_record, wording
from timeline.cli.console import Command, Misuse, say, similar
from timeline.cli.terminal_layout import count, paragraph, section
from timeline.model import Source, Timeline
from timeline.problems.report import where
from timeline.queries import provenance
from timeline.queries.index import Index
from timeline.queries.uses import Use
from timeline.site import document_titles

_DEEPEST = 12
"""A chain may be longer than a terminal is wide."""


@click.command(cls=Command, epilog="Example: timeline trace reuters-2025-02-25")
@click.argument("source")
@open_record.data_option
def trace(source: str, folder: Path) -> None:
    """Trace whom a source repeats, who repeats it, and which claims rest on it.

    SOURCE is the id of a source.
    """
    loaded = open_record.read(folder)
    matches = find_record.find(loaded.timeline, source)
    for each in matches:
        if isinstance(each.record, Source):
            say(text(loaded.timeline, each.record, source))
            return open_record.confess(loaded, folder)
    if matches:
        raise Misuse(f"`{source}` is the id of {_a(matches[0].thing)}", f"`timeline show {source}` shows it")
    open_record.unless_lost(loaded, folder, source)
    near = similar(source, loaded.timeline.sources_by_id, "a source") or find_record.WHERE_IDS_STAND
    raise Misuse(f"no source has the id `{source}`", near)


def text(timeline: Timeline, source: Source, asked: str) -> str:
    """Both directions of the graph of relays, and the claims at its end."""
    lines = [f"`{asked}` is an old id of `{source.id}`.", ""] if asked != source.id else []
    lines += paragraph(document_titles.called(source))
    lines += [f"source {source.id}, {where(source.span)}"]
    lines += paragraph(wording.document(source) + _end(source))
    lines += section("Whom it repeats", _repeated(timeline, source))
    lines += section("Who repeats it", _repeating(timeline, source))
    uses = Index(timeline).uses.get(source.id, ())
    lines += section("What rests on it", _resting(timeline, uses))
    lines += ["", *paragraph(_sum(source, uses))]
    return "".join(f"{line}\n" for line in lines)


def _repeated(timeline: Timeline, source: Source) -> Iterator[str]:
    """The chain down to its ends."""
    ahead = [(step, 0) for step in reversed(provenance.chain(timeline, source).relays)]
    while ahead:
        step, depth = ahead.pop()
        yield from _document(step.source, depth, _end(step.source, step.guess), step.again)
        ahead += [(inner, depth + 1) for inner in reversed(step.relays)]


def _repeating(timeline: Timeline, source: Source) -> Iterator[str]:
    """Those that repeat it, below them those that repeat these."""
    relayers, told = provenance.relayers(timeline), {source.id}
    ahead = [(other, source.id, 0) for other in reversed(relayers.get(source.id, ()))]
    while ahead:
        other, repeated, depth = ahead.pop()
        again = other.id in told
        yield from _document(other, depth, ", in our reading" if repeated in other.guesses else "", again)
        told.add(other.id)
        if not again:
            ahead += [(further, other.id, depth + 1) for further in reversed(relayers.get(other.id, ()))]


def _document(source: Source, depth: int, end: str, again: bool) -> Iterator[str]:
    indent = "  " * min(depth + 1, _DEEPEST)
    more = ", told above" if again else end
    yield from paragraph(f"{wording.document(source)}{more} ({source.id})", indent + "    ", indent)


def _end(source: Source, guess: bool = False) -> str:
    """What a document is to those that lead to it, when it leads no further, or when only we say that they do."""
    if guess:
        return ", our reading, not counted"
    if source.is_origin:
        return ", an origin"
    return "" if source.relays else ", a dead end: it names nobody"


def _resting(timeline: Timeline, uses: Iterable[Use]) -> Iterator[str]:
    for event, claims in groupby(uses, key=lambda use: use.event):
        yield from paragraph(f"{event.title}, {dates.words(event.date)} ({event.id})", "    ", "  ")
        for use in claims:
            yield from _claim(timeline, use)


def _claim(timeline: Timeline, use: Use) -> Iterator[str]:
    """A claim, and below it where and through whom it rests on the document."""
    first = f"    {use.claim.number}. "
    yield from paragraph(use.claim.text, " " * len(first), first)
    for citation in use.citations:
        yield from paragraph(wording.passage(timeline, citation), " " * (len(first) + 2), " " * len(first))


def _sum(source: Source, uses: Sequence[Use]) -> str:
    """The last line: how much rests on the document, and how much of it through others."""
    if not uses:
        return "no claim rests on it"
    events = count(len({use.event.id for use in uses}), "event")
    through = sum(all(citation.source != source.id for citation in use.citations) for use in uses)
    others = f", {'all' if through == len(uses) else f'{through:,}'} of them through others only" if through else ""
    if len(uses) == 1:
        return f"1 claim rests on it{', through others only' if through else ''}"
    return f"{count(len(uses), 'claim')} of {events} rest on it{others}"


def _a(thing: str) -> str:
    return f"an {thing}" if thing[0] in "aeiou" else f"a {thing}"
