"""What the reading mode of a browser keeps of a page: day, standing, summary, claims, and notes as numbers apart."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from readability import Document

from tests.bodies import Body
from timeline.html.page import Page

RECORD = """
sources:
  - {id: gazette, publisher: Harbour Gazette, issued: 1931-05-04, kind: original-reporting}
  - {id: herald, publisher: County Herald, issued: 1931-05-05, relays: gazette}
  - {id: post, publisher: Evening Post, issued: 1931-05-06, relays: gazette}
events:
  - id: opening
    date: 1931-05-02
    title: The bridge opens
    summary: The bridge over the cove is opened on a Saturday, with a band, and the council stays away from it.
    claims:
      - text: The bridge over the cove was opened on Saturday, as three newspapers of the coast wrote in that week.
        cite: [gazette, herald, post]
      - text: A band of twelve played, and nobody paid them for it, although the council had promised a fee.
        cite: herald
  - {id: flood, date: 1936, title: A flood, claims: [{text: It was carried away., cite: post}]}
"""


@pytest.fixture
def read(pages_of: Callable[[str], dict[str, Page]]) -> str:
    """The page of an event as it is read there."""
    page = pages_of(RECORD)["events/opening/"]
    whole = f"<html><head><title>{page.title}</title></head><body><main>{page.body}</main></body></html>"
    return Body.of(re.sub(r"<(meta|link|img|input)\b[^>]*>", "", Document(whole).summary())).words


def test_it_begins_with_the_day_the_standing_and_the_summary(read: str) -> None:
    beginning, _, _ = read.partition("What is said")
    places = [
        beginning.find(words)
        for words in ("2 May 1931", " so; the evidence goes no further", "The bridge over the cove is opened")
    ]
    assert -1 not in places
    assert places == sorted(places)


def test_claims_stand_in_it_with_their_notes_as_numbers_apart(read: str) -> None:
    assert "as three newspapers of the coast wrote in that week. Notes 1, 2, 3" in read
    assert "although the council had promised a fee. Note 2" in read
    assert "County Herald, 5 May 1931" in read


@pytest.mark.parametrize("control", ["Citation", "#", "Something wrong?", "1936"])
def test_what_only_works_on_the_page_is_left_out(read: str, control: str) -> None:
    assert control not in read


def test_a_document_keeps_in_it_what_it_says(pages_of) -> None:
    """Reading modes leave out lists that are links from end to end."""
    claims = ", ".join(
        f"{{text: 'The bridge over the cove has {n} arches, says the report.', cite: a}}" for n in range(9)
    )
    page = pages_of(
        f"sources: [{{id: a, title: The report}}]\nevents: [{{id: e, title: It opens, claims: [{claims}]}}]"
    )
    whole = f"<html><head><title>x</title></head><body><main>{page['sources/a/'].body}</main></body></html>"
    kept = Document(whole).summary()

    assert all(f"has {n} arches" in kept for n in range(9))
