"""The line of time on a page, with the numbers beside it."""

from __future__ import annotations

from markupsafe import Markup

from timeline.charts import axis
from timeline.html.figure import figure
from timeline.html.month_grid import grid as months_grid
from timeline.queries.index import Index
from timeline.site.urls import Links


def timeline_axis(index: Index, links: Links, *, level: int = 2) -> Markup:
    """All events by date, with the numbers beside it."""
    if not index.timeline.events:
        return Markup()
    twin = months_grid(index.timeline.events, links)
    return figure(axis.chart(index, links), links, level=level, more=twin)
