"""Dates for the property tests: every form that is read, drawn at random."""

from __future__ import annotations

import datetime

from hypothesis import strategies as st

from timeline.dates import Date, DateError, edtf, parse
from timeline.dates.days import year_text

_years = st.one_of(st.integers(-9999, 9998), st.integers(1990, 2030)).map(year_text)
_named = st.one_of(
    _years,
    st.builds("{}-{:02}".format, _years, st.integers(1, 12)),
    st.builds("{}-{}".format, _years, st.sampled_from([21, 22, 23, 24, 33, 34, 35, 36])),
    st.dates(datetime.date(1, 1, 1)).map(datetime.date.isoformat),
    st.integers(0, 999).map("{:03}X".format),
    st.integers(1, 999).map("-{:03}X".format),
    st.integers(0, 99).map("{:02}XX".format),
)
_timed = st.builds(
    "{}T{}".format,
    st.dates(datetime.date(1, 1, 1)).map(datetime.date.isoformat),
    st.sampled_from(["00:00", "09:30", "09:30:15", "23:59Z", "09:30-05:00", "12:00+05"]),
)
points = st.one_of(st.builds(str.__add__, _named, st.sampled_from(["", "", "", "~", "?", "%"])), _timed)


def _in_order(ends: tuple[str, str], form: str) -> str:
    first, last = sorted(ends, key=lambda text: parse(text).sort_key)
    return form.format(first, last)


texts = st.one_of(
    points,
    points.map("{}/..".format),
    points.map("../{}".format),
    points.map("{}/".format),
    points.map("/{}".format),
    points.map("[{}..]".format),
    points.map("[..{}]".format),
    st.dates(datetime.date(1, 1, 3)).map("{} Julian".format).filter(lambda text: edtf.read(text) is not None),
    st.just("XXXX"),
    st.builds(_in_order, st.tuples(points, points), st.sampled_from(["{}/{}", "[{}..{}]"])),
)
dates = texts.map(parse)

# fmt: off
_WORDS = [
    "in", "the", "early", "mid", "late", "about", "possibly", "from", "until", "between", "and", "to", "of",
    "May", "Mai", "April", "Q3", "H1", "spring", "winter", "quarter", "first", "second", "1", "15", "31",
    "BC", "AD", "44", "Julian", "unknown",
    "2025", "2024/25", "20", "10:00", "pm", "Monday", "Z", "01/02/2025", "1.4.", "2025-4", "X",
]
# fmt: on

slips = st.one_of(
    st.text(max_size=40),
    st.text("0123456789-/X~?%.[]{}, ", max_size=26),
    st.from_regex(r"\A[0-9X]{4}-[0-9X]{1,2}(-[0-9X]{1,2})?[~?%]?\Z"),
    st.builds("{}{}{}".format, points, st.sampled_from(["/", "..", ",", " to ", "-", " / "]), points),
    st.lists(st.sampled_from(_WORDS), max_size=6).map(" ".join),
)
"""Texts near enough to a date to reach the refusals' remotest corners."""


def refused(text: str) -> DateError:
    try:
        date = parse(text)
    except DateError as error:
        return error
    raise AssertionError(f"{text!r} is read as {date!r}")


def span(date: Date) -> str:
    return f"{date.earliest or 'open'} {date.latest or 'open'}"
