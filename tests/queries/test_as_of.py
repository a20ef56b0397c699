"""What was known on a day. A view of a Timeline is a Timeline."""

from __future__ import annotations

from tests.conftest import day
from timeline.model import Event, Timeline
from timeline.queries import known_since
from timeline.queries.as_of import as_of


def on(timeline: Timeline, text: str) -> Timeline:
    return as_of(timeline, day(text))


def ids(timeline: Timeline) -> list[str]:
    return [event.id for event in timeline.events]


def only(timeline: Timeline) -> Event:
    (event,) = timeline.events
    return event


# -- events, claims and citations ------------------------------------------------------------------


def test_an_event_without_sources_by_then_is_not_in_the_view(timeline_from_doc) -> None:
    """
    sources:
      - {id: gazette, issued: 2024-05-04}
    events:
      - id: opening
        date: 2024-05-01
        claims: [{text: The bridge opened., cite: gazette}]
    """
    assert ids(on(timeline_from_doc, "2024-05-03")) == []
    assert ids(on(timeline_from_doc, "2024-05-04")) == ["opening"]


def test_an_event_is_not_in_view_before_the_claim_that_states_it(timeline_from_doc) -> None:
    """
    sources: [{id: plan, issued: 2024-01-10}, {id: gazette, issued: 2024-05-04}]
    events:
      - id: cancelled
        title: The opening of the bridge is cancelled
        claims: [{text: The opening is cancelled., cite: gazette}, {text: It was planned for May., cite: plan}]
    """
    assert ids(on(timeline_from_doc, "2024-05-03")) == []


def test_what_is_cited_later_is_not_cited_yet(timeline_from_doc) -> None:
    """
    sources: [{id: early, issued: 2024-05-04}, {id: late, issued: 2024-06-01}]
    events: [{id: opening, claims: [{cite: [late, early]}, {cite: late}]}]
    """
    (claim,) = only(on(timeline_from_doc, "2024-05-31")).claims

    assert [citation.source for citation in claim.citations] == ["early"]


def test_claims_keep_the_numbers_they_have_in_the_whole(timeline_from_doc) -> None:
    """
    sources: [{id: early, issued: 2024-05-04}, {id: late, issued: 2024-06-01}]
    events: [{id: opening, claims: [{cite: early}, {cite: late}, {cite: early}]}]
    """
    view = on(timeline_from_doc, "2024-05-31")

    assert [claim.ref for claim in view.claims] == ["opening#claim-1", "opening#claim-3"]


def test_a_summary_stays_only_with_every_claim_it_was_written_from(timeline_from_doc) -> None:
    """
    sources: [{id: early, issued: 2024-05-04}, {id: late, issued: 2024-06-01}]
    events:
      - {id: whole, summary: It opened., claims: [{cite: [early, late]}]}
      - {id: half, summary: It opened and fell., claims: [{cite: early}, {cite: late}]}
    """
    view = on(timeline_from_doc, "2024-05-31")

    assert {event.id: event.summary for event in view.events} == {"whole": "It opened.", "half": None}


def test_other_dates_roles_and_causes_wait_for_those_who_tell_them(timeline_from_doc) -> None:
    """
    sources: [{id: early, issued: 2024-05-04}, {id: late, issued: 2024-06-01}]
    events:
      - {id: flood, claims: [{cite: early}]}
      - {id: inquiry, claims: [{cite: late}]}
      - id: opening
        claims: [{cite: early}]
        rivals: [{date: 2024-04, cite: early}, {date: 2024-03, cite: late}]
        dates: {announced: {date: 2023, cite: early}, decided: {date: 2022, cite: late}}
        related:
          - {event: flood, as: hampers, cite: late}
          - {event: flood, as: see-also}
          - {event: inquiry, as: see-also}
    """
    event = on(timeline_from_doc, "2024-05-31").event("opening")

    assert [rival.date.text for rival in event.rivals] == ["2024-04"]
    assert list(event.dates) == ["announced"]
    assert [(relation.event, relation.relation) for relation in event.related] == [("flood", "see-also")]


def test_from_the_last_verified_day_on_the_view_is_the_record_itself(timeline_from_doc) -> None:
    """
    record: {through: 2024-06-30}
    events: [{id: opening}]
    """
    assert on(timeline_from_doc, "2024-06-30") is timeline_from_doc
    assert on(timeline_from_doc, "2030-01-01") is timeline_from_doc


def test_a_view_reaches_to_its_own_day(timeline_from_doc) -> None:
    """
    record: {through: 2024-06-30}
    events: [{id: opening}]
    """
    assert on(timeline_from_doc, "2024-05-01").record.through == day("2024-05-01")


# -- status ----------------------------------------------------------------------------------------


def test_an_event_is_only_reported_until_its_second_origin_is_out(timeline_from_doc) -> None:
    """
    sources:
      - {id: gazette, kind: original-reporting, issued: 2024-05-04}
      - {id: herald, kind: original-reporting, issued: 2024-06-01}
    events: [{id: opening, status: confirmed, claims: [{cite: [gazette, herald]}]}]
    """
    assert only(on(timeline_from_doc, "2024-05-31")).status == "reported"
    assert only(on(timeline_from_doc, "2024-06-01")).status == "confirmed"


