"""What this site says of DeepSeek's R2: nothing of the five articles it began with is lost, and no sentence floats.

The record changes with every commit of data, so these tests count nothing that may grow. Whoever publishes another
record deletes this file and `tests/data`; all other tests stand on records of their own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.bodies import Body
from tests.engines.test_links import astray
from tests.engines.test_links import read as parsed
from tests.pages.test_event_states import differing, spread
from tests.schema.tools import as_editors_read
from timeline.checks import read
from timeline.html.page import Page
from timeline.model import Timeline
from timeline.pages import render
from timeline.schema import schema

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
def pages(record: Timeline) -> dict[str, Page]:
    return {page.address: page for page in render(record)}


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
    """The lines of the page that are prose: one sentence to a line. Blocks are no prose, whatever their options say."""
    body = re.sub(r"^::: timeline$.*?^:::$", "", text.split("---\n", 2)[2], flags=re.MULTILINE | re.DOTALL)
    yield from (line for line in body.splitlines() if line and not line.startswith("#"))


# -- what a sceptical reader asks of the three hardest events: see docs/design/sceptic.md ---------------------

ANSWERS = {
    "semianalysis-50000-hoppers": [
        "disputed: DeepSeek contradicts what is claimed",
        "SemiAnalysis estimates that DeepSeek",
        "SemiAnalysis (excerpt at Climateer Investing)",
        "R1 was trained on a cluster of 50,000 Hopper chips",
        "Goes back to The Information (read through others)",
        "The claim rests on 1 source; against it stands 1 source. No origin stands on both sides.",
        "The first claim is disputed",
        "no second independent source of the first claim",
        "Reuters (read through others); attributed to sources of Reuters",
        "512 H800 chips",
        "2,048 H800 chips",
        "version ",
    ],
    "ft-r2-huawei-training": [
        "reported: Financial Times (read through others) says so, after three people familiar with the matter",
        "Financial Times (read through others)",
        "read through others says it first",
        "attributed to three people familiar with the matter",
        "in the newspaper's text that is the word of one person",
        "Attributed to people in the industry and analysts",
        "postponed the release of R2 indefinitely",
        "The Information: R2 is stalled, its chief not satisfied and the H20 scarce",
        "Until here, no second independent source of the first claim is in the record",
        "did not answer questions",
        "do not say where they got it",
        "What had been predicted",
        "predicted here",
        "How things stood",
        "since this event",
    ],
    "information-smuggled-blackwell": [
        "disputed: Nvidia contradicts what is claimed",
        "alleged",
        "The Information (read through others)",
        "six people are said to have told The Information",
        "six people",
        "Record as JSON",
        "6 sources, 1 independent",
        "Nvidia disputes this",
        "refutes",
        "does not say where it got it",
        "Other events",
        "Known since",
        "Something wrong here?",
    ],
}


@pytest.mark.parametrize("event", ANSWERS)
def test_each_answer_that_a_sceptic_asks_for_stands_on_the_page(pages: dict[str, Page], event: str) -> None:
    words = Body.of(pages[f"events/{event}/"].body).words

    assert [answer for answer in ANSWERS[event] if answer not in words] == []


@pytest.mark.parametrize("event", ANSWERS)
def test_every_part_of_a_long_page_is_one_click_from_its_head(pages: dict[str, Page], event: str) -> None:
    body = Body.of(pages[f"events/{event}/"].body)

    ways = [e.attributes["href"] for e in body.all("a") if "nav" in e.inside and "aside" not in e.inside]
    anchors = [way for way in ways if way and way.startswith("#")]
    assert [a for a in anchors if a != "#_disagree"] == ["#_rests", "#_notes", "#_cite", "#_mend"]
    assert ("#_disagree" in anchors) == ("_disagree" in body.ids)
    assert {anchor.lstrip("#") for anchor in anchors if anchor} <= set(body.ids)


# -- the site, and what helps to write it ------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted((ROOT / "data").glob("*.yaml")), ids=lambda path: path.stem)
def test_an_editor_that_knows_the_schema_underlines_nothing(path: Path) -> None:
    assert [
        error.message for error in Draft7Validator(schema()).iter_errors(as_editors_read(path.read_text("utf-8")))
    ] == []


def test_every_link_of_the_site_leads_somewhere_and_none_to_a_repository(tmp_path: Path) -> None:
    place = "https://example.org/a/b/"
    build(load_config(config_file=str(ROOT / "mkdocs.yml"), site_dir=str(tmp_path), site_url=place))

    found = parsed(tmp_path)
    dead, _ = astray(tmp_path, place, found)
    assert dead == []
    assert [page.edits for page in found.values() if page.edits] == []


def test_on_earlier_days_every_event_reads_as_the_build_of_that_day_has_it(record: Timeline) -> None:
    assert differing(record, spread(record, 4)) == []
