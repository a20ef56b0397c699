"""Where there is little room: on phones time runs downwards, and on tablets words give way to who said them."""

from __future__ import annotations

import re

from tests.charts.test_forecasts import RECORD, STATES, drawn, loaded, words
from timeline.charts.forecasts import chart
from timeline.queries.index import Index
from timeline.site.urls import Links


def test_on_a_phone_a_name_of_two_lines_stands_whole() -> None:
    index = Index(loaded(RECORD.replace("also: Tunnel", "also: Tunnel-in-two-parts")))
    assert "Released Tunnel-in- two-parts" in words(
        drawn(chart(index, Links(""), events=index.timeline.events[1:]), "s")
    )


def test_on_a_phone_each_mark_has_a_number_and_below_stands_who_named_the_time() -> None:
    told = words(drawn(chart(Index(loaded(RECORD)), Links("")), "s"))

    assert told.endswith("Bridge: 1 Council, told by Gazette 2 Gazette Tunnel: 3 Gazette")
    assert re.search(r"\b1 2 .*\b3 .*Bridge:", told)


def test_who_named_a_time_stands_beside_it_even_where_not_all_words_have_room() -> None:
    long = RECORD.replace("wording: in May", "wording: in May if the weather of this spring is").replace(
        "window: 1931-05", "window: 1933-05"
    )
    told = words(drawn(chart(Index(loaded(long)), Links("")), "m"))

    assert "Council" in told
    assert "weather" not in told


def test_on_a_phone_a_track_runs_down_under_the_same_scale_with_its_key_below() -> None:
    timeline = loaded(RECORD + STATES)

    svg = drawn(chart(Index(timeline), Links(""), tracks=timeline.tracks), "s")

    (down,) = [group for group in svg.iter("g") if group.get("data-down")]
    closed = [bar for bar in down.iter("rect") if bar.get("class") == "tc-tone tc-tone--closed"]
    years = {"".join(text.itertext()): float(text.get("y", "")) for text in down.iter("text")}
    assert [years["1933"] - 15 < float(bar.get("y", "")) < years["1934"] for bar in closed] == [True]
    assert words(svg).endswith("Crossing the cove free or going on forbidden or stopped not known")
