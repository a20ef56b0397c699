"""The command `links`: whether the addresses of a record still lead to their documents."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from timeline.cli import atomic_write, ledger, open_record, selection_options
from timeline.cli.console import Command, Misuse, give, say, warn
from timeline.cli.terminal_layout import listed, paragraph
from timeline.edits import proposals
from timeline.edits.files import Change, Record, Refused
from timeline.links.ledger_file import found
from timeline.links.pauses import Pauses
from timeline.links.queue import Offline, rounds
from timeline.links.redirects import Visitor
from timeline.links.schedule import to_ask
from timeline.model import Source
from timeline.model.ledger import Reach
from timeline.model.words import ReachState

loopback_option = click.option("--loopback", is_flag=True, help="Let this machine itself be asked, as a test does.")


@click.command(cls=Command, epilog="Example: timeline links --number 50")
@click.argument("names", nargs=-1, metavar="[ID|ADDRESS]...")
@open_record.data_option
@click.option("--number", type=click.IntRange(1), default=200, show_default=True, help="Ask for so many at most.")
@click.option("--minutes", type=click.FloatRange(0, min_open=True), default=30, show_default=True, help="End by then.")
@click.option("--again", type=click.IntRange(0), default=7, show_default=True, help="Days until one is asked again.")
@click.option("--today", metavar="DAY", help="The day that is written down; by default the day of the clock.")
@click.option("--propose", is_flag=True, help="Ask nobody; print what follows for the record, as a patch.")
@click.option("--apply", is_flag=True, help="Ask nobody; change the record so.")
@loopback_option
def links(
    names: tuple[str, ...],
    folder: Path,
    number: int,
    minutes: float,
    again: int,
    today: str | None,
    propose: bool,
    apply: bool,
    loopback: bool,
) -> None:
    """Ask whether the sources still stand at their addresses.

    What is found stands in "links.yaml" beside the record, one address after the other, so that a run may end at any
    moment and the next goes on. Sites are asked as they want it: robots.txt, pauses, one question at a time. The record
    is not touched: --propose prints what might be changed in it, for `git apply`, and --apply changes it.
    """
    if propose and apply:
        raise Misuse("`--propose` prints a change and `--apply` makes it", "leave out one of them")
    if propose or apply:
        _proposed(folder, apply)
        return
    loaded, book = ledger.opened(folder)
    on = selection_options.today(today or "")
    sources = ledger.chosen(loaded.timeline, names)
    due = to_ask(sources, book.reaches, on, 0 if names else again)
    clock = ledger.CLOCK
    visitor = Visitor(ledger.asker(loaded.timeline, loopback), Pauses(clock, clock.now() + 60 * minutes))
    before = dict(book.reaches)
    asked: list[str] = []
    try:
        for finding in rounds(due[:number], visitor):
            book.put(found(before.get(finding.url), finding, on))
            asked.append(finding.url)
            warn(f"{len(asked):>5} of {min(number, len(due)):,}  {finding.state:<8} {finding.url}")
    except Offline:
        help = "run it where there is a way to the internet; nothing was written"
        raise Misuse("no host has answered at all", help) from None
    book.prune()
    if not sources:
        say(f"{ledger.NOTHING}\n")
        return
    for host, left in visitor.left.items():
        warn(f"{open_record.command()}: {host} fails, so {_rest(left)} left for another run")
    say("".join(f"{line}\n" for line in _told(loaded.timeline.sources, before, book.reaches, asked, len(due))))


def _told(
    sources: Sequence[Source], before: dict[str, Reach], now: dict[str, Reach], asked: Sequence[str], due: int
) -> Iterator[str]:
    """What is otherwise than it was, and how many there are of each state."""
    ids = {source.url: source.id for source in sources}
    for url in asked:
        reach, was = now[url], before.get(url)
        if reach.state == "ok" and (was is None or was.state in (None, "ok")):
            continue
        if was is None or was.state != reach.state or was.moved_to != reach.moved_to:
            yield from paragraph(f"{ids[url]}: {url}", "          ", f"{reach.state:<10}")
            yield from paragraph(f"to {reach.moved_to}" if reach.moved_to else reach.answer or "", "          ")
    yield from paragraph(_sum(Counter(now[url].state for url in asked), due - len(asked)))


def _sum(states: Counter[ReachState | None], left: int) -> str:
    """How many were asked, what they are, and how many are still to be asked."""
    number = states.total()
    rest = f"; {left:,} for another run" if left else ""
    if not number:
        return f"no address asked{rest}" if left else "each address was asked lately"
    parts = listed([f"{each:,} {state}" for state, each in states.most_common()])
    return f"{number:,} {'address' if number == 1 else 'addresses'} asked: {parts}{rest}"


def _rest(number: int) -> str:
    return "another address of it is" if number == 1 else f"{number:,} other addresses of it are"


def _proposed(folder: Path, apply: bool) -> None:
    open_record.confess(open_record.read(folder), folder)
    record = Record(folder)
    wanted = proposals.proposals(record)
    try:
        changes = proposals.applied(record, wanted)
    except Refused as refused:
        raise atomic_write.refusal(refused) from None
    for each in wanted:
        warn(f"{each.source.id}: `{each.field}: {each.value}`; {each.why}")
    if not wanted:
        warn("the ledger suggests no change to the record")
    if apply:
        atomic_write.write(changes)
    else:
        give("".join(line for change in changes for line in _patch(change)).encode())


def _patch(change: Change) -> Iterator[str]:
    """The change of a file as programs take it that apply patches."""
    before, after = (raw.decode().splitlines(keepends=True) for raw in (change.before or b"", change.after))
    name = change.path.as_posix()
    for line in difflib.unified_diff(before, after, f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
