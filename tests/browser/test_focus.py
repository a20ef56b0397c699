"""Who goes by keyboard is never put back to the top of a page: what had the focus keeps it, or hands it on."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Readers
from timeline.model import Timeline
from timeline.queries.index import Index

pytestmark = pytest.mark.browser


def walked(page: Page, times: int, key: str = "Tab") -> list[str]:
    """What has the focus after each press of a key: its name, or the element it is."""
    found = []
    for _ in range(times):
        page.keyboard.press(key)
        found.append(page.evaluate("(e => e.getAttribute('aria-label') ?? e.id ?? e.tagName)(document.activeElement)"))
    return found


def test_the_search_keeps_the_focus_within_and_gives_it_back(reader: Readers) -> None:
    page = reader().opens("about/")
    link = page.locator(".tl-find")
    link.focus()
    page.keyboard.press("Enter")
    box = page.locator("#_search")
    expect(box).to_be_focused()

    page.keyboard.type("bridge")
    expect(page.locator("#_results [aria-selected=true]")).to_have_count(1)
    reached = {name for name in walked(page, 6) if name not in ("BODY", "")}
    assert reached <= {"_search", "Search", "Close"}, "the box and what closes it; hits are reached by arrows"
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_what_a_button_of_the_timeline_takes_away_hands_the_focus_on(reader: Readers, record: Timeline) -> None:
    page = reader().opens("timeline/")
    box = page.locator("#_q")
    box.fill("9.4.2025")
    known = page.locator("[data-do=as-known]")
    known.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#_banner [data-do=earlier]")).to_be_focused()

    last = [day for day in Index(record).changes.days if day < record.record.through][-1]
    page = reader().opens(f"timeline/?as-of={last}")
    page.locator("#_banner [data-do=later]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#_banner")).to_be_hidden()
    expect(page.locator("#_q")).to_be_focused()


def test_a_dropped_condition_hands_the_focus_to_the_next_and_the_last_one_to_the_box(reader: Readers) -> None:
    page = reader().opens("timeline/?topic=bridge&key=true")
    drops = page.locator("#_chosen [data-do=drop]")
    expect(drops).to_have_count(2)
    drops.first.focus()
    page.keyboard.press("Enter")
    expect(drops).to_have_count(1)
    expect(drops.first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#_q")).to_be_focused()


def test_a_list_that_is_narrowed_leaves_the_focus_where_it_is_also_when_all_is_shown_again(reader: Readers) -> None:
    page = reader().opens("sources/")
    words = page.get_by_label("Words", exact=True)
    expect(words).to_be_visible()
    words.focus()
    page.keyboard.type("gazette")
    expect(words).to_be_focused()
    page.locator("form[data-list] details").evaluate("filter => { filter.open = true }")
    again = page.locator("form[data-list] button[type=reset]")
    again.focus()
    page.keyboard.press("Enter")
    expect(again).to_be_focused()
    expect(words).to_have_value("")
