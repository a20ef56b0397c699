"""Which charts there are: those of the whole record, and those that a hand-written page asks for by their kind."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator, Sequence

from timeline.charts import axis, forecasts, growth, tracks
from timeline.charts.axis_lanes import By
from timeline.charts.svg.drawing import Chart
from timeline.model import Event, Timeline
from timeline.queries.index import Index
from timeline.site import urls
from timeline.site.urls import Links

KINDS = ("axis", "forecasts", "tracks", "growth")
LANES = ("actors", "topics")


@dataclasses.dataclass(frozen=True, slots=True)
class Wish:
    """What a block says about a chart."""

    kind: str
    lanes: By = "actors"
    topics: Sequence[str] = ()
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
    if wish.kind == "forecasts":
        base, below = links.to(urls.EXPECTATIONS), [t for t in index.timeline.tracks if t.id in wish.tracks]
        happened = events if wish.narrowed else named_releases(index.timeline)
        foretold = forecasts.chart(index, links, base, wish.topics, happened, below)
        # Only the chart of the whole record has files of its own; one of some topics gets them with `embed`.
        return (dataclasses.replace(foretold, id="" if wish.topics else foretold.id),) if foretold else ()
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
    foretold = forecasts.chart(index, links, links.to(urls.EXPECTATIONS), events=named_releases(index.timeline))
    if foretold:
        yield foretold, urls.EXPECTATIONS
    if drawn := tracks.chart(index, links):
        yield drawn, urls.TRACKS
    if grown := growth.chart(index):
        yield grown, urls.EVIDENCE


def named_releases(timeline: Timeline) -> tuple[Event, ...]:
    """What came out and has a short name, for the row below the forecasts."""
    return tuple(e for e in timeline.events if e.counts_as == "release" and e.course == "happened" and e.also)


def names(timeline: Timeline) -> frozenset[str]:
    """The names that charts of the site have, those of events too, or would have if there were something to show."""
    foretold = (f"forecasts-{topic.id}" for topic in timeline.topics)
    grown = (f"growth-{event.id}" for event in timeline.events)
    return frozenset(("axis", "forecasts", "tracks", "growth", *foretold, *grown))
