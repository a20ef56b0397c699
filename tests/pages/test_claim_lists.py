"""Lists of claims by what they rest on: all on one page, or of a long one each year on its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.bodies import Body
from timeline.html.page import Page

RECORD = """
sources: [{id: gazette}]
events:
"""


def record(number: int) -> str:
    """Events of three years, each with one claim that one source tells."""
    return RECORD + "".join(
        f"  - {{id: e-{n}, date: {1930 + n % 3}, claims: [{{cite: gazette}}]}}\n" for n in range(number)
    )


def rows(page: Page) -> int:
    return sum("data-row" in e.attributes for e in Body.of(page.body).elements)


def test_of_a_long_list_the_latest_stand_in_front_and_each_year_on_pages_of_bounded_length(
    pages_of: Callable[[str], dict[str, Page]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline.pages.claims.LONGEST_LIST", 8)
    pages = pages_of(record(30))

    assert rows(pages["evidence/one-source/"]) == 12
    led = [link for link in Body.of(pages["evidence/one-source/"].body).links if "one-source/19" in link]
    found = {address: rows(page) for address, page in pages.items() if address.startswith("evidence/one-source/1")}
    assert found == {
        f"evidence/one-source/{year}{part}/": number
        for year in (1932, 1931, 1930)
        for part, number in (("", 8), ("-part-2", 2))
    }
    assert len(led) == len(found)
    assert "How sure is this record?" in pages["evidence/one-source/"].body
    assert pages["evidence/one-source/1932-part-2/"].title == "Claims told by one independent source: 1932, part 2"


def test_a_list_that_is_not_long_is_whole_on_its_page(pages_of: Callable[[str], dict[str, Page]]) -> None:
    pages = pages_of(record(30))

    assert rows(pages["evidence/one-source/"]) == 30
    assert not [address for address in pages if address.startswith("evidence/one-source/1")]
