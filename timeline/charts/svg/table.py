"""The data of a chart, for those who would rather read or reckon: dates as they were typed, in EDTF."""

from __future__ import annotations

import csv
import io

from timeline.charts.svg.drawing import Chart


def comma_separated(chart: Chart) -> str:
    """One line for each record, below a line of names."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(chart.columns)
    writer.writerows(chart.rows)
    return out.getvalue()
