"""Dates that were named and how things stood: the news first, what is known beyond it folded."""

from __future__ import annotations

from tests.bodies import Body
from timeline.html.page import Page

Pages = dict[str, Page]


def test_what_is_still_to_come_stands_first_and_what_was_kept_is_folded(pages_from_doc: Pages) -> None:
    """
    record: {through: 2025-06-01}
    sources: [{id: times, issued: 2025-01-02}]
    actors: [{id: mayor, name: The mayor}]
    topics: [{id: bridge, name: The bridge}]
    events: [{id: opening, date: 2025-03-10, title: It opens, claims: [{cite: times}]}]
    expectations:
      - {id: passed, about: bridge, by: mayor, said: 2025-01-02, window: 2025-02, cite: times, outcome: missed}
      - {id: kept, about: bridge, said: 2025-01-03, window: 2025-03, cite: times, outcome: {event: opening}}
      - {id: ahead, about: bridge, said: 2025-01-04, window: 2025-12, wording: by Christmas, cite: times}
    """
    page = pages_from_doc["expectations/"]
    body = Body.of(page.body)

    assert page.title == "What came of every date"
    assert "3 dates were named for The bridge by 1 June 2025: 1 missed, 1 kept, 1 still to come." in body.words
    rows = {str(e.attributes["id"]): e for e in body.all("li") if e.attributes.get("id")}
    assert list(rows) == ["ahead", "passed", "kept"]
    assert [id for id, row in rows.items() if "details" in row.inside] == ["kept"]
    assert " ".join(rows["passed"].text.split()).startswith("February 2025, missed The mayor, 2 January 2025")
    assert "“by Christmas”" in rows["ahead"].text
    assert "Kept: It opens" in rows["kept"].text


def test_where_nobody_names_a_date_the_page_says_so(pages_from_doc: Pages) -> None:
    """
    events: [{id: e}]
    """
    body = Body.of(pages_from_doc["expectations/"].body)

    assert "Nobody is on record with a date for what was to come." in body.words
    assert not body.classed("tc-choose")


def test_the_last_state_that_is_known_is_told_with_its_dates_and_not_as_unknown(pages_from_doc: Pages) -> None:
    """
    record: {through: 2026-01-01}
    sources: [{id: times, issued: 2025-01-02}]
    tracks:
      - id: ferry
        title: The ferry
        states:
          - {from: 2025-01, state: runs, tone: open, cite: times}
          - {from: 2025-03-01, to: 2025-05-01, state: stopped, tone: closed, cite: times}
      - id: bridge
        title: The bridge
        states: [{from: 2025-02-01, state: open to all, tone: open, cite: times}]
    """
    body = Body.of(pages_from_doc["tracks/"].body)

    told = [" ".join(e.text.split()) for e in body.all("section")]
    assert told[0].startswith("The ferry stopped last reported on 1 May 2025, 1 source Documents and 1 earlier")
    assert told[1].startswith("The bridge open to all since 1 February 2025, 1 source Documents")
    assert pages_from_doc["tracks/"].description == "2 things are followed from state to state, up to 1 January 2026."
