"""Every chart of the whole record that there is something to show for, with the page on which it stands."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.model import Timeline
from timeline.pages import paths
from timeline.pages.charts import axis, growth, ribbons, slip
from timeline.pages.charts.drawing import Chart
from timeline.pages.desk import Desk
from timeline.pages.paths import Links


def every(desk: Desk, links: Links) -> Iterator[tuple[Chart, str]]:
    """The links of the charts are those of a page that lies where `links` says."""
    if desk.timeline.events:
        yield axis.chart(desk, links), paths.TIMELINE
    for chart in slip.charts(desk, links.to(paths.EXPECTATIONS)):
        yield chart, paths.EXPECTATIONS
    if tracks := ribbons.chart(desk, links):
        yield tracks, paths.TRACKS
    if grown := growth.chart(desk):
        yield grown, paths.EVIDENCE


def names(timeline: Timeline) -> frozenset[str]:
    """The names that charts of the site have, those of events too, or would have if there were something to show."""
    slips = (f"slip-{topic.id}" for topic in timeline.topics)
    grown = (f"growth-{event.id}" for event in timeline.events)
    return frozenset(("axis", "tracks", "growth", *slips, *grown))
