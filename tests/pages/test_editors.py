"""The page for editors stays short, however many records could be better."""

from __future__ import annotations

from collections.abc import Callable

from timeline.html.context import Context
from timeline.model import Timeline
from timeline.pages.editors import editors_page


def test_the_first_hundred_records_of_a_note_are_listed_and_all_are_counted(
    read_record: Callable[[str], Timeline],
) -> None:
    sources = "".join(f"  - {{id: paper-{n}}}\n" for n in range(130))
    timeline = read_record("sources:\n" + sources + "events:\n  - {id: opening}\n")

    body = editors_page(Context.of(timeline)).body

    undated = body.partition('id="undated-source"')[2].partition("</section>")[0]
    assert "130 places" in undated
    assert undated.count("<li>") == 100
    assert "These are the first 100" in undated


def test_a_note_on_few_records_lists_them_all(read_record: Callable[[str], Timeline]) -> None:
    body = editors_page(Context.of(read_record("events:\n  - {id: opening}\n"))).body

    assert "These are the first" not in body
