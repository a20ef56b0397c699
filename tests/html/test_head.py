"""What pages say of themselves to machines: no more than the record knows, and nothing that breaks out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from timeline.dates import parse
from timeline.exports.linked_data import covered, exact
from timeline.html.head import head
from timeline.html.page import Page
from timeline.model import Timeline
from timeline.pages import render
from timeline.site.settings import Site

SITE = Site("Bridges & more", "https://bridges.example/record/", "assets/card.png")
HOSTILE = '</script><script>x</script> & "q"'


def data(page: Page) -> dict[str, Any]:
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.head)
    read: dict[str, Any] = json.loads(found)
    return read


def properties(page: Page) -> dict[str, str]:
    return dict(re.findall(r'<meta property="([^"]*)" content="([^"]*)">', page.head))


@pytest.fixture(scope="module")
def published(sample: Timeline) -> dict[str, Page]:
    return {page.address: page for page in render(sample, SITE)}


def test_every_page_has_a_title_and_a_description_for_those_who_show_links(published: dict[str, Page]) -> None:
    bare = [
        page.address
        for page in published.values()
        if not {"og:title", "og:description", "og:url", "og:image"} <= properties(page).keys()
    ]
    assert bare == []


def test_without_an_address_nothing_that_needs_one_is_said(sample_pages: dict[str, Page]) -> None:
    for page in sample_pages.values():
        assert not {"og:url", "og:image"} & properties(page).keys()


def test_every_event_and_source_is_described_as_linked_data(published: dict[str, Page], sample: Timeline) -> None:
    for event in sample.events:
        found = data(published[f"events/{event.id}/"])
        assert found["headline"] == event.title
        assert found["url"] == f"https://bridges.example/record/events/{event.id}/"
        assert len(found["hasPart"]) == len(event.claims)
        named = {document["@id"] for document in found["citation"]}
        assert all(there["@id"] in named for claim in found["hasPart"] for there in claim["appearance"])
    for source in sample.sources:
        entity = data(published[f"sources/{source.id}/"])["mainEntity"]
        assert (entity["name"], entity["inLanguage"]) == (source.title, source.language)


def test_no_verdict_is_given_and_no_day_made_up(published: dict[str, Page], sample: Timeline) -> None:
    days = re.compile(r"\d{4}-\d{2}-\d{2}")
    for event in sample.events:
        text = published[f"events/{event.id}/"].head
        assert "ClaimReview" not in text
        dated = data(published[f"events/{event.id}/"])
        for name in (dated["temporalCoverage"], *(about.get("startDate", "") for about in dated["about"])):
            assert set(days.findall(name)) <= set(days.findall(event.date.text))


@pytest.mark.parametrize(
    ("date", "day", "time"),
    [
        ("2025-05-04", "2025-05-04", "2025-05-04"),
        ("2025-05", "2025-05", "2025-05"),
        ("2025-05~", "", "about May 2025"),
        ("2025-05-04?", "", "possibly 4 May 2025"),
        ("2025-05/2025-07-01", "", "2025-05/2025-07-01"),
        ("2025-05/..", "", "2025-05/.."),
        ("2025-05~/2025-06", "", "about May 2025 to June 2025"),
        ("[2025-05-01..2025-05-03]", "", "between 1 and 3 May 2025"),
        ("202X", "", "the 2020s"),
        ("2025-21", "", "spring 2025"),
    ],
)
def test_a_vague_date_is_told_as_vaguely(date: str, day: str, time: str) -> None:
    assert (exact(parse(date)), covered(parse(date))) == (day, time)


def test_what_did_not_come_is_called_no_event(pages_of: Callable[[str], dict[str, Page]]) -> None:
    record = """
    record: {title: T, through: 2026-01-01}
    sources: [{id: s, title: T, publisher: P, language: en, kind: primary, url: "https://s.example/"}]
    events:
      - {id: e, added: 2025-12-01, date: 2025-05, title: E, kind: release, status: reported, course: COURSE,
         claims: [{text: C., cite: s}]}
    """
    for course, kind, status in (
        ("missed", "Thing", None),
        ("cancelled", "Event", "https://schema.org/EventCancelled"),
        ("happened", "Event", None),
    ):
        thing = data(pages_of(record.replace("COURSE", course))["events/e/"])["about"][0]
        assert (thing["@type"], thing.get("eventStatus")) == (kind, status)


def test_no_record_can_end_the_element_that_it_stands_in() -> None:
    made = head(SITE, "events/e/", HOSTILE, HOSTILE, data={"name": HOSTILE})

    assert made.count("</script>") == 1
    assert "<script>x" not in made
    (text,) = re.findall(r"ld\+json\">(.*?)</script>", made)
    assert json.loads(text) == {"name": HOSTILE}
