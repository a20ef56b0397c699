"""The days on which what is known changes: always what a view of the day shows."""

from __future__ import annotations

import datetime

from hypothesis import given

from tests.conftest import day
from tests.queries.records import THROUGH, days, timelines
from timeline.model import Timeline
from timeline.queries import expectations, known_since, tracks
from timeline.queries.as_of import as_of
from timeline.queries.days_of_change import Changes
from timeline.queries.disputes import disputes
from timeline.queries.index import Index
from timeline.queries.states import at


def shown(timeline: Timeline) -> dict[str, object]:
    """What a view of a day shows of its events."""
    index = Index(timeline)
    disputed = {dispute.target.event for dispute in disputes(timeline)}
    parts = index.questions_by_event
    found: dict[str, object] = {}
    for event in timeline.events:
        evidence = index.evidence_of(event)
        cited = (*event.citations, *(citation for claim in event.claims for citation in claim.citations))
        kinds = {timeline.sources_by_id[citation.source].kind for citation in cited}
        found[event.id] = (
            event.status,
            [claim.number - 1 for claim in event.claims],
            (evidence.sources, evidence.origins, evidence.unnamed),
            len(parts.get(event.id, ())),
            event.id in disputed,
            [rival.date.text for rival in event.rivals],
            sorted(kinds),
        )
    return found


@given(timelines(), days)
def test_on_any_day_all_of_it_is_what_a_view_of_the_day_shows(timeline: Timeline, on: datetime.date) -> None:
    """In one test, for to make up a record takes longer than to ask it."""
    changes, view = Changes(timeline), as_of(timeline, on)
    every_event_stands_as_the_view_of_the_day_shows_it(timeline, changes, view, on)
    every_claim_rests_on_what_the_view_of_the_day_shows(timeline, changes, view, on)
    forecasts_and_tracks_stand_as_the_view_of_the_day_shows_them(timeline, changes, view, on)
    the_evidence_has_grown_to_what_the_view_of_the_day_holds(timeline, changes, view, on)
    between_two_days_of_change_nothing_changes(timeline, changes, view, on)


def every_event_stands_as_the_view_of_the_day_shows_it(
    timeline: Timeline, changes: Changes, view: Timeline, on: datetime.date
) -> None:
    found = {
        event.id: (
            state.status,
            list(state.claims),
            (state.sources, state.origins, state.unnamed),
            state.disputes,
            state.disputed,
            [event.rivals[place].date.text for place in state.rivals],
            list(state.kinds),
        )
        for event in timeline.events
        if (state := at(changes.events[event.id], on))
    }
    assert found == shown(view)


def every_claim_rests_on_what_the_view_of_the_day_shows(
    timeline: Timeline, changes: Changes, view: Timeline, on: datetime.date
) -> None:
    index = Index(view)
    expected = {claim.ref: index.evidence(claim.citations) for claim in view.claims}
    found = {ref: state for ref, states in changes.claims.items() if (state := at(states, on))}
    assert found.keys() == expected.keys()
    for ref, state in found.items():
        evidence = expected[ref]
        assert (state.sources, state.origins, state.unnamed) == (evidence.sources, evidence.origins, evidence.unnamed)


def forecasts_and_tracks_stand_as_the_view_of_the_day_shows_them(
    timeline: Timeline, changes: Changes, view: Timeline, on: datetime.date
) -> None:
    asked = min(on, THROUGH)
    out = known_since.out_on(view)
    forecasts = {x.id: expectations.standing(view, out, x, asked) for x in view.expectations}
    assert {id: s.standing for id, all in changes.expectations.items() if (s := at(all, on))} == forecasts
    held = {track.id: tracks.state_on(track, asked) for track in view.tracks}
    found = {id: t.state for id, every in changes.tracks.items() if (t := at(every, on))}
    assert {id: state and state.state for id, state in found.items()} == {
        id: state and state.state for id, state in held.items()
    }


def the_evidence_has_grown_to_what_the_view_of_the_day_holds(
    timeline: Timeline, changes: Changes, view: Timeline, on: datetime.date
) -> None:
    index = Index(view)
    all = index.evidence(c for claim in view.claims for c in claim.citations)
    grown = at(changes.growth(), on)
    found = (grown.events, grown.claims, grown.sources, grown.origins, grown.disputes) if grown else (0, 0, 0, 0, 0)
    assert found == (len(view.events), len(list(view.claims)), all.sources, all.origins, len(index.questions))
    parts = index.questions_by_event
    for event in view.events:  # a dispute counts for the events on both of its sides
        grown = at(changes.growth([timeline.events_by_id[event.id]]), on)
        assert grown is not None
        assert grown.disputes == len(parts.get(event.id, ()))


def between_two_days_of_change_nothing_changes(
    timeline: Timeline, changes: Changes, view: Timeline, on: datetime.date
) -> None:
    before = max((found for found in changes.days if found <= on), default=None)
    if before is None:
        assert view.events == ()
    else:
        assert shown(view) == shown(as_of(timeline, before))


def test_a_status_is_lowered_until_its_evidence_is_out(timeline_from_doc) -> None:
    """
    sources:
      - {id: rumour, issued: 2024-05-01, kind: secondary}
      - {id: minutes, issued: 2024-06-01, kind: primary}
    events:
      - id: opening
        status: confirmed
        claims: [{text: The bridge opens., cite: [rumour, minutes]}]
    """
    first, second = Changes(timeline_from_doc).events["opening"]
    assert (first.day, first.status, first.sources, first.origins) == (day("2024-05-01"), "reported", 1, 0)
    assert (second.day, second.status, second.sources, second.origins) == (day("2024-06-01"), "confirmed", 2, 1)


def test_two_disputes_are_one_as_soon_as_a_claim_answers_both(timeline_from_doc: Timeline) -> None:
    """
    record: {title: A record, through: 2026-01-01}
    sources: [{id: early, issued: 2025-01-01}, {id: late, issued: 2025-03-01}]
    events:
      - id: bridge
        claims:
          - {id: length, text: It has 300 metres., cite: early}
          - {id: longer, text: It has 320., disputes: length, cite: early}
          - {id: cost, text: It cost a million., cite: early}
          - {id: dearer, text: It cost two., disputes: cost, cite: early}
          - {text: Nothing of this was ever measured., disputes: [longer, dearer], cite: late}
    """
    changes = Changes(timeline_from_doc)
    seen = {state.day.isoformat(): state.disputes for state in changes.events["bridge"]}

    assert seen == {"2025-01-01": 2, "2025-03-01": 1}
    assert [(step.day.isoformat(), step.disputes) for step in changes.growth()] == [
        ("2025-01-01", 2),
        ("2025-03-01", 1),
    ]
