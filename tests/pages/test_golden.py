"""The pages of one small record, kept to be read: a change to what readers see is seen here first.

`UPDATE_GOLDEN=1` writes them anew. Read the difference like prose before it is accepted.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from timeline.checks import read
from timeline.html.page import Page
from timeline.pages import render

GOLDEN = Path(__file__).parents[1] / "golden" / "pages"
KEPT = {
    "home": "",
    "timeline": "timeline/",
    "event": "events/opening/",
    "sources": "sources/",
    "source": "sources/kuestenbote-1931-07-02/",
}


@pytest.fixture(scope="module")
def bridge() -> dict[str, Page]:
    loaded = read(GOLDEN, "data")
    assert [f"{p.span}: {p.sentence}" for p in loaded.problems if p.severity.value == "error"] == []
    return {page.address: page for page in render(loaded.timeline)}


@pytest.mark.parametrize("name", KEPT)
def test_a_page_is_as_it_was_last_read(bridge: dict[str, Page], name: str) -> None:
    page, path = bridge[KEPT[name]], GOLDEN / f"{name}.html"
    shown = f"<!-- {page.title} | {page.description} -->\n{page.body.strip()}\n"
    if os.environ.get("UPDATE_GOLDEN") == "1":
        path.write_text(shown, encoding="utf-8", newline="\n")

    kept = path.read_text(encoding="utf-8")
    assert shown == kept, f"if {path.name} should read like this now: UPDATE_GOLDEN=1 pytest tests/pages"
