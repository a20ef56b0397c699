"""Which charts there are: those of the whole record, and those that a hand-written page asks for by their kind."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator, Sequence

from timeline.charts import axis, growth, slip, tracks
from timeline.charts.lanes import By
from timeline.charts.svg.drawing import Chart
from timeline.model import Event, Timeline
from timeline.queries.index import Index
from timeline.site import urls
from timeline.site.urls import Links

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


def charts(index: Index, links: Links, wish: Wish, events: Sequence[Event]) -> tuple[Chart, ...]:
    """None where the record has nothing to draw."""
    if wish.kind == "axis":
        if not events:
            return ()
        some = events if wish.narrowed or wish.lanes != "actors" else None
        return (axis.chart(index, links, some, wish.lanes, "axis" if some is None else ""),)
    if wish.kind == "slip":
        found = slip.charts(index, links.to(urls.EXPECTATIONS))
        return tuple(c for c in found if not wish.topics or c.id.removeprefix("slip-") in wish.topics)
    if wish.kind == "tracks":
        chosen = tuple(track for track in index.timeline.tracks if track.id in wish.tracks)
        drawn = tracks.chart(index, links, chosen)
        return (dataclasses.replace(drawn, id="" if chosen else drawn.id),) if drawn else ()
    event = index.timeline.event(wish.event) if wish.event else None
    grown = growth.chart(index, event)
    return (grown,) if grown else ()


def of_the_record(index: Index, links: Links) -> Iterator[tuple[Chart, str]]:
    """Every chart that there is something to show for, with the page on which it stands.

    The links of the charts are those of a page that lies where `links` says.
    """
    if index.timeline.events:
        yield axis.chart(index, links), urls.TIMELINE
    for chart in slip.charts(index, links.to(urls.EXPECTATIONS)):
        yield chart, urls.EXPECTATIONS
    if drawn := tracks.chart(index, links):
        yield drawn, urls.TRACKS
    if grown := growth.chart(index):
        yield grown, urls.EVIDENCE


def names(timeline: Timeline) -> frozenset[str]:
    """The names that charts of the site have, those of events too, or would have if there were something to show."""
    slips = (f"slip-{topic.id}" for topic in timeline.topics)
    grown = (f"growth-{event.id}" for event in timeline.events)
    return frozenset(("axis", "tracks", "growth", *slips, *grown))
