"""An amount of an event is a figure that one of its claims says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from timeline.model import Event, Timeline
from timeline.problems import Problem
from timeline.problems.slips import UNCOVERED_AMOUNT
from timeline.queries.search import numbers
from timeline.queries.search.folded import folded


def slips(timeline: Timeline) -> Iterator[tuple[Problem, tuple[Event]]]:
    """Each figure of an amount that no claim of its event has, by its value or as it stands there."""
    for event in timeline.events:
        said = _said(event) if event.amounts else frozenset()
        for number, amount in enumerate(event.amounts):
            for field, value in (("value", amount.value), ("up_to", amount.up_to)):
                if value is not None and _plain(value) not in said:
                    span = event.place.at("amounts", number, field)
                    help = "add a claim that says it, with its source, or leave the amount out"
                    yield UNCOVERED_AMOUNT.at(span, label=f"`{value}` stands in no claim", help=help), (event,)


def _said(event: Event) -> frozenset[str]:
    """What the numbers of the claims amount to, and their figures alone: of "3 million" both, for a unit may say so."""
    found: set[str] = set()
    for claim in event.claims:
        for _, _, values, figure in numbers.numbers(numbers.chunks(folded(claim.text))):
            found |= {*values, *((_plain(Decimal(figure)),) if re.fullmatch(r"\d+(\.\d+)?", figure) else ())}
    return frozenset(found)


def _plain(value: Decimal) -> str:
    """A number without its sign, as `numbers` has values."""
    return format(abs(value).normalize(), "f")
