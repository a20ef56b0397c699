"""Somebody comes to the address of a former id."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Readers
from timeline.model import Timeline

pytestmark = pytest.mark.browser


def test_an_old_address_leads_on_with_the_claim_and_the_day_that_it_names(reader: Readers, record: Timeline) -> None:
    (event,) = [event for event in record.events if "vote" in event.aliases]
    claim = event.claims[0].anchor
    someone = reader()
    page = someone.opens(f"events/vote/?as-of=2025-08-01#{claim}")

    page.wait_for_url(f"**/events/{event.id}/?as-of=2025-08-01#{claim}")
    expect(page.locator(f"[id='{claim}']")).to_be_in_viewport()
    assert someone.complaints == []


def test_a_list_that_was_narrowed_by_a_former_id_is_narrowed_by_that_of_today(reader: Readers) -> None:
    page = reader().opens("disputes/?topic=crossing")

    expect(page.locator("select[name=topic]")).to_have_value("bridge")
    expect(page.locator("[data-row]:visible").first).to_be_attached()


@pytest.mark.parametrize("old", ["events/vote/", "sources/almanac/", "actors/moor-works/", "topics/crossing/"])
def test_without_script_too_an_old_address_leads_on(reader: Readers, old: str) -> None:
    someone = reader(script=False)
    page = someone.opens(old)

    expect(page.locator("header.md-header")).to_be_attached()
    assert someone.address.partition("/")[0] == old.partition("/")[0]
    assert someone.address != old
