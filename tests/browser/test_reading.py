"""Readers who look for something, on a wide screen, on a phone, without script, without a mouse."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Readers
from tests.browser.kinds import EVENT, KINDS, SOURCE
from timeline.model import Timeline
from timeline.site.inline_markdown import plain

pytestmark = pytest.mark.browser


def longest(record: Timeline) -> list[str]:
    """The pages with the longest words in their titles, where a narrow screen is first too narrow."""
    events = sorted(record.events, key=lambda event: -max(map(len, event.title.split())))
    sources = sorted(record.sources, key=lambda source: -max(map(len, source.title.split())))
    return [f"events/{event.id}/" for event in events[:3]] + [f"sources/{source.id}/" for source in sources[:3]]


# -- finding ---------------------------------------------------------------------------------------


def hits(page: Page, words: str) -> list[str]:
    """What the search shows first, as addresses on the site."""
    page.locator(".tl-find").click()
    page.keyboard.type(words)
    results = page.locator(".tl-dialog [role=option]")
    expect(results.first).to_be_visible()
    found = results.evaluate_all("links => links.slice(0, 3).map(link => new URL(link.href).pathname)")
    return [re.sub(r"^/record/", "", path) for path in found]


@pytest.mark.parametrize(
    ("words", "event"),
    [
        ("Marigold", "marigold-first-trip"),
        ("S460", "steel-licence-requirement"),
        ("cancelled", "may-opening"),
        ("delay", "wire-cranes"),
        ("Karst", "wire-cranes"),
    ],
)
def test_a_reader_who_searches_a_word_of_the_story_finds_its_event_among_the_first_three(
    reader: Readers, words: str, event: str
) -> None:
    assert f"events/{event}/" in hits(reader().opens(), words)


def test_a_reader_arrives_from_an_event_at_its_source_and_at_its_origin_by_clicking(reader: Readers) -> None:
    someone = reader()
    page = someone.opens()

    page.get_by_role("link", name=re.compile("^See all .* events")).click()
    assert someone.address == "timeline/"
    page.get_by_role("link", name=re.compile("^Northwire: the cranes")).click()
    assert someone.address == "events/wire-cranes/"
    number = page.locator(".tl-claim").first.get_by_role("link", name=re.compile("Note .* Küstenbote"))
    number.click()
    note = page.locator("#_preview")
    expect(note).to_be_in_viewport()
    note.locator("a").first.click()
    assert someone.address == SOURCE
    page.locator(".tl-chains .tl-chain").get_by_role("link", name="Northwire").click()
    assert someone.address == "sources/northwire-2025-08-14-cranes/"
    expect(page.get_by_text("counts as an independent source")).to_be_visible()
    page.locator("summary", has_text="more claims").click()
    page.locator(".tl-uses").get_by_role("link", name="Divers tell of cracks in a pier").click()
    assert someone.address == "events/divers-cracks/"


def test_no_page_asks_another_host_or_complains_to_the_console(reader: Readers, record: Timeline) -> None:
    someone = reader()
    sources = [f"sources/{source.id}/" for source in record.sources]
    addresses = [*KINDS, "timeline/2026/", *(f"events/{event.id}/" for event in record.events), *sources[::5]]

    for address in dict.fromkeys(addresses):
        someone.opens(address)

    assert someone.elsewhere == []
    assert someone.complaints == []


# -- on any screen ---------------------------------------------------------------------------------


def test_on_a_phone_nothing_has_to_be_pushed_sideways(reader: Readers, record: Timeline) -> None:
    someone = reader()

    wider = {}
    for address in [*KINDS, *longest(record)]:
        page = someone.opens(address)
        for width in (390, 320):
            page.set_viewport_size({"width": width, "height": 800})
            reach = page.evaluate("document.documentElement.scrollWidth")
            if reach > width:
                wider[address, width] = reach
    assert wider == {}


def test_on_a_common_screen_three_events_are_seen_with_date_title_and_origins_before_scrolling(
    reader: Readers,
) -> None:
    page = reader(width=1280, height=800).opens("timeline/")

    head = page.locator(".md-header").bounding_box()
    assert head is not None
    for number in range(3):
        card = page.locator(".tl-card").nth(number)
        for part in (".tl-date", ".tl-title", ".tl-origins"):
            box = card.locator(part).bounding_box()
            assert box is not None
            assert box["y"] >= head["y"] + head["height"]
            assert box["y"] + box["height"] <= 800, f"{part} of event {number + 1} begins at {box['y']:.0f}"


def test_without_script_every_event_stands_on_the_timeline(reader: Readers, record: Timeline) -> None:
    page = reader(script=False).opens("timeline/")

    for fold in page.locator("details.tl-between > summary").all():
        fold.click()
    titles = page.locator(".tl-title a, .tl-short-rows a")
    assert sorted(map(str.strip, titles.all_text_contents())) == sorted(event.title for event in record.events)
    assert all(title.is_visible() for title in titles.all())


def test_without_script_every_claim_and_every_note_can_be_read(reader: Readers, record: Timeline) -> None:
    page = reader(script=False).opens(EVENT)

    claims = page.locator(".tl-claim-text")
    texts = [" ".join(text.split()) for text in claims.all_text_contents()]
    event = record.events_by_id["may-opening"]
    assert sorted(texts) == sorted(" ".join(plain(claim.text).split()) for claim in event.claims)
    cited = {citation.source for claim in event.claims for citation in claim.citations}
    notes = page.locator(".tl-notes > li")
    titles = {" ".join(text.split()) for text in notes.locator("cite").all_text_contents()}
    assert titles == {" ".join(record.sources_by_id[id].title.split()) for id in cited}
    for fold in page.locator(".tl-main > .tl-fold > summary").all():
        fold.click()
    assert all(element.is_visible() for element in [*claims.all(), *notes.all()])


# -- without a mouse -------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["about/", "timeline/", EVENT])
def test_the_first_stop_of_the_keyboard_leads_past_the_head(reader: Readers, address: str) -> None:
    page = reader().opens(address)

    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert "md-skip" in (skip.get_attribute("class") or "")
    expect(skip).to_be_visible()
    anchor = (skip.get_attribute("href") or "").partition("#")[2]
    assert page.locator(f"[id='{anchor}']").count() == 1


def test_the_keyboard_reaches_the_first_event_and_shows_where_it_is(reader: Readers) -> None:
    someone = reader()
    page = someone.opens("timeline/")

    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.tl-title a')"):
            break
    focus = page.locator(":focus")
    assert focus.inner_text() == page.locator(".tl-title a").first.inner_text()
    style, width = focus.evaluate("e => [getComputedStyle(e).outlineStyle, getComputedStyle(e).outlineWidth]")
    assert style not in ("none", "hidden")
    assert float(width.removesuffix("px")) >= 1
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/**")
