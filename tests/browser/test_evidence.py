"""Readers who doubt a sentence: what it rests on is one click away, with a mouse, with keys, without script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Readers
from timeline.model import Timeline

pytestmark = pytest.mark.browser

EVENT = "events/ft-r2-huawei-training/"
ORIGIN = "Financial Times, 14 August 2025"
SOURCE = "sources/ft-2025-08-14-deepseek-huawei-training/"


# -- notes -----------------------------------------------------------------------------------------


def test_pointing_at_a_number_shows_its_chain_and_leaving_hides_it(reader: Readers) -> None:
    page = reader().opens(EVENT)
    box = page.locator("#_preview")

    page.locator(".tl-claim").first.get_by_role("link", name=re.compile("Note .* t3n")).hover()
    expect(box).to_be_visible()
    expect(box).to_contain_text("t3n, 14 August 2025")
    expect(box).to_contain_text(ORIGIN)
    expect(box).to_contain_text("not seen by us")
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
    note = page.locator("li:target")
    expect(note).to_be_in_viewport()
    expect(note.locator(".tl-steps > li")).to_have_count(3)
    expect(note.locator(".tl-steps > li").nth(1)).to_contain_text("origin")
    expect(note.locator(".tl-steps > li").last).to_have_text("attributed to three people familiar with the matter")


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
        picture = someone.opens(f"events/{event.id}/").locator("svg.tl-relays")
        if picture.count():
            found += [f"{event.id}: {pair}" for pair in picture.evaluate(TOUCHING)]
    assert found == []


def test_the_picture_has_a_name_and_says_what_it_shows(reader: Readers) -> None:
    page = reader().opens(SOURCE)

    picture = page.get_by_role("img", name=re.compile("^Who repeats whom around"))
    expect(picture).to_be_visible()
    expect(picture.locator("desc")).to_contain_text("lead to This document")


# -- lists -----------------------------------------------------------------------------------------


def test_sources_are_sifted_counted_sorted_and_kept_in_the_address(reader: Readers, record: Timeline) -> None:
    someone = reader()
    page = someone.opens("sources/")
    rows = page.locator("[data-row]:not([hidden])")
    german = [source for source in record.sources if source.language == "de"]
    unseen = [source for source in record.sources if not source.seen]

    page.get_by_label("Language", exact=True).select_option("de")
    expect(page.locator("[data-row]:visible")).to_have_count(len(german))  # what is folded opens
    expect(page.get_by_role("status").first).to_have_text(f"{len(german)} of {len(record.sources)} documents")
    assert someone.address == "sources/?language=de"
    page.get_by_label("Order", exact=True).select_option("-claims")
    numbers = [int(n) for n in rows.evaluate_all("rows => rows.map(row => row.dataset.claims)")]
    assert numbers == sorted(numbers, reverse=True)
    page.go_back()
    page.go_back()
    expect(rows).to_have_count(len(record.sources))
    assert someone.address == "sources/"
    expect(page.locator("[data-row]:visible")).to_have_count(0)  # and closes again
    page.get_by_label("Read by us", exact=True).select_option("no")
    expect(rows).to_have_count(len(unseen))
    page.get_by_label("Words", exact=True).fill("no such document anywhere")
    expect(page.get_by_role("status").first).to_contain_text("None of")
    page.locator("form[data-list]").get_by_role("button", name="Clear").click()
    expect(rows).to_have_count(len(record.sources))
    assert someone.complaints == []


def test_an_address_that_was_kept_shows_the_same_again(reader: Readers) -> None:
    page = reader().opens("disputes/?topic=smuggling")

    fitting = page.locator('[data-row][data-topic~="smuggling"]').count()
    assert fitting > 0
    expect(page.locator("[data-row]:visible")).to_have_count(fitting)
    expect(page.get_by_label("Topic", exact=True)).to_have_value("smuggling")


@pytest.mark.parametrize("address", ["sources/", "disputes/"])
def test_without_script_lists_are_whole_and_have_no_dead_controls(reader: Readers, address: str) -> None:
    page = reader(script=False).opens(address)

    for fold in page.locator("details[data-group] > summary").all():
        fold.click()
    assert page.locator("[data-row]").count() == page.locator("[data-row]:visible").count() > 10
    expect(page.locator("form[data-list]")).to_be_hidden()


# -- paper -----------------------------------------------------------------------------------------


def test_on_paper_claims_and_notes_are_written_out_and_controls_are_gone(reader: Readers, record: Timeline) -> None:
    page = reader().opens(EVENT)
    event = record.event(EVENT.split("/")[1])
    assert event is not None
    page.emulate_media(media="print")

    expect(page.locator(".tl-claim:visible")).to_have_count(len(event.claims))
    expect(page.locator(".tl-notes > li:visible")).to_have_count(page.locator(".tl-notes > li").count())
    address = page.locator(".tl-notes .tl-out").first.evaluate("e => getComputedStyle(e, '::after').content")
    assert address.startswith('" (" attr(href)') or "https://" in address
    for gone in (".tl-mend", ".tl-jump", ".tl-cite details", ".tl-neighbours", ".md-header", "button"):
        assert page.locator(f"{gone}:visible").count() == 0, gone
    for address, gone in (("sources/", "form[data-list]"), ("evidence/", ".tc-choose"), ("updates/", "button")):
        page.goto(page.url.partition("/record/")[0] + f"/record/{address}")
        assert page.locator(f"{gone}:visible").count() == 0, address


@pytest.mark.parametrize("address", [EVENT, SOURCE, "sources/", "disputes/", "evidence/", "actors/nvidia/"])
def test_nothing_is_shrunk_or_cut_to_fit_a_sheet_of_paper(reader: Readers, address: str) -> None:
    """A browser makes a whole page smaller when one part of it is wider than the paper."""
    someone = reader(width=680)
    page = someone.opens(address)
    page.emulate_media(media="print")

    assert page.evaluate("document.documentElement.scrollWidth") == 680
    laid = page.locator(".tl-columns, .tl-evidence-pair").evaluate_all(
        "all => [...new Set(all.map(e => getComputedStyle(e).display))]"
    )
    assert set(laid) <= {"block"}  # grids and flexible boxes cannot be broken between sheets
    assert page.locator("h2").evaluate_all("all => [...new Set(all.map(e => getComputedStyle(e).breakAfter))]") in (
        [],
        ["avoid"],
    )


def test_a_short_page_is_one_sheet_of_paper(reader: Readers) -> None:
    page = reader().opens("topics/mi308/")

    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4"))) == 1
