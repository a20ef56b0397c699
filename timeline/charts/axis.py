"""The axis: every event at its time, in the lane of those whom it concerns.

A day is a point. Whatever is vaguer is a bar over all the days it may mean, a date between two days is a line with a
sign of doubt on it, and an end that nobody knows is dashed. Other dates that sources give are second marks, tied to
the first. Where there are too many events to be told apart, they are counted instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import escape

from timeline import dates
from timeline.charts import axis_density, axis_down
from timeline.charts.axis_lanes import By, Lane, lanes
from timeline.charts.axis_marks import mark
from timeline.charts.svg import labels
from timeline.charts.svg.drawing import Chart
from timeline.charts.svg.labels import Label
from timeline.charts.svg.metrics import lines
from timeline.charts.svg.packing import Box, Form, stacked
from timeline.charts.svg.pen import SIZE, Pen
from timeline.charts.svg.scale import Scale, Stretch, across, counted, fitted
from timeline.charts.time_grid import frame
from timeline.dates import Date, Precision, days
from timeline.language import gettext as _
from timeline.language import number as figure
from timeline.model import Event, Timeline
from timeline.model.words import STATUS_NAMES
from timeline.queries import order
from timeline.queries.index import Index
from timeline.site import wording
from timeline.site.text_direction import apart
from timeline.site.urls import Links

_ROW, _TOP, _HEAD, _GAP, _LEAD = 18.0, 40.0, 20.0, 10.0, 17.0
_HALF = 7.0
"""Half a mark with the air around it."""
_AIR = 2.0
"""Between two of a row."""
_TALLEST = {600.0: 24, 1000.0: 16}
"""Rows of a lane beyond which events are counted and no longer drawn, on drawings that are narrower than so much."""
_TALLEST_WIDE = 17
_NARROW = 600.0
"""On narrower drawings time runs downwards."""


@dataclass(frozen=True, slots=True)
class Item:
    """An event on the axis, with its name where it has one."""

    event: Event
    stretch: Stretch
    label: Label | None


@dataclass(frozen=True, slots=True)
class Strip:
    """A lane with its items and the first row of each."""

    lane: Lane
    items: tuple[Item, ...]
    rows: tuple[int, ...]

    @property
    def height(self) -> float:
        """Of its rows."""
        return _ROW * max((row + _lines(item) for item, row in zip(self.items, self.rows, strict=True)), default=1)


def _lines(item: Item) -> int:
    return len(item.label.lines) if item.label else 1


def chart(
    index: Index,
    links: Links,
    events: Sequence[Event] | None = None,
    by: By = "actors",
    id: str = "axis",
) -> Chart:
    """Of all events, or of some."""
    timeline = index.timeline
    chosen = tuple(event for event in (timeline.events if events is None else events) if event.date.form != "unknown")
    reach = dates.words(dates.parse(timeline.record.through.isoformat()))
    rows = lanes(timeline, chosen, by)
    everything = _("all")
    named = _(", ").join(f"{apart(lane.words) or everything} {figure(len(lane.events))}" for lane in rows)
    return Chart(
        id=id,
        kind="axis",
        title=_("All events by date"),
        aid=_aid(chosen),
        text=wording.plural(
            len(chosen),
            "{n} event up to {day}, in lanes: {lanes}.",
            "{n} events up to {day}, in lanes: {lanes}.",
            day=reach,
            lanes=named,
        )
        if len(rows) > 1
        else wording.plural(len(chosen), "{n} event up to {day}.", "{n} events up to {day}.", day=reach),
        draw=lambda pen: draw(pen, index, rows, links),
        columns=("id", "date", "rivals", "title", "status", "course", "lane"),
        rows=tuple(
            (e.id, e.date.edtf, " ".join(rival.date.edtf for rival in e.rivals), e.title, e.status, e.course, lane.name)
            for lane in rows
            for e in lane.events
        ),
        key=tuple(_key(chosen)),
    )


def _aid(events: Sequence[Event]) -> str:
    """How to read it; of key events only where there are some."""
    if any(event.key for event in events):
        return _(
            "A dot is a day, a bar all the days that a vague date may mean. Key events carry their names, "
            "the others are paler; every mark leads to its event."
        )
    return _("A dot is a day, a bar all the days that a vague date may mean; every mark leads to its event.")


def _key(events: Sequence[Event]) -> Iterator[tuple[str, str, str]]:
    """What the marks mean, of those that there may be."""
    for status in STATUS_NAMES:
        if any(event.status == status for event in events):
            yield f"tl-mark tl-status tl-status--{status}", STATUS_NAMES[status], ""
    given = [event.date for event in events]
    if any(event.key for event in events):
        yield "tc-swatch tc-swatch--keyed", "", _("key event")
    days = [date for date in given if date.form == "point" and date.precision is Precision.DAY]
    if any(not date.is_day for date in days):
        yield "tc-swatch tc-swatch--unsure", "", _("that day, with doubt")
    if any(date.form == "point" and date.precision is not Precision.DAY for date in given):
        yield "tc-swatch tc-swatch--vague", "", _("some day in it")
    if any(date.form == "extent" for date in given):
        yield "tc-swatch tc-swatch--extent", "", _("all of it")
    if any(date.form == "between" for date in given):
        yield "tc-swatch tc-swatch--between", "", _("some day between")
    if any(date.earliest is None or date.latest is None for date in given):
        yield "tc-swatch tc-swatch--open-end", "", _("end not known")
    if any(event.rivals for event in events):
        yield "tc-swatch tc-swatch--rival", "", _("another date that a source gives")


def draw(pen: Pen, index: Index, rows: Sequence[Lane], links: Links) -> tuple[str, float]:
    timeline = index.timeline
    if pen.width < _NARROW:
        events = order.row(event for lane in rows for event in lane.events)
        return axis_down.draw(pen, timeline, events, _links(index, links), links)
    scale = _scale(pen, timeline, [event for lane in rows for event in lane.events])
    strips = _strips(pen, scale, rows)
    if strips is None:
        return axis_density.draw(pen, timeline, scale, rows, links)
    drawn, y = [], _TOP
    link = _links(index, links)
    for strip in strips:
        drawn.append(pen.line(0, y - 2, 1, y - 2, "tc-grid"))
        title = lines(strip.lane.words, pen.width, SIZE + 1, bold=True)
        drawn += [pen.text(0, y + 14 + _LEAD * n, line, "tc-head tc-halo") for n, line in enumerate(title)]
        y += _HEAD + _LEAD * max(0, len(title) - 1)
        marks = [
            link(item.event, _item(pen, scale, item, y + _ROW * (row + 0.5)))
            for item, row in zip(strip.items, strip.rows, strict=True)
        ]
        drawn.append(f'<g class="tc-lane">{"".join(marks)}</g>')
        y += strip.height + _GAP
    drawn = [*frame(pen, timeline, scale, y), *drawn]
    return f'<g data-across="{across(scale)}">{"".join(drawn)}</g>', y + 18


def _scale(pen: Pen, timeline: Timeline, events: Sequence[Event]) -> Scale:
    """From the first day that is named to `through`, or to the last day that is planned."""
    every = [date for e in events for date in (e.date, *(rival.date for rival in e.rivals))]
    through = timeline.record.through
    first = min((date.earliest or date.latest or through for date in every), default=through)
    last = max((date.latest or date.earliest or through for date in every), default=through)
    last = max(last, through)
    if first == last:
        first = days.shifted(first, -30)
    return fitted([e.date for e in events], first, last, 8 / pen.width, 1 - 8 / pen.width)


# -- where things stand --------------------------------------------------------------------------------


def _strips(pen: Pen, scale: Scale, strip_rows: Sequence[Lane]) -> list[Strip] | None:
    """All lanes, with as many names as there is room for; nothing where even the marks are too much."""
    most = next((rows for least, rows in _TALLEST.items() if pen.width < least), _TALLEST_WIDE)
    if max((len(lane.events) for lane in strip_rows), default=0) > most * pen.width / (2 * _HALF):
        return None
    if any(_crowded(pen, scale, lane, most) for lane in strip_rows):
        return None
    strips = []
    for lane in strip_rows:
        bare = _strip(pen, scale, lane, 0)
        if max(bare.rows, default=0) >= most:  # the other lanes need not be tried
            return None
        strips.append(_named(pen, scale, lane, bare, 2 * most))
    return strips


def _named(pen: Pen, scale: Scale, lane: Lane, bare: Strip, most: int) -> Strip:
    """A lane with its names, fewer of them where it would grow too high; marks find their place after the names."""
    if not any(event.key for event in lane.events):
        return bare
    for rows in (most, most * 3 // 4, most // 2):
        strip = _strip(pen, scale, lane, rows)
        if max(strip.rows, default=0) < most:
            return strip
    return bare


def _crowded(pen: Pen, scale: Scale, lane: Lane, most: int) -> bool:
    """Whether its marks alone, side by side, take more room than all rows have: then no row need be filled."""
    boxes = [place[1] for event in lane.events if (place := _place(pen, scale, event))]
    return sum(box.right - box.left + _AIR for box in boxes) > most * (pen.width + 2 * _HALF + _AIR)


def _strip(pen: Pen, scale: Scale, lane: Lane, named: int) -> Strip:
    """`named` is how many rows may hold names."""
    placed = [(event, place) for event in lane.events if (place := _place(pen, scale, event))]
    names = [tuple(labels.labels(pen, event.title, box)) if named and event.key else () for event, (_, box) in placed]
    order = sorted(range(len(placed)), key=lambda n: (not names[n], n))
    forms = [(*(label.form for label in names[n]), Form(placed[n][1][1])) for n in order]
    chosen = dict(zip(order, stacked(forms, _AIR, named), strict=True))
    items = [
        Item(event, stretch, names[n][chosen[n][0]] if chosen[n][0] < len(names[n]) else None)
        for n, (event, (stretch, _)) in enumerate(placed)
    ]
    return Strip(lane, tuple(items), tuple(chosen[n][1] for n in range(len(placed))))


def _place(pen: Pen, scale: Scale, event: Event) -> tuple[Stretch, Box] | None:
    """Where its date lies, and what the marks of all its dates take."""
    stretch = scale.stretch(event.date)
    if stretch is None:
        return None
    ends = _shown(pen, scale, event, stretch)
    left = 0.0 if stretch.open_start else min(end.start for end in ends)
    right = 1.0 if stretch.open_end else max(end.end for end in ends)
    return stretch, Box(left * pen.width - _HALF, right * pen.width + _HALF)


# -- drawing -------------------------------------------------------------------------------------------


def _item(pen: Pen, scale: Scale, item: Item, y: float) -> str:
    event = item.event
    drawn = [_rival(pen, scale, item, rival.date, y) for rival in event.rivals]
    drawn.append(mark(pen, event, item.stretch, y))
    if item.label:
        ends = _shown(pen, scale, event, item.stretch)
        inner = 0.0 if item.stretch.open_start else min(end.start for end in ends)
        outer = 1.0 if item.stretch.open_end else max(end.end for end in ends)
        drawn.append(labels.drawn(pen, item.label, outer if not item.label.end else inner, y, _HALF + 1))
    return "".join(drawn)


def _links(index: Index, links: Links) -> axis_down.Link:
    """Each mark leads to its event, says what it is, and knows its place in the row."""
    numbers = {event.id: n for n, event in enumerate(index.timeline.events)}

    def link(event: Event, drawn: str) -> str:
        course = wording.course(event)
        marks = _(", ").join(filter(None, (STATUS_NAMES[event.status], course)))
        told = f"{dates.words(event.date)}: {apart(event.title)} ({marks})"
        since = index.known(event)
        known = f' data-known="{counted(since.day)}"' if since else ""
        return (
            f'<a href="{escape(links.event(event.id))}" class="tc-event" data-id="{event.id}"'
            f' data-n="{numbers.get(event.id, 0)}"{known} tabindex="-1"><title>{escape(told)}</title>{drawn}</a>'
        )

    return link


def _shown(pen: Pen, scale: Scale, event: Event, own: Stretch) -> list[Stretch]:
    """What the marks of all its dates cover: a mark in the middle of a day that is wider than it, or all of a date."""
    made = []
    for date, stretch in ((event.date, own), *((rival.date, scale.stretch(rival.date)) for rival in event.rivals)):
        if stretch is None:
            continue
        point = date.form == "point" and date.precision is Precision.DAY and stretch.width * pen.width > 2 * _HALF
        made.append(Stretch(stretch.middle, stretch.middle) if point else stretch)
    return made


def _rival(pen: Pen, scale: Scale, item: Item, date: Date, y: float) -> str:
    """Another date of the same event, tied to the first."""
    other = scale.stretch(date)
    if other is None:
        return ""
    tie = pen.line(item.stretch.middle, y, other.middle, y, "tc-tie")
    if date.form == "point" and date.precision is Precision.DAY:
        return tie + pen.mark("rival", other.middle, y)
    return tie + pen.bar(other.start, other.end, y - 2.5, 5, "tc-rival")
