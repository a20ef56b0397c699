"""What can be taken along: each chart as a picture, as a table, and as a page without script for a frame elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from timeline.model import Timeline
from timeline.pages import editions, paths
from timeline.pages.charts.every import every
from timeline.pages.charts.figure import figure
from timeline.pages.charts.standalone import picture
from timeline.pages.charts.table import comma_separated
from timeline.pages.desk import Desk
from timeline.pages.environment import environment
from timeline.pages.leaf import Leaf
from timeline.pages.paths import Links


def leaves(timeline: Timeline) -> Iterator[Leaf]:
    """The files of all charts, and the editions for paper."""
    desk = Desk(timeline)
    for chart, home in every(desk, Links(paths.embed("any"))):
        links = Links(paths.embed(chart.id))
        yield Leaf(paths.chart(chart.id, "svg"), picture(chart, timeline.record))
        if chart.rows:
            yield Leaf(paths.chart(chart.id, "csv"), comma_separated(chart))
        yield page(timeline, chart.id, chart.title, figure(chart, links, level=1, framed=True), links.to(home))
    yield from editions.leaves(desk)


def page(timeline: Timeline, id: str, title: str, body: Markup, home: str) -> Leaf:
    """A whole page that asks for nothing but our style sheets."""
    address = paths.embed(id)
    text = (
        environment()
        .get_template("embed.html")
        .render(
            title=title,
            body=body,
            home=home,
            record=timeline.record,
            links=Links(address),
            styles=[Links(address).to(f"{paths.ASSETS}{name}") for name in ("chart.css", "timeline.css")],
        )
    )
    return Leaf(f"{address}index.html", text)
