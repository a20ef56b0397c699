"""Files beside the pages: what is taken along of the charts of the whole record, and the editions for paper.

The growth of an event is drawn with its page, and its files with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.pages import editions, paths
from timeline.pages.along import along
from timeline.pages.charts.every import every
from timeline.pages.desk import Desk
from timeline.pages.leaf import Leaf
from timeline.pages.paths import Links


def leaves(desk: Desk, scripts: str = paths.ASSETS) -> Iterator[Leaf]:
    """All of them; `scripts` is where those are that look things up."""
    for chart, home in every(desk, Links(paths.embed("any"))):
        yield from along(desk.timeline, chart, home)
    yield from editions.leaves(desk, scripts)
