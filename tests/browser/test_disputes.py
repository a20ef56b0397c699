"""A reader who wants to know what is disputed: questions open, filter, print, and keep their addresses."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.axe import both_colours
from tests.browser.conftest import Readers
from timeline.model import Timeline
from timeline.queries import disputes
from timeline.queries.index import Index

pytestmark = pytest.mark.browser

PHONE = 844
"""Pixels of a phone's screen from top to bottom, at a width of 390."""


def test_the_page_of_disputes_is_at_most_eight_screens_of_a_phone(reader: Readers) -> None:
    page = reader(width=390).opens("disputes/")

    assert page.evaluate("document.documentElement.scrollHeight") <= 8 * PHONE
    assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_question_in_a_line_opens_its_sides_with_their_documents(reader: Readers, script: bool) -> None:
    page = reader(script=script).opens("disputes/")
    line = page.locator(".tl-question-line").first

    expect(line.locator(".tl-side").first).to_be_hidden()
    line.locator("> summary").click()
    expect(line.locator(".tl-side").first).to_be_visible()
    line.locator(".tl-behind > summary").first.click()
    expect(line.locator(".tl-behind a").first).to_be_visible()


def test_a_kept_link_opens_the_line_it_leads_to(reader: Readers, record: Timeline) -> None:
    last = disputes.liveliest(record)[-1]
    someone = reader()
    page = someone.opens(f"disputes/#{last.anchor}")

    expect(page.locator(f"[id='{last.anchor}'] .tl-side").first).to_be_in_viewport()
    assert someone.complaints == []


def test_a_question_is_found_by_the_search_and_leads_to_its_sides(reader: Readers, record: Timeline) -> None:
    asked = disputes.liveliest(record)[0]
    assert asked.words
    page = reader().opens("")
    page.locator(".tl-find").click()
    page.get_by_role("dialog").locator("input").first.fill(asked.words.rstrip("?"))
    page.get_by_role("dialog").locator(f"a[href$='disputes/#{asked.anchor}']").click()

    expect(page.locator(f"[id='{asked.anchor}']")).to_be_in_viewport()


def test_words_find_what_is_folded_and_an_order_brings_it_up(reader: Readers, record: Timeline) -> None:
    asked = disputes.liveliest(record)
    page = reader().opens("disputes/?order=happened")
    rows = page.locator("[data-row]")
    expect(rows.first).to_have_attribute("data-happened", str(min(happened(record))))
    places = [int(place) for place in rows.evaluate_all("rows => rows.map(row => row.dataset.happened)")]

    assert len(places) == len(asked)
    assert places == sorted(places)
    words = asked[-1].sides[-1].claim.text
    page.get_by_label("Words", exact=True).fill(words)
    expect(page.locator("[data-row]:visible")).to_have_count(1)


def happened(record: Timeline) -> list[int]:
    """The places of the disputed events in the row of all events."""
    return [Index(record).row.index(asked.event) for asked in disputes.liveliest(record)]


def test_on_paper_every_side_and_its_documents_are_written_out(reader: Readers, record: Timeline) -> None:
    page = reader().opens("disputes/")
    page.emulate_media(media="print")

    sides = page.locator(".tl-side")
    assert sides.count() == sum(len(asked.sides) for asked in disputes.liveliest(record)) > 20
    heights = sides.evaluate_all("sides => sides.map(side => side.querySelector('.tl-behind p').offsetHeight)")
    assert min(heights) > 0


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_an_open_dispute_has_no_obstacle_that_axe_knows_in_either_colours(reader: Readers, width: int) -> None:
    page = reader(width=width).opens("disputes/")
    page.locator(".tl-question-line > summary").first.click()
    page.locator(".tl-behind > summary").first.click()
    page.evaluate(
        "document.querySelectorAll('.tl-question-line:not([open])').forEach((row, n) => n > 3 && row.remove())"
    )

    found = both_colours(page)
    assert [(each["id"], [node["target"] for node in each["nodes"]]) for each in found] == []
