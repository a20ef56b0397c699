"""Readers who narrow the timeline, search, and go back in time: with a mouse, with keys, with a screen reader."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Reader, Readers
from tests.conftest import day
from timeline.model import Timeline
from timeline.queries.as_of import as_of
from timeline.queries.index import Index

pytestmark = pytest.mark.browser


def asked(someone: Reader) -> dict[str, list[str]]:
    """The question as the address bar has it."""
    return parse_qs(urlsplit(someone.page.url).query)


def shown(page: Page) -> list[str]:
    """The events in the list, by id."""
    found: list[str] = page.locator("#_list .tl-card").evaluate_all("cards => cards.map(card => card.id)")
    return found


def narrowed(page: Page, facet: str, value: str) -> None:
    """A click on a value of a facet."""
    if not page.locator(".tl-filter[open]").count():
        page.locator(".tl-filter summary").click()
    page.locator(f".tl-facets input[name={facet}][value={value}]").click()


# -- narrowing -------------------------------------------------------------------------------------


def test_words_and_dates_in_one_box_are_told_in_a_sentence_and_stand_in_the_address(reader: Readers) -> None:
    someone = reader()
    page = someone.opens("timeline/")
    page.locator("#_q").fill("K7 aug 2025")

    expect(page.locator("#_shown")).to_have_text(re.compile(r"^\d+ of \d+ events, August 2025, with “K7”\.$"))
    page.wait_for_url("**/timeline/?q=K7&from=2025-08&to=2025-08")
    expect(page.locator("#_list mark").first).to_have_text("K7")
    expect(page.locator("#_aloud")).to_have_text(re.compile(r"August 2025, with “K7”"))


def test_the_back_button_undoes_one_choice_after_the_other(reader: Readers, record: Timeline) -> None:
    someone = reader()
    page = someone.opens("timeline/")
    whole = shown(page)
    narrowed(page, "topic", "bridge")
    expect(page.locator("#_shown")).to_contain_text("about Long Bridge")
    narrowed(page, "status", "disputed")
    expect(page.locator("#_shown")).to_contain_text("disputed")
    assert asked(someone) == {"topic": ["bridge"], "status": ["disputed"]}

    page.go_back()
    expect(page.locator("#_shown")).not_to_contain_text("disputed")
    assert asked(someone) == {"topic": ["bridge"]}
    expected = [event.id for event in record.events if "bridge" in event.topics]
    expect(page.locator("#_list .tl-card")).to_have_count(min(60, len(expected)))
    assert set(shown(page)) <= set(expected)
    page.go_back()
    expect(page.locator("#_list .tl-card")).to_have_count(len(whole))
    assert asked(someone) == {}
    assert shown(page) == whole


def test_every_value_says_how_many_events_it_would_give(reader: Readers) -> None:
    page = reader().opens("timeline/?topic=bridge")
    page.locator(".tl-filter summary").click()
    tally = page.locator(".tl-facets input[name=kind][value=report] ~ .tl-tally")
    expect(tally).not_to_have_text("")
    promised = tally.inner_text()

    narrowed(page, "kind", "report")

    expect(page.locator("#_shown")).to_contain_text(re.compile(rf"^{promised} of "))


def test_the_line_of_time_dims_what_is_filtered_out_and_a_stretch_of_it_narrows_the_list(reader: Readers) -> None:
    someone = reader()
    page = someone.opens("timeline/?topic=toll")
    page.get_by_text("See as chart", exact=True).click()
    expect(page.locator("[data-chart=axis] [data-id=first-pier].tc-out").first).to_be_attached()
    assert page.locator("[data-chart=axis] [data-id=toll-memo].tc-out").count() == 0

    page.evaluate(
        """document.querySelector('[data-chart=axis]').dispatchEvent(new CustomEvent('timeline:span',
        { detail: { from: '2026-02-01', to: '2026-02-28' }, bubbles: true, cancelable: true }))"""
    )
    expect(page.locator("#_list .tl-card").first).to_be_visible()
    page.wait_for_function("location.search.includes('from=2026-02-01')")
    assert asked(someone) == {"topic": ["toll"], "from": ["2026-02-01"], "to": ["2026-02-28"]}


def test_an_empty_answer_says_what_to_loosen(reader: Readers) -> None:
    someone = reader()
    page = someone.opens("timeline/?topic=bridge&q=zzzz")
    expect(page.locator("#_shown")).to_contain_text("none of")

    page.get_by_role("button", name="Leave out: with “zzzz”").last.click()

    expect(page.locator("#_list .tl-card").first).to_be_visible()
    assert asked(someone) == {"topic": ["bridge"]}
    page.get_by_role("button", name="Clear all").click()
    expect(page.locator("#_chosen button")).to_have_count(0)
    assert asked(someone) == {}


def test_nothing_is_fetched_before_somebody_asks(reader: Readers) -> None:
    someone, fetched = reader(), list[str]()
    someone.page.on("request", lambda request: fetched.append(urlsplit(request.url).path.rpartition("/")[2]))
    page = someone.opens("timeline/")
    page.wait_for_timeout(300)
    assert [name for name in fetched if name.endswith((".json", ".txt"))] == []
    scripts = {name for name in fetched if name.endswith(".js") and "bundle" not in name}
    assert scripts == {"fallback-en.js", "start.js"}, "what filters, searches and draws waits to be asked"

    page.locator("#_q").focus()
    page.locator(".tl-controls[data-awake]").wait_for()
    page.locator(".tl-filter summary").click()
    expect(page.locator(".tl-tally").first).not_to_have_text("")
    data = {name for name in fetched if name.endswith((".json", ".txt"))}
    assert data == {"events.json", "files.json", "interface.json"}, "with what each file has to be"


def test_the_themes_script_comes_when_the_page_has_come_to_rest_and_its_controls_work(reader: Readers) -> None:
    someone, fetched = reader(), list[str]()
    someone.page.on("request", lambda request: fetched.append(request.url.rpartition("/")[2]))
    page = someone.opens("timeline/")
    expect(page.locator("label[for^=__palette]:not([hidden])")).to_be_visible()
    order = [name.split(".")[0] for name in fetched if name.startswith(("bundle", "start"))]
    assert order == ["start", "bundle"]

    page.locator("label[for^=__palette]:visible").click()
    page.locator("label[for^=__palette]:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page = someone.opens("sources/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert someone.complaints == []


def test_without_script_there_are_the_years_and_no_box_that_does_nothing(reader: Readers) -> None:
    page = reader(script=False).opens("timeline/")
    expect(page.locator(".tl-controls")).to_be_hidden()
    expect(page.locator(".tl-find")).to_be_hidden()
    page.locator(".tl-years a").last.click()
    expect(page.locator(".tl-card").first).to_be_visible()


# -- as known on a day -----------------------------------------------------------------------------


def test_a_reader_walks_back_in_time_and_an_event_s_page_stays_on_that_day(reader: Readers, record: Timeline) -> None:
    someone = reader()
    page = someone.opens("timeline/")
    page.locator(".tl-filter summary").click()
    page.locator("#_as-of").fill("2025-05-01")
    expect(page.locator("#_banner")).to_contain_text("As known on 1 May 2025")
    expect(page.locator("#_list .tl-card[id=lamps-too-short]")).to_be_visible()
    assert "may-opening" not in shown(page)

    page.get_by_role("button", name="Later").click()
    expect(page.locator("#_banner")).not_to_contain_text("1 May 2025")
    page.get_by_role("button", name="Earlier").click()
    page.locator("#_list .tl-card[id=lamps-too-short] a").first.click()
    page.wait_for_url("**/events/lamps-too-short/?as-of=*")
    expect(page.locator(".tl-banner")).to_contain_text("As known on")
    late = page.locator(".tl-claim[data-since]").evaluate_all("all => all.filter(c => c.hidden).length")
    assert late < len(record.events_by_id["lamps-too-short"].claims)
    page.get_by_role("link", name="Back to now").click()
    expect(page.locator(".tl-banner")).to_have_count(0)


def test_an_event_s_page_of_a_day_has_no_claim_count_or_status_of_a_later_one(
    reader: Readers, record: Timeline
) -> None:
    page = reader().opens("events/may-opening/?as-of=2025-08-10")

    expect(page.locator(".tl-banner")).to_contain_text("10 August 2025")
    view = Index(as_of(record, day("2025-08-10")))
    then = view.timeline.events_by_id["may-opening"]
    assert len(then.claims) < len(record.events_by_id["may-opening"].claims)
    for fold in page.locator(".tl-main > .tl-fold:visible > summary").all():
        fold.click()
    expect(page.locator(".tl-claim:visible")).to_have_count(len(then.claims))
    rests = page.locator(".tl-head-rests")
    expect(rests).to_contain_text(f"{len(then.claims)} claim")
    expect(rests).to_contain_text(f"{view.evidence_of(then).sources} source")
    expect(rests.locator(".tl-disputed:visible")).to_have_count(1 if then.id in view.questions_by_event else 0)
    expect(page.locator(".tl-lede")).to_be_hidden()
