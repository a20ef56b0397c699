"""The plain twin of the axis: how many events stand in each month, every number a way to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from timeline.dates import month_words
from timeline.html.environment import environment
from timeline.model import Event
from timeline.queries import order
from timeline.site import paging, urls
from timeline.site.urls import Links


@dataclass(frozen=True, slots=True)
class Cell:
    """Events below one heading, and where that is."""

    count: int = 0
    address: str = ""


@dataclass(frozen=True, slots=True)
class Year:
    """Twelve months, and what is known to the year only or lasted longer than a month."""

    name: str
    address: str
    months: tuple[Cell, ...]
    rest: Cell
    total: int


def grid(events: Sequence[Event], links: Links) -> Markup:
    """Each event counted once, where it stands on the page of its year."""
    return Markup(
        environment()
        .get_template("months.html")
        .render(
            years=_years(events, links),
            months=[(month_words(n), month_words(n, short=True)[:1]) for n in range(1, 13)],
            total=len(events),
        )
    )


def _years(events: Sequence[Event], links: Links) -> list[Year]:
    groups, totals = order.by_month(events), Counter[str]()
    for group in groups:
        totals[group.heading.year] += len(group.events)
    years: dict[str, list[Cell]] = {}
    for group in groups:
        heading = group.heading
        row = years.setdefault(heading.year, [Cell() for _ in range(13)])
        place = heading.month - 1 if heading.month else 12
        page = links.to(paging.page(heading, totals[heading.year]))
        address = row[place].address or f"{page}#{urls.month_anchor(heading)}"
        row[place] = Cell(row[place].count + len(group.events), address)
    return [
        Year(
            paging.year_name(year),
            links.year(year),
            tuple(row[:12]),
            row[12],
            sum(cell.count for cell in row),
        )
        for year, row in years.items()
    ]
