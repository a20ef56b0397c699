"""Amounts of several events beside one another: sorted, and never added up."""

from __future__ import annotations

from tests.bodies import Body
from timeline.html.page import Page
from timeline.model import Timeline
from timeline.queries.amounts import by_kind


def test_amounts_of_one_name_and_unit_stand_by_their_size_and_no_sum_of_them_anywhere(
    pages_from_doc: dict[str, Page], timeline_from_doc: Timeline
) -> None:
    """
    events:
      - {id: small, date: 2021, amounts: [{value: 900, unit: crowns, of: cost}, {value: 7, unit: people}]}
      - {id: large, date: 2020, amounts: [{value: 12000, unit: crowns, of: Cost, bound: at-least}]}
      - {id: between, date: 2022, amounts: [{value: 900, up_to: 1100, unit: crowns, of: cost}]}
      - {id: abroad, date: 2019, amounts: [{value: 99000, unit: francs, of: cost}]}
    """
    body = Body.of(pages_from_doc["amounts/"].body)
    rows = [" ".join(row.text.split()) for row in body.all("li")]

    assert [len(kind.amounts) for kind in by_kind(timeline_from_doc)] == [3, 1, 1]
    assert rows == [
        "at least 12,000 crowns Large 2020, reported",
        "900 to 1,100 crowns Between 2022, reported",
        "900 crowns Small 2021, reported",
        "99,000 francs Abroad 2019, reported",
        "7 people Small 2021, reported",
    ]
    assert "13,800" not in body.text
    assert "../../amounts/" in Body.of(pages_from_doc["events/large/"].body).links


def test_a_record_without_amounts_has_no_page_for_them(pages_from_doc: dict[str, Page]) -> None:
    """
    events: [{id: opening}]
    """
    assert "amounts/" not in pages_from_doc
