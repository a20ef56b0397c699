"""The edition on paper, as Chromium prints it."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import Readers

pytestmark = pytest.mark.browser


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def test_a_year_prints_on_many_pages_and_its_first_page_is_not_its_last(reader: Readers) -> None:
    someone = reader()
    page = someone.opens("print/2025/")

    assert pages_of(page.pdf(prefer_css_page_size=True)) > 5
    assert someone.elsewhere == []
    assert someone.complaints == []


def test_no_heading_is_left_alone_at_the_foot_of_a_page(reader: Readers) -> None:
    page = reader().opens("print/topics/r2/")
    page.emulate_media(media="print")

    kept = page.locator(".tp-event > header, .tp h2").evaluate_all(
        "all => all.map(e => [getComputedStyle(e).breakAfter, getComputedStyle(e).breakInside])"
    )
    assert {after for after, _ in kept} == {"avoid"}


def test_charts_on_paper_are_grey(reader: Readers) -> None:
    page = reader(dark=True).opens("print/topics/r2/")
    page.emulate_media(media="print")

    colours = page.locator("svg.tc-svg *").evaluate_all(
        "all => [...new Set(all.flatMap(e => [getComputedStyle(e).fill, getComputedStyle(e).stroke]))]"
    )
    for colour in colours:
        if found := re.match(r"rgba?\((\d+), (\d+), (\d+)", colour):
            assert len(set(found.groups())) == 1, colour


def test_what_the_timeline_shows_can_be_printed_with_notes_of_its_own(reader: Readers, record) -> None:
    page = reader().opens("timeline/?topic=distillation")
    ids = [event.id for event in record.events if "distillation" in event.topics]

    page.get_by_role("link", name="These events on paper, with numbered notes").click()
    page.wait_for_url("**/print/?ids=*")
    shown = page.locator(".tp-event:visible")
    assert shown.evaluate_all("all => all.map(e => e.dataset.id).sort()") == sorted(ids)
    numbers = page.locator(".tp-event:visible [data-note]").all_inner_texts()
    seen = list(dict.fromkeys(numbers))
    assert seen == [str(n) for n in range(1, len(seen) + 1)]
    notes = page.locator(".tp-notes li:visible")
    assert notes.count() >= len(seen)
    expect(page.locator(".tp-words")).to_contain_text(str(len(ids)))


def test_an_edition_on_a_screen_meets_no_obstacle_that_axe_knows(reader: Readers) -> None:
    found = []
    for width in (1280, 320):
        page = reader(width=width).opens("print/topics/r2/")
        found += [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in Axe().run(page).response["violations"]]
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert found == []
