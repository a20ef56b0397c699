"""The timeline without a mouse, and for a screen reader."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import both_colours
from tests.browser.conftest import Readers

pytestmark = pytest.mark.browser


def test_a_slash_leads_to_the_box_and_letters_move_only_within_the_list(reader: Readers) -> None:
    page = reader().opens("timeline/")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement === document.body")
    page.keyboard.press("/")
    expect(page.locator("#_q")).to_be_focused()
    page.locator(".tl-controls[data-awake]").wait_for()
    page.keyboard.type("j")
    assert page.locator("#_q").input_value() == "j"
    page.locator("#_q").fill("")

    titles = page.locator("#_list .tl-title a")
    titles.nth(0).focus()
    page.keyboard.press("j")
    expect(titles.nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(titles.nth(0)).to_be_focused()


def test_a_facet_is_chosen_by_keyboard_and_keeps_the_focus(reader: Readers) -> None:
    page = reader().opens("timeline/")
    page.locator(".tl-filter summary").focus()
    page.keyboard.press("Enter")
    first = page.locator(".tl-facets input").first
    first.wait_for()
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "checkbox":
            break
    page.keyboard.press("Space")

    expect(page.locator("#_chosen button").first).to_be_visible()
    focused = page.locator(":focus")
    assert focused.get_attribute("type") == "checkbox"
    expect(focused).to_be_checked()


def test_names_and_states_are_told_to_a_screen_reader(reader: Readers) -> None:
    page = reader().opens("timeline/?topic=bridge")
    expect(page.locator("#_chosen button").first).to_be_visible()
    page.locator(".tl-filter summary").click()
    expect(page.locator(".tl-tally").first).not_to_have_text("")

    expect(page.locator(".tl-controls")).to_match_aria_snapshot(
        r"""
        - search "Search and filter the events":
          - paragraph:
            - text: Words or dates
            - searchbox "Words or dates"
          - group:
            - text: Filter by topic, people, day … 1
            - paragraph:
              - text: As known on
              - textbox "As known on"
            - paragraph:
              - text: Order
              - combobox "Order":
                - option "oldest first" [selected]
                - option "newest first"
            - group "Topic"
            - group "Who"
            - group "Kind"
            - group "Status"
            - group "What became of it"
            - group "Kind of source"
            - group "Only"
            - paragraph:
              - button /Show \d+ events/
          - 'button "Leave out: about Long Bridge"'
          - button "Clear all"
          - button "Copy link"
        """
    )
    expect(page.locator(".tl-facets input[name=topic][value=bridge]")).to_be_checked()


@pytest.mark.parametrize("width", [1280, 320])
def test_open_panels_hold_no_obstacle_and_nothing_to_push_sideways(reader: Readers, width: int) -> None:
    page = reader(width=width).opens("timeline/?as-of=2025-06-01&q=bridge&topic=bridge")
    expect(page.locator("#_banner")).to_be_visible()
    page.locator(".tl-filter summary").click()
    expect(page.locator(".tl-tally").first).not_to_have_text("")
    expect(page.locator("#_also details").first).to_be_visible()
    page.locator("#_also details").first.locator("summary").click()
    places = found(page)
    reach = page.evaluate("document.documentElement.scrollWidth")
    page.locator(".tl-find").click()
    page.keyboard.type("s460")
    expect(page.locator(".tl-dialog [role=option]").first).to_be_visible()
    assert places + found(page) == []
    assert max(reach, page.evaluate("document.documentElement.scrollWidth")) <= width


def found(page: Page) -> list[str]:
    nodes = [(each["id"], node) for each in both_colours(page) for node in each["nodes"]]
    return [f"{id}: {node['target']} {node.get('failureSummary')}" for id, node in nodes]


def test_a_chart_of_forecasts_is_one_stop_of_the_keyboard_where_arrows_lead_from_date_to_date(reader: Readers) -> None:
    page = reader().opens("expectations/")
    marks = page.locator(".tc-forecasts svg:visible .tc-row > a")
    expect(marks.nth(0)).to_have_attribute("tabindex", "0")
    marks.nth(0).focus()
    page.keyboard.press("ArrowDown")

    expect(marks.nth(1)).to_be_focused()
    expect(page.locator(".tc-forecasts svg:visible [tabindex='0']")).to_have_count(1)
    row = marks.nth(1).get_attribute("href") or ""
    page.keyboard.press("Enter")
    assert page.url.endswith(row)
    expect(page.locator(row)).to_be_visible()
