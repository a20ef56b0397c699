"""The page of a document as known on a day names those through which it was known by then, and no later ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Readers
from tests.browser.server import built, serving
from tests.browser.test_as_of import different
from tests.conftest import day
from tests.engines.sites import Site
from timeline.checks import read

pytestmark = pytest.mark.browser
RETOLD = """\
record: {title: Harbour, language: en, added: 2024-12-31, through: 2024-12-31}
topics: [{id: bridge, name: Bridge}]
events:
  - id: survey
    date: 2024-01-02
    title: A survey of the bridge
    kind: report
    status: reported
    topics: bridge
    claims:
      - text: The survey found rust.
        cite: [{source: echo, attributed_to: two engineers}, {source: daily, attributed_to: an engineer}]
      - {text: It took a week., cite: [daily, survey]}
sources:
  - {id: survey, title: Survey, publisher: Office, issued: 2024-01-02, kind: primary, seen: false, note: On paper only.}
  - {id: daily, title: Rust on the bridge, publisher: Daily, issued: 2024-01-10, kind: secondary, relays: survey,
     url: "https://daily.example/1"}
  - {id: echo, title: The rust again, publisher: Echo, issued: 2024-03-05, kind: secondary, relays: survey,
     url: "https://echo.example/1"}
"""


def test_a_document_is_known_through_what_had_retold_it_by_then(reader: Readers, tmp_path: Path) -> None:
    home = Site(tmp_path / "home")
    home.write("docs/index.md", "# Harbour\n")
    home.write("data/harbour.yaml", RETOLD)
    home.configure(site_name="Harbour", theme={"name": "material"}, plugins=["timeline"])
    record = read(home.root / "data", "data").timeline
    with serving(built(home.root, tmp_path)) as address:
        someone = replace(reader(), site=address)
        page = someone.opens("sources/survey/?as-of=2024-02-01")
        expect(page.locator(".tl-banner")).to_be_visible()

        rests = page.locator(".tl-uses > li").first
        expect(rests).to_contain_text("through Daily")
        expect(rests).to_contain_text("attributed to an engineer")
        expect(rests).not_to_contain_text("Echo", use_inner_text=True)
        page.goto(f"{address}sources/survey/")
        expect(rests).to_contain_text("attributed to two engineers; an engineer", use_inner_text=True)
        expect(rests).not_to_contain_text(
            "through Daily, 10 January 2024 attributed to an engineer #", use_inner_text=True
        )
        assert different(someone, record, [day("2024-01-31"), day("2024-02-01"), day("2024-03-05")]) == []
