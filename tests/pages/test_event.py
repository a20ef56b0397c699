"""The page of an event: its claims, what stands below each, what is folded, and what can be taken along."""

from __future__ import annotations

import re

from tests.bodies import Body
from timeline.html.page import Page

Pages = dict[str, Page]


def test_what_an_event_changed_after_its_own_days_is_told_as_what_came_then(pages_from_doc) -> None:
    """
    record: {through: 2026-01-01}
    sources: [{id: a}]
    events: [{id: passes, date: 2025-05, claims: [{cite: a}]}]
    tracks:
      - id: bridge
        title: The bridge
        states:
          - {from: 2025-02, state: awaited, cite: a}
          - {from: 2025-06, state: overdue, event: passes}
    """
    words = " ".join(Body.of(pages_from_doc["events/passes/"].body).words.split())

    assert "The bridgeawaitedthen overdue since this event" in words


def test_a_number_leads_to_the_place_that_its_claim_cites_or_to_all_of_the_note(pages_from_doc: Pages) -> None:
    """
    sources: [{id: minutes}, {id: letter}]
    events:
      - id: e
        claims:
          - cite: [{source: minutes, locator: page 1}, {source: minutes, locator: page 9}]
          - cite: {source: minutes, locator: page 30}
          - cite: [{source: minutes, locator: page 30}, {source: minutes, locator: page 1}, letter]
          - cite: {source: letter}
    """
    body = Body.of(pages_from_doc["events/e/"].body)
    marks = [e.attributes for e in body.all("a") if str(e.attributes.get("aria-label", "")).startswith("Note ")]

    ways = [(mark["href"], mark.get("data-places")) for mark in marks if "data-places" in mark or mark["href"]]
    assert ways[:5] == [
        ("#_note-1-1", "_note-1-1 _note-1-2"),
        ("#_note-1-3", "_note-1-3"),
        ("#_note-1-3", "_note-1-3 _note-1-1"),
        ("#_note-2", None),
        ("#_note-2", None),
    ]
    places = [" ".join(e.text.split()) for e in body.all("li") if str(e.attributes.get("id")).startswith("_note-1-")]
    assert places == ["page 1", "page 9", "page 30"]


def test_a_dispute_stands_at_the_claim_with_its_answers_below_it_and_what_is_told_elsewhere_in_short(
    pages_from_doc: Pages,
) -> None:
    """
    sources: [{id: a}, {id: b}, {id: c, relays: b}]
    actors: [{id: mayor, name: The mayor}]
    events:
      - id: e
        claims:
          - {id: opened, text: It opened., cite: [b, c]}
          - {text: A band played., cite: b}
          - {text: It did not., disputes: opened, cite: a}
      - id: f
        title: A denial
        date: 2025-03
        claims: [{text: Never., denies: e#opened, by: mayor, cite: a}]
    """
    body = Body.of(pages_from_doc["events/e/"].body)

    opened, band = [" ".join(e.text.split()) for e in body.all("li", "tl-thread")]
    assert "It opened. Denied by The mayor: Never. March 2025" in opened
    assert "Disputed: It did not." in opened
    assert "How the two sides compare The claim rests on 2 sources, 1 independent; against it stands 1 source" in opened
    assert "No origin stands on both sides." in opened
    assert band.startswith("A band played.")
    assert "Disputed" not in band
    assert [e.attributes["id"] for e in body.classed("tl-claim")] == ["opened", "claim-3", "claim-2"]
    denial = Body.of(pages_from_doc["events/f/"].body)
    assert "Never. The mayor’s word." in denial.words
    assert "Denies: It opened." in denial.words
    assert 'href="../../events/e/#opened"' in pages_from_doc["events/f/"].body


def test_two_claims_that_dispute_each_other_are_both_on_the_page_once(pages_from_doc: Pages) -> None:
    """
    sources: [{id: a}, {id: b}, {id: c}]
    events:
      - id: e
        claims:
          - {id: early, text: Early., disputes: late, cite: a}
          - {id: late, text: Late., disputes: early, cite: b}
          - {id: never, text: Never., disputes: late, cite: c}
    """
    body = Body.of(pages_from_doc["events/e/"].body)

    (thread,) = body.all("li", "tl-thread")
    assert [e.attributes["id"] for e in body.classed("tl-claim")] == ["early", "late", "never"]
    assert "Never." in thread.text


