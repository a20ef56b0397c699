"""What is taken along of a chart: a picture, a table, and a page without script for a frame elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.model import Timeline
from timeline.pages import paths
from timeline.pages.charts.drawing import Chart
from timeline.pages.charts.figure import figure
from timeline.pages.charts.standalone import picture
from timeline.pages.charts.table import comma_separated
from timeline.pages.frame import frame
from timeline.pages.leaf import Leaf
from timeline.pages.paths import Links


def along(timeline: Timeline, chart: Chart, home: str) -> Iterator[Leaf]:
    """Its files; `home` is the address of the page on which it stands."""
    links = Links(paths.embed(chart.id))
    yield Leaf(paths.chart(chart.id, "svg"), picture(chart, timeline.record))
    if chart.rows:
        yield Leaf(paths.chart(chart.id, "csv"), comma_separated(chart))
    yield frame(timeline, chart.id, chart.whole_title, figure(chart, links, level=1, framed=True), links.to(home))
