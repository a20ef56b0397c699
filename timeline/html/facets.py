"""The ways in which a list on a page can be narrowed, with how many of its rows each of them would leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from timeline.model import Actor, Topic

Subject = Actor | Topic
NONE: Mapping[str, Subject] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Facet:
    """One question about a row, and the answers that occur."""

    name: str
    """Of the attribute that rows carry, and of the choice in the address."""
    label: str
    options: tuple[tuple[str, str, int], ...]
    """Value, words, and how many rows have it."""
    former: Mapping[str, str]
    """The ids that values had in former times, parted by spaces: an address that names one was kept."""


def facet(
    name: str,
    label: str,
    answers: Iterable[str],
    words: Callable[[str], str] = str,
    *,
    by_number: bool = False,
    down: bool = False,
    of: Mapping[str, Subject] = NONE,
) -> Facet:
    """The answers in the order of their words, or the commonest first; several of one row are parted by spaces.

    `of` are the records whose ids they are.
    """
    counts = Counter(value for answer in answers for value in answer.split())
    rows = [(value, words(value), number) for value, number in counts.items()]
    rows.sort(key=(lambda row: (-row[2], row[1].lower())) if by_number else (lambda row: row[1].lower()), reverse=down)
    former = {id: " ".join(of[id].aliases) for id in counts if id in of and of[id].aliases}
    return Facet(name, label, tuple(rows), former)


def token(text: str) -> str:
    """A name as one word, for an attribute that holds several."""
    return "_".join(text.split())
