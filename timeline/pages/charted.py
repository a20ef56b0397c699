"""The charts that a hand-written page asks for, by the name of their kind and what they are to show."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Sequence

from timeline.model import Event
from timeline.pages import paths
from timeline.pages.charts import axis, growth, ribbons, slip
from timeline.pages.charts.drawing import Chart
from timeline.pages.charts.lanes import By
from timeline.pages.desk import Desk
from timeline.pages.paths import Links

KINDS = ("axis", "slip", "tracks", "growth")
LANES = ("actors", "topics")


@dataclasses.dataclass(frozen=True, slots=True)
class Wish:
    """What a block says about a chart."""

    kind: str
    lanes: By = "actors"
    topics: Collection[str] = ()
    tracks: Collection[str] = ()
    event: str = ""
    narrowed: bool = False
    """Whether it asks for some of the events only."""


def charts(desk: Desk, links: Links, wish: Wish, events: Sequence[Event]) -> tuple[Chart, ...]:
    """None where the record has nothing to draw."""
    if wish.kind == "axis":
        if not events:
            return ()
        some = events if wish.narrowed or wish.lanes != "actors" else None
        return (axis.chart(desk, links, some, wish.lanes, "axis" if some is None else ""),)
    if wish.kind == "slip":
        found = slip.charts(desk, links.to(paths.EXPECTATIONS))
        return tuple(c for c in found if not wish.topics or c.id.removeprefix("slip-") in wish.topics)
    if wish.kind == "tracks":
        chosen = tuple(track for track in desk.timeline.tracks if track.id in wish.tracks)
        drawn = ribbons.chart(desk, links, chosen)
        return (dataclasses.replace(drawn, id="" if chosen else drawn.id),) if drawn else ()
    event = desk.timeline.event(wish.event) if wish.event else None
    grown = growth.chart(desk, event)
    return (grown,) if grown else ()
