"""What is folded is found by those who look for it, and printed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Readers

pytestmark = pytest.mark.browser

FOLDED = {
    "sources/": "[data-row] cite",
    "disputes/": ".tl-behind p",
    "expectations/": ".tl-named details p",
    "tracks/": ".tl-named .tl-soft a",
    "evidence/editors/": "details li > a:first-child",
    "events/wire-cranes/": ".tl-notes cite",
    "timeline/": ".tl-between a",
}
"""On each of these pages, what stands in a fold."""
CLOSED = "part => part.closest('details:not([open])') !== null"


def folded(page: Page, selector: str) -> tuple[int, str]:
    """The last part that cannot be seen, by its place, and its words."""
    parts = page.locator(f"main :is({selector})")
    place = next(n for n in reversed(range(parts.count())) if parts.nth(n).evaluate(CLOSED))
    return place, " ".join((parts.nth(place).text_content() or "").split())


@pytest.mark.parametrize(("address", "selector"), FOLDED.items(), ids=FOLDED)
def test_the_browsers_own_search_opens_what_is_folded(reader: Readers, address: str, selector: str) -> None:
    """A link to words of a page opens what they stand in by the same rule, and can be tried."""
    someone = reader()
    _, words = folded(someone.opens(address), selector)
    sought = words.replace("%", "%25").replace("-", "%2D").replace(",", "%2C").replace("&", "%26").replace(" ", "%20")
    someone.page.goto("about:blank")
    page = someone.opens(f"{address}#:~:text={sought}")

    found = page.locator(f"main :is({selector})").filter(has_text=words, visible=True)  # it may say so several times
    expect(found.first).to_be_visible()


def test_where_a_browser_does_not_do_so_all_is_opened_as_a_search_begins(reader: Readers) -> None:
    someone = reader()
    someone.page.add_init_script("delete HTMLElement.prototype.onbeforematch")
    page = someone.opens("events/wire-cranes/")
    place, _ = folded(page, ".tl-notes cite")
    note = page.locator("main .tl-notes cite").nth(place)

    page.keyboard.press("f")
    expect(note).to_be_hidden()
    page.keyboard.press("Control+f")
    expect(note).to_be_visible()
    expect(page.locator(".tl-copies").first).to_be_hidden()


@pytest.mark.parametrize(("address", "selector"), FOLDED.items(), ids=FOLDED)
@pytest.mark.parametrize("script", [True, False], ids=["", "without script"])
def test_what_is_folded_is_printed(reader: Readers, address: str, selector: str, script: bool) -> None:
    someone = reader(script=script)
    page = someone.opens(address)
    parts = page.locator(f"main :is({selector})")
    if not script:
        page.emulate_media(media="print")
        expect(parts.last).to_be_visible()
        return
    place, _ = folded(page, selector)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(parts.nth(place)).to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(parts.nth(place)).to_be_hidden()
