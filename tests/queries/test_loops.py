"""Who relays in a circle is shown the circle."""

from __future__ import annotations

from tests.queries.relays import circles, independent, origin_of, path_of


def test_two_sources_that_relay_each_other_are_a_loop(timeline_from_doc) -> None:
    """
    sources: [{id: a, relays: b}, {id: b, relays: a}]
    events: [{id: event, claims: [{cite: [a, b]}]}]
    """
    assert circles(timeline_from_doc) == [["a", "b"]]
    assert independent(timeline_from_doc) == set()
    assert path_of(timeline_from_doc) == ["a", "b"]
    assert path_of(timeline_from_doc, citation=1) == ["b", "a"]


def test_a_loop_of_five_begins_with_the_source_that_stands_first(timeline_from_doc) -> None:
    """
    sources: [{id: c, relays: d}, {id: d, relays: e}, {id: e, relays: a}, {id: a, relays: b}, {id: b, relays: c}]
    """
    assert circles(timeline_from_doc) == [["c", "d", "e", "a", "b"]]


def test_a_source_that_relays_itself_is_a_loop_of_one(timeline_from_doc) -> None:
    """
    sources: [{id: mirror, relays: mirror}]
    events: [{id: event, claims: [{cite: mirror}]}]
    """
    assert circles(timeline_from_doc) == [["mirror"]]
    assert origin_of(timeline_from_doc) is None
    assert path_of(timeline_from_doc) == ["mirror"]


def test_two_loops_are_found_at_once(timeline_from_doc) -> None:
    """
    sources: [{id: a, relays: b}, {id: b, relays: a}, {id: x, relays: [y, a]}, {id: y, relays: x}]
    """
    assert circles(timeline_from_doc) == [["a", "b"], ["x", "y"]]


def test_two_loops_through_one_source_are_two(timeline_from_doc) -> None:
    """
    sources: [{id: a, relays: [b, c]}, {id: b, relays: a}, {id: c, relays: a}]
    """
    assert circles(timeline_from_doc) == [["a", "b"], ["a", "c"]]


def test_a_loop_is_found_from_outside_it_and_shown_without_the_way_there(timeline_from_doc) -> None:
    """
    sources: [{id: outside, relays: b}, {id: a, relays: b}, {id: b, relays: a}]
    """
    assert circles(timeline_from_doc) == [["a", "b"]]


def test_a_document_that_two_ways_lead_to_is_no_loop(timeline_from_doc) -> None:
    """
    sources: [{id: a, relays: [b, c]}, {id: b, relays: wire}, {id: c, relays: wire}, {id: wire}]
    """
    assert circles(timeline_from_doc) == []
