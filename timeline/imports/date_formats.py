"""How much of a date a format shows: a cell that shows "May 2024" is a month, whatever day the program keeps."""

from __future__ import annotations

import datetime
import re

from timeline.imports.cells import Cell

_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?:\$|[^hmsHMS\]])[^\]]*\]')
NO_YEAR = "the cell shows no year"


def parts(code: str) -> frozenset[str]:
    """Which of year, month, day and time the code of a spreadsheet's format shows (ECMA-376, 18.8.31)."""
    plain = _QUOTED.sub("", code).split(";")[0].lower().replace("am/pm", "h").replace("a/p", "h")
    shown = set()
    if re.search(r"[yeg]", plain):
        shown.add("year")
    if "d" in plain:
        shown.add("day")
    if re.search(r"[hs]", plain):
        shown.add("time")
    minutes = re.compile(r"(?<=h)[^a-z]*\]?[^a-z]*m+|m+(?=[^a-z]*s)")
    if "m" in minutes.sub("", plain):
        shown.add("month")
    return frozenset(shown)


def cell(value: datetime.date, shown: frozenset[str]) -> Cell:
    """A date cell, with no more than what is shown."""
    day = value.date() if isinstance(value, datetime.datetime) else value
    time = f"{value:%H:%M}" if isinstance(value, datetime.datetime) and "time" in shown else ""
    time = "" if time == "00:00" else time
    if "year" not in shown:
        text = day.isoformat() if shown & {"day", "month"} else time or day.isoformat()
        fault = f"{NO_YEAR}, and keeps {day.isoformat()}" if shown & {"day", "month"} else ""
        return Cell(text, fault=fault)
    if "day" in shown and "month" in shown:
        text = f"{day.isoformat()}T{time}" if time else day.isoformat()
        return Cell(text, date=text)
    text = f"{day:%Y-%m}" if "month" in shown else f"{day:%Y}"
    return Cell(text, date=text)
