"""What holds of a view on any day of any record."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from tests.queries.records import THROUGH, days, timelines
from timeline.model import Timeline
from timeline.queries import expectations, known_since, tracks
from timeline.queries.as_of import as_of


def citations(timeline: Timeline) -> set[tuple[str, str, str | None]]:
    return {(claim.ref, citation.source, citation.via) for claim in timeline.claims for citation in claim.citations}


def holdings(timeline: Timeline) -> dict[str, set[object]]:
    """Everything that a view can lack."""
    events = timeline.events
    return {
        "events": {event.id for event in events},
        "claims": {claim.ref for claim in timeline.claims},
        "citations": set(citations(timeline)),
        "sources": {source.id for source in timeline.sources},
        "objections": {(claim.ref, ref) for claim in timeline.claims for ref in claim.opposes},
        "rivals": {(event.id, rival.date) for event in events for rival in event.rivals},
        "roles": {(event.id, role) for event in events for role in event.dates},
        "relations": {(event.id, relation.event, relation.relation) for event in events for relation in event.related},
        "summaries": {event.id for event in events if event.summary},
        "proved": {(event.id, event.status) for event in events if event.status != "reported"},
        "forecasts": {e.id for e in timeline.expectations},
        "outcomes": {e.id for e in timeline.expectations if e.outcome},
        "states": {(track.id, state.start, state.state) for track in timeline.tracks for state in track.states},
    }


@given(timelines(), days, days)
def test_a_later_day_never_knows_less(timeline, one, other) -> None:
    earlier, later = holdings(as_of(timeline, min(one, other))), holdings(as_of(timeline, max(one, other)))

    for what, held in earlier.items():
        assert held <= later[what], what


@given(timelines(), days, days)
def test_the_past_of_a_view_is_the_past_of_the_whole(timeline, one, other) -> None:
    earlier, later = sorted((one, other))

    assert as_of(as_of(timeline, later), earlier) == as_of(timeline, earlier)
    assert as_of(as_of(timeline, earlier), later) == as_of(timeline, earlier)


@given(timelines(), days)
def test_looking_twice_shows_the_same(timeline, today) -> None:
    assert as_of(as_of(timeline, today), today) == as_of(timeline, today)


@given(timelines(), st.integers(0, 400))
def test_nothing_is_missing_once_the_record_ends(timeline, more) -> None:
    assert as_of(timeline, THROUGH + datetime.timedelta(days=more)) == timeline


@given(timelines(), days)
def test_nothing_in_a_view_was_known_later(timeline, today) -> None:
    view, out = as_of(timeline, today), known_since.out_on(timeline)

    def known(ref: str) -> bool:
        return known_since.claim_known_on(out, timeline.claim(ref)).day <= today

    repeated = {id for source in view.sources for id in source.repeats}
    if view is timeline:
        return
    for source in view.sources:
        assert out[source.id].day <= today or source.id in repeated
    for event in view.events:
        assert known_since.event_known_on(out, timeline.event(event.id)).day <= today
    assert all(known(claim.ref) for claim in view.claims)
    assert all(out[source].day <= today for _, source, _ in citations(view))
    for expectation in view.expectations:
        outcome, window = expectation.outcome, expectation.window
        assert known_since.known_on(out, expectation.citations).day <= today
        if outcome:
            ref = outcome.denied or outcome.withdrawn
            assert not outcome.event or view.event(outcome.event)
            assert not ref or known(ref)
            assert not outcome.missed or window.latest < today


@given(timelines(), days)
def test_everything_is_in_a_view_that_was_known_by_then(timeline, today) -> None:
    view, out = as_of(timeline, today), known_since.out_on(timeline)

    for event in timeline.events:
        assert (view.event(event.id) is not None) == (known_since.event_known_on(out, event).day <= today)
        if view.event(event.id):
            told = [claim.ref for claim in event.claims if known_since.claim_known_on(out, claim).day <= today]
            assert [claim.ref for claim in view.event(event.id).claims] == told


@given(timelines(), days)
def test_nothing_in_a_view_points_outside_of_it(timeline, today) -> None:
    view = as_of(timeline, today)
    cited = [
        *(c for claim in view.claims for c in claim.citations),
        *(c for event in view.events for date in (*event.rivals, *event.dates.values()) for c in date.citations),
        *(c for event in view.events for relation in event.related for c in relation.citations),
        *(c for expectation in view.expectations for c in expectation.citations),
        *(c for track in view.tracks for state in track.states for c in state.citations),
    ]

    assert all(view.source(c.source) and (c.via is None or view.source(c.via)) for c in cited)
    assert all(view.source(id) for source in view.sources for id in source.repeats)
    assert all(view.claim(ref) for claim in view.claims for ref in claim.opposes)
    assert all(view.event(relation.event) for event in view.events for relation in event.related)
    assert all(state.event is None or view.event(state.event) for track in view.tracks for state in track.states)
    foretold = {e.id for e in view.expectations}
    for expectation in view.expectations:
        outcome = expectation.outcome
        assert set(expectation.replaces) <= foretold
        assert not (outcome and outcome.event) or view.event(outcome.event)
        for ref in (outcome.denied, outcome.withdrawn) if outcome else ():
            assert ref is None or view.claim(ref)


@given(timelines(), days)
def test_a_status_is_only_ever_lowered(timeline, today) -> None:
    for event in as_of(timeline, today).events:
        assert event.status in ("reported", timeline.event(event.id).status)


@given(timelines(), days)
def test_a_view_knows_its_sources_since_the_same_day(timeline, today) -> None:
    view, out = as_of(timeline, today), known_since.out_on(timeline)

    for id, known in known_since.out_on(view).items():
        assert (known.day == out[id].day) if out[id].day <= today else (known.day > today)


@given(timelines(), days)
def test_a_forecast_stands_in_a_view_as_it_stood_on_that_day(timeline, today) -> None:
    view = as_of(timeline, today)
    out, seen = known_since.out_on(timeline), known_since.out_on(view)
    whole = {e.id: e for e in timeline.expectations}

    for expectation in view.expectations:
        in_view = expectations.standing(view, seen, expectation, today)
        assert in_view == expectations.standing(timeline, out, whole[expectation.id], today)


@given(timelines(), days)
def test_of_several_states_in_a_view_the_one_of_the_day_was_known(timeline, today) -> None:
    view = as_of(timeline, today)

    for track in view.tracks:
        held = tracks.state_on(track, today)
        assert held is None or held.start.latest <= today
