"""What this site says of DeepSeek's R2: nothing of the five articles it began with is lost, and no sentence floats.

The record changes with every commit of data, so these tests count nothing that may grow.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from timeline.checks import read
from timeline.model import Timeline

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "tests/data/seed_claims.yaml"
STORY = ROOT / "docs/story.md"

ARTICLES = {
    "t3n-2025-08-14-huawei-chips-bremsen-deepseek",
    "insideainews-undated-deepseek-r2-verzoegert",
    "ki-news-daily-2026-deepseek-geschmuggelte-nvidiachips",
    "trend-forge-undated-deepseek-gpu-exportbeschraenkungen",
    "unknown-undated-deepseek-rueckschlag-r2-huawei",
}


@pytest.fixture(scope="module")
def record() -> Timeline:
    loaded = read(ROOT / "data", "data")
    assert loaded.problems == (), [problem.code for problem in loaded.problems]
    assert loaded.timeline is not None
    return loaded.timeline


@pytest.fixture(scope="module")
def rows() -> list[dict[str, object]]:
    table: list[dict[str, object]] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return table


def test_all_five_articles_are_written_down_claim_by_claim(rows) -> None:
    numbers = defaultdict(list)
    for row in rows:
        assert str(row["says"]).strip()
        numbers[row["article"]].append(row["number"])
    assert set(numbers) == ARTICLES
    for article, found in numbers.items():
        assert found == list(range(1, len(found) + 1)), article


def test_every_claim_of_the_five_articles_is_carried_by_claims_of_the_record(record, rows) -> None:
    lost = [(row["article"], row["number"], name) for row in rows for name in row["claims"] if not record.claim(name)]
    assert lost == []
    assert [row for row in rows if not row["claims"]] == []


def test_what_an_article_said_is_cited_to_that_article(record, rows) -> None:
    """At least one of the claims names it: the record tells who said so, also where it was wrong."""
    for row in rows:
        cited = {c.source for name in row["claims"] for c in record.claim(name).citations}
        assert row["article"] in cited, (row["article"], row["number"])


def test_no_claim_is_cited_to_one_of_the_articles_without_standing_in_the_table(record, rows) -> None:
    written = defaultdict(set)
    for row in rows:
        written[row["article"]].update(row["claims"])
    floating = [
        (citation.source, claim.ref)
        for claim in record.claims
        for citation in claim.citations
        if citation.source in ARTICLES and claim.ref not in written[citation.source]
    ]
    assert floating == []


def test_the_main_reasons_named_for_the_delay_speak_against_each_other(record) -> None:
    """Only what is called the main reason competes with another cause: trouble and scarcity can stand side by side."""
    opposed = {(claim.ref, target) for claim in record.claims for target in claim.opposes}
    assert ("r2-may-release#main-reason", "information-r2-stalled#h20-shortage") in opposed
    assert [pair for pair in opposed if "ft-r2-huawei-training#ascend-training-failed" in pair] == []


def test_r2_is_no_event_that_moves(record) -> None:
    """Its end is absence: no event says that R2 was released, and its track ends without one that does."""
    released = [e.id for e in record.events if "r2" in e.topics and e.kind == "release" and e.course == "happened"]
    assert [id for id in released if record.event(id).title.startswith("DeepSeek releases R2")] == []
    track = next(track for track in record.tracks if track.id == "r2-as-told")
    assert track.states[-1].end is not None
    assert not [e for e in record.expectations if e.about == "r2" and e.outcome and e.outcome.event]


def test_every_sentence_of_the_story_leads_into_the_record() -> None:
    sentences = list(_sentences(STORY.read_text(encoding="utf-8")))
    leading = re.compile(r"\[\[|\[@|\]\((?:expectations|tracks)/")
    assert [sentence for sentence in sentences if not leading.search(sentence)] == []
    words = re.sub(r"\[\[[^]|]*\|?|\]\]|\[@[^]]*\]|\]\([^)]*\)|\[", "", " ".join(sentences)).split()
    assert 700 <= len(words) <= 1100


def _sentences(text: str) -> Iterator[str]:
    """The lines of the page that are prose: one sentence to a line."""
    body = text.split("---\n", 2)[2]
    yield from (line for line in body.splitlines() if line and not line.startswith(("#", ":::")))
