"""Readers who doubt a sentence: what it rests on is one click away, with a mouse, with keys, without script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Readers
from timeline.model import Timeline

pytestmark = pytest.mark.browser

EVENT = "events/wire-cranes/"
ORIGIN = "Northwire, 14 August 2025"
SOURCE = "sources/northwire-2025-08-14-cranes/"


# -- notes -----------------------------------------------------------------------------------------


def test_pointing_at_a_number_shows_its_chain_and_leaving_hides_it(reader: Readers) -> None:
    page = reader().opens(EVENT)
    box = page.locator("#_preview")

    page.locator(".tl-claim").first.get_by_role("link", name=re.compile("Note .* Küstenbote")).hover()
    expect(box).to_be_visible()
    expect(box).to_contain_text("Küstenbote, 14 August 2025")
    expect(box).to_contain_text(ORIGIN)
    expect(box).to_contain_text("read through others")
    expect(box).to_contain_text("attributed to three people familiar with the matter")
    box.hover()
    page.wait_for_timeout(500)
    expect(box).to_be_visible()  # one can move into it
    page.mouse.move(5, 5)
    expect(box).to_be_hidden()


def test_the_keyboard_previews_opens_and_closes_a_note(reader: Readers) -> None:
    page = reader().opens(EVENT)
    box = page.locator("#_preview")
    number = page.locator(".tl-claim .tl-refs a").nth(1)

    page.locator(".tl-claim .tl-refs a").first.focus()
    page.keyboard.press("Tab")
    expect(box).to_be_visible()
    expect(number).to_have_attribute("aria-describedby", "_preview")
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(number).to_be_focused()
    page.keyboard.press("Enter")
    expect(box).to_be_visible()
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(number).to_be_focused()


def test_a_note_that_was_opened_stays_until_it_is_closed_and_leads_on(reader: Readers) -> None:
    someone = reader(width=390)
    page = someone.opens(EVENT)
    box = page.locator("#_preview")

    page.locator(".tl-claim .tl-refs a").nth(1).click()
    page.mouse.move(5, 300)
    page.wait_for_timeout(500)
    expect(box).to_be_visible()
    inside = box.bounding_box()
    assert inside is not None
    assert inside["x"] >= 0
    assert inside["x"] + inside["width"] <= 390
    box.get_by_role("button", name="Close").click()
    expect(box).to_be_hidden()
    assert someone.complaints == []


def test_without_script_a_number_leads_to_its_chain(reader: Readers) -> None:
    page = reader(script=False).opens(EVENT)

    page.locator(".tl-claim .tl-refs a").nth(1).click()
    place = page.locator("li:target")
    expect(place).to_be_in_viewport()
    expect(place).to_contain_text("attributed to three people familiar with the matter")
    way = page.locator(".tl-way", has=place)
    expect(way.locator(".tl-steps > li")).to_have_count(2)
    expect(way.locator(".tl-steps > li").last).to_contain_text("says it first")


def test_a_note_of_several_places_shows_only_those_that_the_claim_cites(reader: Readers) -> None:
    page = reader().opens(EVENT)
    mark = page.locator(".tl-claim-notes a[data-places]").first

    mark.click()
    places = page.locator("#_preview .tl-places > li")
    expect(places.first).to_be_visible()
    assert places.count() == len((mark.get_attribute("data-places") or "").split())
    assert page.locator("#_preview [id]").count() == 0, "a name stands once on a page"


# -- what is folded ----------------------------------------------------------------------------------


def test_the_other_notes_of_a_claim_unfold_without_script_and_by_keyboard(reader: Readers) -> None:
    page = reader(script=False).opens(EVENT)
    claim = page.locator(".tl-claim").first

    expect(claim.locator(".tl-refs a:visible")).to_have_count(4)
    claim.locator("summary", has_text="+").focus()
    page.keyboard.press("Enter")
    assert claim.locator(".tl-refs a:visible").count() > 10


@pytest.mark.parametrize("script", [True, False])
def test_an_address_of_a_folded_claim_unfolds_it(reader: Readers, record: Timeline, script: bool) -> None:
    page = reader(script=script).opens(EVENT)
    claim = page.locator("#_more .tl-claim").last
    expect(claim).to_be_hidden()
    anchor = claim.get_attribute("id")

    page.goto(f"{page.url}#{anchor}")
    expect(claim).to_be_visible()
    expect(claim).to_be_in_viewport()


def test_a_link_to_a_claim_is_seen_on_a_phone_and_where_a_pointer_or_the_focus_is(reader: Readers) -> None:
    page = reader().opens(EVENT)
    claim, link = page.locator(".tl-claim").nth(1), page.locator(".tl-claim-link").nth(1)

    assert float(link.evaluate("e => getComputedStyle(e).opacity")) == 0
    claim.hover()
    assert float(link.evaluate("e => getComputedStyle(e).opacity")) == 1
    page.mouse.move(0, 0)
    link.focus()
    assert float(link.evaluate("e => getComputedStyle(e).opacity")) == 1
    page.keyboard.press("Enter")
    expect(claim).to_have_css("outline-style", "solid")
    phone = reader(width=390).opens(EVENT).locator(".tl-claim-notes :is(.tl-claim-link, summary) >> visible=true")
    sizes = [box for box in (part.bounding_box() for part in phone.all()) if box]
    assert sizes
    assert [box for box in sizes if box["height"] < 24 or box["width"] < 24] == []


def test_one_click_copies_a_citation_of_a_claim_and_says_so(reader: Readers) -> None:
    someone = reader()
    someone.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = someone.opens(EVENT)
    claim = page.locator(".tl-claim").nth(1)

    claim.hover()
    claim.get_by_text("Copy citation").click()
    expect(page.get_by_role("status")).to_have_text("Copied")
    expect(claim.locator(".tl-copy > summary")).to_have_text("Copied")
    taken = page.evaluate("navigator.clipboard.readText()")
    assert taken == claim.locator(".tl-copies").inner_text()
    assert "version " in taken
    assert taken.endswith(f"{EVENT}#{claim.get_attribute('id')}")
    claim.get_by_text("Copied").click()
    expect(claim.locator(".tl-copies")).to_be_hidden()
    page.locator(".tl-cite").get_by_text("as BibTeX").click()
    expect(page.get_by_role("status")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()").startswith("@")
    assert someone.complaints == []


def test_where_nothing_may_be_copied_the_citation_is_marked(reader: Readers) -> None:
    someone = reader()
    someone.page.add_init_script("delete Navigator.prototype.clipboard")
    page = someone.opens(EVENT)
    claim = page.locator(".tl-claim").first

    claim.hover()
    claim.get_by_text("Copy citation").click()
    expect(page.get_by_role("status")).to_contain_text("keyboard")
    assert page.evaluate("getSelection().toString()").strip() == claim.locator(".tl-copies").inner_text().strip()


def test_without_script_a_citation_is_shown_to_be_marked_by_hand(reader: Readers) -> None:
    claim = reader(script=False).opens(EVENT).locator(".tl-claim").first

    claim.hover()
    claim.locator(".tl-copy > summary").click()
    expect(claim.locator(".tl-copies")).to_be_visible()
    expect(claim.locator(".tl-copies")).to_contain_text("version ")


@pytest.mark.parametrize(("event", "screens"), [("wire-cranes", 8), ("steel-licence-requirement", 5)])
def test_a_page_of_many_claims_is_read_on_a_phone_in_a_few_screens(reader: Readers, event: str, screens: int) -> None:
    page = reader(width=390, height=844).opens(f"events/{event}/")

    assert page.evaluate("document.documentElement.scrollHeight") <= screens * 844


def test_on_an_earlier_day_numbers_stay_those_of_their_notes_and_empty_parts_are_gone(reader: Readers) -> None:
    page = reader().opens(f"{EVENT}?as-of=2025-08-14")

    expect(page.locator(".tl-banner")).to_be_visible()
    page.locator("#_notes > summary").click()
    shown = page.locator(".tl-notes > li:visible")
    numbers = [int(n) for n in shown.evaluate_all("all => all.map(note => note.value)")]
    assert numbers == [int(id.rsplit("-")[-1]) for id in shown.evaluate_all("all => all.map(note => note.id)")]
    assert numbers != list(range(1, len(numbers) + 1)), "some of the first are of later days"
    for claim in page.locator(".tl-claim:visible").all()[:8]:
        assert claim.locator(".tl-refs a:visible, .tl-more-refs:visible").count() > 0
    jumps = page.locator(".tl-jump a:visible").evaluate_all("all => all.map(a => a.hash.slice(1))")
    assert [id for id in jumps if page.locator(f"[id='{id}']:visible").count() == 0] == []
    head, banner = page.locator("h1").bounding_box(), page.locator(".tl-banner").bounding_box()
    assert head
    assert banner
    assert banner["y"] + banner["height"] <= head["y"]


# -- pictures --------------------------------------------------------------------------------------

TOUCHING = """svg => {
  const boxes = [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()])
  const frame = svg.getBoundingClientRect(), found = []
  for (const [i, [words, a]] of boxes.entries()) {
    if (a.right > frame.right + 1 || a.left < frame.left - 1) found.push(`out: ${words}`)
    for (const [other, b] of boxes.slice(i + 1)) {
      const gap = 0.5
      if (a.left < b.right - gap && b.left < a.right - gap && a.top < b.bottom - gap && b.top < a.bottom - gap)
        found.push(`${words} / ${other}`)
    }
  }
  return found
}"""


@pytest.mark.parametrize("width", [1280, 320])
def test_no_words_in_a_picture_of_relays_touch_each_other(reader: Readers, record: Timeline, width: int) -> None:
    someone, found = reader(width=width), []
    most = sorted(record.events, key=lambda event: -sum(len(claim.citations) for claim in event.claims))
    for event in most[:12]:
        page = someone.opens(f"events/{event.id}/")
        page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
        picture = page.locator("svg.tl-relays")
        if picture.count():
            found += [f"{event.id}: {pair}" for pair in picture.evaluate(TOUCHING)]
    assert found == []


def test_the_picture_has_a_name_and_says_what_it_shows(reader: Readers) -> None:
    page = reader().opens(SOURCE)

    picture = page.get_by_role("img", name=re.compile("^Who repeats whom around"))
    expect(picture).to_be_visible()
    expect(picture.locator("desc")).to_contain_text("lead to This document")
