"""Lists of documents and claims are filtered, counted and sorted in a reader's browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Readers
from timeline.model import Timeline
from timeline.queries.index import Index

pytestmark = pytest.mark.browser


def test_sources_are_filtered_counted_sorted_and_kept_in_the_address(reader: Readers, record: Timeline) -> None:
    someone = reader()
    page = someone.opens("sources/")
    rows = page.locator("[data-row]:not([hidden])")
    german = [source for source in record.sources if source.language == "de"]
    unseen = [source for source in record.sources if not source.seen]

    page.locator(".tl-list-by > summary").click()
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


def test_what_an_actor_is_told_of_on_one_persons_word_is_counted_and_listed_alike(
    reader: Readers, record: Timeline
) -> None:
    index = Index(record)
    told = [each for each in index.supported["one-person"] if "bridge-works" in each.event.actors]
    someone = reader()
    page = someone.opens("actors/bridge-works/")

    page.get_by_role("link", name=f"{len(told)} of these on one person").click()
    assert someone.address == "evidence/one-person/?actor=bridge-works"
    expect(page.locator("[data-row]:visible")).to_have_count(len(told))
    expect(page.get_by_label("Who", exact=True)).to_have_value("bridge-works")
    assert someone.complaints == []
