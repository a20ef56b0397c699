"""Who stands behind documents: two of one publisher or one author are one witness.

What counts as independent is therefore the hand behind origins and not the document; this is the one place that says
which origins are of one hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from timeline.model import Source, Timeline
from timeline.model.timeline import casefolded

_FAMILY_IN_FRONT = re.compile(r"^([^,]+), *([^,]+)$")


class Hands:
    """Origins by the hand they are of, gathered one after another.

    Two are of one hand when they share a publisher or an author, or when a third one here does so with both.
    Case and spaces make no difference, and a publisher's name ends before a bracket or a slash, behind which
    stands where the document was read: "Wire (copy at Gazette)", "Ferries / Register". All names of an actor are one.
    """

    def __init__(self, timeline: Timeline, sources: Iterable[Source] = ()) -> None:
        self._called = timeline.names_of_actors
        self._names: dict[str, set[str]] = {}
        self._named: dict[str, list[Source]] = {}
        self._gathered: dict[str, list[Source]] = {}
        self._met: list[Source] = []
        self._number = 0
        for source in sources:
            self.add(source)

    def add(self, source: Source, speakers: Iterable[str] = ()) -> int:
        """Takes one more origin, and tells how many hands there are more: 1, 0, or fewer where it joins some.

        It is of one hand with every other that speaks for one of the same speakers, if any are told.
        """
        names = (*_names(source.publisher, tuple(map(str, source.authors))), *map(casefolded, speakers))
        own = self._names.setdefault(source.id, set())
        new = {self._called.get(name, name) for name in names} - own
        if not new:
            return 0
        joined = {id(self._named[name]): self._named[name] for name in new if name in self._named}
        if own:
            joined[id(self._gathered[source.id])] = self._gathered[source.id]
        else:
            self._met.append(source)
        own |= new
        whole: list[Source] = max(joined.values(), key=len, default=[])
        moved = [member for hand in joined.values() if hand is not whole for member in hand]
        if source.id not in self._gathered:
            moved.append(source)
        for member in moved:
            self._gathered[member.id] = whole
            self._named.update(dict.fromkeys(self._names[member.id], whole))
        whole += moved
        self._named.update(dict.fromkeys(new, whole))
        more = 1 - len(joined)
        self._number += more
        return more

    def all(self) -> tuple[tuple[Source, ...], ...]:
        """The origins of each hand, hands and origins in the order in which they were met."""
        by_hand: dict[int, list[Source]] = {}
        for source in self._met:
            by_hand.setdefault(id(self._gathered[source.id]), []).append(source)
        return tuple(map(tuple, by_hand.values()))

    def __len__(self) -> int:
        return self._number


def whose(publisher: str) -> str:
    """Whose a document is, without where it was read: "Wire (copy at Gazette)" is of Wire."""
    return publisher.partition("(")[0].partition(" / ")[0] or publisher


@lru_cache(maxsize=20_000)
def _names(publisher: str, authors: tuple[str, ...]) -> tuple[str, ...]:
    """Who answers for a document, as far as names can be compared; "Doe, Jo" is Jo Doe."""
    turned = (_FAMILY_IN_FRONT.sub(r"\2 \1", author) for author in authors)
    return tuple(name for name in map(casefolded, (whose(publisher), *turned)) if name)
