"""Which times were named for a bridge and a tunnel, and what came of them: drawn whole, to the record's last day."""

from __future__ import annotations

import datetime
import re
from itertools import combinations
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import dates
from timeline.charts import forecasts_across, forecasts_down
from timeline.charts.forecasts import chart
from timeline.charts.forecasts_board import Board
from timeline.charts.forecasts_subjects import Forecast, Subject, finding, subjects
from timeline.charts.svg.drawing import WIDTHS
from timeline.charts.svg.metrics import width
from timeline.charts.svg.pen import Pen
from timeline.charts.svg.scale import even
from timeline.loader import load_file
from timeline.model import Expectation, Timeline, Topic
from timeline.queries.index import Index
from timeline.site.urls import Links

RECORD = """
record: {title: The harbour, through: 1936-12-31}
topics: [{id: bridge, name: Bridge}, {id: tunnel, name: Tunnel}]
actors: [{id: council, name: Council, kind: government}]
events:
  - {id: tunnel-opens, added: 1936-12-31, date: 1935-06-01, title: The tunnel opens, kind: release, status: reported,
     also: Tunnel, topics: tunnel, claims: [{text: The tunnel opened., cite: gazette-1935}]}
  - {id: no-bridge, added: 1936-12-31, date: 1932-02, title: The council denies a date, kind: statement,
     status: reported, claims: [{id: denial, text: The council named no such day., by: council, cite: gazette-1932}]}
sources:
  - {id: gazette-1931, title: Bridge in May, publisher: Gazette, issued: 1931-01-05, language: en, kind: primary,
     url: "https://gazette.example/1"}
  - {id: gazette-1932, title: No bridge, publisher: Gazette, issued: 1932-02-05, language: en, kind: primary,
     url: "https://gazette.example/2"}
  - {id: gazette-1935, title: Tunnel open, publisher: Gazette, issued: 1935-06-02, language: en, kind: primary,
     url: "https://gazette.example/3"}
expectations:
  - {id: in-may, about: bridge, by: council, said: 1931-01-05, window: 1931-05, wording: in May, cite: gazette-1931,
     outcome: missed}
  - {id: on-sunday, about: bridge, said: 1932-02, window: 1932-02-07, cite: gazette-1932,
     outcome: {denied: no-bridge#denial}}
  - {id: by-summer, about: tunnel, said: 1935-01, window: 1935-06, cite: gazette-1935, outcome: {event: tunnel-opens}}
"""


def loaded(text: str) -> Timeline:
    found = load_file("harbour.yaml", text.encode())
    assert [problem.sentence for problem in found.problems] == []
    return found.timeline


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(loaded(RECORD))


def drawn(found: Any, size: str) -> ElementTree.Element:
    pen = Pen(WIDTHS[size], "x", fixed=True)
    svg, height = found.draw(pen)
    return ElementTree.fromstring(f'<svg width="{pen.width}" height="{height}">{svg}</svg>')


def words(svg: ElementTree.Element) -> str:
    return " ".join("".join(text.itertext()) for text in svg.iter("text"))


# -- what is said ----------------------------------------------------------------------------------


def test_the_title_is_what_came_of_all_dates_and_is_counted_from_the_record(index: Index) -> None:
    made = chart(index, Links(""))

    assert made is not None
    assert made.title == "Two dates were named for Bridge and none was kept; the one for Tunnel was"
    assert "Bridge: 2 dates named, 1 missed, 1 denied; Tunnel: 1 date named, 1 kept." in made.words


@pytest.mark.parametrize(
    ("fates", "said"),
    [
        (["missed"], "One date was named for Bridge and was not kept"),
        (["open"], "One date was named for Bridge and is still to come"),
        (["met", "met"], "Two dates were named for Bridge and both were kept"),
        (["missed", "met", "open"], "Three dates were named for Bridge and one was kept; one is still to come"),
        (["missed"] * 14, "14 dates were named for Bridge and none was kept"),
    ],
)
def test_a_finding_is_a_sentence_for_any_number(fates: list[str], said: str) -> None:
    assert finding([subject("bridge", fates)]) == said


def subject(id: str, fates: list[str]) -> Subject:
    made = tuple(
        Forecast(
            Expectation.model_construct(id=f"{id}-{number}", wording=None, window_basis="stated"),
            dates.parse("1931-05"), None, "", "Gazette", fate, (), None,
        )
        for number, fate in enumerate(fates)
    )  # fmt: skip
    return Subject(Topic.model_construct(id=id, name=id.title()), made, None, None)


def test_a_statement_that_names_no_time_is_left_out_and_counted(index: Index) -> None:
    vague = (
        RECORD + "  - {id: soon, about: bridge, said: 1932-03, wording: soon, cite: gazette-1932, outcome: missed}\n"
    )

    made = chart(Index(loaded(vague)), Links(""))

    assert made is not None
    assert made.note == "1 statement that names no time is left out."
    assert [row[0] for row in made.rows] == ["in-may", "on-sunday", "by-summer"]


