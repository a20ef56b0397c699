"""A word is looked up in the index, the text around it comes after; where either does not come, readers are told."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Readers

pytestmark = pytest.mark.browser


def test_events_are_found_in_the_index_and_the_words_around_come_after(reader: Readers) -> None:
    someone, fetched = reader(), list[str]()
    someone.page.on("request", lambda request: fetched.append(urlsplit(request.url).path.rpartition("/")[2]))
    page = someone.opens("timeline/")
    page.locator("#_q").focus()
    page.locator(".tl-controls[data-awake]").wait_for()

    cards, passages = page.evaluate(
        """async () => {
          const form = document.querySelector('.tl-controls'), box = form.elements.q
          const drawn = new Promise(done => form.addEventListener('tl-drawn', done, { once: true }))
          box.value = 'turnbuckl'
          box.dispatchEvent(new InputEvent('input', { bubbles: true }))
          await drawn
          return ['.tl-card', '.tl-gist a'].map(each => document.querySelectorAll(`#_list ${each}`).length)
        }"""
    )

    assert (cards > 0, passages) == (True, 0)
    assert [name for name in fetched if name.endswith(".txt")] == ["index-0.txt"]
    expect(page.locator(".tl-gist mark").first).to_contain_text("urnbuckl")
    assert "words-0.txt" in fetched


@pytest.mark.parametrize("asked", ["smuggl", "s460", "delay", "scrap", "k7-north", "long bri", "licen s460"])
def test_every_card_shows_why_it_was_found(reader: Readers, asked: str) -> None:
    page = reader().opens(f"timeline/?q={asked.replace(' ', '+')}")
    expect(page.locator(".tl-gist mark").first).to_be_visible()
    cards = page.locator("#_list .tl-card")
    expect(cards.nth(1)).to_be_visible()
    expect(cards.filter(has_not=page.locator("mark"))).to_have_count(0)


@pytest.mark.parametrize("file", ["words-*.txt", "index-*.txt"])
def test_where_texts_do_not_come_the_whole_list_stands_and_the_search_of_the_header_says_so_too(
    reader: Readers, file: str
) -> None:
    someone = reader()
    page = someone.opens("timeline/")
    page.route(f"**/{file}", lambda route: route.abort())
    page.locator("#_q").fill("turnbuckl")
    expect(page.locator(".tl-fails")).to_contain_text("could not be loaded")
    expect(page.locator("#_q")).not_to_be_visible()
    expect(page.locator("#_list details").first).to_be_visible()
    page.locator(".tl-find").click()
    page.keyboard.type("turnbuckl")
    expect(page.locator(".tl-dialog .tl-fails")).to_contain_text("could not be loaded")
    page.locator(".tl-dialog .tl-close").click()
    expect(page.locator(".tl-find")).not_to_be_visible()

    page.unroute(f"**/{file}")
    page.get_by_role("button", name="Load the page again").click()
    page.locator("#_q").fill("turnbuckle")
    expect(page.locator("#_shown")).to_contain_text("with “turnbuckle”")
    expect(page.locator(".tl-gist mark").first).to_be_visible()
