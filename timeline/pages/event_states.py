"""How the page of an event read on earlier days: a file beside it, for whoever asks for a day.

A page of an earlier day is the page that a build of that day would have, drawn by the same functions from a view of
the record. Two days differ in few lines, so all lines stand once and a day says which of them it has. Where a page says
the last day in words, a place is left for it, since a page reads the same on many days.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from markupsafe import Markup

from timeline.html.context import Context
from timeline.model import Event
from timeline.pages import event_claims, event_content
from timeline.queries.index import Index
from timeline.site import urls
from timeline.site.file import SiteFile
from timeline.site.text_language import spoken

DAY = "⟦day⟧"
"""The place for the day, in words."""


def has_file(index: Index, event: Event) -> bool:
    """Whether the page ever read otherwise: not that of an event which became known on the last day of the record."""
    return index.changes.began(event) < index.changes.through


def file(context: Context, event: Event, numbers: Mapping[str, int]) -> SiteFile:
    """All of it."""
    lines: dict[str, int] = {}
    days: list[int] = []
    shown: list[list[int]] = []
    for day, text in states(context, event, numbers):
        places = [lines.setdefault(line, len(lines)) for line in str(text).split("\n")]
        runs = list(_runs(places))
        if not shown or shown[-1] != runs:
            days.append(day)
            shown.append(runs)
    told = {"version": context.index.version, "days": days, "shown": shown, "lines": list(lines)}
    return SiteFile(address(event), json.dumps(told, ensure_ascii=False, separators=(",", ":")))


def address(event: Event) -> str:
    """Where the file stands."""
    return f"{urls.event(event.id)}days.json"


def states(context: Context, event: Event, numbers: Mapping[str, int]) -> Iterator[tuple[int, str]]:
    """The inside of the page from each day on, as long as it is not today's; what reads the same is drawn once."""
    part = context.surroundings.of(event)
    near = {day: event_content.neighbours(context, before, after) for day, before, after in part.beside}
    drawn = event_claims.Drawn(context, event)
    said, inside, below = Markup(), Markup(), Markup()
    turn = -1
    for day in sorted({*part.days, *near}):
        if day in part.days:
            if turn != part.turn(day):
                turn = part.turn(day)
                earlier = context.on(part.said_on(day, DAY))
                said = event_content.said(earlier, earlier.index.timeline.events_by_id[event.id], numbers, drawn)
            earlier = context.on(part.on(day, DAY))
            beside = event_content.beside(earlier, earlier.index.timeline.events_by_id[event.id])
            inside = event_content.joined(said, beside)
        below = near.get(day, below)
        yield day.toordinal(), spoken(inside + below)


def _runs(places: Iterable[int]) -> Iterator[int]:
    """Numbers that follow one another, as the first of them and how many they are."""
    for _, run in groupby(enumerate(places), lambda pair: pair[1] - pair[0]):
        run_places = [place for _, place in run]
        yield from (run_places[0], len(run_places))
