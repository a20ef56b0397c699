"""Which charts a record has, and which one a hand-written page gets for what it asks."""

from __future__ import annotations

import pytest

from timeline.charts.registry import Wish, charts, named_releases, names, of_the_record
from timeline.model import Timeline
from timeline.queries.index import Index
from timeline.site.urls import Links

LINKS = Links("story/")


def asked(timeline: Timeline, wish: Wish, *ids: str) -> list[tuple[str, str]]:
    """Name and title of each chart."""
    events = [event for event in timeline.events if not ids or event.id in ids]
    return [(chart.id, chart.title) for chart in charts(Index(timeline), LINKS, wish, events)]


def test_a_record_has_its_charts_on_the_pages_that_show_them(sample: Timeline) -> None:
    found = {chart.id: place for chart, place in of_the_record(Index(sample), LINKS)}

    assert found == {"axis": "timeline/", "forecasts": "expectations/", "tracks": "tracks/", "growth": "evidence/"}
    assert set(found) < names(sample)


def test_where_there_is_nothing_to_show_there_is_no_chart_of_it(timeline_from_doc: Timeline) -> None:
    """
    events: [{id: opening, date: 2025-05}]
    """
    assert [chart.id for chart, _ in of_the_record(Index(timeline_from_doc), LINKS)] == ["axis"]
    assert asked(timeline_from_doc, Wish("forecasts")) == []
    assert asked(timeline_from_doc, Wish("tracks")) == []
    assert asked(timeline_from_doc, Wish("growth")) == []
    assert asked(timeline_from_doc, Wish("growth", event="opening")) == []


def test_a_record_without_events_has_no_chart_at_all(timeline_from_doc: Timeline) -> None:
    """
    sources: [{id: gazette}]
    """
    assert list(of_the_record(Index(timeline_from_doc), LINKS)) == []
    for kind in ("axis", "forecasts", "tracks", "growth"):
        assert asked(timeline_from_doc, Wish(kind)) == []


def test_only_the_axis_of_everything_has_the_name_of_the_chart_that_others_may_embed(sample: Timeline) -> None:
    assert [id for id, _ in asked(sample, Wish("axis"))] == ["axis"]
    assert [id for id, _ in asked(sample, Wish("axis", narrowed=True), "may-opening")] == [""]
    assert [id for id, _ in asked(sample, Wish("axis", lanes="topics"))] == [""]


def test_forecasts_of_one_topic_leave_out_the_others(sample: Timeline) -> None:
    (both,) = charts(Index(sample), LINKS, Wish("forecasts"), sample.events)
    (one,) = charts(Index(sample), LINKS, Wish("forecasts", topics=("ferry",)), sample.events)

    assert {row[0] for row in one.rows} == {"ferry-by-winter", "ferry-in-april", "ferry-in-september"}
    assert {row[0] for row in one.rows} < {row[0] for row in both.rows}


def test_a_track_that_is_asked_for_is_drawn_alone_and_under_no_name_of_the_site(sample: Timeline) -> None:
    (whole,) = charts(Index(sample), LINKS, Wish("tracks"), sample.events)
    (one,) = charts(Index(sample), LINKS, Wish("tracks", tracks={"toll-of-the-bridge"}), sample.events)

    assert (whole.id, one.id) == ("tracks", "")
    assert len(one.rows) < len(whole.rows)
    assert {row[0] for row in one.rows} == {"toll-of-the-bridge"}


@pytest.mark.parametrize(("event", "id"), [("", "growth"), ("may-opening", "growth-may-opening")])
def test_growth_is_that_of_the_record_or_of_an_event(sample: Timeline, event: str, id: str) -> None:
    assert [found for found, _ in asked(sample, Wish("growth", event=event))] == [id]
    assert id in names(sample)


def test_what_came_out_under_a_short_name_stands_below_the_forecasts(timeline_from_doc: Timeline) -> None:
    """
    events:
      - {id: bridge, kind: release, also: The bridge}
      - {id: tunnel, kind: release, course: missed, also: The tunnel}
      - {id: nameless, kind: release}
      - {id: word, kind: statement, also: A word}
    """
    assert [event.id for event in named_releases(timeline_from_doc)] == ["bridge"]
