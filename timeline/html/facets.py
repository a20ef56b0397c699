"""The ways in which a list on a page can be narrowed, with how many of its rows each of them would leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Facet:
    """One question about a row, and the answers that occur."""

    name: str
    """Of the attribute that rows carry, and of the choice in the address."""
    label: str
    options: tuple[tuple[str, str, int], ...]
    """Value, words, and how many rows have it."""


def facet(
    name: str,
    label: str,
    answers: Iterable[str],
    words: Callable[[str], str] = str,
    *,
    by_number: bool = False,
    down: bool = False,
) -> Facet:
    """The answers in the order of their words, or the commonest first; several of one row are parted by spaces."""
    counts = Counter(value for answer in answers for value in answer.split())
    rows = [(value, words(value), number) for value, number in counts.items()]
    rows.sort(key=(lambda row: (-row[2], row[1].lower())) if by_number else (lambda row: row[1].lower()), reverse=down)
    return Facet(name, label, tuple(rows))


def token(text: str) -> str:
    """A name as one word, for an attribute that holds several."""
    return "_".join(text.split())