def test_growth_is_drawn_for_key_events_and_where_the_evidence_grew_on_many_days(pages_from_doc: Pages) -> None:
    """
    sources:
      - {id: one, issued: 2024-05-04}
      - {id: two, issued: 2024-05-05}
      - {id: three, issued: 2024-05-06}
      - {id: four, issued: 2024-05-07}
      - {id: five, issued: 2024-05-08}
      - {id: six, issued: 2024-05-09}
    events:
      - {id: once, key: true, date: 2024-05-01, claims: [{cite: one}]}
      - {id: five-days, date: 2024-05-01, claims: [{cite: [one, two, three, four, five]}]}
      - {id: six-days, date: 2024-05-01, claims: [{cite: [one, two, three, four, five, six]}]}
      - {id: key, key: true, date: 2024-05-01, claims: [{cite: one}, {cite: two}]}
    """
    drawn = {
        id: [e for e in Body.of(pages_from_doc[f"events/{id}/"].body).all("figure") if e.has("tc-growth")]
        for id in ("once", "five-days", "six-days", "key")
    }

    assert {id: len(found) for id, found in drawn.items()} == {"once": 0, "five-days": 0, "six-days": 1, "key": 1}
    assert "A fourth independent source" in pages_from_doc["events/five-days/"].body
    assert re.search(
        r'aria-label="How the evidence grew\. By [^:"]+: 2 claims, 2 independent sources\."',
        pages_from_doc["events/key/"].body,
    )


def test_the_growth_of_a_key_event_can_be_taken_along_and_that_of_others_cannot(
    pages_from_doc: Pages,
) -> None:
    """
    sources:
      - {id: first, issued: 2024-05-04}
      - {id: second, issued: 2024-06}
    events:
      - {id: once, key: true, date: 2024-05-01, claims: [{cite: first}]}
      - {id: twice, date: 2024-05-01, claims: [{cite: first}, {cite: second}]}
      - {id: key, key: true, date: 2024-05-01, claims: [{cite: first}, {cite: second}]}
    """
    page = pages_from_doc["events/key/"]
    picture, data, frame = (file for file in page.files if "growth-key" in file.path)
    assert {"../../charts/growth-key.svg", "../../charts/growth-key.csv", "../../embed/growth-key/"} <= {
        *Body.of(page.body).links
    }
    assert [file.path for file in (picture, data, frame)] == [
        "charts/growth-key.svg",
        "charts/growth-key.csv",
        "embed/growth-key/index.html",
    ]
    assert "2 claims</text>" in picture.text
    assert "2024-06,1,2,2,2,0" in data.text
    assert "<script" not in frame.text
    for id in ("once", "twice"):
        assert [file.path for file in pages_from_doc[f"events/{id}/"].files if "growth" in file.path] == []
        links = Body.of(pages_from_doc[f"events/{id}/"].body).links
        assert not [link for link in links if "charts/" in link or "embed/growth" in link]


def test_the_question_of_a_dispute_stands_above_it_and_leads_to_all_its_sides(pages_from_doc: Pages) -> None:
    """
    sources: [{id: a}, {id: b}]
    events:
      - id: e
        claims:
          - {text: A band played., cite: a}
          - {id: early, text: It came early., question: When did it come?, cite: a}
          - {text: It came late., disputes: early, cite: b}
    """
    body = Body.of(pages_from_doc["events/e/"].body)

    (asked,) = body.classed("tl-claim-asked")
    assert asked.text.strip() == "When did it come?"
    (way,) = [e.attributes["href"] for e in body.all("a") if e.text == "When did it come?"]
    address, _, anchor = str(way).partition("#")
    assert address == "../../disputes/"
    assert anchor in Body.of(pages_from_doc["disputes/"].body).ids
