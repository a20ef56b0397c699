"""The three charts as small pictures on the home page, each a door to the large one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from timeline.pages import paths, wording
from timeline.pages.charts import growth, ribbons, slip
from timeline.pages.charts.drawing import WIDTHS
from timeline.pages.charts.pen import Pen, number
from timeline.pages.desk import Desk
from timeline.pages.paths import Links


@dataclass(frozen=True, slots=True)
class Door:
    """A small picture, what it shows in a sentence, and where it leads."""

    title: str
    words: str
    address: str
    drawn: Markup


def doors(desk: Desk, links: Links) -> tuple[Door, ...]:
    """As many of the three as the record has something to show for."""
    return tuple(_doors(desk, links))


def _doors(desk: Desk, links: Links) -> Iterator[Door]:
    slips = slip.charts(desk)
    if slips:
        first = slips[0]
        topic = first.id.removeprefix("slip-")
        pen = Pen(WIDTHS["s"], "door-slip")
        address = f"{links.to(paths.EXPECTATIONS)}#_chart-{first.id}"
        yield Door(first.title, _first(first.text), address, _svg(pen, slip.sketch(pen, desk, topic)))
    if desk.timeline.tracks:
        pen = Pen(WIDTHS["s"], "door-tracks")
        total = wording.count(len(desk.timeline.tracks), "track")
        words = f"{total}, one band each: open, limited, closed, or not known."
        drawn = _svg(pen, ribbons.sketch(pen, desk))
        yield Door("How things stood", words, links.to(paths.TRACKS), drawn)
    pen = Pen(WIDTHS["s"], "door-growth")
    if sketch := growth.sketch(pen, desk):
        words = "Claims and independent origins, by the day on which they were known."
        yield Door("How the evidence grew", words, f"{links.to(paths.EVIDENCE)}#_chart-growth", _svg(pen, sketch))


def _first(text: str) -> str:
    return text.partition(";")[0] + "."


def _svg(pen: Pen, sketch: tuple[str, float]) -> Markup:
    """The sentence beside it says what it shows."""
    drawn, height = sketch
    return Markup(
        f'<svg class="tc-svg" width="100%" height="{number(height)}" aria-hidden="true" focusable="false">'
        f"{pen.definitions(drawn)}{drawn}</svg>"
    )
