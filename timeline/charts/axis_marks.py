"""The mark of an event at its time: a day is a point, whatever is vaguer a bar over all the days it may mean."""

from __future__ import annotations

from timeline.charts.svg.pen import Pen
from timeline.charts.svg.scale import Stretch
from timeline.dates import Precision
from timeline.model import Event


def mark(pen: Pen, event: Event, place: Stretch, y: float) -> str:
    """A date as it is known."""
    date = event.date
    doubt = (" tc-unsure" if date.uncertain or date.approximate else "") + (" tc-keyed" if event.key else "")
    if date.form == "point" and date.precision is Precision.DAY:
        return pen.mark(event.status, place.middle, y, doubt)
    if date.form == "between":
        return (
            pen.line(place.start, y, place.end, y, "tc-between")
            + pen.line(place.start, y - 5, place.start, y + 5, "tc-cap")
            + pen.line(place.end, y - 5, place.end, y + 5, "tc-cap")
            + pen.mark("doubt", place.middle, y)
        )
    kind = "extent" if date.form == "extent" else "vague"
    drawn = pen.bar(place.start, place.end, y - 4, 8, f"tc-{kind} tc-{kind}--{event.status}{doubt}")
    if place.open_start:
        drawn += pen.line(0, y, place.start, y, "tc-open")
    if place.open_end:
        drawn += pen.line(place.end, y, 1, y, "tc-open")
    return drawn
