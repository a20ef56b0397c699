"""A chart as a value: its words, its drawings for three widths, and what it is drawn from."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from markupsafe import escape

from timeline.charts.svg.pen import Pen, number
from timeline.language import N_
from timeline.language import gettext as _
from timeline.site.spreadsheet_cells import guarded
from timeline.site.text_direction import apart

WIDTHS = {"s": 288.0, "m": 640.0, "l": 1040.0, "p": 860.0}
"""The least widths: a phone of 320 pixels, a tablet, a desktop; and of a sheet, where the whole is made smaller."""
PAPER = "p"
_NAME = N_("The chart")
"""What a drawing is called beside its title, which is read before it."""

Draw = Callable[[Pen], "tuple[str, float]"]
"""The drawing for a pen, and how high it is."""


@dataclass(frozen=True, slots=True)
class Chart:
    """`aid` says in one sentence how it is read."""

    id: str
    kind: str
    title: str
    aid: str
    text: str
    """What it shows, for those who do not see it."""
    draw: Draw
    note: str = ""
    """What must be known besides."""
    subject: str = ""
    """What it is about, where the page around it says so and a frame or a picture would not."""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    """Its data, for a table of plain text."""
    key: tuple[tuple[str, str, str], ...] = ()
    """What its marks mean: class of the mark, word of the class, word for people."""
    table: str = ""
    """Where the same stands in words, on another page."""
    widths: Sequence[str] = ("s", "m", "l")
    sheets: tuple[Draw, ...] = ()
    """The same in pieces, one below the other, where the whole is higher than a sheet of paper."""

    @property
    def whole_title(self) -> str:
        return f"{self.title}: {apart(self.subject)}" if self.subject else self.title

    @property
    def words(self) -> str:
        return f"{self.text} {self.note}".strip()


def drawn_once(chart: Chart) -> Chart:
    """The same, for several pages: each pen draws it once."""
    return replace(chart, draw=cache(chart.draw))


def pen_of(chart: Chart, size: str, name: str = "") -> Pen:
    """The pen for one of its widths; `name` is what the page calls it."""
    return Pen(WIDTHS[size], f"{name or chart.id}-{size}", fixed=size == PAPER)


def slim(chart: Chart) -> str:
    """Its first drawing, for a page that says beside it what it shows."""
    pen = Pen(WIDTHS[chart.widths[0]], chart.kind)
    drawn, height = chart.draw(pen)
    return (
        f'<svg class="tc-svg" width="100%" height="{number(height)}" role="img"'
        f' aria-label="{escape(chart.title)}. {escape(chart.text)}">'
        f"{pen.definitions(drawn)}{drawn}</svg>"
    )


def fluid(chart: Chart, name: str = "") -> str:
    """The drawings of a chart, of which the page shows the one that its width bears."""
    own = name or chart.id
    last = len(chart.widths) - 1
    classes = [f"tc-{size}{' tc-widest' if n == last else ''}" for n, size in enumerate(chart.widths)]
    if last == 0:
        classes = ["tc-only"]
    drawn = [
        _fluid(chart, chart.draw, pen_of(chart, size, name), shown)
        for size, shown in zip(chart.widths, classes, strict=True)
    ]
    drawn += [
        _fluid(chart, draw, Pen(WIDTHS[PAPER], f"{own}-{number}", fixed=True), "tc-sheet")
        for number, draw in enumerate(chart.sheets, 1)
    ]
    return "\n".join(drawn)


def _fluid(chart: Chart, draw: Draw, pen: Pen, classes: str) -> str:
    drawn, height = draw(pen)
    about = pen.ref("about")
    high = f'viewBox="0 0 {number(pen.width)} {number(height)}"' if pen.fixed else f'height="{number(height)}"'
    return (
        f'<svg class="tc-svg {classes}" width="100%" {high} role="group" aria-label="{_(_NAME)}"'
        f' aria-describedby="{about}">'
        f'<desc id="{about}">{escape(chart.words)}</desc>{pen.definitions(drawn)}{drawn}</svg>'
    )


def comma_separated(chart: Chart) -> str:
    """What it is drawn from, for those who would rather read or reckon: a line of names, then one for each record, with
    dates as they were typed, in EDTF."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(chart.columns)
    writer.writerows(map(guarded, row) for row in chart.rows)
    return out.getvalue()
