"""Who speaks against whom, side by side."""

from __future__ import annotations

from timeline.model import Timeline
from timeline.queries import disputes


def told(timeline: Timeline) -> list[tuple[str, list[tuple[str, str]]]]:
    return [(d.target.ref, [(o.manner, o.claim.ref) for o in d.objections]) for d in disputes.disputes(timeline)]


def test_a_claim_nobody_speaks_against_is_not_in_dispute(timeline_from_doc) -> None:
    """
    events: [{id: release, claims: [{id: date}, {id: size}]}]
    """
    assert told(timeline_from_doc) == []
    assert disputes.objections(timeline_from_doc) == {}


def test_a_claim_stands_beside_all_that_is_said_against_it(timeline_from_doc) -> None:
    """
    events:
      - id: cluster
        claims:
          - {id: estimate, text: There were 50000 chips.}
          - {text: There were 2048., disputes: estimate}
          - {text: There were none., denies: estimate, by: deepseek}
    """
    assert told(timeline_from_doc) == [
        ("cluster#estimate", [("disputes", "cluster#claim-2"), ("denies", "cluster#claim-3")]),
    ]


def test_a_denial_can_answer_a_claim_of_another_event(timeline_from_doc) -> None:
    """
    events:
      - id: rumour
        date: 2025-03-01
        claims: [{id: on-17-march, text: R2 comes on 17 March.}]
      - id: denial
        date: 2025-03-11
        claims: [{id: no, text: It does not., denies: rumour#on-17-march, by: deepseek}]
    """
    rumour, denial = timeline_from_doc.events
    found = disputes.disputes(timeline_from_doc)

    assert told(timeline_from_doc) == [("rumour#on-17-march", [("denies", "denial#no")])]
    assert disputes.disputes_of(found, rumour) == disputes.disputes_of(found, denial) == found
    assert disputes.by_event(found) == {"rumour": found, "denial": found}


def test_one_claim_can_speak_against_several(timeline_from_doc) -> None:
    """
    events:
      - {id: a, date: 2024, claims: [{id: x}]}
      - {id: b, date: 2025, claims: [{id: y}, {disputes: [y, a#x]}]}
      - {id: c, date: 2026, claims: [{id: z}]}
    """
    a, b, c = timeline_from_doc.events
    found = disputes.disputes(timeline_from_doc)

    assert told(timeline_from_doc) == [("a#x", [("disputes", "b#claim-2")]), ("b#y", [("disputes", "b#claim-2")])]
    assert [d.target.ref for d in disputes.disputes_of(found, a)] == ["a#x"]
    assert [d.target.ref for d in disputes.disputes_of(found, b)] == ["a#x", "b#y"]
    assert disputes.disputes_of(found, c) == ()
    assert "c" not in disputes.by_event(found)


def test_two_claims_can_contradict_each_other(timeline_from_doc) -> None:
    """
    events: [{id: e, claims: [{id: may, disputes: august}, {id: august, disputes: may}]}]
    """
    assert told(timeline_from_doc) == [("e#may", [("disputes", "e#august")]), ("e#august", [("disputes", "e#may")])]


def test_a_claim_named_twice_is_disputed_once(timeline_from_doc) -> None:
    """
    events: [{id: e, claims: [{id: may}, {disputes: [may, e#may]}]}]
    """
    assert told(timeline_from_doc) == [("e#may", [("disputes", "e#claim-2")])]


def test_disputes_stand_in_the_order_of_the_events_and_not_of_the_file(timeline_from_doc) -> None:
    """
    events:
      - {id: later, date: 2025-08, claims: [{id: x}, {disputes: x}]}
      - {id: earlier, date: 2025-03, claims: [{id: x}, {disputes: x}]}
    """
    assert [target for target, _ in told(timeline_from_doc)] == ["earlier#x", "later#x"]
