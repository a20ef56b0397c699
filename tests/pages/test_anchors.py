"""Every place of a page has a name that no other place of it has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from tests.bodies import Body
from timeline.html.page import Page

Pages = dict[str, Page]


def test_no_id_stands_twice_on_a_page(bodies: dict[str, Body]) -> None:
    twice = {address: [id for id, n in Counter(body.ids).items() if n > 1] for address, body in bodies.items()}
    assert {address: ids for address, ids in twice.items() if ids} == {}


def test_what_an_aria_label_or_a_heading_is_named_by_exists(bodies: dict[str, Body]) -> None:
    for address, body in bodies.items():
        named = " ".join(
            str(e.attributes["aria-labelledby"]) for e in body.elements if "aria-labelledby" in e.attributes
        )
        assert set(named.split()) <= set(body.ids), address


@pytest.mark.parametrize("id", ["claims", "notes", "disagree", "note-1"])
def test_a_claim_may_have_the_name_of_a_heading(pages_of: Callable[[str], Pages], id) -> None:
    pages = pages_of(f"events: [{{id: e, claims: [{{id: {id}}}, {{disputes: {id}}}]}}]")

    ids = Body.of(pages["events/e/"].body).ids
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("id", ["2025", "2025-05"])
def test_an_event_may_have_the_name_of_a_month(pages_of: Callable[[str], Pages], id) -> None:
    pages = pages_of(f"events: [{{id: {id}, date: {id}}}]")

    ids = Body.of(pages["timeline/"].body).ids
    assert len(ids) == len(set(ids))


def test_a_topic_and_a_forecast_may_have_one_name(pages_of: Callable[[str], Pages]) -> None:
    ids = Body.of(pages_of("expectations: [{id: bridge, about: bridge}]")["expectations/"].body).ids
    assert len(ids) == len(set(ids))


def test_two_updates_of_one_day_have_two_anchors(pages_of: Callable[[str], Pages]) -> None:
    updates = "[{on: 2026-01-01, kind: correction, text: One.}, {on: 2026-01-01, kind: revision, text: Two.}]"
    ids = Body.of(pages_of(f"events: [{{id: e, updates: {updates}}}]")["updates/"].body).ids
    assert len(ids) == len(set(ids))
