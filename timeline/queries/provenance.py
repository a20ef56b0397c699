"""Who repeats whom, and how many really saw.

Sources and their relays are one graph (PROV wasDerivedFrom). Followed to its end, a citation leads to
an origin: a primary document or somebody's own reporting. Twelve articles on one report lead to one.
Where a chain ends at somebody who names nobody, or forks without a word about the branch, the origin
is not named, and what is not named never counts. Nor does what is our own reading: a chain that goes on
because we guess so is shown, and leads to no origin.

Two documents of one publisher or one author are one witness: what counts as independent is the hand behind origins
(`hands`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from timeline.model import Citation, Event, Source, Timeline
from timeline.queries.independence import Hands

SHOWN = 80
"""Documents that a page tells of all that one repeats."""
IN_CIRCLES = 2_000
"""Documents after which no further circle of relays is followed."""


@dataclass(frozen=True, slots=True)
class Step:
    """A document in a chain, and the documents it repeats there."""

    source: Source
    relays: tuple[Step, ...] = ()
    again: bool = False
    """Whether the chain has told it further up, with what it repeats."""
    guess: bool = False
    """Whether only we say that the document above repeats it."""
    cut: bool = False
    """Whether it repeats others that are not told here, for there were many already."""

    @property
    def is_origin(self) -> bool:
        return self.source.is_origin


def origin(timeline: Timeline, citation: Citation) -> Source | None:
    """The document that a citation goes back to; nothing when the chain does not name one, or was taken back."""
    cited = timeline.source(citation.source)
    if cited is None or citation.guess or cited.withdrawn:
        return None
    if citation.via == cited.id:
        return cited if cited.is_first_hand else None
    if citation.via is not None:
        if citation.via in cited.guesses:
            return None
        return _end(timeline, timeline.source(citation.via), {cited.id})
    return _end(timeline, cited, set())


def path(timeline: Timeline, citation: Citation) -> tuple[Source, ...]:
    """The documents from the cited one to the last that is named: "Almanac → Harbour Gazette"."""
    if citation.via == citation.source:
        return tuple(source for source in (timeline.source(citation.source),) if source is not None)
    walked: dict[str, Source] = {}
    step: str | None = citation.source
    via = citation.via
    while step is not None and step not in walked and (source := timeline.source(step)) is not None:
        walked[step] = source
        step, via = via or _only_relay(source), None
    return tuple(walked.values())


def readings(timeline: Timeline, citation: Citation) -> frozenset[str]:
    """The documents of its path that only we say are repeated there, by id."""
    documents = path(timeline, citation)
    guessed = {after.id for before, after in pairwise(documents) if after.id in before.guesses}
    if citation.guess and documents:
        guessed.add(documents[min(1, len(documents) - 1)].id)
    return frozenset(guessed)


def hands(timeline: Timeline, citations: Iterable[Citation]) -> Hands:
    """The origins behind some citations, by hand."""
    return Hands(timeline, (end for citation in citations if (end := origin(timeline, citation))))


def independent(timeline: Timeline, citations: Iterable[Citation]) -> int:
    """How many independent origins stand behind some citations: one for each hand, however many sources relay it."""
    return len(hands(timeline, citations))


def independent_of_event(timeline: Timeline, event: Event) -> int:
    """How many stand behind all claims of an event."""
    return independent(timeline, (citation for claim in event.claims for citation in claim.citations))


def independent_of_all(timeline: Timeline) -> int:
    """How many stand behind all of the record: the number that its pages and commands give.

    What an event cites as a whole is among them, though it counts for no claim.
    """
    of_claims = (citation for claim in timeline.claims for citation in claim.citations)
    of_events = (citation for event in timeline.events for citation in event.citations)
    return independent(timeline, (*of_claims, *of_events))


def silent(timeline: Timeline, citation: Citation) -> bool:
    """Whether no origin is named; where a document on the way was taken back, it is not silence that leaves none."""
    return origin(timeline, citation) is None and not any(source.withdrawn for source in path(timeline, citation))


def origins(timeline: Timeline, citations: Iterable[Citation]) -> frozenset[str]:
    """The documents in which some citations end, by id, each once, whoever wrote them."""
    return frozenset(end.id for citation in citations if (end := origin(timeline, citation)))


def cited(event: Event) -> tuple[str, ...]:
    """The sources that an event's claims cite, by id, each once, in the order of their notes."""
    return tuple(dict.fromkeys(citation.source for claim in event.claims for citation in claim.citations))


def cited_at_all(event: Event) -> tuple[str, ...]:
    """The same, and behind them those that only the event as a whole cites."""
    return tuple(dict.fromkeys((*cited(event), *(citation.source for citation in event.citations))))