def test_an_event_is_not_disputed_before_somebody_speaks_against_it(timeline_from_doc) -> None:
    """
    sources: [{id: gazette, issued: 2024-05-04}, {id: letter, issued: 2024-06-01}]
    events:
      - id: opening
        date: 2024-05-01
        status: disputed
        claims: [{id: cost, cite: gazette}]
      - id: answer
        date: 2024-06-01
        claims: [{disputes: opening#cost, cite: letter}]
    """
    assert on(timeline_from_doc, "2024-05-31").event("opening").status == "reported"
    assert on(timeline_from_doc, "2024-06-01").event("opening").status == "disputed"


def test_what_was_denied_and_then_only_disputed_is_reported(timeline_from_doc) -> None:
    """
    sources: [{id: gazette, issued: 2024-05-04}, {id: letter, issued: 2024-06-01}]
    events:
      - id: opening
        status: denied
        claims:
          - {id: cost, cite: gazette}
          - {disputes: cost, cite: gazette}
          - {denies: cost, by: council, cite: letter}
    """
    assert only(on(timeline_from_doc, "2024-05-31")).status == "reported"


def test_an_objection_that_is_out_before_its_target_speaks_against_nothing_yet(timeline_from_doc) -> None:
    """
    sources: [{id: letter, issued: 2024-05-01}, {id: gazette, issued: 2024-05-04}]
    events:
      - {id: opening, date: 2024-05-01, claims: [{id: cost, cite: gazette}]}
      - {id: answer, date: 2024-05-02, claims: [{disputes: opening#cost, cite: letter}]}
    """
    (claim,) = on(timeline_from_doc, "2024-05-03").claims

    assert (claim.ref, claim.disputes) == ("answer#claim-1", ())


# -- sources ---------------------------------------------------------------------------------------


def test_a_document_that_is_repeated_was_there_before(timeline_from_doc) -> None:
    """
    sources:
      - {id: blog, relays: wire, issued: 2024-05-04}
      - {id: wire, relays: memo, issued: 2024-05}
      - {id: memo, seen: false}
      - {id: other, issued: 2024-06}
    """
    assert [source.id for source in on(timeline_from_doc, "2024-05-04").sources] == ["blog", "wire", "memo"]
    assert on(timeline_from_doc, "2024-05-03").sources == ()


def test_a_document_without_a_day_is_not_read_on_the_day_of_the_view(timeline_from_doc) -> None:
    """
    sources: [{id: blog, relays: page, issued: 2024-05-04}, {id: page}]
    events: [{id: opening, claims: [{cite: page}]}]
    """
    view = on(timeline_from_doc, "2024-05-04")

    assert ids(view) == []
    assert known_since.out_on(view)["page"].day == timeline_from_doc.record.through


# -- forecasts and states --------------------------------------------------------------------------


def test_a_forecast_does_not_know_its_answer_before_it_came(timeline_from_doc) -> None:
    """
    sources: [{id: plan, issued: 2024-01-10}, {id: gazette, issued: 2024-05-04}]
    events: [{id: opening, date: 2024-05-03, claims: [{id: no, cite: gazette}]}]
    expectations:
      - {id: answered, cite: plan, window: 2024-05, outcome: {event: opening}}
      - {id: denied, cite: plan, window: 2024-05, outcome: {denied: opening#no}}
      - {id: missed, cite: plan, window: 2024-04, outcome: missed}
      - {id: never, cite: plan, outcome: missed}
      - {id: later, cite: gazette}
    """
    april, may = on(timeline_from_doc, "2024-04-30"), on(timeline_from_doc, "2024-05-04")

    assert [e.id for e in april.expectations] == ["answered", "denied", "missed", "never"]
    assert [e.id for e in april.expectations if e.outcome] == []
    assert [e.id for e in may.expectations if e.outcome] == ["answered", "denied", "missed"]


def test_a_forecast_replaces_only_what_was_foretold_by_then(timeline_from_doc) -> None:
    """
    sources: [{id: plan, issued: 2024-01-10}, {id: leak, issued: 2024-03-01}]
    expectations: [{id: first, cite: leak}, {id: second, cite: plan, replaces: first}]
    """
    assert [e.replaces for e in on(timeline_from_doc, "2024-02-01").expectations] == [()]
    assert [e.replaces for e in on(timeline_from_doc, "2024-03-01").expectations] == [(), ("first",)]


def test_a_state_is_unknown_before_its_sources_and_its_event_are(timeline_from_doc) -> None:
    """
    sources: [{id: plan, issued: 2024-01-10}, {id: gazette, issued: 2024-05-04}]
    events: [{id: opening, claims: [{cite: gazette}]}]
    tracks:
      - id: traffic
        states:
          - {from: 2024, to: 2024-05-01, state: by ferry, cite: plan}
          - {from: 2024-04-01, state: ferry on strike, cite: gazette}
          - {from: 2024-05-02, state: over the bridge, event: opening}
      - {id: toll, states: [{from: 2024, state: free, cite: gazette}]}
    """
    april = on(timeline_from_doc, "2024-04-30")

    assert [(track.id, [state.state for state in track.states]) for track in april.tracks] == [
        ("traffic", ["by ferry"])
    ]
    assert april.tracks[0].states[0].end is None  # nobody knew when it would end
    assert len(on(timeline_from_doc, "2024-05-04").tracks[0].states) == 3
