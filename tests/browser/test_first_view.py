"""What a reader has before scrolling, and how far there is to scroll: on a phone, with a question, on a past day."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Readers
from timeline import dates
from timeline.model import Timeline
from timeline.queries.as_of import as_of
from timeline.queries.selection import Selection, select

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}


def share(page: Page, selector: str, edge: str) -> float:
    """Where an edge of something is, or how high it is, in screens."""
    found: float = page.locator(selector).first.evaluate(f"e => e.getBoundingClientRect().{edge} / innerHeight")
    return found


def screens(page: Page) -> float:
    """How long the page is, with all its cards laid out."""
    page.evaluate("document.querySelectorAll('.tl-card').forEach(card => { card.style.contentVisibility = 'visible' })")
    found: float = page.evaluate("document.documentElement.scrollHeight / innerHeight")
    return found


def test_on_a_phone_the_news_leaves_half_a_screen_to_events_and_the_last_is_within_nine(reader: Readers) -> None:
    someone = reader(**PHONE)
    page = someone.opens("timeline/")
    assert share(page, ".tl-lede", "bottom") <= 1 / 3
    assert share(page, "#_list > *", "top") <= 0.55
    assert screens(page) <= 9

    page = someone.opens("timeline/2025/")
    assert share(page, ".tl-month", "top") <= 0.55
    assert screens(page) <= 6


@pytest.mark.parametrize("width", [320, 390])
def test_what_was_folded_is_as_wide_as_a_phone_and_its_links_are_large_enough(reader: Readers, width: int) -> None:
    page = reader(width=width).opens("timeline/")
    page.evaluate("document.querySelectorAll('#_list details').forEach(fold => { fold.open = true })")

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    heights = page.locator("#_list :is(details > p > a, details > summary)").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect().height)"
    )
    assert min(heights) >= 24


@pytest.mark.parametrize("address", ["timeline/?as-of=2025-06-01", "events/lamps-too-short/?as-of=2025-06-01"])
def test_what_says_that_a_page_is_of_an_earlier_day_takes_a_fifth_of_a_phone_at_most(
    reader: Readers, address: str
) -> None:
    page = reader(**PHONE).opens(address)
    expect(page.locator(".tl-banner")).to_contain_text("As known on 1 June 2025")
    assert share(page, ".tl-banner", "height") <= 0.2


def test_the_years_count_what_a_question_finds_on_a_day_and_lead_to_it(reader: Readers, record: Timeline) -> None:
    page = reader().opens("timeline/?topic=lamps&as-of=2025-09-01")
    years = page.locator(".tl-years a")
    expect(page.locator("#_chosen button").first).to_be_visible()

    then = as_of(record, dates.parse("2025-09-01").latest)  # type: ignore[arg-type] # a full day has an end
    for year in ("2024", "2025", "2026"):
        whole = dates.parse(year)
        found = len(select(then, Selection(topic=("lamps",), start=whole, end=whole)).events)
        expect(years.filter(has_text=year)).to_have_text(f"{year}, events: {found}")
    assert years.filter(has_text="2026").get_attribute("href") is None, "nothing was known of it"

    years.filter(has_text="2025").click()
    page.wait_for_url("**/timeline/?topic=lamps&from=2025&to=2025&as-of=2025-09-01")
    expect(years.filter(has_text="2025")).to_have_attribute("aria-current", "true")
    expect(page.locator("#_shown")).to_contain_text("2025, about Lamps")


def test_with_nothing_asked_the_years_are_those_of_the_record_and_lead_to_their_pages(
    reader: Readers, record: Timeline
) -> None:
    page = reader().opens("timeline/?q=karst")
    years = page.locator(".tl-years a")
    expect(page.locator("#_chosen button").first).to_be_visible()
    page.get_by_role("button", name="Clear all").click()
    expect(page.locator("#_chosen button")).to_have_count(0)

    numbers = [int(text.split()[-1]) for text in years.all_inner_texts()]
    assert sum(numbers) == len(record.events)
    years.filter(has_text="2025").click()
    page.wait_for_url("**/timeline/2025/")


def test_key_events_are_one_click_away_and_back(reader: Readers, record: Timeline) -> None:
    page = reader().opens("timeline/")
    only = page.get_by_role("link", name="Key events only")
    only.click()
    page.wait_for_url("**/timeline/?key=true")
    expect(page.locator("#_list .tl-card")).to_have_count(sum(event.key for event in record.events))
    only.click()
    page.wait_for_url("**/timeline/")
    expect(page.locator("#_list details").first).to_be_visible()


def test_the_button_of_the_filters_says_how_many_are_at_work_and_leads_to_what_they_left(reader: Readers) -> None:
    page = reader(**PHONE).opens("timeline/?topic=bridge&status=reported&q=bridge")
    button = page.locator(".tl-filter summary")
    expect(button).to_contain_text("2")

    button.click()
    number = page.locator("#_shown").inner_text().split()[0]
    page.get_by_role("button", name=f"Show {number} events").click()
    expect(page.locator("#_shown")).to_be_in_viewport()
    expect(page.locator(".tl-facets")).to_be_hidden()


SPACED = """() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`* { letter-spacing: .12em !important; line-height: 1.5 !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`)
  document.adoptedStyleSheets = [sheet]
}"""
CUT = """selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility())
  .filter(e => getComputedStyle(e).clipPath === 'none') // the others are for those who listen
  .filter(e => e.scrollWidth > e.clientWidth + 1 && ['hidden', 'clip'].includes(getComputedStyle(e).overflowX))
  .map(e => e.textContent.trim())"""


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_with_the_spacing_that_some_readers_need_no_word_is_cut(reader: Readers, width: int) -> None:
    """WCAG 1.4.12."""
    page = reader(width=width).opens("timeline/?topic=bridge&as-of=2025-09-01")
    expect(page.locator("#_chosen button").first).to_be_visible()
    page.evaluate(SPACED)

    parts = ".tl-filter summary, .tl-card *, .tl-banner *, .tl-head p, .tl-head summary, .tl-years a, .tl-chosen button"
    assert page.evaluate(CUT, parts) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