def chain(timeline: Timeline, source: Source, most: int | None = None) -> Step:
    """Everything a document repeats, followed to the end, or until `most` documents were met.

    A document met again, on another branch or in a loop, is named there without what it repeats: a few
    dozen documents that all repeat each other would make more branches than anybody can draw.
    """
    row: list[tuple[Source, bool, bool, list[int]]] = []  # what comes below stands further on
    told: set[str] = set()
    ahead: list[tuple[Source, bool, list[int]]] = [(source, False, [])]
    while ahead:
        document, guess, siblings = ahead.pop()
        again, below = document.id in told, list[int]()
        siblings.append(len(row))
        row.append((document, again, guess, below))
        if not again and (most is None or len(row) <= most):
            told.add(document.id)
            guesses = document.guesses
            ahead += [(each, each.id in guesses, below) for each in reversed(_relayed(timeline, document))]
    steps: dict[int, Step] = {}
    for place in reversed(range(len(row))):
        document, again, guess, below = row[place]
        cut = most is not None and place >= most and not again and bool(_relayed(timeline, document))
        steps[place] = Step(document, tuple(steps[number] for number in below), again, guess, cut)
    return steps[0]


def longest(timeline: Timeline) -> tuple[Source, ...]:
    """The most documents that repeat one another in a row, the first of which repeats all others in the end.

    Nothing where the relays go in a circle, which has no end.
    """
    above: dict[str, int] = {source.id: 0 for source in timeline.sources}  # how many that repeat it are still to come
    for source in timeline.sources:
        for relayed in _relayed(timeline, source):
            above[relayed.id] += 1
    row = [source for source in timeline.sources if not above[source.id]]
    for source in row:  # grows meanwhile: each document behind all that repeat it
        for relayed in _relayed(timeline, source):
            above[relayed.id] -= 1
            if not above[relayed.id]:
                row.append(relayed)
    if len(row) < len(above):
        return ()
    lengths: dict[str, int] = {}
    following: dict[str, Source] = {}
    for source in reversed(row):
        lengths[source.id] = 1
        for relayed in _relayed(timeline, source):
            if lengths[relayed.id] >= lengths[source.id]:
                lengths[source.id], following[source.id] = lengths[relayed.id] + 1, relayed
    here: Source | None = max(row, key=lambda source: lengths[source.id], default=None)
    chain = list[Source]()
    while here is not None:
        chain.append(here)
        here = following.get(here.id)
    return tuple(chain)


def relayers(timeline: Timeline) -> Mapping[str, tuple[Source, ...]]:
    """For each document, the documents that repeat it, those among them of which we guess so."""
    by_source: dict[str, list[Source]] = {}
    for source in timeline.sources:
        for relayed in dict.fromkeys(source.repeats):
            by_source.setdefault(relayed, []).append(source)
    return {id: tuple(sources) for id, sources in by_source.items()}


@dataclass(frozen=True, slots=True)
class Loops:
    """Circles of relays, one for each relay that has to go: without the relays that close them, no circle is left."""

    circles: tuple[tuple[Source, ...], ...]
    """Each from the source that stands first in the files."""
    more: tuple[tuple[Source, Source], ...]
    """Of the relays that close others, for which there is no room: who repeats there, and whom."""


def loops(timeline: Timeline) -> Loops:
    """The circles of all relays, shown until they have some thousand documents: where everybody repeats everybody
    else, there are thousands of circles of hundreds."""
    place = {source.id: number for number, source in enumerate(timeline.sources)}
    done: set[str] = set()
    circles, more, shown = list[tuple[Source, ...]](), list[tuple[Source, Source]](), 0
    for start in timeline.sources:
        if start.id in done:
            continue
        walked = {start.id: start}  # from the start to here, in order
        ahead = [iter(_relayed(timeline, start))]
        while ahead:
            relayed = next(ahead[-1], None)
            if relayed is None:
                ahead.pop()
                done.add(walked.popitem()[0])
            elif relayed.id in walked and shown < IN_CIRCLES:
                circles.append(_circle(tuple(walked.values()), relayed, place))
                shown += len(circles[-1])
            elif relayed.id in walked:
                more.append((next(reversed(walked.values())), relayed))
            elif relayed.id not in done:
                walked[relayed.id] = relayed
                ahead.append(iter(_relayed(timeline, relayed)))
    return Loops(tuple(circles), tuple(more))


def _circle(walked: tuple[Source, ...], closing: Source, place: Mapping[str, int]) -> tuple[Source, ...]:
    """The end of a walk that has come back to one of its documents."""
    began = next(number for number, source in enumerate(walked) if source.id == closing.id)
    circle = walked[began:]
    turn = min(range(len(circle)), key=lambda number: place[circle[number].id])
    return circle[turn:] + circle[:turn]


def _relayed(timeline: Timeline, source: Source) -> tuple[Source, ...]:
    """The documents it repeats, each once; what is not defined is somebody else's fault."""
    return tuple(relayed for id in dict.fromkeys(source.repeats) if (relayed := timeline.source(id)) is not None)


def _only_relay(source: Source) -> str | None:
    """The one document it repeats; nothing when there are several, or none."""
    return source.repeats[0] if len(set(source.repeats)) == 1 else None


def _end(timeline: Timeline, source: Source | None, met: set[str]) -> Source | None:
    """The end of a chain that never forks, if it is an origin."""
    while source is not None and source.id not in met and source.withdrawn is None:
        if source.is_origin:
            return source
        met.add(source.id)
        relayed = _only_relay(source)
        source = None if relayed in source.guesses else timeline.source(relayed or "")
    return None
