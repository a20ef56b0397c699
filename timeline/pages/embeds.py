"""What can be taken along: each chart as a picture, as a table, and as a page without script for a frame elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.pages import editions, paths
from timeline.pages.charts.every import every
from timeline.pages.charts.figure import figure
from timeline.pages.charts.standalone import picture
from timeline.pages.charts.table import comma_separated
from timeline.pages.desk import Desk
from timeline.pages.frame import frame
from timeline.pages.leaf import Leaf
from timeline.pages.paths import Links


def leaves(desk: Desk, scripts: str = paths.ASSETS) -> Iterator[Leaf]:
    """The files of all charts, and the editions for paper; `scripts` is where those are that look things up."""
    timeline = desk.timeline
    for chart, home in every(desk, Links(paths.embed("any"))):
        links = Links(paths.embed(chart.id))
        yield Leaf(paths.chart(chart.id, "svg"), picture(chart, timeline.record))
        if chart.rows:
            yield Leaf(paths.chart(chart.id, "csv"), comma_separated(chart))
        yield frame(timeline, chart.id, chart.whole_title, figure(chart, links, level=1, framed=True), links.to(home))
    yield from editions.leaves(desk, scripts)
