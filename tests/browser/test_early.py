"""Readers who are faster than the network: what they click and type before a script is there is not lost."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Readers

pytestmark = pytest.mark.browser

EVENT = "events/wire-cranes/"


def held(page: Page, script: str) -> Callable[[], None]:
    """The script stays on its way until the function returned is called."""
    waiting: list[Route] = []
    page.route(f"**/{script}", lambda route: waiting.append(route))

    def comes() -> None:
        assert waiting, f"{script} was never asked for"
        for route in waiting:
            route.continue_()

    return comes


def test_a_number_that_is_clicked_before_the_script_is_there_opens_its_note_when_it_comes(reader: Readers) -> None:
    someone = reader(width=390)
    comes = held(someone.page, "notes.js")
    page = someone.opens(EVENT)

    page.locator(".tl-claim .tl-refs a").nth(1).click()
    page.wait_for_timeout(200)
    assert someone.address == EVENT, "the page stays where it is"
    comes()
    expect(page.locator("#_preview")).to_be_visible()
    expect(page.locator("#_preview")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#_preview")).to_be_hidden()
    assert someone.complaints == []


def test_a_number_that_is_reached_or_pointed_at_before_the_script_is_there_shows_its_note(reader: Readers) -> None:
    someone = reader()
    comes = held(someone.page, "notes.js")
    page = someone.opens(EVENT)
    numbers = page.locator(".tl-claim .tl-refs a")

    numbers.first.focus()
    page.keyboard.press("Tab")
    comes()
    expect(page.locator("#_preview")).to_be_visible()
    expect(numbers.nth(1)).to_have_attribute("aria-describedby", "_preview")
    comes = held(page, "notes.js")
    page.reload()
    numbers.nth(1).hover()
    comes()
    expect(numbers.nth(1)).to_have_attribute("aria-describedby", "_preview")


def test_a_mark_of_a_picture_that_is_clicked_before_the_script_is_there_opens_its_note(reader: Readers) -> None:
    someone = reader()
    comes = held(someone.page, "notes.js")
    page = someone.opens(EVENT)

    page.locator("#_chain > summary").click()
    page.locator(".tl-relays [data-note]").first.click()
    comes()
    expect(page.locator("#_preview")).to_be_visible()


@pytest.mark.parametrize("script", ["start.js", "notes.js"])
def test_where_a_script_never_comes_a_number_leads_to_its_note(reader: Readers, script: str) -> None:
    someone = reader()
    waiting: list[Route] = []
    clicked: list[bool] = []  # a script that is asked for after the click fails at once
    someone.page.route(f"**/{script}", lambda route: route.abort() if clicked else waiting.append(route))
    page = someone.page
    page.goto(someone.site + EVENT, wait_until="commit")

    page.locator(".tl-claim .tl-refs a").nth(1).click()
    clicked.append(True)
    for route in waiting:
        route.abort()
    expect(page.locator("li:target")).to_be_in_viewport(timeout=20_000)


def test_enter_that_is_pressed_before_anything_is_found_opens_the_first_hit_when_it_is(reader: Readers) -> None:
    someone = reader()
    comes = held(someone.page, "search_dialog.js")
    page = someone.opens()

    page.keyboard.press("/")
    page.keyboard.type("S460 licence")
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    assert someone.address == "", "the form is not sent away"
    comes()
    expect(page).to_have_url(re.compile("/events/[a-z0-9-]+/$"))


def test_the_search_is_closed_by_its_button_before_its_script_is_there(reader: Readers) -> None:
    someone = reader()
    held(someone.page, "search_dialog.js")
    page = someone.opens()

    page.keyboard.press("/")
    expect(page.locator(".tl-dialog")).to_be_visible()
    page.locator(".tl-dialog .tl-close").click()
    expect(page.locator(".tl-dialog")).to_be_hidden()


def test_all_that_was_typed_and_chosen_before_the_controls_are_awake_is_asked(reader: Readers) -> None:
    someone = reader()
    comes = held(someone.page, "timeline.js")
    page = someone.opens("timeline/")

    page.locator("#_q").fill("karst")
    page.locator(".tl-filter summary").click()
    page.locator("#_order").select_option("newest")
    page.locator("#_as-of").fill("2025-08-15")
    comes()
    expect(page.locator("#_shown")).to_contain_text("with “karst”")
    expect(page.locator("#_shown")).to_contain_text("newest first")
    expect(page.locator("#_shown")).to_contain_text("as known on 15 August 2025")


def test_the_theme_hears_that_the_page_was_read_and_nobody_else_a_second_time(reader: Readers) -> None:
    someone = reader()
    page = someone.page
    page.add_init_script("window.heard = 0; addEventListener('DOMContentLoaded', () => window.heard++)")
    someone.opens(EVENT)

    expect(page.locator("label[for^=__palette]:not([hidden])")).to_be_visible()
    assert page.evaluate("window.heard") == 1
    for scheme in ("default", "slate"):  # from the colours of the system to light ones, and on to dark ones
        page.locator("label[for^=__palette]:visible").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
    assert page.evaluate("Object.hasOwn(document, 'addEventListener')") is False
    assert someone.complaints == []
