"""Filtering by words, dates and facets."""

from __future__ import annotations

import itertools
import unicodedata
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.queries.records import SOURCE_KINDS, edtf, some, timelines
from timeline import dates
from timeline.model import Timeline
from timeline.model.words import Course
from timeline.queries import disputes, selection
from timeline.queries.search.folded import folded
from timeline.queries.selection import Selection, select


def found(timeline: Timeline, **wanted: object) -> list[str]:
    return [event.id for event in select(timeline, Selection(**wanted)).events]


# -- words -----------------------------------------------------------------------------------------


def test_words_are_sought_in_titles_summaries_claims_and_names(timeline_from_doc) -> None:
    """
    events:
      - {id: title, title: A bridge}
      - {id: summary, summary: It is about a bridge.}
      - {id: claim, claims: [{text: Nothing}, {text: The bridge opened.}]}
      - {id: actor, actors: [bridge-and-sons]}
      - {id: topic, topics: [the-bridge]}
      - {id: nowhere}
    """
    assert found(timeline_from_doc, q="bridge") == ["title", "summary", "claim", "actor", "topic"]


def test_an_actor_and_a_topic_of_one_id_are_both_found_by_name(timeline_from_doc) -> None:
    """
    actors: [{id: river, name: Harbour Shipping}]
    topics: [{id: river, name: Navigation}]
    events: [{id: one, actors: [river]}, {id: other, topics: [river]}]
    """
    assert found(timeline_from_doc, q="harbour") == ["one"]
    assert found(timeline_from_doc, q="navigation") == ["other"]


def test_every_word_must_be_there_in_any_order_and_from_its_beginning(timeline_from_doc) -> None:
    """
    events: [{id: bridge, title: A bridge over the river}]
    """
    assert found(timeline_from_doc, q="river  bridge") == ["bridge"]
    assert found(timeline_from_doc, q="riv bri") == ["bridge"]
    assert found(timeline_from_doc, q="ridge") == []
    assert found(timeline_from_doc, q="bridge tunnel") == []


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("Die Brücke", "BRUCKE"),
        ("Die Brucke", "brücke"),
        ("Straße", "STRASSE"),
        ("DÉJÀ VU", "deja"),
        ("Zhōngguó", "zhongguo"),
        ("DeepSeek’s model", "deepseek's"),
        ("Delay of 2025–2026", "2025-2026"),
        ("H20 licence", "h20 – licence"),
        ("It costs $589bn", "$589bn"),
        ("Up by 40%", "40%"),
        ("an _emphatic_ word", "emphatic"),
        ("深度求索发布模型", "求索"),
        ("ＦＴ報道", "ft"),
        ("a.b*c", "a.b*c"),
    ],
)
def test_case_accents_and_the_keyboard_make_no_difference(read_record, title, asked) -> None:
    assert found(read_record(f'events: [{{id: e, title: "{title}"}}]'), q=asked) == ["e"]


def test_signs_are_not_commands(timeline_from_doc) -> None:
    """
    events: [{id: bridge, title: A bridge}]
    """
    for asked in ("b.idge", "(", "[a", "bridge)", "a|b", "\\b"):
        assert found(timeline_from_doc, q=asked) in ([], ["bridge"])
    assert found(timeline_from_doc, q="b.idge") == []


# -- facets ----------------------------------------------------------------------------------------


def test_of_one_facet_any_value_fits_and_of_several_all_must(timeline_from_doc) -> None:
    """
    events:
      - {id: a, kind: release, actors: [nvidia], topics: [h20]}
      - {id: b, kind: policy, actors: [huawei], topics: [h20]}
      - {id: c, kind: policy, actors: [nvidia, huawei], topics: [r2]}
    """
    assert found(timeline_from_doc, actor=["nvidia", "huawei"]) == ["a", "b", "c"]
    assert found(timeline_from_doc, actor=["nvidia"]) == ["a", "c"]
    assert found(timeline_from_doc, actor=["nvidia"], topic=["h20"]) == ["a"]
    assert found(timeline_from_doc, actor=["huawei"], kind=["policy"], topic=["h20", "r2"]) == ["b", "c"]
    assert found(timeline_from_doc, kind=["legal"]) == []


