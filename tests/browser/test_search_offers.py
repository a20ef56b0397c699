"""What a search offers beside what it finds: what was meant, the record as known on a day, fewer words."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Readers
from tests.conftest import ROOT
from tests.search.asking import questions

pytestmark = pytest.mark.browser


def test_one_letter_astray_on_the_timeline_offers_the_word_that_was_meant(reader: Readers) -> None:
    someone = reader()
    page = someone.opens("timeline/")
    page.locator("#_q").fill("brigde")
    page.get_by_role("button", name="Did you mean “bridge”?").click()

    expect(page.locator("#_q")).to_have_value("bridge")
    expect(page.locator("#_shown")).to_contain_text("with “bridge”")
    expect(page.locator("#_list .tl-card").first).to_be_visible()
    assert someone.complaints == []


def test_one_letter_astray_in_the_header_is_mended_with_enter(reader: Readers) -> None:
    someone = reader()
    page = someone.opens()
    page.locator(".tl-find").click()
    page.keyboard.type("turnbukles")
    expect(page.locator(".tl-dialog [data-try]")).to_have_text("Did you mean “turnbuckles”?1 event")
    page.keyboard.press("Enter")

    expect(page.locator("#_search")).to_have_value("turnbuckles")
    expect(page.locator(".tl-dialog mark").first).to_have_text("turnbuckles")
    assert someone.complaints == []


def test_where_words_stand_in_one_another_s_way_fewer_are_offered(reader: Readers) -> None:
    page = reader().opens("timeline/?q=turnbuckles+marigold")

    expect(page.get_by_role("button", name="Search for “marigold” alone")).to_be_visible()
    expect(page.get_by_role("button", name="Search for “turnbuckles” alone")).to_be_visible()


def test_nothing_that_was_found_is_not_offered_on_paper_and_readers_are_told_what_to_try(reader: Readers) -> None:
    page = reader().opens("timeline/?q=zeppelin")

    expect(page.locator("#_list")).to_contain_text("Try fewer or other words")
    expect(page.locator("a[data-print]")).to_be_hidden()
    page.locator("#_q").fill("bridge")
    expect(page.locator("a[data-print]")).to_be_visible()


def test_a_date_finds_what_happened_then_and_offers_the_record_of_that_day(reader: Readers) -> None:
    page = reader().opens("timeline/")
    page.locator("#_q").fill("9.4.2025")
    expect(page.locator("#_list .tl-card#toll-announced")).to_be_visible()
    page.get_by_role("button", name="See the record as known on 9 April 2025").click()

    expect(page.locator("#_banner")).to_contain_text("As known on 9 April 2025")
    assert page.url.endswith("?as-of=2025-04-09")


def test_the_header_leads_from_a_date_to_the_record_of_that_day(reader: Readers) -> None:
    page = reader().opens()
    page.locator(".tl-find").click()
    page.keyboard.type("early March 2025")
    page.get_by_role("option", name="See the record as known on 10 March 2025").click()

    expect(page.locator("#_banner")).to_contain_text("As known on 10 March 2025")


def test_where_day_and_month_may_change_places_both_are_offered(reader: Readers) -> None:
    page = reader().opens("timeline/")
    page.locator("#_q").fill("3/11/2024")
    expect(page.locator("#_shown")).to_contain_text("3 November 2024")
    expect(page.get_by_role("button", name="See the record as known on")).to_contain_text(
        ["3 November 2024", "11 March 2024"]
    )
    page.get_by_role("button", name="Did you mean “11 March 2024”?").click()

    expect(page.locator("#_shown")).to_contain_text("11 March 2024")


def test_the_header_shows_the_likelier_reading_of_a_date_first(reader: Readers) -> None:
    page = reader().opens()
    page.locator(".tl-find").click()
    page.keyboard.type("3/11/2024")
    expect(page.locator(".tl-dialog [data-try]")).to_have_text("Did you mean “11 March 2024”?")
    expect(page.get_by_role("option").last).to_have_text("Did you mean “11 March 2024”?")
    expect(page.get_by_role("option", name="See the record as known on")).to_contain_text(
        ["3 November 2024", "11 March 2024"]
    )


def test_a_day_after_which_nothing_was_learnt_is_not_offered(reader: Readers) -> None:
    page = reader().opens("timeline/")
    page.locator("#_q").fill("September 2026")
    expect(page.locator("#_list .tl-card#road-opens")).to_be_visible()

    assert page.get_by_role("button", name="See the record as known").count() == 0


def test_the_events_closest_to_what_was_typed_stand_above_a_list_in_the_order_of_time(reader: Readers) -> None:
    someone = reader()
    page = someone.opens("timeline/?q=bridge")
    closest = page.locator("#_also .tl-nearest + ol a")
    expect(closest).to_have_count(3)
    first = closest.first.get_attribute("href")
    page.locator("#_q").fill("2025")
    expect(page.locator("#_shown")).to_contain_text("2025")
    expect(closest.first).not_to_have_attribute("href", first or "")
    page.get_by_role("button", name="Clear all").click()
    expect(closest).to_have_count(0)
    page.locator(".tl-find").click()
    page.keyboard.type("bridge")

    expect(page.locator("[aria-labelledby=_group-events] a").first).to_have_attribute("href", first or "")
    assert someone.complaints == []


BOTH = """async typed => {
  const form = document.querySelector('.tl-controls'), box = form.elements.q
  box.focus()
  const rest = ms => new Promise(done => setTimeout(done, ms))
  document.querySelector('.tl-find').click()
  const search = document.querySelector('#_search'), results = document.querySelector('#_results')
  const found = []
  for (const text of typed) {
    const drawn = new Promise(done => form.addEventListener('tl-drawn', done, { once: true }))
    for (const each of [box, search]) {
      each.value = text
      each.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }
    await drawn
    for (let turn = 0; turn < 200 && results.dataset.answers !== text; turn++) await rest(10)
    const number = /^(all|none|\\d+)/.exec(document.querySelector('#_shown').textContent)[1]
    const events = results.querySelector('#_group-events span')
    found.push([text, number, events ? events.textContent : 'none'])
  }
  return found
}"""


def test_the_box_of_the_timeline_finds_as_many_events_as_the_search_of_the_header(reader: Readers) -> None:
    typed = [each.ask for each in questions(ROOT / "tests" / "search" / "sample.yaml")]
    page = reader().opens("timeline/")
    page.locator("#_q").focus()
    page.locator(".tl-controls[data-awake]").wait_for()

    found = page.evaluate(BOTH, typed)

    assert len(found) == len(typed)
    assert [each for each in found if each[1] != each[2]] == []
