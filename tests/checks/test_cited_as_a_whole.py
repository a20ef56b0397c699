"""An event may cite as a whole: that is shown, counts for no sentence, and no sentence is said to rest on it."""

from __future__ import annotations

import json

import pytest

from tests.bodies import Body
from tests.conftest import day
from timeline.exports.api import JSON
from timeline.exports.export import Publication
from timeline.exports.markdown_pages import of_event
from timeline.html.page import Page
from timeline.model import Timeline
from timeline.queries import provenance, status
from timeline.queries.as_of import as_of
from timeline.queries.index import Index
from timeline.queries.selection import Selection, select, surrounded
from timeline.site.urls import Links


def words(page: Page) -> str:
    return " ".join(Body.of(page.body).words.split())


def test_what_an_event_cites_as_a_whole_is_shown_and_counts_for_no_claim(
    timeline_from_doc: Timeline, pages_from_doc: dict[str, Page]
) -> None:
    """
    sources: [{id: gazette, publisher: Gazette, issued: 2024}, {id: book, publisher: Book, issued: 2025}]
    events: [{id: opening, cite: book, claims: [{text: It opened., cite: gazette}]}]
    """
    index = Index(timeline_from_doc)
    (event,) = timeline_from_doc.events
    said = words(pages_from_doc["events/opening/"])

    assert "The event as a whole cites Book, 2025 2." in said
    assert "1 source of the event as a whole" in said
    assert index.evidence_of(event).sources == provenance.independent_of_event(timeline_from_doc, event) == 1
    assert "Events that cite it as a whole" in words(pages_from_doc["sources/book/"])
    assert "No claim of the record rests on it." in words(pages_from_doc["sources/book/"])
    assert "The event as a whole cites" not in words(pages_from_doc["sources/gazette/"])
    assert "The event as a whole cites" in of_event(index, event, Links("events/opening/"))


def test_a_sentence_may_have_no_source_of_its_own_where_the_event_cites_some(
    timeline_from_doc: Timeline, pages_from_doc: dict[str, Page]
) -> None:
    """
    sources: [{id: book, publisher: Book, issued: 2025-03}]
    events: [{id: shove, cite: book, claims: [{text: He fell., cite: []}]}]
    """
    said = words(pages_from_doc["events/shove/"])

    assert "No sentence here has a source of its own." in said
    assert "Only the event as a whole cites documents." in said
    assert "known since March 2025" in said
    assert "Note 1" not in said


def test_a_sentence_told_by_the_event_as_a_whole_is_not_said_to_be_of_untold_origin(
    timeline_from_doc: Timeline, pages_from_doc: dict[str, Page]
) -> None:
    """
    sources:
      - {id: gazette, kind: original-reporting, publisher: Gazette, issued: 2024-05}
      - {id: post, kind: primary, publisher: Post, issued: 2024-05}
    events:
      - id: shove
        status: reported
        cite: [gazette, post]
        claims: [{text: He fell., cite: []}, {text: He stood up., cite: []}]
      - {id: talk, claims: [{text: They talked., cite: gazette}]}
    """
    supported = Index(timeline_from_doc).supported
    said, sure, event = (words(pages_from_doc[address]) for address in ("", "evidence/", "events/shove/"))

    assert [each.claim.text for each in supported["sources-of-the-event"]] == ["He fell.", "He stood up."]
    assert supported["no-source-named"] == ()
    assert "2 are told by sources of their event as a whole" in sure
    assert "Most claims here are told by sources that are cited for an event as a whole." in sure
    assert "These four make up all 3." in sure
    assert "2 of 3 claims." in words(pages_from_doc["evidence/sources-of-the-event/"])
    assert "2 sources, which go back to 2 independent sources." in said
    assert event.count("2 sources, for the event as a whole") == 2
    assert "certain sentence" not in event
    assert provenance.independent_of_all(timeline_from_doc) == 2


def test_who_repeats_whom_is_told_only_where_somebody_repeats(pages_from_doc: dict[str, Page]) -> None:
    """
    sources: [{id: times, kind: original-reporting}, {id: post, kind: primary}, {id: digest, relays: times}]
    events:
      - {id: alone, claims: [{text: It fell., cite: [times, post]}]}
      - {id: repeated, claims: [{text: It rose., cite: digest}]}
    """
    assert "Who repeats whom" not in words(pages_from_doc["events/alone/"])
    assert "Who repeats whom" in words(pages_from_doc["events/repeated/"])


def test_a_sentence_without_any_source_is_refused_where_the_event_cites_nothing(codes: list[str]) -> None:
    """
    sources: [{id: book}]
    events:
      - {id: one, claims: [{text: A., cite: book}]}
      - {id: two, claims: [{text: B., cite: []}]}
    """
    assert codes == ["uncited-claim"]


@pytest.mark.parametrize("cited", ["minutes", "[minutes, gazette]"])
def test_what_an_event_cites_as_a_whole_bears_no_status(told_of, cited: str) -> None:
    text = """
    sources: [{id: minutes, kind: primary}, {id: gazette, kind: original-reporting}]
    events: [{id: vote, status: confirmed, cite: CITED, claims: [{text: They voted., cite: []}]}]
    """.replace("CITED", cited)

    (problem,) = (problem for problem in told_of(text) if problem.code != "unused")
    assert problem.code == "unproven-confirmed"
    assert "cite it at the first claim" in problem.help


def test_it_is_known_from_the_first_of_these_documents_on(timeline_from_doc: Timeline) -> None:
    """
    sources: [{id: early, issued: 2024-02-01}, {id: late, issued: 2024-05-01}]
    events:
      - {id: vote, date: 2024-01, cite: [late, early], claims: [{text: They voted., cite: []}]}
      - {id: count, date: 2024-01, cite: late, claims: [{text: A., cite: early}, {text: B., cite: []}]}
    """
    before, after = (as_of(timeline_from_doc, day(text)) for text in ("2024-01-31", "2024-02-01"))

    assert [event.id for event in before.events] == []
    assert {event.id: ([c.source for c in event.citations], len(event.claims)) for event in after.events} == {
        "vote": (["early"], 1),
        "count": ([], 1),
    }
    assert all(status.bears(after, event, {}) for event in after.events)


def test_a_part_of_the_record_and_its_json_bring_these_documents_along(timeline_from_doc: Timeline) -> None:
    """
    sources: [{id: book, kind: primary}, {id: gazette, kind: secondary}]
    events:
      - {id: opening, topics: bridge, cite: book, claims: [{text: A., cite: gazette}]}
      - {id: other, claims: [{text: B., cite: gazette}]}
    """
    part = select(timeline_from_doc, Selection(source_kind=("primary",)))

    assert [event.id for event in part.events] == ["opening"]
    assert {source.id for source in surrounded(timeline_from_doc, part).sources} == {"book", "gazette"}
    files = {file.path: file.content for file in JSON.single(Publication(Index(timeline_from_doc)))}
    told = json.loads(files["api/v1/events/opening.json"])
    assert told["typed"]["cite"] == [{"source": "book"}] or told["typed"]["cite"] == "book"
    assert [each["origin"] for each in told["derived"]["whole"]] == ["book"]
    assert told["derived"]["sources"] == 1
    assert json.loads(files["api/v1/sources/book.json"])["derived"]["events"] == ["opening"]
