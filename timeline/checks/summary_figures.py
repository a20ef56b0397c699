"""Figures of a summary: each stands in a claim too, in its digits or by its value, or is a date of the event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from timeline.dates import words
from timeline.model import Event
from timeline.problems import Problem
from timeline.problems.slips import UNCOVERED_FIGURE
from timeline.queries.search import numbers
from timeline.queries.search.folded import folded

_FIGURE = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?!\w|[.,]\d)")
_TARGET = re.compile(r"\]\([^)]*\)|<https?:[^>\s]*>")


def check(event: Event) -> Iterator[Problem]:
    """Figures of the summary that neither a claim nor a date of the event has."""
    summary = _said(event.summary or "")
    figures = dict.fromkeys(_FIGURE.findall(summary))
    if not figures:
        return
    claims = [_said(claim.text) for claim in event.claims]
    said = _numbers(claims)
    missing = [figure for figure in figures if _plain(figure) not in said]
    if not missing:
        return
    dated = (event.date, *(rival.date for rival in event.rivals), *(role.date for role in event.dates.values()))
    said |= _numbers(words(date) for date in dated)
    missing = [figure for figure in missing if _plain(figure) not in said]
    for figure in _of_no_claim(summary, claims, missing) if missing else ():
        help = "add a claim that says it, with its source, or leave it out of the summary"
        yield UNCOVERED_FIGURE.at(event.place.at("summary"), label=f"`{figure}` stands in no claim", help=help)


def _numbers(texts: Iterable[str]) -> set[str]:
    return {_plain(figure) for text in texts for figure in _FIGURE.findall(text)}


def _said(text: str) -> str:
    """A text without the addresses of its links, whose figures nobody reads."""
    return _TARGET.sub("]", text)


def _of_no_claim(summary: str, claims: Iterable[str], figures: Iterable[str]) -> Iterator[str]:
    """Those that amount to what no claim says: "£5 million" is the same as "five million pounds", and 07 as 7."""
    said = {value for claim in claims for values, _ in _valued(claim) for value in values}
    amounts: dict[str, bool] = {}
    for values, figure in _valued(summary):
        amounts[figure] = amounts.get(figure, True) and not said.isdisjoint(values)
    yield from (figure for figure in figures if not amounts.get(_plain(figure)))


def _valued(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """What each number may amount to, and the figure in it."""
    return ((values, figure) for _, _, values, figure in numbers.numbers(numbers.chunks(folded(text))))


def _plain(figure: str) -> str:
    """A figure without the commas between its thousands."""
    return re.sub(r",(?=\d{3}(?:\D|$))", "", figure)
