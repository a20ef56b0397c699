"""The page of an event and its document, as they are printed."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Readers
from timeline.model import Timeline

pytestmark = pytest.mark.browser

EVENT = "events/wire-cranes/"
SOURCE = "sources/northwire-2025-08-14-cranes/"


def test_on_paper_claims_and_notes_are_written_out_and_controls_are_gone(reader: Readers, record: Timeline) -> None:
    page = reader().opens(EVENT)
    event = record.event(EVENT.split("/")[1])
    assert event is not None
    page.emulate_media(media="print")

    expect(page.locator(".tl-claim:visible")).to_have_count(len(event.claims))
    expect(page.locator(".tl-notes > li:visible")).to_have_count(page.locator(".tl-notes > li").count())
    address = page.locator(".tl-notes .tl-out").first.evaluate("e => getComputedStyle(e, '::after').content")
    assert address.startswith('" (" attr(href)') or "https://" in address
    for gone in (".tl-mend", ".tl-jump", ".tl-copy", ".tl-claim-link", ".tl-neighbours", ".md-header", "button"):
        assert page.locator(f"{gone}:visible").count() == 0, gone
    for address, gone in (("sources/", "form[data-list]"), ("evidence/", ".tc-choose"), ("updates/", "button")):
        page.goto(page.url.partition("/record/")[0] + f"/record/{address}")
        assert page.locator(f"{gone}:visible").count() == 0, address


@pytest.mark.parametrize("address", [EVENT, SOURCE, "sources/", "disputes/", "evidence/", "actors/bridge-works/"])
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
    page = reader().opens("topics/lamps/")

    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4"))) == 1
