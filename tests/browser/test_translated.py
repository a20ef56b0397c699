"""A page that the browser has translated: each text stands in new elements, and what comes later is translated too."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Reader, Readers

pytestmark = pytest.mark.browser

EVENT = "events/wire-cranes/"
TRANSLATES = """() => {
  const foreign = text => text.replace(/[A-Za-z]{3,}/g, word => [...word].reverse().join(''))
  const rests = node => node.parentElement?.closest('[translate=no], font, script, style, textarea, svg')
  function translate(root) {
    if (!root.isConnected) return
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), found = []
    for (let node = root.nodeType === 3 ? root : texts.nextNode(); node; node = texts.nextNode()) found.push(node)
    for (const node of found) {
      if (!node.data.trim() || rests(node)) continue
      const [outer, inner] = [document.createElement('font'), document.createElement('font')]
      inner.textContent = foreign(node.data)
      outer.append(inner)
      node.replaceWith(outer)
    }
  }
  translate(document.body)
  new MutationObserver(changes => {
    for (const { addedNodes } of changes) for (const node of addedNodes) translate(node)
  }).observe(document.body, { childList: true, subtree: true })
}"""
"""What Google's translator does to a page, as far as scripts notice."""


def translated(someone: Reader, address: str) -> Page:
    page = someone.opens(address)
    page.evaluate(TRANSLATES)
    return page


def test_events_are_still_found_and_filtered(reader: Readers) -> None:
    someone = reader()
    page = translated(someone, "timeline/")
    page.locator("#_q").fill("S460")
    expect(page.locator("#steel-licence-requirement")).to_be_visible()
    expect(page.locator("#marigold-announced")).to_have_count(0)
    page.locator("#_q").fill("")
    expect(page.locator("#marigold-announced, #council-votes").first).to_be_visible()

    page.locator(".tl-filter > summary").click()
    page.locator("#_as-of").fill("2025-05-01")
    expect(page.locator("#_banner")).to_contain_text("2025")
    assert someone.complaints == []


@pytest.mark.parametrize("first", ["the list", "the translation"])
def test_a_list_is_still_filtered_by_the_words_that_the_reader_sees(reader: Readers, first: str) -> None:
    someone = reader()
    page = someone.opens("sources/")
    if first == "the translation":
        page.evaluate(TRANSLATES)
    page.locator(".tl-list-by > summary").click()
    expect(page.locator("[name=language] option").nth(1)).to_contain_text("(")
    if first == "the list":
        page.evaluate(TRANSLATES)
    page.locator("[name=language]").select_option("zh")
    rows = page.locator("[data-row]")
    expect(rows.filter(visible=True)).to_have_count(2)
    expect(page.locator("[name=language] option:checked")).to_contain_text("(2)")
    page.locator("button[type=reset]").click()
    page.locator("#_by-q").fill("eriwhtron")  # Northwire, as it stands there now
    expect(rows.filter(visible=True)).to_have_count(3)
    assert someone.complaints == []


def test_notes_still_open_at_their_numbers(reader: Readers) -> None:
    someone = reader()
    page = translated(someone, EVENT)
    page.locator(".tl-refs a").first.click()

    box = page.locator("#_preview")
    expect(box).to_be_visible()
    expect(box.locator("cite")).to_be_visible()
    box.locator("button").click()
    expect(box).to_be_hidden()
    assert someone.complaints == []


def test_a_page_as_of_a_day_is_the_same_when_it_was_translated_before(reader: Readers) -> None:
    someone = reader()
    someone.page.add_init_script(f"addEventListener('DOMContentLoaded', {TRANSLATES})")
    page = someone.opens(f"{EVENT}?as-of=2025-08-20")

    expect(page.locator(".tl-banner")).to_be_visible()
    other = reader()
    plain = other.opens(f"{EVENT}?as-of=2025-08-20")
    expect(plain.locator(".tl-banner")).to_be_visible()
    shown = "main :is(.tl-claim, .tl-notes > li, h2)"
    expect(page.locator(shown).filter(visible=True)).to_have_count(plain.locator(shown).filter(visible=True).count())
    assert someone.complaints == []


def test_citations_codes_and_addresses_are_left_as_they_are(reader: Readers) -> None:
    someone = reader()
    for address, selector in [
        (EVENT, ".tl-copies"),
        ("sources/kuestenbote-2025-08-14-kraene/", "[translate=no]"),
        ("evidence/editors/", "[translate=no]"),
    ]:
        before = with_its_address(someone.opens(address)).locator(selector).all_text_contents()
        page = with_its_address(translated(someone, address))
        assert before
        assert page.locator(selector).all_text_contents() == before


def with_its_address(page: Page) -> Page:
    """Once the script has written into each citation where the page is read."""
    expect(page.locator(".tl-copy > summary:not([data-attended])")).to_have_count(0)
    return page