@pytest.mark.parametrize("size", ["s", "m", "l"])
def test_the_chart_runs_to_the_last_day_and_says_where_nothing_was_named(index: Index, size: str) -> None:
    made = chart(index, Links(""))

    told = words(drawn(made, size))
    assert "31 December 1936" in told
    assert "No new date for Bridge since February 1932" in " ".join(told.split())
    assert "No new date for Tunnel" not in told


def test_where_the_last_day_is_named_no_quarter_that_begins_there_is(index: Index) -> None:
    open_still = RECORD.replace("through: 1936-12-31", "through: 1936-06-30").replace(
        "added: 1936-12-31", "added: 1936-06-30"
    )
    open_still += "  - {id: one-day, about: bridge, said: 1935-03, window: 1936-12, cite: gazette-1932}\n"

    svg = drawn(chart(Index(loaded(open_still)), Links("")), "s")

    placed = [("".join(text.itertext()), float(text.get("y", ""))) for text in svg.iter("text")]
    (last,) = [y for said, y in placed if said == "30 June 1936"]
    months = [(said, y) for said, y in placed if said in ("Jan", "Apr", "Jul", "Oct") or said.isdigit()]
    assert len(months) > 3
    assert [said for said, y in months if abs(y - last) < 14] == []


@pytest.mark.parametrize("size", ["s", "l"])
def test_what_happened_meanwhile_stands_below_under_its_short_name(index: Index, size: str) -> None:
    made = chart(index, Links(""), events=index.timeline.events[1:])

    assert re.search(r"\bReleased\b.*\bTunnel\b", words(drawn(made, size)))


STATES = """tracks:
  - id: crossing
    title: Crossing the cove
    states:
      - {from: 1931-01, to: 1931-12, state: by boat, tone: open, cite: gazette-1931}
      - {from: 1933-01, to: 1933-12, state: by no means, tone: closed, cite: gazette-1932}
      - {from: 1935-06-01, state: through the tunnel, tone: open, event: tunnel-opens}
"""


def test_how_things_stood_stands_below_under_the_same_scale_with_its_words_where_they_have_room(index: Index) -> None:
    timeline = loaded(RECORD + STATES)

    made = chart(Index(timeline), Links(""), tracks=timeline.tracks)

    told = words(drawn(made, "l"))
    assert "Crossing the cove" in told
    assert "by boat" in told
    assert "not known" in told
    assert "through the tunnel" in told
    assert "by no means" not in told, "on the darkest ground no words can be read"
    assert "forbidden or stopped" in told, "so a key says what it means"


def test_what_stays_open_is_drawn_to_the_edge_and_what_was_taken_back_is_struck_through(index: Index) -> None:
    more = """
  - {id: some-day, about: tunnel, said: 1933, window: 1934-01/.., wording: from 1934 on, cite: gazette-1932}
  - {id: in-march, about: tunnel, said: 1932-02, window: 1933-03, wording: in March, cite: gazette-1932,
     outcome: {withdrawn: no-bridge#denial}}
"""

    svg = drawn(chart(Index(loaded(RECORD.rstrip() + more)), Links("")), "l")

    (open_end,) = [line for line in svg.iter() if "tc-open" in line.get("class", "").split()]
    assert open_end.get("x2") == f"{WIDTHS['l']:g}"
    crossed = [line for line in svg.iter("line") if "tc-cross" in line.get("class", "").split()]
    assert sorted(line.get("y1") == line.get("y2") for line in crossed) == [False, True]


def test_a_forecast_of_which_nobody_knows_when_it_was_said_begins_where_it_points(index: Index) -> None:
    text = RECORD.replace("by: council, said: 1931-01-05, window: 1931-05", "by: council, window: 1931-05")

    (row,) = [row for row in chart(Index(loaded(text)), Links("")).rows if row[0] == "in-may"]
    waits = [
        line
        for line in drawn(chart(Index(loaded(text)), Links("")), "l").iter("line")
        if line.get("class") == "tc-wait"
    ]
    before = [line for line in drawn(chart(index, Links("")), "l").iter("line") if line.get("class") == "tc-wait"]

    assert "" in row
    assert len(waits) == len(before) - 2  # neither the day nor the way from it


def test_a_time_is_drawn_as_wide_as_it_is_vague(index: Index) -> None:
    made = chart(index, Links(""))
    bars = [r for r in drawn(made, "l").iter("rect") if "tc-outcome" in r.get("class", "")]

    may, sunday, june = (float(bar.get("width", "")) for bar in bars)
    assert may / sunday == pytest.approx(31, rel=0.05)
    assert may / june == pytest.approx(31 / 30, rel=0.01)


