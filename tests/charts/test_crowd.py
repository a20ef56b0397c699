"""Too many events to tell apart are counted, and a vague date is counted where it may lie and nowhere for certain."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from timeline.charts import axis, axis_down
from timeline.charts.axis_bins import Bin, bins
from timeline.charts.svg.drawing import WIDTHS
from timeline.charts.svg.pen import Pen
from timeline.dates import days, parse
from timeline.model import Timeline
from timeline.queries.index import Index
from timeline.site.urls import Links

DAY = datetime.date.fromisoformat
SVG = "{http://www.w3.org/2000/svg}"


def counted(dates: list[str], first: str, last: str, most: int = 140) -> dict[str, tuple[int, int]]:
    """Certain and possible events by the first day of their bin, where there are any."""
    made = bins([parse(text) for text in dates], DAY(first), DAY(last), most)
    found = {datetime.date.fromordinal(b.first).isoformat(): (b.certain, b.possible) for b in made}
    return {day: numbers for day, numbers in found.items() if numbers != (0, 0)}


# -- counting --------------------------------------------------------------------------------------


def test_what_has_a_month_is_certain_in_it_and_a_season_may_lie_in_three() -> None:
    found = counted(["1931-05-02", "1931-05", "1931-05~", "1931-22"], "1931-01-01", "1931-12-31")

    assert found == {"1931-05-01": (3, 0), "1931-06-01": (0, 1), "1931-07-01": (0, 1), "1931-08-01": (0, 1)}


def test_an_open_date_may_lie_anywhere_up_to_its_end_or_from_its_beginning() -> None:
    assert counted(["../1931-02"], "1931-01-01", "1931-04-30") == {"1931-01-01": (0, 1), "1931-02-01": (0, 1)}
    assert counted(["1931-03/.."], "1931-01-01", "1931-04-30") == {"1931-03-01": (0, 1), "1931-04-01": (0, 1)}


def test_what_lies_outside_is_not_counted_and_what_reaches_in_is_counted_for_its_part() -> None:
    dates = ["1929", "1933-05", "1930-11/1931-01"]

    assert counted(dates, "1931-01-01", "1931-12-31") == {"1931-01-01": (1, 0)}


@pytest.mark.parametrize(
    ("last", "size"),
    [("1931-12-31", 31), ("1942-08-31", 31), ("1942-09-30", 90), ("1965-12-31", 90), ("1999-12-31", 365)],
)
def test_bins_are_months_as_long_as_there_is_room_for_them_then_quarters_then_years(last: str, size: int) -> None:
    first = bins([], DAY("1931-01-01"), DAY(last))[0]

    assert first.after - first.first == size


def test_of_all_years_there_are_there_are_no_more_bins_than_asked_for_and_they_leave_no_gap() -> None:
    made = bins([parse("0001"), parse("9999-12-31")], DAY("0001-01-01"), DAY("9999-12-31"), most=20)

    assert made[0] == Bin(days.of(0, 1, 1).toordinal(), DAY("1000-01-01").toordinal(), 1, 0)
    assert made[-1] == Bin(DAY("9000-01-01").toordinal(), datetime.date.max.toordinal() + 1, 1, 0)
    assert all(one.after == other.first for one, other in pairwise(made))


# -- drawing ---------------------------------------------------------------------------------------


def crowd(read: Callable[[str], Timeline], years: range, each: int, more: str = "") -> Timeline:
    """So many events in each of the years, in the months one after another."""
    rows = [
        f"  - {{id: e-{year}-{n}, date: {year:04d}-{n % 12 + 1:02d}-{n % 28 + 1:02d}, actors: council}}"
        for year in years
        for n in range(each)
    ]
    return read("\n".join([f"record: {{through: {years[-1]:04d}-12-31}}", "events:", *rows]) + more)


def drawn(timeline: Timeline, size: str = "l") -> ElementTree.Element:
    pen = Pen(WIDTHS[size], "x", fixed=True)
    svg, height = axis.chart(Index(timeline), Links("a/")).draw(pen)
    return ElementTree.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg" height="{height}">{svg}</svg>')


def links(svg: ElementTree.Element) -> dict[str, str]:
    """Where each counted stretch leads, by what is said of it."""
    (group,) = [each for each in svg.iter(f"{SVG}g") if each.get("class") == "tc-year-links"]
    return {str(a.findtext(f"{SVG}title")): str(a.get("href")) for a in group.iter(f"{SVG}a")}


def words(svg: ElementTree.Element) -> str:
    return " ".join("".join(text.itertext()) for text in svg.iter(f"{SVG}text"))


def test_each_month_of_a_crowd_says_its_number_and_leads_to_its_year(read_record) -> None:
    svg = drawn(crowd(read_record, range(1931, 1933), 1200))

    found = links(svg)
    assert found["May 1931: 100 events"] == "../timeline/1931/"
    assert len(found) == 24
    assert "tallest: 100 events in a month; pale: it may also have been another" in words(svg)


def test_what_has_but_a_year_is_said_to_be_possible_in_each_of_its_months(read_record) -> None:
    vague = "\n" + "\n".join(f"  - {{id: v-{n}, date: 1931, actors: council}}" for n in range(3))

    found = links(drawn(crowd(read_record, range(1931, 1933), 1200, vague)))

    assert "May 1931: 100 events, 3 that may lie here" in found
    assert "May 1932: 100 events" in found


@pytest.mark.parametrize(
    ("years", "each", "first", "span"),
    [
        (range(1911, 1931), 120, "January to March 1911: 30 events", "a quarter"),
        (range(1831, 1931), 24, "1831: 24 events", "a year"),
        (range(1031, 1931, 3), 8, "1030 to 1039: 24 events", "one stretch"),
    ],
)
def test_the_longer_a_record_the_longer_what_is_counted(read_record, years, each, first, span) -> None:
    svg = drawn(crowd(read_record, years, each))

    assert next(iter(links(svg))) == first
    assert f"in {span};" in words(svg)


def test_key_events_of_a_crowd_keep_a_mark_and_a_name_and_lead_to_their_pages(read_record) -> None:
    key = "\n  - {id: opening, date: 1931-05, title: The bridge opens, key: true, actors: council}"

    svg = drawn(crowd(read_record, range(1931, 1933), 1200, key))

    (link,) = [a for a in svg.iter(f"{SVG}a") if a.get("data-id") == "opening"]
    assert link.get("href") == "../events/opening/"
    assert link.findtext(f"{SVG}title") == "May 1931: The bridge opens"
    assert "The bridge opens" in words(svg)


def test_key_events_that_have_no_room_for_a_name_are_counted_and_not_drawn(read_record) -> None:
    """Twelve of them, all of one day, under long names: a few stand below one another, and none is cut."""
    title = "The council of the harbour decides upon the bridge for the time that is number"
    key = "".join(
        f"\n  - {{id: k-{n}, date: 1931-05-02, title: '{title} {n}', key: true, actors: council}}" for n in range(14)
    )

    svg = drawn(crowd(read_record, range(1931, 1933), 1200, key), "l")
    shown = {a.get("data-id") for a in svg.iter(f"{SVG}a")} & {f"k-{n}" for n in range(14)}
    assert 0 < len(shown) < 12
    assert re.findall("number", words(svg)) == ["number"] * len(shown)


def test_a_crowd_on_a_phone_runs_downwards_and_names_its_key_events(read_record) -> None:
    key = "\n  - {id: opening, date: 1931-05, title: The bridge opens, key: true, actors: council}"

    svg = drawn(crowd(read_record, range(1931, 1933), 1200, key), "s")

    assert [g.get("data-across") for g in svg.iter(f"{SVG}g") if g.get("data-across")] == []
    found = links(svg)
    assert found["May 1931: 101 events"] == "../timeline/1931/"
    assert "The bridge opens" in words(svg)
    assert "longest: 101 events in a month; pale: it may also have been another" in words(svg)


def test_events_are_laid_out_once_where_a_wider_column_leaves_the_line_as_high(read_record, monkeypatch) -> None:
    laid_out, lay_out = [], axis_down._columns

    def counting(*given):
        laid_out.append(given)
        return lay_out(*given)

    monkeypatch.setattr(axis_down, "_columns", counting)

    drawn(crowd(read_record, range(1931, 1933), 1200), "s")

    assert len(laid_out) == 1