def test_events_are_found_by_course_status_importance_and_the_kind_of_a_source(timeline_from_doc) -> None:
    """
    sources: [{id: minutes}, {id: blog, kind: ai-generated}]
    events:
      - {id: a, key: true, course: missed, claims: [{cite: blog}]}
      - {id: b, status: confirmed, claims: [{cite: blog}, {cite: minutes}]}
    """
    assert found(timeline_from_doc, course=["missed"]) == ["a"]
    assert found(timeline_from_doc, status=["confirmed"]) == ["b"]
    assert found(timeline_from_doc, key=True) == ["a"]
    assert found(timeline_from_doc, source_kind=["primary"]) == ["b"]
    assert found(timeline_from_doc, source_kind=["ai-generated"]) == ["a", "b"]


def test_only_an_event_that_somebody_speaks_against_is_in_dispute(timeline_from_doc) -> None:
    """
    events:
      - {id: rumour, date: 2025-01, claims: [{id: x}]}
      - {id: denial, date: 2025-02, claims: [{denies: rumour#x, by: council}]}
    """
    assert found(timeline_from_doc, disputed=True) == ["rumour"]


def test_subjects_name_their_events_once_and_in_order(timeline_from_doc) -> None:
    """
    events:
      - {id: later, date: 2025-05, actors: [nvidia, nvidia], topics: [h20]}
      - {id: earlier, date: 2025-04, actors: [nvidia]}
    """
    by_actor, by_topic = selection.by_actor(timeline_from_doc), selection.by_topic(timeline_from_doc)

    assert {id: [event.id for event in events] for id, events in by_actor.items()} == {"nvidia": ["earlier", "later"]}
    assert {id: [event.id for event in events] for id, events in by_topic.items()} == {"h20": ["later"]}


# -- dates -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("date", "start", "end", "fits"),
    [
        ("2025-05", "2025-21", "2025-21", True),
        ("2025-05", "2025-05-08", "2025-05-14", True),
        ("2025-05", "2025-06", None, False),
        ("2025-05", None, "2025-04", False),
        ("2025-05-31", None, "2025-05", True),
        ("2025", "2025-12-31", None, True),
        ("2025-04/2025-06", "2025-05-01", "2025-05-01", True),
        ("2025-04/..", "2030", None, True),
        ("2025-04/..", None, "2025-03", False),
        ("../2025-04", None, "1900", True),
        ("[2025-01-20..2025-08-14]", "2025-08-14", "2025-12", True),
        ("[2025-01-20..2025-08-14]", "2025-08-15", None, False),
        ("2025-05-01", "2025-05/2025-06", "2025-05/2025-06", True),
        ("2025-05-01", "../2025-04", "2025-06/..", True),
    ],
)
def test_a_date_fits_a_range_that_it_overlaps(read_record, date, start, end, fits) -> None:
    timeline = read_record(f'events: [{{id: e, date: "{date}"}}]')
    ends = {name: dates.parse(text) for name, text in (("start", start), ("end", end)) if text}

    assert found(timeline, **ends) == (["e"] if fits else [])


def test_another_date_that_sources_give_fits_too(timeline_from_doc) -> None:
    """
    sources: [{id: gazette}]
    events: [{id: opening, date: 2025-05, rivals: [{date: 2024-05, cite: gazette}]}]
    """
    assert found(timeline_from_doc, end=dates.parse("2024")) == ["opening"]
    assert found(timeline_from_doc, start=dates.parse("2024-08"), end=dates.parse("2025-03")) == []


# -- what holds for every record -------------------------------------------------------------------

