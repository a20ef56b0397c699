"""What is counted is what a reader of the record would count by hand."""

from __future__ import annotations

from hypothesis import given

from tests.queries.records import timelines
from timeline.model import Timeline
from timeline.queries.statistics import tables, totals


def rows(timeline: Timeline, of: str, by: str) -> dict[str, int]:
    (found,) = [dict(table.rows) for table in tables(timeline) if (table.of, table.by) == (of, by)]
    return found


def test_a_claim_counts_by_its_independent_origins_and_not_by_its_citations(timeline_from_doc) -> None:
    """
    sources:
      - {id: wire}
      - {id: paper, relays: wire}
      - {id: radio, relays: wire}
      - {id: minutes}
      - {id: rumour, kind: secondary}
    events:
      - id: opening
        claims:
          - {text: One origin., cite: [paper, radio]}
          - {text: Two origins., cite: [paper, minutes]}
          - {text: None., cite: rumour}
    """
    assert rows(timeline_from_doc, "claims", "origins") == {"0": 1, "1": 1, "2+": 1}
    assert rows(timeline_from_doc, "events", "origins") == {"0": 0, "1": 0, "2+": 1}
    assert totals(timeline_from_doc)["origins"] == 2
    assert rows(timeline_from_doc, "sources", "origin") == {"origin": 2, "relaying": 2, "origin-unnamed": 1}


def test_a_word_that_nothing_has_is_counted(timeline_from_doc) -> None:
    """
    events:
      - {id: opening, kind: release, course: missed}
    """
    assert rows(timeline_from_doc, "events", "course") == {
        "happened": 0,
        "planned": 0,
        "cancelled": 0,
        "missed": 1,
        "unknown": 0,
    }


def test_an_undated_or_unseen_document_is_told_apart_from_one_that_is_archived_and_read(timeline_from_doc) -> None:
    """
    sources:
      - {id: gazette, issued: 2024, archive: {url: "https://archive.example.org/g", on: 2024-12-31}, language: de}
      - {id: herald, seen: false, access: gone, relays: gazette}
    """
    assert rows(timeline_from_doc, "sources", "issued") == {"dated": 1, "undated": 1}
    assert rows(timeline_from_doc, "sources", "seen") == {"seen": 1, "unseen": 1}
    assert rows(timeline_from_doc, "sources", "archive") == {"kept": 1, "not-kept": 1}
    assert rows(timeline_from_doc, "sources", "access") == {"open": 1, "paywalled": 0, "gone": 1}
    assert rows(timeline_from_doc, "sources", "language") == {"de": 1, "en": 1}


def test_an_event_counts_in_the_year_under_which_pages_have_it(timeline_from_doc) -> None:
    """
    events:
      - {id: a, date: 202X}
      - {id: b, date: 2024-12-31/2025-01-02}
      - {id: c, date: "2025"}
    """
    assert rows(timeline_from_doc, "events", "year") == {"202x": 1, "2024": 1, "2025": 1}


def test_a_claim_is_in_dispute_once_however_many_speak_against_it(timeline_from_doc) -> None:
    """
    events:
      - id: opening
        key: true
        claims:
          - {id: first, text: It opened.}
          - {text: It did not., disputes: first}
          - {text: It never will., disputes: first}
    """
    found = totals(timeline_from_doc)

    assert (found["claims"], found["disputed-claims"], found["key-events"]) == (3, 1, 1)


@given(timelines())
def test_the_rows_of_a_table_add_up_to_the_whole(timeline) -> None:
    found = totals(timeline)

    assert [table.by for table in tables(timeline) if sum(table.rows.values()) != found[table.of]] == []
