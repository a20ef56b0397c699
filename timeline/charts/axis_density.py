"""The axis of a crowd: events counted by month, quarter or year, for too many cannot be told apart.

What certainly lies in a bin is drawn solid, and on it, paler, what only may: a date that names but its year stands over
all its months. Key events keep marks and names of their own, as many as there is room for.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import escape

from timeline import dates
from timeline.charts.axis_bins import Bin, bins
from timeline.charts.axis_lanes import Lane
from timeline.charts.axis_marks import mark
from timeline.charts.svg import labels
from timeline.charts.svg.metrics import lines
from timeline.charts.svg.packing import Box, Form, stacked
from timeline.charts.svg.pen import SIZE, Pen
from timeline.charts.svg.scale import Scale, across
from timeline.charts.time_grid import frame
from timeline.dates import days
from timeline.dates.days import year_text
from timeline.language import gettext as _
from timeline.language import number as figure
from timeline.model import Event, Timeline
from timeline.queries import order
from timeline.site import wording
from timeline.site.text_direction import apart
from timeline.site.urls import Links

_TOP, _HEAD, _HIGH, _GAP, _ROW, _LEAD = 40.0, 20.0, 44.0, 12.0, 18.0, 17.0
_NAMED = 12
_MOST_ROWS = 10


def draw(pen: Pen, timeline: Timeline, scale: Scale, rows: Sequence[Lane], links: Links) -> tuple[str, float]:
    events = [event for lane in rows for event in lane.events]
    first = days.numbered(int(scale.first))
    last = days.numbered(int(scale.last) - 1)
    most = 140 if pen.width > 600 else 70
    whole = bins([event.date for event in events], first, last, most)
    counted = [bins([event.date for event in lane.events], first, last, most) for lane in rows]
    tallest = max((b.certain + b.possible for own in counted for b in own), default=1) or 1
    drawn, y = [], _TOP
    named, y = _key_events(pen, scale, [event for event in events if event.key], links, y)
    for lane, own in zip(rows, counted, strict=True):
        drawn.append(pen.line(0, y - 2, 1, y - 2, "tc-grid"))
        title = lines(f"{lane.words} {figure(len(lane.events))}".strip(), pen.width, SIZE + 1, bold=True)
        drawn += [pen.text(0, y + 14 + _LEAD * n, line, "tc-head tc-halo") for n, line in enumerate(title)]
        base = y + _HEAD + _LEAD * (len(title) - 1) + _HIGH
        drawn.append(_area(pen, scale, own, base, tallest, "possible"))
        drawn.append(_area(pen, scale, own, base, tallest, "certain"))
        drawn.append(pen.line(0, base, 1, base, "tc-cap"))
        y = base + _GAP
    year_links = [
        year_link(b, pen.bar(scale(b.first), scale(b.after), 40, y - 40, "tc-year-link"), links)
        for b in whole
        if b.certain or b.possible
    ]
    drawn.append(f'<g class="tc-year-links">{"".join(year_links)}</g>')
    told = lines(
        note(whole, tallest, _("tallest: {events} in {time}; pale: it may also have been another")), pen.width, SIZE
    )
    drawn += [pen.text(0, y + 30 + _LEAD * n, line, "tc-faint") for n, line in enumerate(told)]
    drawn = [*frame(pen, timeline, scale, y), *named, *drawn]
    return f'<g data-across="{across(scale)}">{"".join(drawn)}</g>', y + 38 + _LEAD * (len(told) - 1)


def _area(pen: Pen, scale: Scale, own: Sequence[Bin], base: float, tallest: int, which: str) -> str:
    points = [(scale(own[0].first), base)]
    for b in own:
        count = b.certain + (b.possible if which == "possible" else 0)
        top = base - _HIGH * count / tallest
        points += [(scale(b.first), top), (scale(b.after), top)]
    points.append((scale(own[-1].after), base))
    return pen.path(points, base + 1, f"tc-area tc-area--{which}", closed=True)


def note(counted: Sequence[Bin], tallest: int, which: str) -> str:
    """What the largest bin stands for, and what is pale."""
    events, time = wording.plural(tallest, "{n} event", "{n} events"), _span(counted)
    return which.format(events=events, time=time)


def year_link(b: Bin, drawn: str, links: Links) -> str:
    """A bin leads to the page of its year."""
    first = days.numbered(b.first)
    words = f"{dates.words(dates.parse(_name(b)))}: {wording.plural(b.certain, '{n} event', '{n} events')}"
    if b.possible:
        words += _(", ") + wording.plural(b.possible, "{n} that may lie here", "{n} that may lie here")
    heading = order.heading(dates.parse(year_text(first.year)))
    return f'<a href="{escape(links.year(heading.year))}" tabindex="-1"><title>{escape(words)}</title>{drawn}</a>'


def _name(b: Bin) -> str:
    first, last = days.numbered(b.first), days.numbered(b.after - 1)
    year, end = year_text(first.year), year_text(last.year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{year}-{first.month:02d}"
    if first.year == last.year and last.month - first.month < 11:
        return f"{year}-{first.month:02d}/{end}-{last.month:02d}"
    return year if first.year == last.year else f"{year}/{end}"


def _span(stretches: Sequence[Bin]) -> str:
    days = stretches[0].after - stretches[0].first if stretches else 0
    if days < 40:
        return _("a month")
    if days < 100:
        return _("a quarter")
    return _("a year") if days < 400 else _("one stretch")


def _key_events(pen: Pen, scale: Scale, events: Sequence[Event], links: Links, y: float) -> tuple[list[str], float]:
    """Those with the most claims, by name."""
    chosen = sorted(
        sorted(events, key=lambda event: -len(event.claims))[:_NAMED], key=lambda event: event.date.sort_key
    )
    items = []
    for event in chosen:
        if place := scale.stretch(event.date):
            box = Box(place.start * pen.width - 7, place.end * pen.width + 7)
            if names := tuple(labels.labels(pen, event.title, box)):
                items.append((event, place, names))
    forms = [(*(label.form for label in names), Form(names[0].form.box, 0)) for *_event, names in items]
    drawn, bottom = [], 0
    for (event, place, names), (number, row) in zip(items, stacked(forms, 4, _MOST_ROWS), strict=True):
        if number == len(names):  # no room: it is among those that are counted
            continue
        label, middle = names[number], y + _ROW * (row + 0.5)
        bottom = max(bottom, row + label.form.rows)
        drawn.append(
            f'<a href="{escape(links.event(event.id))}" class="tc-event" data-id="{event.id}" tabindex="-1">'
            f"<title>{escape(dates.words(event.date))}: {escape(apart(event.title))}</title>"
            f"{mark(pen, event, place, middle)}"
            f"{labels.drawn(pen, label, place.start if label.end else place.end, middle, 8)}</a>"
        )
    return drawn, y + _ROW * bottom + (8 if drawn else 0)
