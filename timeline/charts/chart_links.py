"""The three charts as small pictures on the home page, each a door to the large one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from timeline.charts import growth, slip, tracks
from timeline.charts.svg.drawing import WIDTHS
from timeline.charts.svg.pen import Pen, number
from timeline.queries.index import Index
from timeline.site import urls, wording
from timeline.site.urls import Links


@dataclass(frozen=True, slots=True)
class ChartLink:
    """A small picture, what it shows in a sentence, and where it leads."""

    title: str
    words: str
    address: str
    drawn: Markup


def chart_links(index: Index, links: Links) -> tuple[ChartLink, ...]:
    """As many of the three as the record has something to show for."""
    return tuple(_chart_links(index, links))


def _chart_links(index: Index, links: Links) -> Iterator[ChartLink]:
    slips = slip.charts(index)
    if slips:
        first = slips[0]
        topic = first.id.removeprefix("slip-")
        pen = Pen(WIDTHS["s"], "door-slip")
        address = f"{links.to(urls.EXPECTATIONS)}#_chart-{first.id}"
        yield ChartLink(first.title, _first(first.text), address, _svg(pen, slip.sketch(pen, index, topic)))
    if index.timeline.tracks:
        pen = Pen(WIDTHS["s"], "door-tracks")
        total = wording.count(len(index.timeline.tracks), "track")
        words = f"{total}, one band each: open, limited, closed, or not known."
        drawn = _svg(pen, tracks.sketch(pen, index))
        yield ChartLink("How things stood", words, links.to(urls.TRACKS), drawn)
    pen = Pen(WIDTHS["s"], "door-growth")
    if sketch := growth.sketch(pen, index):
        words = "Claims and independent origins, by the day on which they were known."
        yield ChartLink("How the evidence grew", words, f"{links.to(urls.EVIDENCE)}#_chart-growth", _svg(pen, sketch))


def _first(text: str) -> str:
    return text.partition(";")[0] + "."


def _svg(pen: Pen, sketch: tuple[str, float]) -> Markup:
    """The sentence beside it says what it shows."""
    drawn, height = sketch
    return Markup(
        f'<svg class="tc-svg" width="100%" height="{number(height)}" aria-hidden="true" focusable="false">'
        f"{pen.definitions(drawn)}{drawn}</svg>"
    )
