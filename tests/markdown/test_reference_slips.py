"""A slip in a reference is told with its line and column, and the reference stays visible."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from markdown import Markdown

from tests.bodies import Body
from timeline.markdown.extension import TimelineExtension, faults
from timeline.model import Timeline


@pytest.fixture
def record(read_record: Callable[[str], Timeline]) -> Timeline:
    return read_record("""
sources: [{id: gazette}, {id: minutes}]
events: [{id: opening, claims: [{id: opened, cite: gazette}]}]
""")


def test_an_unknown_id_is_told_with_its_line_and_column_and_a_near_one(record: Timeline) -> None:
    text = "---\ntitle: The [story]\n---\n\n# Story\n\nIt began with [[openning]] and [@gazete; @minutes; @minuts].\n"

    found = faults(text, "docs/story.md", record)

    assert [(str(p.span), p.span.end_column, p.code, p.help) for p in found] == [
        ("docs/story.md:7:17", 25, "unknown-event", "an event with a similar id is `opening`"),
        ("docs/story.md:7:34", 40, "unknown-source", "a source with a similar id is `gazette`"),
        ("docs/story.md:7:53", 59, "unknown-source", "a source with a similar id is `minutes`"),
    ]
    lines = text.split("\n")
    marked = [lines[p.span.line - 1][p.span.column - 1 : p.span.end_column - 1] for p in found]
    assert marked == ["openning", "gazete", "minuts"]


def test_an_unknown_claim_of_a_known_event_is_told_at_the_claim(record: Timeline) -> None:
    (fault,) = faults("See [[opening#opend|that]].", "docs/story.md", record)

    assert (fault.code, str(fault.span), fault.span.end_column) == ("unknown-claim", "docs/story.md:1:15", 20)
    assert fault.help == "a claim with a similar id is `opened`"


def test_an_id_that_resembles_none_is_told_all_the_same(record: Timeline) -> None:
    (fault,) = faults("[[zzz]]", "docs/story.md", record)

    assert fault.help == "name an event of the record, or leave the reference out"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_lines_are_counted_whatever_ends_them(record: Timeline, end) -> None:
    text = end.join(["# Story", "", "```", "[[x]]", "```", "", "Then [[nowhere]]"])

    assert [f"{p.span} {p.code}" for p in faults(text, "docs/story.md", record)] == ["docs/story.md:7:8 unknown-event"]


def test_a_reference_that_leads_nowhere_stays_visible(record: Timeline) -> None:
    extension = TimelineExtension(timeline=record, here="about/")

    html = Markdown(extensions=[extension]).convert("[[nowhere]] [@nobody] [@gazette; @nobody]")

    assert "[[nowhere]] [@nobody]" in html
    assert Body.of(html).links == ["#note-1", "../sources/gazette/"]
