"""How a date slipped: each forecast on a line of its own, from the day it was said to the days it foretold.

Time runs to the right, and the days on which forecasts were said run downwards; the line of "today" bends with them
and stays exact. A month in which something was said is drawn as the month.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from timeline import dates
from timeline.charts import slip_drawing
from timeline.charts.forecasts import Forecast, answer, forecasts, reach, telling
from timeline.charts.slip_drawing import Told
from timeline.charts.svg.drawing import Chart
from timeline.charts.svg.pen import Pen
from timeline.dates import Date
from timeline.model import Expectation, Topic
from timeline.queries import outlook
from timeline.queries.index import Index
from timeline.site import wording


def charts(index: Index, base: str = "") -> tuple[Chart, ...]:
    """One for each topic that two or more dated forecasts are about, the one that was foretold first in front.

    `base` leads to the page with the table of forecasts; there it is empty.
    """
    by_topic: dict[str, list[Expectation]] = {}
    for expectation in index.timeline.expectations:
        if expectation.said and expectation.said.earliest:
            by_topic.setdefault(expectation.about, []).append(expectation)
    chosen = sorted((id for id, found in by_topic.items() if len(found) > 1), key=lambda id: _began(by_topic[id]))
    return tuple(_chart(index, index.timeline.topics_by_id[id], by_topic[id], base) for id in chosen)


def _began(found: Sequence[Expectation]) -> tuple[int, int, str]:
    return min(e.said.sort_key for e in found if e.said)


def _chart(index: Index, topic: Topic, found: Sequence[Expectation], base: str) -> Chart:
    told = _told(index, found)
    made = told.forecasts
    came = sum(1 for f in made if f.standing == "met")
    slipped = any(f.standing not in ("met", "open") for f in made)
    title = f"How {topic.name} slipped" if slipped else f"What was foretold of {topic.name}"
    count = wording.count(len(made), "forecast")
    text = (
        f"{count} of {topic.name}, said between {dates.words(made[0].said)} and "
        f"{dates.words(made[-1].said)}; {came or 'none'} of them came true by "
        f"{dates.words(_day(index.timeline.record.through))}."
    )
    if told.came:
        text += f" {told.came.title}: {dates.words(told.came.date)}."
    return Chart(
        id=f"slip-{topic.id}",
        kind="slip",
        title=title,
        aid=(
            "Read it from the top: each line is one forecast, with a dot on the day it was said, a bar over the days "
            "it foretold, and a mark for what came of it."
        ),
        text=text,
        draw=lambda pen: slip_drawing.draw(pen, told, base),
        columns=("id", "said", "by", "window", "window_basis", "wording", "outcome", "sources"),
        rows=tuple(_row(forecast) for forecast in made),
        points=tuple(telling(index, f) for f in sorted(made, key=lambda f: f.number) if f.number),
        key=tuple(_key(made)),
    )


def _key(forecasts: Sequence[Forecast]) -> Iterator[tuple[str, str, str]]:
    """What the marks mean, of those that are there."""
    yield "tc-swatch tc-swatch--said", "", "day it was said"
    if not all(f.said.is_day for f in forecasts):
        yield "tc-swatch tc-swatch--said-in", "", "said on some day in it"
    bases = {f.expectation.window_basis for f in forecasts if f.expectation.window}
    if "stated" in bases:
        yield "tc-swatch tc-swatch--stated", "", "days foretold"
    if "inferred" in bases:
        yield "tc-swatch tc-swatch--inferred", "", "days foretold, by our reading of the words"
    yield "tc-swatch tc-swatch--today", "", "“today”, moving down with what was said"
    yield "tc-swatch tc-swatch--front", "", "the next day by which it was then expected"
    for name, meaning in _MEANING.items():
        if any(f.standing == name for f in forecasts):
            yield f"tl-mark tl-standing tl-standing--{name}", name, meaning


_MEANING = {
    "met": "it came in that time",
    "missed": "the time passed and it did not come",
    "overdue": "the time has passed, and no source says more",
    "denied": "rejected by those it was about",
    "withdrawn": "taken back",
    "open": "still to come",
}


def _row(forecast: Forecast) -> tuple[str, ...]:
    e = forecast.expectation
    return (
        e.id,
        forecast.said.text,
        forecast.speaker,
        e.window.text if e.window else "",
        e.window_basis if e.window else "",
        e.wording or "",
        forecast.standing,
        " ".join(dict.fromkeys(citation.source for citation in e.citations)),
    )


def _told(index: Index, found: Sequence[Expectation]) -> Told:
    """What is drawn of the forecasts of a topic."""
    made, came = forecasts(index, found), answer(index, found)
    first, last = reach(index, made, came)
    heard = index.known(came) if came else None
    front = outlook.outlook(index.timeline, index.out, found, last)
    return Told(made, front, came, heard.day if heard else None, first, last)


def sketch(pen: Pen, index: Index, topic: str) -> tuple[str, float]:
    """A topic's forecasts as a small picture."""
    found = [e for e in index.timeline.expectations if e.about == topic and e.said and e.said.earliest]
    return slip_drawing.sketch(pen, _told(index, found))


def _day(day: datetime.date) -> Date:
    return dates.parse(day.isoformat())
