"""Whether the evidence bears what an event is called. The checks and the views ask the same question."""

from __future__ import annotations

from hypothesis import given

from tests.queries.records import timelines
from timeline.checks import evidence
from timeline.model import Timeline
from timeline.queries import disputes, status


def borne(timeline: Timeline) -> dict[str, bool]:
    against = disputes.objections(timeline)
    return {event.id: status.bears(timeline, event, against) for event in timeline.events}


def test_a_report_needs_no_more_than_its_source(timeline_from_doc) -> None:
    """
    sources: [{id: blog, kind: ai-generated}]
    events: [{id: opening, status: reported, claims: [{cite: blog}]}]
    """
    assert borne(timeline_from_doc) == {"opening": True}


def test_a_primary_document_that_was_seen_proves_what_it_states(timeline_from_doc) -> None:
    """
    sources:
      - {id: minutes, kind: primary}
      - {id: lost, kind: primary, seen: false}
      - {id: blog, relays: lost}
    events:
      - {id: seen, status: confirmed, claims: [{cite: minutes}]}
      - {id: unseen, status: confirmed, claims: [{cite: lost}]}
      - {id: repeated, status: confirmed, claims: [{cite: blog}]}
      - {id: elsewhere, status: confirmed, claims: [{cite: blog}, {cite: minutes}]}
    """
    assert borne(timeline_from_doc) == {"seen": True, "unseen": False, "repeated": False, "elsewhere": False}


def test_two_origins_prove_an_event_when_one_citation_was_seen(timeline_from_doc) -> None:
    """
    sources:
      - {id: gazette, kind: original-reporting}
      - {id: herald, kind: original-reporting, seen: false}
      - {id: echo, seen: false, relays: gazette, kind: secondary}
      - {id: copy, relays: [herald, echo]}
    events:
      - {id: one, status: confirmed, claims: [{cite: gazette}]}
      - {id: two, status: confirmed, claims: [{cite: [gazette, herald]}]}
      - {id: twice, status: confirmed, claims: [{cite: [gazette, echo]}]}
      - {id: unseen, status: confirmed, claims: [{cite: [herald, echo]}]}
    """
    assert borne(timeline_from_doc) == {"one": False, "two": True, "twice": False, "unseen": False}


def test_two_papers_that_quote_one_person_do_not_prove_what_he_said(timeline_from_doc) -> None:
    """
    sources:
      - {id: gazette, kind: original-reporting}
      - {id: herald, kind: original-reporting}
      - {id: notice, kind: original-reporting, publisher: Harbour Master}
    actors: [{id: master, name: The harbour master, kind: person, also: Harbour Master}]
    events:
      - id: quoted
        status: confirmed
        claims: [{cite: [{source: gazette, attributed_to: a pilot}, {source: herald, attributed_to: A  pilot}]}]
      - id: two-people
        status: confirmed
        claims: [{cite: [{source: gazette, attributed_to: a pilot}, {source: herald, attributed_to: a diver}]}]
      - id: his-own-notice
        status: confirmed
        claims: [{cite: [{source: gazette, attributed_to: the harbour master}, notice]}]
      - {id: his-word, kind: release, status: confirmed, claims: [{by: master, cite: [gazette, herald]}]}
      - {id: he-spoke, kind: statement, status: confirmed, claims: [{by: master, cite: [gazette, herald]}]}
    """
    assert borne(timeline_from_doc) == {
        "quoted": False,
        "two-people": True,
        "his-own-notice": False,
        "his-word": False,
        "he-spoke": True,
    }


def test_a_dispute_needs_somebody_who_disputes_and_a_denial_somebody_who_denies(timeline_from_doc) -> None:
    """
    events:
      - {id: calm, status: disputed}
      - {id: argued, status: disputed, claims: [{id: x}, {disputes: x}]}
      - {id: rejected, status: disputed, claims: [{id: x}, {denies: x, by: council}]}
      - {id: only-argued, status: denied, claims: [{id: x}, {disputes: x}]}
      - {id: denied, status: denied, claims: [{id: x}]}
      - {id: statement, status: denied, claims: [{denies: denied#x, by: council}]}
    """
    assert borne(timeline_from_doc) == {
        "calm": False,
        "argued": True,
        "rejected": True,
        "only-argued": False,
        "denied": True,
        "statement": False,  # it speaks against another one, and nobody against it
    }


@given(timelines())
def test_the_checks_refuse_exactly_what_the_evidence_does_not_bear(timeline) -> None:
    assert len(list(evidence.check_statuses(timeline))) == list(borne(timeline).values()).count(False)
