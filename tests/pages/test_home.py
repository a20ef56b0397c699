"""The home page of a record without one written by hand says as much as the record bears."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.bodies import Body
from timeline.html.page import Page

Pages = Callable[[str], dict[str, Page]]


def events(number: int, key: str = "") -> str:
    rows = (f"  - {{id: e{n}, date: {1900 + n}, claims: [{{cite: a}}]{key}}}" for n in range(number))
    return "\n".join(["sources: [{id: a}]", "events:", *rows])


def headings(body: Body) -> list[str]:
    return [heading.text for heading in body.all("h2")]


def test_one_event_is_shown_and_not_counted_twice(pages_of: Pages) -> None:
    body = Body.of(pages_of(events(1))[""].body)

    assert headings(body) == ["What happened", "How to read it"]
    assert "1 event, with the document that says so: 1 source, which goes back to 1 independent source." in body.words
    assert "See the event See its source" in body.words


def test_a_short_record_shows_all_its_events(pages_of: Pages) -> None:
    body = Body.of(pages_of(events(3))[""].body)

    assert [link for link in body.links if link.startswith("events/")] == [f"events/e{n}/" for n in range(3)]
    assert "Latest" not in headings(body)


def test_a_longer_record_without_key_events_shows_all_on_one_line_and_the_latest(pages_of: Pages) -> None:
    body = Body.of(pages_of(events(12))[""].body)

    assert "Latest" in headings(body)
    assert "What happened" not in headings(body)
    assert body.all("svg")
    assert "Key events carry" not in body.words
    assert "in lanes" not in body.words
    assert [lede.text for lede in body.classed("tl-lede")] == ["The latest of 12 events: E11, 1911."]
    assert "so: 1 source, which goes back to 1 independent source." in body.words.partition("How to read it")[2]
    assert [link for link in body.links if link.startswith("events/")][-3:] == [f"events/e{n}/" for n in (11, 10, 9)]


def test_key_events_beyond_eight_are_folded(pages_of: Pages) -> None:
    body = Body.of(pages_of(events(12, ", key: true"))[""].body)

    assert "Turning points" in headings(body)
    assert "4 more turning points" in body.words


def test_what_was_foretold_opens_the_page_and_its_chart_stands_first(pages_from_doc: dict[str, Page]) -> None:
    """
    record: {through: 1936-12-31}
    sources: [{id: a}]
    topics: [{id: bridge, name: The bridge}]
    events: [{id: plan, date: 1929, claims: [{cite: a}]}]
    expectations:
      - {id: soon, about: bridge, window: 1931, said: 1930, cite: a, outcome: missed}
    """
    body = Body.of(pages_from_doc[""].body)

    assert body.words.startswith("The bridge has not come as of 31 December 1936, the last day checked")
    assert headings(body)[0] == "One date was named for The bridge and was not kept"


@pytest.mark.parametrize("number", [1, 3, 12])
def test_the_page_has_one_title_and_names_nothing_twice(pages_of: Pages, number: int) -> None:
    body = Body.of(pages_of(events(number))[""].body)

    assert len(body.all("h1")) == 1
    assert len(body.ids) == len(set(body.ids))
