"""How many independent origins there are is one number, wherever it stands."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from tests.bodies import Body, target
from timeline.cli import list_, stats
from timeline.html.page import Page
from timeline.model import Timeline
from timeline.queries import provenance
from timeline.queries.days_of_change import Changes
from timeline.queries.index import Index
from timeline.queries.statistics import totals
from timeline.site import urls

RECORD = """
sources:
  - {id: post-1, publisher: A network, authors: Anna, kind: original-reporting, issued: 2025-01-01}
  - {id: post-2, publisher: Another network, authors: Anna, kind: original-reporting, issued: 2025-01-05}
  - {id: wire, kind: original-reporting, issued: 2025-01-09}
  - {id: paper, relays: wire, issued: 2025-01-10}
  - {id: weekly, kind: original-reporting, relays: wire, issued: 2025-01-11}
  - {id: rumour, kind: secondary, issued: 2025-01-12}
  - {id: idle, issued: 2025-01-13}
  - {id: reader, relays: [{source: idle, guess: true}], issued: 2025-01-14}
events:
  - id: e
    date: 2025-01-01
    claims:
      - {text: It opened., cite: [post-1, post-2, paper]}
      - {text: It rained., cite: [rumour, reader, {source: weekly, via: weekly}]}
expectations: [{id: soon, cite: idle}]
"""


def everywhere(timeline: Timeline, pages: dict[str, Page]) -> dict[str, int]:
    """The number for the whole record, by the place that gives it."""
    home, sources = Body.of(pages[""].body).words, Body.of(pages["sources/"].body).words
    chart = re.search(
        r"<figcaption><span data-today>By [^:]+: [\d,]+ claims?, ([\d,]+) independent sources?", pages["evidence/"].body
    )
    told = (
        re.search(r"go back to ([\d,]+) independent", home),
        re.search(r"([\d,]+) independent source", sources),
        chart,
    )
    home_number, sources_number, chart_number = (int(found[1].replace(",", "")) for found in told if found)
    return {
        "home": home_number,
        "sources": sources_number,
        "evidence": chart_number,
        "statistics": totals(timeline)["origins"],
        "stats --json": json.loads(stats.as_json(timeline))["total"]["origins"],
        "growth": Changes(timeline).growth()[-1].origins,
    }


def test_the_number_of_the_whole_record_is_the_same_everywhere(
    read_record: Callable[[str], Timeline], pages_of: Callable[[str], dict[str, Page]]
) -> None:
    assert set(everywhere(read_record(RECORD), pages_of(RECORD)).values()) == {3}


def test_the_number_of_this_record_is_the_same_everywhere(sample: Timeline, sample_pages: dict[str, Page]) -> None:
    assert set(everywhere(sample, sample_pages).values()) == {provenance.independent_of_all(sample)}


def test_the_figures_of_the_evidence_are_the_lengths_of_the_lists_they_lead_to(
    sample: Timeline, sample_pages: dict[str, Page]
) -> None:
    index, evidence = Index(sample), sample_pages["evidence/"]
    figures = {target(evidence, link)[0]: words for link, words in linked_figures(evidence)}
    for name, found in index.supported.items():
        if urls.claims(name) not in sample_pages:
            assert (name, found) == ("sources-of-the-event", ())
            continue
        page = Body.of(sample_pages[urls.claims(name)].body)
        assert figures.get(urls.claims(name), "0").split()[0] == str(len(found))
        assert sum("data-row" in e.attributes for e in page.elements) == len(found)
        assert f"{len(found)} of {len(index.support)} claims" in page.words
    assert figures["disputes/"].split()[0] == str(totals(sample)["disputed-claims"])
    assert figures[urls.OWN_WORDS].split()[0] == str(sum(map(len, index.spoken.values())))


def linked_figures(page: Page) -> list[tuple[str, str]]:
    links = [e for e in Body.of(page.body).all("a") if "ul" in e.inside]
    return [(str(e.attributes["href"]).partition("?")[0], " ".join(e.text.split())) for e in links]


def test_the_number_of_each_event_and_claim_is_the_same_everywhere(sample: Timeline) -> None:
    index, listed = Index(sample), {row["id"]: row["origins"] for row in json.loads(list_.as_json(sample, False))}
    for event in sample.events:
        number = provenance.independent_of_event(sample, event)
        last = index.changes.events[event.id][-1]
        assert {index.evidence_of(event).origins, listed[event.id], last.origins} == {number}
        for claim in event.claims:
            counted = provenance.independent(sample, claim.citations)
            assert {index.evidence(claim.citations).origins, index.changes.claims[claim.ref][-1].origins} == {counted}


def test_origins_of_one_hand_are_said_to_be(pages_of: Callable[[str], dict[str, Page]]) -> None:
    words = Body.of(pages_of(RECORD)["events/e/"].body).words

    assert "3 sources, 2 independent" in words
    assert "A network (2 documents of one publisher or author)" in words
