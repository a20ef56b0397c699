"""How commands open and write the ledger: after each finding, in one stroke, so that a run may end at any moment."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path

import click

from timeline.cli import atomic_write, open_record
from timeline.cli.console import Misuse, warn
from timeline.links import ledger_file
from timeline.links.allowed_hosts import Network
from timeline.links.pauses import Clock
from timeline.links.request import Asker
from timeline.links.robots import PRODUCT
from timeline.loader import Loaded
from timeline.loader.files import LEDGER
from timeline.model import Source, Timeline
from timeline.model.ledger import Reach
from timeline.problems.problem import Severity
from timeline.problems.report import as_text
from timeline.problems.suggestions import nearest

CLOCK = Clock(time.monotonic, time.sleep)
"""How long a run lasts and how long it rests; no day is told by it."""
NOTHING = "no source of the record has an address"


@dataclass
class Ledger:
    """What is known of each address of a record, and the file that holds it."""

    path: Path
    reaches: dict[str, Reach]
    _held: bytes | None = field(default=None, repr=False)
    """The file as it was last read or written."""

    def put(self, reach: Reach) -> None:
        """Takes down what was found."""
        self.reaches[reach.url] = reach
        self.save()

    def prune(self) -> None:
        """Takes out of the file what the record no longer has; where there is no file, none is made for that."""
        if self._held is not None:
            self.save()

    def save(self) -> None:
        """Writes the file where it says something else than before."""
        fresh = ledger_file.written(self.reaches)
        if fresh == self._held:
            return
        try:
            atomic_write.put(self.path, fresh, self._held)
        except atomic_write.Overtaken as error:
            raise Misuse(f"`{self.path.as_posix()}` is left alone: {error}", "run the command again") from None
        self._held = fresh


def opened(folder: Path) -> tuple[Loaded, Ledger]:
    """A record without a fault, and its ledger without addresses that no source has any more."""
    loaded = open_record.read(folder)
    path = folder / LEDGER
    _unless_broken(loaded, path)
    open_record.confess(loaded, folder)
    addresses = [source.url for source in loaded.timeline.sources if source.url]
    held = path.read_bytes() if path.is_file() else None
    return loaded, Ledger(path, ledger_file.only(loaded.reaches, addresses), held)


def _unless_broken(loaded: Loaded, path: Path) -> None:
    """Ends the command where the ledger cannot be read, and tells why: nobody has typed it, so nobody knows it."""
    faults = [each for each in loaded.problems if Path(each.span.file) == path and each.severity is Severity.ERROR]
    if faults:
        warn(as_text(faults, loaded.files).rstrip())
        help = "mend it, or move it away: what it knew is found anew"
        warn(f"{open_record.command()}: `{path.as_posix()}` is left as it is\n  = help: {help}")
        raise click.exceptions.Exit(1)


def chosen(timeline: Timeline, names: Sequence[str]) -> list[Source]:
    """The sources with an address that were named by id or address; without a name, all of them."""
    sources = [source for source in timeline.sources if source.url]
    if not names:
        return sources
    picked = []
    for name in names:
        found = [source for source in sources if name in (source.id, source.url, *source.aliases)]
        if not found:
            near = nearest(name, [source.id for source in sources])
            help = f"a similar id is `{near}`" if near else "`timeline show ID` shows a source"
            raise Misuse(f"no source with an address is called `{name}`", help)
        picked += found
    return picked


def asker(timeline: Timeline, loopback: bool) -> Asker:
    """Who asks, and says so."""
    try:
        release = metadata.version("sourced-timeline")
    except metadata.PackageNotFoundError:
        release = "0"
    contact = timeline.record.contact or ""
    whose = f"; {contact}" if contact.isascii() and contact.isprintable() and contact else ""
    return Asker(f"{PRODUCT}/{release} (looks after the sources of a chronology{whose})", Network(loopback))
