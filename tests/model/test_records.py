"""Records say what they say, wherever it was written."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from timeline.model import About, Citation, Claim, Event, Source, Timeline, Topic

EVENT = {
    "id": "opening",
    "added": "2026-11-01",
    "date": "1931-05-02",
    "title": "The bridge opens",
    "kind": "release",
    "status": "reported",
    "claims": [{"id": "opened", "text": "It opened.", "cite": "gazette"}, {"text": "x", "cite": "b"}],
}
SOURCE = {"id": "gazette", "title": "t", "publisher": "p", "kind": "secondary", "language": "en"}


def event(**changes: object) -> Event:
    return Event.model_validate(EVENT | changes)


def test_a_claim_knows_its_event_and_its_number() -> None:
    first, second = event().claims

    assert (first.ref, second.ref) == ("opening#opened", "opening#claim-2")
    assert (first.number, second.number) == (1, 2)


def test_a_claim_names_another_of_its_event_by_its_id_alone() -> None:
    claim = Claim.model_validate(
        {"text": "x", "cite": "a", "disputes": ["b", "far#c"], "denies": "d", "\0event": "here"}
    )

    assert claim.opposes == ("here#b", "far#c", "here#d")


def test_a_word_stands_for_a_whole_document() -> None:
    assert event().claims[0].citations == (Citation(source="gazette"),)


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        event().title = "Another"  # type: ignore[misc]


def test_places_are_no_part_of_what_is_said() -> None:
    assert event() == event()
    assert event() != event(title="Another")


def test_an_origin_repeats_nobody_and_saw_for_itself() -> None:
    kinds = {
        "primary": True,
        "original-reporting": True,
        "secondary": False,
        "aggregator": False,
        "ai-generated": False,
    }

    assert {kind: Source.model_validate(SOURCE | {"kind": kind}).is_origin for kind in kinds} == kinds
    assert not Source.model_validate(SOURCE | {"kind": "primary", "relays": "other"}).is_origin


def test_a_year_stands_before_its_months_and_a_month_before_its_days() -> None:
    dates = ["1931-05-02", "1931", "1931-05", "1930-12-31", "1931-01-01"]
    events = tuple(event(id=f"e{n}", date=date) for n, date in enumerate(dates))
    timeline = Timeline(About.model_validate({"title": "t", "through": "2026-11-22"}), events)

    assert [str(found.date) for found in timeline.events] == [
        "1930-12-31",
        "1931",
        "1931-01-01",
        "1931-05",
        "1931-05-02",
    ]


def test_everything_is_found_by_its_id() -> None:
    timeline = Timeline(
        About.model_validate({"title": "t", "through": "2026-11-22"}), (event(),), (Source.model_validate(SOURCE),)
    )

    assert timeline.event("opening") is timeline.events[0]
    assert timeline.source("gazette") is timeline.sources[0]
    assert timeline.claim("opening#opened") is timeline.events[0].claims[0]
    assert timeline.event("nowhere") is None


def test_a_topic_without_a_name_is_called_by_its_id() -> None:
    assert Topic.model_validate({"id": "high-water"}).name == "high water"
    assert Topic.model_validate({"id": "sea", "name": "The sea"}).name == "The sea"
