"""How the evidence for an event grew, as a reader would retell it."""

from __future__ import annotations

from timeline.model import Timeline
from timeline.queries import disputes, known_since
from timeline.queries.growth import growth


def told(timeline: Timeline, id: str = "e") -> list[tuple[str, str, str]]:
    """Day as typed, what became known, and where the document had it from or what it objects to."""
    out, against = known_since.out_on(timeline), disputes.objections(timeline)
    steps = growth(timeline, out, against, timeline.events_by_id[id])
    return [(str(s.known.date), s.what, s.claim.text if s.claim else s.origin or "origin not named") for s in steps]


def test_ten_articles_on_one_report_are_one_step(timeline_from_doc: Timeline) -> None:
    """
    sources:
      - {id: wire, issued: 2025-08-14, kind: original-reporting, seen: false}
      - {id: a, issued: 2025-08-14, kind: secondary, relays: wire}
      - {id: b, issued: 2025-08-15, kind: secondary, relays: wire}
      - {id: c, issued: 2025-09, kind: secondary, relays: wire}
    events:
      - {id: e, date: 2025-08-14, claims: [{text: It is late., cite: [c, b, a]}]}
    """
    assert told(timeline_from_doc) == [("2025-08-14", "reported", "wire")]


def test_a_second_origin_counts_from_the_day_a_document_certainly_told_it(timeline_from_doc: Timeline) -> None:
    """
    sources:
      - {id: wire, issued: 2025-08-14, kind: original-reporting}
      - {id: other, issued: 2025-08-10, kind: original-reporting, seen: false}
      - {id: c, issued: 2025-08, kind: secondary, relays: other}
    events:
      - {id: e, date: 2025-08-14, claims: [{text: It is late., cite: [c, wire]}]}
    """
    assert told(timeline_from_doc) == [("2025-08-14", "reported", "wire"), ("2025-08", "origin", "other")]


def test_the_origin_of_another_claim_is_no_second_witness(timeline_from_doc: Timeline) -> None:
    """
    sources:
      - {id: wire, issued: 2025-08-14, kind: original-reporting}
      - {id: study, issued: 2025-06-26, kind: primary}
    events:
      - {id: e, date: 2025-08-14, claims: [{text: It is late., cite: wire}, {text: So was another., cite: study}]}
    """
    assert told(timeline_from_doc) == [("2025-08-14", "reported", "wire")]


def test_a_denial_has_its_own_day_and_a_dispute_of_that_day_comes_after_it(timeline_from_doc: Timeline) -> None:
    """
    sources:
      - {id: wire, issued: 2025-08-14, kind: original-reporting}
      - {id: answer, issued: 2025-08-20, kind: primary}
    actors: [{id: firm, name: Firm, kind: company}]
    events:
      - id: e
        date: 2025-08-14
        claims:
          - {id: late, text: It is late., cite: wire}
          - {text: It is on time., disputes: late, cite: answer}
          - {text: It is not., denies: late, by: firm, cite: answer}
    """
    assert told(timeline_from_doc) == [
        ("2025-08-14", "reported", "wire"),
        ("2025-08-20", "denied", "It is not."),
        ("2025-08-20", "disputed", "It is on time."),
    ]


def test_a_report_that_names_nobody_is_a_report_without_an_origin(timeline_from_doc: Timeline) -> None:
    """
    sources:
      - {id: blog, issued: 2025-08-14, kind: secondary}
    events:
      - {id: e, date: 2025-08-14, claims: [{text: It is late., cite: blog}]}
    """
    assert told(timeline_from_doc) == [("2025-08-14", "reported", "origin not named")]


def test_what_was_said_before_a_claim_is_an_objection_from_the_claim_on(timeline_from_doc: Timeline) -> None:
    """
    sources:
      - {id: speech, issued: 2025-06-10, kind: primary}
      - {id: wire, issued: 2025-08-14, kind: original-reporting}
      - {id: paper, issued: 2025-08-20, kind: original-reporting}
    events:
      - id: e
        date: 2025-08-14
        claims:
          - {text: It is late., cite: wire}
          - {id: weak, text: Its chips are weak., cite: paper}
          - {text: They are one year behind., disputes: weak, cite: speech}
    """
    assert told(timeline_from_doc) == [
        ("2025-08-14", "reported", "wire"),
        ("2025-08-20", "disputed", "They are one year behind."),
    ]


def test_every_event_was_reported_before_anybody_spoke_against_it(sample: Timeline) -> None:
    out, against = known_since.out_on(sample), disputes.objections(sample)
    rows = [growth(sample, out, against, event) for event in sample.events]
    assert any(len(steps) > 1 for steps in rows)
    assert [steps for steps in rows if steps and steps[0].what != "reported"] == []


def test_nothing_is_told_before_the_first_report_and_each_day_after_the_one_before(sample: Timeline) -> None:
    out, against = known_since.out_on(sample), disputes.objections(sample)
    for event in sample.events:
        steps = growth(sample, out, against, event)
        assert [step.what for step in steps].index("reported") == 0
        assert [step.day for step in steps] == sorted(step.day for step in steps)
