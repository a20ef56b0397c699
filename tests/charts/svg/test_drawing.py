"""What a chart is drawn from can be taken along as a table, and no spreadsheet runs what stands in it."""

from __future__ import annotations

import csv
import io

from timeline.charts.svg.drawing import Chart, comma_separated
from timeline.site.spreadsheet_cells import read


def test_a_title_that_looks_like_a_formula_is_text_to_a_spreadsheet_and_comes_back_as_it_was() -> None:
    typed = ("=1+1", "-2+3", "@SUM(A1)", "'s Hertogenbosch", "The bridge opens")
    chart = Chart(
        "axis", "", "", "", "", lambda _: ("", 0.0), columns=("title",), rows=tuple((text,) for text in typed)
    )

    cells = [row[0] for row in csv.reader(io.StringIO(comma_separated(chart), newline=""))][1:]

    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert tuple(map(read, cells)) == typed
