"""Hostile texts on every kind of page, with the policy off: nothing of them runs, loads or waits for a click."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.server import serving
from tests.security.hostile import kinds
from tests.security.visits import SWEEP, complaints, site

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A claim for each text, in eight events; `dev.py prove hostile` puts every text into every field."""
    with serving(site(tmp_path_factory.mktemp("hostile"), 8, 73)) as served:
        yield served


def test_no_text_runs_on_any_kind_of_page_though_nothing_forbids_it(browser: Browser, address: str) -> None:
    searched = [text for texts in kinds().values() for text in texts[:1] if text.isprintable()]

    assert complaints(browser, address, search=searched) == []


def test_what_would_run_is_seen(browser: Browser, address: str) -> None:
    """The visit is one that can tell."""
    page = browser.new_page()
    page.goto(f"{address}about/")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<a href=\"java&#9;script:ran(1)\" onclick=x>x</a>')")

    assert len(page.evaluate(SWEEP)) == 2
    page.close()
