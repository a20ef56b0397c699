"""The page of updates: what we put right, what was added, and what counts as news."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.bodies import Body
from timeline.html.page import Page

Pages = dict[str, Page]


def test_what_we_changed_after_the_last_day_of_the_record_is_news_and_comes_first(pages_from_doc: Pages) -> None:
    """
    record: {through: 2026-01-01}
    events:
      - {id: old, added: 2025-06-01, updates: [{on: 2025-07-01, kind: correction, text: One.}]}
      - {id: e, added: 2025-12-01, updates: [{on: 2025-12-31, kind: correction, text: Two.}]}
      - {id: f, added: 2026-01-01, updates: [{on: 2026-01-20, kind: correction, text: Three.}]}
    """
    text = Body.of(pages_from_doc["updates/"].body).words

    assert "3 corrections, the latest on 20 January 2026. 1 event was added on 1 January 2026." in text
    assert text.index("Three.") < text.index("Two.") < text.index("One.")
    marked = [id for id in ("old", "e", "f") if "tl-fresh" in pages_from_doc[f"events/{id}/"].body]
    assert marked == ["e", "f"]


def test_news_is_what_we_did_last(pages_from_doc: Pages) -> None:
    """
    record: {through: 2026-01-01}
    events:
      - {id: e, added: 2025-12-01, updates: [{on: 2025-12-31, kind: correction, text: Two.}]}
      - {id: f, added: 2026-01-01, updates: [{on: 2026-06-20, kind: correction, text: Three.}]}
    """
    marked = [id for id in ("e", "f") if "tl-fresh" in pages_from_doc[f"events/{id}/"].body]
    assert marked == ["f"]


def test_what_was_put_right_stands_before_what_was_added_and_said_anew_and_is_folded_beyond_a_few(
    pages_of: Callable[[str], Pages],
) -> None:
    updates = ", ".join(f"{{on: 2026-01-{n:02}, kind: correction, text: Mended {n}.}}" for n in range(1, 13))
    pages = pages_of(f"""
events:
  - {{id: e, added: 2025-12-01, updates: [{updates}, {{on: 2026-02-01, kind: revision, text: Better.}}]}}
  - {{id: f, added: 2026-01-01}}
""")
    body = Body.of(pages["updates/"].body)

    shown = re.findall(r"Mended \d+", " ".join(e.text for e in body.all("li") if "details" not in e.inside))
    assert shown == [f"Mended {n}" for n in range(12, 6, -1)]
    assert "6 earlier corrections" in body.words
    assert body.words.index("Mended 12") < body.words.index("What was added lately") < body.words.index("Better.")
