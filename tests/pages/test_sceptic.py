"""What a sceptical reader asks of the three hardest events, in order: each answer stands on the page.

The questions are told in `docs/design/sceptic.md`.
"""

from __future__ import annotations

import pytest

from tests.bodies import Body
from timeline.html.page import Page

ANSWERS = {
    "semianalysis-50000-hoppers": [
        "disputed",
        "SemiAnalysis estimates that DeepSeek",
        "SemiAnalysis (excerpt at Climateer Investing)",
        "R1 was trained on a cluster of 50,000 Hopper chips",
        "5 sources, 1 independent",
        "The Information (not seen by us)",
        "The claim rests on 1 source; against it stands 1 source. No origin stands on both sides.",
        "The first claim is disputed",
        "no second origin of the first claim",
        "Reuters (not seen by us) attributed to sources of Reuters",
        "512 H800 chips",
        "2,048 H800 chips",
        "version ",
    ],
    "ft-r2-huawei-training": [
        "reported",
        "Financial Times (not seen by us)",
        "not seen by us origin attributed to three people familiar with the matter",
        "in the newspaper's text that is the word of one person",
        "Financial Times (not seen by us) attributed to people in the industry",
        "postponed the release of R2 indefinitely",
        "The Information: R2 is stalled, its chief not satisfied and the H20 scarce",
        "Until here, no second origin of the first claim is in the record",
        "did not answer questions",
        "What had been foretold",
        "foretold here",
        "How things stood",
        "since this event",
    ],
    "information-smuggled-blackwell": [
        "disputed",
        "alleged",
        "The Information (not seen by us)",
        "six people are said to have told The Information",
        "6 sources, 1 independent The Information (not seen by us) attributed to six people",
        "This record as JSON",
        "6 sources, 1 independent",
        "Nvidia disputes it",
        "Nvidia’s word",
        "refutes",
        "names no origin",
        "Related",
        "Known since",
        "Something wrong here?",
    ],
}


@pytest.mark.parametrize("event", ANSWERS)
def test_each_answer_that_a_sceptic_asks_for_stands_on_the_page(real_pages: dict[str, Page], event: str) -> None:
    words = Body.of(real_pages[f"events/{event}/"].body).words

    assert [answer for answer in ANSWERS[event] if answer not in words] == []


@pytest.mark.parametrize("event", ANSWERS)
def test_every_part_of_a_long_page_is_one_click_from_its_head(real_pages: dict[str, Page], event: str) -> None:
    body = Body.of(real_pages[f"events/{event}/"].body)

    ways = [e.attributes["href"] for e in body.all("a") if "nav" in e.inside and "aside" not in e.inside]
    anchors = [way for way in ways if way and way.startswith("#")]
    assert anchors == ["#_rests", "#_disagree", "#_growth", "#_notes", "#_cite", "#_mend"]
    assert {anchor.lstrip("#") for anchor in anchors if anchor} <= set(body.ids)
