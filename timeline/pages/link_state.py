"""What the ledger says of the addresses of documents, in words for readers; nothing where there is no ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from timeline.dates import Date
from timeline.html.context import Context
from timeline.language import NN_
from timeline.model import Source
from timeline.model.ledger import Reach
from timeline.model.words import ReachState
from timeline.site import wording

_ANSWERS: Mapping[ReachState, tuple[str, str]] = {
    "ok": NN_("{n} answers with a document", "{n} answer with a document"),
    "moved": NN_("{n} has moved", "{n} have moved"),
    "gone": NN_("{n} is gone", "{n} are gone"),
    "blocked": NN_("{n} does not answer programs", "{n} do not answer programs"),
    "failing": NN_("{n} gave no answer that can be read", "{n} gave no answer that can be read"),
}
"""What readers are told of each state, of one address and of several."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Where a copy is, and of which day."""

    url: str
    host: str
    on: Date


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What became of the address of one document, as far as readers should know."""

    source: Source
    gone: Date | None = None
    """Since when it is no longer there; told once two looks agree."""
    seen: Date | None = None
    """The last day on which it was."""
    moved_to: str = ""
    moved_host: str = ""
    copy: Copy | None = None
    """One that the record itself does not name."""


@dataclass(frozen=True, slots=True)
class Answers:
    """All of them."""

    asked: int
    answers: list[str]
    """How many there are of each state."""
    first: Date
    last: Date
    """The first and the last of the days on which they were last asked."""
    lost: list[Whereabouts]
    """Documents that are no longer at their address, or say that they moved."""


def whereabouts(context: Context, source: Source) -> Whereabouts | None:
    """What the ledger says of a document that its record does not; None where it adds nothing."""
    reach = context.reaches.get(source.url) if source.url else None
    if reach is None:
        return None
    copy = None
    if reach.snapshots and not source.copies:
        first = reach.snapshots[0]
        copy = Copy(first.url, host(first.url), wording.day(first.on))
    moved = reach.moved_to if reach.state == "moved" and reach.moved_to else ""
    gone = wording.day(reach.since) if reach.is_gone and reach.since else None
    if not (gone or moved or copy):
        return None
    seen = wording.day(reach.seen) if gone and reach.seen else None
    return Whereabouts(source, gone, seen, moved, host(moved) if moved else "", copy)


def answers(context: Context) -> Answers | None:
    """How the addresses of the record answered; None where nobody asked."""
    sources = context.index.timeline.sources
    asked = list(_asked(context, sources))
    days = [reach.checked for reach in asked if reach.checked]
    if not days:
        return None
    states = Counter(reach.state for reach in asked)
    told = [wording.plural(states[state], *words) for state, words in _ANSWERS.items() if states[state]]
    lost = [found for source in sources if (found := whereabouts(context, source)) and (found.gone or found.moved_to)]
    return Answers(len(asked), told, wording.day(min(days)), wording.day(max(days)), lost)


def host(url: str) -> str:
    """The host of an address, as readers know it."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


def _asked(context: Context, sources: tuple[Source, ...]) -> Iterator[Reach]:
    for url in dict.fromkeys(source.url for source in sources):
        reach = context.reaches.get(url) if url else None
        if reach and reach.state:
            yield reach
