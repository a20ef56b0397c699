"""The charts of the whole record in forms that are taken along; the growth of an event is drawn with its page."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.charts import kinds
from timeline.html.embed import chart_files
from timeline.queries.index import Index
from timeline.site import urls
from timeline.site.file import SiteFile
from timeline.site.urls import Links


def embeds(index: Index) -> Iterator[SiteFile]:
    """The files of every chart."""
    for chart, home in kinds.of_the_record(index, Links(urls.embed("any"))):
        yield from chart_files(index.timeline, chart, home)