KINDS, COURSES = ["release", "policy"], list(get_args(Course))
STATUSES = ["confirmed", "reported", "disputed", "denied"]
dated = st.none() | edtf.map(dates.parse)
selections = st.builds(
    Selection,
    q=st.sampled_from(["", "", "summary", "anna", "e1", "the bridge"]),
    topic=some(["bridge", "both"]),
    actor=some(["anna", "both"]),
    kind=some(KINDS),
    status=some(STATUSES),
    course=some(COURSES),
    source_kind=some(SOURCE_KINDS),
    start=dated,
    end=dated,
    key=st.booleans(),
)


@given(timelines())
def test_nothing_chosen_is_the_record_itself(timeline) -> None:
    assert select(timeline, Selection()) == timeline


@given(timelines(), selections)
def test_a_selection_chooses_events_and_keeps_their_order(timeline, wanted) -> None:
    chosen = select(timeline, wanted)

    assert chosen.events == tuple(event for event in timeline.events if chosen.event(event.id))
    assert select(chosen, wanted) == chosen
    assert (chosen.sources, chosen.actors, chosen.topics) == (timeline.sources, timeline.actors, timeline.topics)


@given(timelines(), selections)
def test_every_choice_narrows_what_the_others_leave(timeline, wanted) -> None:
    """AND between facets: a selection is what all its parts have in common."""
    empty = Selection()
    names = [name for name in empty.__dataclass_fields__ if name not in ("start", "end")]
    parts = [Selection(start=wanted.start, end=wanted.end)]  # a range is one thing: one date must fit all of it
    parts += [
        Selection(**{name: getattr(wanted, name)}) for name in names if getattr(wanted, name) != getattr(empty, name)
    ]
    common = {event.id for event in timeline.events}.intersection(
        *({event.id for event in select(timeline, part).events} for part in parts)
    )

    assert {event.id for event in select(timeline, wanted).events} == common


@given(timelines(), some(STATUSES, most=4), some(["anna", "both"]), some(SOURCE_KINDS, most=3))
def test_another_value_of_a_facet_adds_what_it_would_find_alone(timeline, status, actor, source_kind) -> None:
    """OR within a facet."""
    for name, values in (("status", status), ("actor", actor), ("source_kind", source_kind)):
        alone = itertools.chain.from_iterable(found(timeline, **{name: [value]}) for value in values)
        if values:
            assert set(found(timeline, **{name: values})) == set(alone)


@given(timelines(), selections)
def test_counts_add_up(timeline, wanted) -> None:
    """Of what an event has one of, the values share the events; of what it may have several, each is counted."""
    chosen = select(timeline, wanted)

    for name, values in (("kind", KINDS), ("status", STATUSES), ("course", COURSES)):
        assert sum(len(found(chosen, **{name: [value]})) for value in values) == len(chosen.events)
    for name, groups in (("actor", selection.by_actor(chosen)), ("topic", selection.by_topic(chosen))):
        assert {id: [event.id for event in events] for id, events in groups.items()} == {
            id: found(chosen, **{name: [id]}) for id in ("anna", "bridge", "both") if found(chosen, **{name: [id]})
        }


@given(timelines(), dated, dated)
def test_an_event_is_in_a_range_when_one_of_its_dates_may_be(timeline, start, end) -> None:
    for event in timeline.events:
        spans = [event.date, *(rival.date for rival in event.rivals)]
        first = start.earliest if start else None
        last = end.latest if end else None
        fits = [
            not (first and date.latest and date.latest < first)
            and not (last and date.earliest and date.earliest > last)
            for date in spans
        ]
        assert selection.overlaps(event, start, end) == any(fits)
        if start is not None and start == end:
            assert selection.overlaps(event, start, end) == any(date.overlaps(start) for date in spans)


@given(timelines())
def test_what_is_in_dispute_is_what_the_disputes_are_about(timeline) -> None:
    assert set(found(timeline, disputed=True)) == {d.target.event for d in disputes.disputes(timeline)}


@given(st.text())
def test_a_folded_text_is_folded(text) -> None:
    once = folded(text)

    assert folded(once) == once
    assert folded(unicodedata.normalize("NFD", text)) == once