def test_a_record_without_a_named_time_has_no_such_chart(index: Index) -> None:
    assert chart(Index(loaded(RECORD.partition("expectations:")[0])), Links("")) is None


def test_what_was_foretold_first_stands_first(index: Index) -> None:
    assert [each.topic.id for each in subjects(index)] == ["bridge", "tunnel"]


# -- where it stands -------------------------------------------------------------------------------

DAYS = st.dates(datetime.date(1931, 1, 1), datetime.date(1935, 6, 30))
OPENS = loaded(RECORD).events[-1]
WORDS = st.text("abcdefgmw 7.,–", min_size=1, max_size=60).map(lambda text: " ".join(text.split()) or "soon")
FATES = st.sampled_from(["missed", "met", "denied", "withdrawn", "open", "overdue"])


@st.composite
def foretold(draw: st.DrawFn, id: str) -> Subject:
    made = []
    for number, day in enumerate(sorted(draw(st.lists(DAYS, min_size=1, max_size=draw(st.sampled_from([3, 10, 24])))))):
        after = day + datetime.timedelta(days=draw(st.integers(0, 300)))
        window = dates.parse(draw(st.sampled_from([after.isoformat(), f"{after:%Y-%m}", f"{after:%Y}"])))
        said = draw(st.sampled_from([None, dates.parse(day.isoformat()), dates.parse(f"../{day.isoformat()}")]))
        e = Expectation.model_construct(
            id=f"{id}-{number}", wording=draw(st.one_of(st.none(), WORDS)), window_basis="stated", window=window
        )
        made.append(Forecast(e, window, said, draw(WORDS), "Gazette", draw(FATES), (), None))
    came = draw(st.sampled_from([None, None, "1935-06-01", "1935-06"]))
    event = OPENS.model_copy(update={"date": dates.parse(came), "title": draw(WORDS)}) if came else None
    return Subject(Topic.model_construct(id=id, name=draw(WORDS)), tuple(made), event, None)


def boxes(svg: ElementTree.Element) -> list[tuple[float, float, float, float, str]]:
    found = []
    for text in svg.iter("text"):
        said = "".join(text.itertext())
        name = text.get("class", "")
        wide = width(said, 18.0 if "tc-name" in name else 13.0, bold="tc-strong" in name or "tc-name" in name)
        if text.find("tspan") is not None:
            wide = sum(width(t.text or "", 13.0, bold="strong" in t.get("class", "")) for t in text.iter("tspan")) + 4.2
        x, y = float(text.get("x", "")) + float(text.get("dx", "0")), float(text.get("y", ""))
        left = x - wide if "tc-end" in name.split() else x
        found.append((left, left + wide, y - 10, y + 3, said))
    return found


@given(st.tuples(foretold("bridge"), foretold("tunnel")), st.sampled_from(["s", "m", "l"]))
def test_no_words_are_cut_or_lie_over_others(found: tuple[Subject, Subject], size: str) -> None:
    index = Index(loaded(RECORD))
    board = Board(index, found, (), (), datetime.date(1931, 1, 1), datetime.date(1936, 12, 31), Links(""), "")
    pen = Pen(WIDTHS[size], "x", fixed=True)
    svg, height = (forecasts_down if size == "s" else forecasts_across).draw(pen, board)

    every = boxes(ElementTree.fromstring(f"<svg>{svg}</svg>"))
    for left, right, top, bottom, said in every:
        assert -0.5 <= left <= right <= pen.width + 0.5, said
        assert -0.5 <= top <= bottom <= height + 0.5, said
    for one, other in combinations(every, 2):
        beside = one[1] <= other[0] + 1 or other[1] <= one[0] + 1
        above = one[3] <= other[2] + 1 or other[3] <= one[2] + 1
        assert beside or above, (one, other)


@pytest.mark.parametrize("size", ["m", "l"])
def test_a_long_word_has_room_beside_the_lines(size: str) -> None:
    record = loaded(RECORD.replace("name: Bridge", "name: Rheinschifffahrt"))

    said = {text.text for text in drawn(chart(Index(record), Links("")), size).iter("text")}
    assert "Rheinschifffahrt" in said


def test_a_scale_is_the_same_for_all_things(index: Index) -> None:
    made = chart(index, Links(""))
    bars = [r for r in drawn(made, "l").iter("rect") if "tc-outcome" in r.get("class", "")]
    scale = even(datetime.date(1931, 1, 1), datetime.date(1936, 12, 31), 168 / 1040, 1 - 6 / 1040)

    assert float(bars[2].get("x", "")) == pytest.approx(scale(datetime.date(1935, 6, 1).toordinal()) * 1040, abs=0.02)
