"""What is taken along of a chart: a picture, a table, and a page without theme and script for a frame elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from timeline.charts import registry
from timeline.charts.svg.drawing import Chart, comma_separated
from timeline.charts.svg.standalone import picture
from timeline.html.environment import environment
from timeline.html.figure import figure
from timeline.model import Timeline
from timeline.queries.index import Index
from timeline.site import urls, wording
from timeline.site.file import SiteFile
from timeline.site.text_direction import directed
from timeline.site.text_language import spoken
from timeline.site.urls import Links


def embeds(index: Index) -> Iterator[SiteFile]:
    """The files of every chart of the whole record; the growth of an event is drawn with its page."""
    for chart, home in registry.of_the_record(index, Links(urls.embed("any"))):
        yield from chart_files(index.timeline, chart, home)


def chart_files(timeline: Timeline, chart: Chart, home: str) -> Iterator[SiteFile]:
    """Its files; `home` is the address of the page on which it stands."""
    links = Links(urls.embed(chart.id))
    yield SiteFile(urls.chart(chart.id, "svg"), picture(chart, timeline.record))
    if chart.rows:
        yield SiteFile(urls.chart(chart.id, "csv"), comma_separated(chart))
    yield frame(timeline, chart.id, chart.whole_title, figure(chart, links, level=1, framed=True), links.to(home))


def frame(timeline: Timeline, id: str, title: str, body: Markup, home: str) -> SiteFile:
    """It asks for nothing but our style sheets; `home` leads to where its content stands on the site."""
    address = urls.embed(id)
    text = (
        environment()
        .get_template("embed.html")
        .render(
            title=title,
            body=body,
            home=home,
            record=timeline.record,
            through=wording.day(timeline.record.through),
            links=Links(address),
            style=Links(address).to(f"{urls.ASSETS}timeline.css"),
        )
    )
    return SiteFile(f"{address}index.html", directed(spoken(text)))
