"""Topics of several families are several facets: within one any may fit, between them all must."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conftest import completed
from timeline.browser import data_files
from timeline.checks import read
from timeline.model import Timeline
from timeline.queries.index import Index
from timeline.queries.selection import Selection, select

BOOK = """
record: {topic_families: {theme: Theme, part: {name: Part of the story, plural: Parts}}}
topics:
  - {id: war, name: War, family: theme}
  - {id: trade, name: Trade, family: theme}
  - {id: beginning, name: The beginning, family: part}
  - {id: end, name: The end, family: part}
  - {id: loose, name: What belongs nowhere}
sources: [{id: gazette}]
events:
  - {id: a, topics: [war, beginning], claims: [{text: A., cite: gazette}]}
  - {id: b, topics: [trade, end, loose], claims: [{text: B., cite: gazette}]}
  - {id: c, topics: [war, end], claims: [{text: C., cite: gazette}]}
"""


@pytest.fixture
def book(read_record: Callable[[str], Timeline]) -> Timeline:
    return read_record(BOOK)


@pytest.mark.parametrize(
    ("topics", "found"),
    [
        (["war"], ["a", "c"]),
        (["war", "trade"], ["a", "b", "c"]),
        (["war", "end"], ["c"]),
        (["war", "trade", "end"], ["b", "c"]),
        (["loose", "end"], ["b"]),
        (["beginning", "loose"], []),
    ],
)
def test_families_narrow_one_another(book, topics, found) -> None:
    assert sorted(event.id for event in select(book, Selection(topic=topics)).events) == found


def test_a_browser_is_told_which_topics_are_of_one_family(book) -> None:
    assert data_files._families(book) == [["Theme", 0, 1], ["Parts", 2, 3], ["", 4]]
    assert "families" in data_files._columns(Index(book), book.events)


def test_a_record_without_families_says_nothing_of_them(read_record) -> None:
    plain = BOOK.partition("topics:")[2].replace(", family: theme", "").replace(", family: part", "")

    assert data_files._families(read_record(f"topics:{plain}")) == []


def test_a_family_that_nobody_defined_is_a_fault(tmp_path) -> None:
    (tmp_path / "record.yaml").write_text(completed(BOOK.replace("family: part}", "family: parts}", 1)), "utf-8")
    told = [problem for problem in read(tmp_path).problems if problem.severity.name == "ERROR"]

    assert [problem.code for problem in told] == ["unknown-word"]
    assert told[0].help.startswith("write `part`")
