"""What a reader marks, copies and pastes elsewhere."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Readers
from timeline.model import Timeline

pytestmark = pytest.mark.browser

EVENT = "events/wire-cranes/"

COME = """async () => {
  const come = () => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('selection.js'))
  while (!come()) await new Promise(done => setTimeout(done, 20))
  await new Promise(done => setTimeout(done, 60))
}"""
"""The script that brings the sources is there."""


def pasted(page: Page, selector: str, kind: str = "text/plain") -> str:
    """What comes out of the clipboard after all of a part was marked and copied with the keyboard."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(selector).first.evaluate("part => getSelection().selectAllChildren(part)")
    page.evaluate(COME)
    page.keyboard.press("Control+c")
    return str(
        page.evaluate(
            """async kind => {
              const [item] = await navigator.clipboard.read()
              return item.types.includes(kind) ? await (await item.getType(kind)).text() : ''
            }""",
            kind,
        )
    )


def test_a_claim_that_is_pasted_brings_its_documents_and_its_address(reader: Readers, record: Timeline) -> None:
    page = reader().opens(EVENT)
    said, _, sources = pasted(page, "#cranes-failed .tl-claim-text").partition("\n\n")

    claim = record.claim("wire-cranes#cranes-failed")
    assert claim is not None
    assert said.startswith(claim.text)
    assert said.endswith("]")
    for citation in claim.citations:
        source = record.sources_by_id[citation.source]
        assert str(source.title) in sources
        assert source.publisher in sources
        assert str(source.url) in sources
    assert "← Northwire, 14 August 2025" in sources
    assert sources.endswith(f"{page.title()}\n{page.url}#cranes-failed")


def test_where_rich_text_is_pasted_numbers_and_addresses_are_links(reader: Readers) -> None:
    page = reader().opens(EVENT)
    html = pasted(page, "#cranes-failed .tl-claim-text", "text/html")

    assert re.search(rf'<a href="{re.escape(page.url)}#_note-1[-\d]*">\[1\]</a>', html)
    assert 'href="https://' in html
    assert "class=" not in html
    assert "data-" not in html


def test_several_claims_bring_each_document_once_and_nothing_that_was_folded(reader: Readers) -> None:
    page = reader().opens(EVENT)
    text, _, sources = pasted(page, ".tl-claims").partition("\n\n")

    assert "Citation" not in text
    assert "#" not in text
    numbers = [row.partition(" ")[0] for row in sources.splitlines() if row.startswith("[")]
    assert numbers == sorted(set(numbers), key=lambda number: int(number.strip("[]")))
    assert all(number in text for number in numbers)


def test_a_claim_in_a_list_brings_the_way_to_its_sources_and_a_dispute_its_documents(reader: Readers) -> None:
    someone = reader()
    page = someone.opens("actors/bridge-works/")
    link = str(page.locator(".tl-begun").first.evaluate("link => link.href"))
    assert f"\n[1] {link}\n" in pasted(page, ".tl-told")

    page = someone.opens("disputes/")
    copied = pasted(page, ".tl-side > p:has(> a)")
    document = page.locator(".tl-side .tl-behind-documents a").first.text_content()
    assert str(document) in copied


def test_a_sentence_of_the_story_brings_what_its_links_and_numbers_stand_for(reader: Readers) -> None:
    page = reader().opens("story/")
    copied = pasted(page, ".md-content p:has(a[data-link])")

    assert "/events/council-votes/#nine" in copied
    assert "northwire" in copied.casefold()
    assert copied.count("\n[") >= 3


@pytest.mark.parametrize("selector", ["h1", ".tl-cite .tl-copies", ".tl-jump"])
def test_what_quotes_no_claim_is_copied_as_it_stands(reader: Readers, selector: str) -> None:
    page = reader().opens(EVENT)
    page.locator(".tl-cite details").first.evaluate("fold => { fold.open = true }")
    assert "\n[1] " not in pasted(page, selector)


def test_a_word_of_a_claim_is_copied_as_a_word(reader: Readers) -> None:
    page = reader().opens(EVENT)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".tl-claim-text").first.evaluate(
        "part => getSelection().setBaseAndExtent(part.firstChild, 0, part.firstChild, 6)"
    )
    page.keyboard.press("Control+c")
    assert len(page.evaluate("navigator.clipboard.readText()")) == 6


def test_a_link_to_a_claim_is_taken_along_with_one_click(reader: Readers) -> None:
    page = reader().opens(EVENT)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate(COME)
    page.locator("#cranes-failed .tl-claim-link").first.click()

    expect(page.locator("p[role=status]")).to_have_text("Link copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert page.url.endswith("#cranes-failed")
