"""Notes: the documents behind an event's claims, numbered as they are met, each once with all its places.

Seven sentences that rest on one article are seven places of one note: a reader who counts numbers counts
documents. Behind the notes stands who repeats whom, as a tree from the ends of all chains.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from timeline.model import Citation, Quotation, Source


@dataclass(frozen=True, slots=True)
class Trace:
    """A citation followed to its end."""

    source: Source
    path: tuple[Source, ...]
    """The documents it goes back through, the cited one not counted."""
    origin: Source | None
    forks: bool
    """Whether the chain ends at a document that relays several and says nothing about the branch."""
    own: bool
    """Whether the cited document, which repeats others elsewhere, here speaks in words of its own."""
    guessed: frozenset[str] = frozenset()
    """The documents of which only we say that they are repeated there, by id; then no origin is counted."""

    @property
    def withdrawn(self) -> bool:
        """Whether a document on the way was taken back; then no origin is counted either."""
        return any(source.withdrawn for source in (self.source, *self.path))


@dataclass(frozen=True, slots=True)
class Place:
    """One way in which an event's claims cite a document."""

    trace: Trace
    locator: str | None
    attributed_to: str | None
    """Whom the end of its chain names."""
    quotation: Quotation | None = None
    """The words of the document there."""


@dataclass(frozen=True, slots=True)
class Note:
    """A document that an event or its claims cite."""

    number: int
    source: Source
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Pointer:
    """What one claim cites of a note."""

    note: Note
    places: tuple[int, ...]
    """Which of its places, from 1."""

    @property
    def whole(self) -> bool:
        """Whether the claim cites the document wherever the event does."""
        return len(self.places) == len(self.note.places)


@dataclass(frozen=True, slots=True)
class Branch:
    """A document in the tree of who repeats whom, the origin at its root."""

    source: Source
    repeated_by: tuple[Branch, ...]
    notes: tuple[int, ...] = ()
    """The numbers of the notes that cite it here, on the page of an event."""
    origin: bool = False
    """Whether chains that end here have an origin."""
    own: bool = False
    """Whether it is cited here for words of its own, though it repeats others elsewhere."""
    guess: bool = False
    """Whether a chain that ends here was followed by our own reading, so that it leads to no origin."""


def numbered(
    rows: Iterable[Iterable[Citation]], trace: Callable[[Citation], Trace], numbers: Mapping[str, int] | None = None
) -> tuple[tuple[tuple[Pointer, ...], ...], tuple[Note, ...]]:
    """For each row of citations, such as those of a claim, what it cites, and all notes in their order.

    `numbers` are those that documents have already: on an earlier day fewer were out, and each keeps its number.
    """
    places: dict[str, dict[tuple[object, ...], Place]] = {}
    cited: list[dict[str, dict[int, None]]] = []
    for row in rows:
        own: dict[str, dict[int, None]] = {}
        for citation in row:
            key = (citation.via, citation.guess, citation.locator, citation.attributed_to, citation.quotation)
            places_of = places.setdefault(citation.source, {})
            if key not in places_of:
                places_of[key] = Place(trace(citation), citation.locator, citation.attributed_to, citation.quotation)
            own.setdefault(citation.source, {})[list(places_of).index(key) + 1] = None
        cited.append(own)
    kept = dict(zip(places, itertools.count(1))) if numbers is None else numbers
    notes = {
        id: Note(kept[id], next(iter(found.values())).trace.source, tuple(found.values()))
        for id, found in places.items()
    }
    pointers = tuple(tuple(Pointer(notes[id], tuple(which)) for id, which in own.items()) for own in cited)
    return pointers, tuple(notes.values())


def branches(notes: Iterable[Note]) -> tuple[Branch, ...]:
    """Who repeats whom behind some notes: the ends of all chains, those with an origin first."""
    tree: _Tree = {}
    for note in notes:
        for trace in {id(place.trace): place.trace for place in note.places}.values():
            below, twig = tree, None
            for source in (*reversed(trace.path), trace.source):
                twig = below.setdefault((source.id, trace.own, bool(trace.guessed)), _Twig(source))
                twig.origin = twig.origin or source is trace.origin
                below = twig.below
            assert twig is not None
            twig.notes.append(note.number)
    return tuple(sorted(_branches(tree), key=lambda branch: not branch.origin))


_Tree = dict[tuple[str, bool, bool], "_Twig"]


@dataclass(slots=True)
class _Twig:
    """A branch while it grows."""

    source: Source
    origin: bool = False
    below: _Tree = field(default_factory=dict)
    notes: list[int] = field(default_factory=list)


def _branches(tree: Mapping[tuple[str, bool, bool], _Twig]) -> tuple[Branch, ...]:
    return tuple(
        Branch(twig.source, _branches(twig.below), tuple(dict.fromkeys(twig.notes)), twig.origin, own, guess)
        for (_, own, guess), twig in tree.items()
    )
