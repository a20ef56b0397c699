"""One search in the head and on the timeline: the same answers, by keyboard too."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Readers
from timeline import dates
from timeline.model import Timeline
from timeline.queries.selection import Selection, select

pytestmark = pytest.mark.browser


def test_the_header_and_the_timeline_find_the_same_events(reader: Readers) -> None:
    page = reader().opens("timeline/")
    page.locator("#_q").fill("karst")
    expect(page.locator("#_shown")).to_contain_text("karst")
    number = page.locator("#_shown").inner_text().split()[0]
    expect(page.locator("#_also details").first).to_be_visible()
    groups = page.locator("#_also details").all()
    also = {group.get_attribute("data-group"): group.locator("summary .tl-soft").inner_text() for group in groups}

    page = reader().opens("about/")
    page.keyboard.press("/")
    page.keyboard.type("karst")
    groups_found = page.locator(".tl-dialog .tl-group")
    expect(groups_found.first).to_be_visible()
    found = {g.get_attribute("id"): g.locator("span").inner_text() for g in groups_found.all()}
    assert found.pop("_group-events") == number
    assert found == {f"_group-{name}": count for name, count in also.items()}
    assert {"claims", "sources"} <= also.keys()


def test_the_search_is_walked_through_by_keyboard_and_leads_to_the_claim(reader: Readers) -> None:
    someone = reader()
    page = someone.opens("")
    page.keyboard.press("/")
    page.keyboard.type("planned for may cancelled")
    expect(page.locator(".tl-dialog [role=option]").first).to_be_visible()
    box = page.get_by_role("combobox", name="Search")
    expect(box).to_be_focused()
    assert page.locator("[aria-selected=true]").count() == 1

    page.keyboard.press("ArrowDown")
    expect(page.locator("[aria-selected=true]")).to_contain_text("cancelled")
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/may-opening/#cancelled")


def test_a_date_in_the_search_finds_the_events_of_that_time(reader: Readers, record: Timeline) -> None:
    page = reader().opens("")
    page.keyboard.press("/")
    page.keyboard.type("jan 2025")
    expect(page.locator(".tl-dialog .tl-all, .tl-dialog [role=option]").first).to_be_visible()
    hits = page.locator(".tl-dialog a[href*='/events/']")
    found = hits.evaluate_all("links => links.map(link => link.pathname.split('/').at(-2))")
    january = dates.parse("2025-01")
    fits = {event.id for event in select(record, Selection(start=january, end=january)).events}
    assert found
    assert set(found) <= fits
