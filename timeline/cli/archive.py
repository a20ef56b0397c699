"""The command `archive`: which copies of the sources archives keep, and asking for one where there is none."""

from __future__ import annotations

import datetime
import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import click

from timeline.cli import ledger, open_record, selection_options
from timeline.cli.console import Command, Misuse, say, warn
from timeline.cli.links import loopback_option
from timeline.cli.terminal_layout import listed, paragraph
from timeline.links.ledger_file import kept
from timeline.links.pauses import Elapsed
from timeline.links.request import Limits
from timeline.links.schedule import to_seek, unsavable
from timeline.links.wayback import Archive, Refusal, Service, Unheard
from timeline.model import Source
from timeline.model.address import unsafe
from timeline.model.ledger import Reach, Snapshot

KEYS = ("WAYBACK_ACCESS_KEY", "WAYBACK_SECRET_KEY")
"""Variables with the keys of an account at the archive, which are never printed."""
_A_DAY = datetime.timedelta(days=1)
"""It may be tomorrow where an archive stands."""
_SILENT = 3
"""Addresses of which nothing was heard one after the other, after which the archive is left alone."""


@click.command(cls=Command, epilog="Example: timeline archive --save --number 20")
@click.argument("names", nargs=-1, metavar="[ID|ADDRESS]...")
@open_record.data_option
@click.option("--save", is_flag=True, help="Ask for a copy to be made where there is none.")
@click.option("--number", type=click.IntRange(1), default=100, show_default=True, help="Look for so many at most.")
@click.option("--minutes", type=click.FloatRange(0, min_open=True), default=30, show_default=True, help="End by then.")
@click.option("--again", type=click.IntRange(0), default=30, show_default=True, help="Days until one is sought again.")
@click.option("--today", metavar="DAY", help="The day that is written down; by default the day of the clock.")
@click.option("--service", metavar="ADDRESS", help="Another archive with the interfaces of the Wayback Machine.")
@loopback_option
def archive(
    names: tuple[str, ...],
    folder: Path,
    save: bool,
    number: int,
    minutes: float,
    again: int,
    today: str | None,
    service: str | None,
    loopback: bool,
) -> None:
    """Look for copies of the sources in the Wayback Machine.

    Asked for are sources of which neither the record nor the ledger names a copy. What is found stands in "links.yaml"
    at once; `timeline links --propose` proposes it for the record. With --save the archive is asked for a copy where it
    has none: with the keys of an account in WAYBACK_ACCESS_KEY and WAYBACK_SECRET_KEY twice as often as without.
    """
    loaded, book = ledger.opened(folder)
    on = selection_options.today(today or "")
    asked = ledger.chosen(loaded.timeline, names)
    due = to_seek(asked, book.reaches, on, 0 if names else again, save)
    clock = ledger.CLOCK
    asker = replace(ledger.asker(loaded.timeline, loopback), limits=Limits(seconds=120))
    copies = Archive(_service(service, loopback), asker, clock, clock.now() + 60 * minutes)
    results: Counter[str] = Counter()
    silent = 0
    for place, source in enumerate(due[:number], 1):
        assert source.url
        try:
            copy, refusal, word = _sought(
                copies, source, source.read_on(loaded.timeline.record.through), book.reaches.get(source.url), on, save
            )
        except Elapsed:
            break
        except Unheard as fault:
            silent += 1
            warn(f"{place:>5} of {min(number, len(due)):,}  unheard  {source.url}: {fault}")
            if silent == _SILENT:
                warn(f"{open_record.command()}: the archive says nothing of use, so it is left alone")
                break
            continue
        silent = 0
        results[word] += 1
        book.put(kept(book.reaches.get(source.url), source.url, copy, refusal, on))
        more = f" ({copy.on})" if copy else f": {refusal}" if refusal else ""
        warn(f"{place:>5} of {min(number, len(due)):,}  {word:<8} {source.url}{more}")
    nothing = "of each source a copy is known, or was sought lately" if asked else ledger.NOTHING
    say("".join(f"{line}\n" for line in paragraph(_sum(results, len(due) - results.total()) or nothing)))


def _sought(
    copies: Archive, source: Source, near: datetime.date, reach: Reach | None, today: datetime.date, save: bool
) -> tuple[Snapshot | None, str, str]:
    """The copy of a source, why there is none, and what became of the question in a word."""
    assert source.url
    since = source.issued.earliest if source.issued else None
    if copy := copies.look(source.url, near, since, today + _A_DAY):
        return copy, "", "found"
    if not save:
        return None, "", "none"
    if why := unsavable(source, reach):
        return None, why, "refused"
    try:
        return copies.save(source.url, today), "", "saved"
    except Refusal as refused:
        return None, str(refused), "refused"


def _service(address: str | None, loopback: bool) -> Service:
    keys = [os.environ.get(name, "").strip() for name in KEYS]
    signed = ":".join(keys) if all(keys) else ""
    if any(keys) and not all(keys):
        raise Misuse(f"of {KEYS[0]} and {KEYS[1]} only one is set", "set both, or none")
    if not all(key.isascii() and key.isprintable() for key in keys):
        raise Misuse("the keys hold signs that no key has", f"set {KEYS[0]} and {KEYS[1]} anew")
    if address is None:
        return replace(Service(), keys=signed)
    if reason := unsafe(address):
        raise Misuse(f"`{address}` is no address of an archive: {reason}", "write it as `https://archive.example`")
    if signed and urlsplit(address).scheme != "https" and not loopback:
        raise Misuse("keys go over https only", "name the service with `https://` in front")
    return Service.at(address, signed)


def _sum(results: Counter[str], left: int) -> str:
    """What became of the questions; nothing where there was none to ask."""
    number = results.total()
    rest = f"; {left:,} for another run" if left else ""
    if not number:
        return f"nothing was learnt{rest}" if left else ""
    parts: Sequence[str] = [f"{each:,} {word}" for word, each in results.most_common()]
    return f"copies of {number:,} {'source' if number == 1 else 'sources'} sought: {listed(parts)}{rest}"
