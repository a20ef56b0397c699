"""What readers may type finds what they mean: some three hundred questions, typed one after another.

They were written down before the search was worked on, and stand in `tests/search`. The few that are not answered are
named here, so that the next one is noticed.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.conftest import ROOT, SAMPLE
from tests.search.asking import MOST, asked_of, questions, write

pytestmark = pytest.mark.browser
QUESTIONS = ROOT / "tests" / "search"
UNANSWERED = {
    "programme industrial policy": "no text of the event has the first word",
    "BIS": "three other events of that office are as near",
    "unlicensed H20 license requirement": "no text of the record has the first word",
    "v32exp": "a number with a point is not found without it",
    "Verzögerungen Huawei-Chips": "the noun and its participle, which the title has, have two stems",
    "Antropic distilation": "of two words with a slip each, one word is offered as it was typed",
}
"""Each with its reason."""


def test_what_readers_of_the_made_up_record_may_type_is_answered_alike_by_header_and_box(
    browser: Browser, tmp_path: Path
) -> None:
    missing, apart = _faults(browser, SAMPLE / "data", ["sample"], tmp_path / "site")

    assert missing == {}
    assert apart == {}


@pytest.mark.parametrize("example", ["calendars", "suffrage"])
def test_what_readers_may_type_is_answered_in_two_languages_and_without_short_names(
    browser: Browser, tmp_path: Path, example: str
) -> None:
    missing, apart = _faults(browser, ROOT / "examples" / example / "data", [example], tmp_path / "site")

    assert missing == {}
    assert apart == {}


def test_of_what_readers_of_the_shipped_record_may_type_nearly_all_is_answered_alike_by_header_and_box(
    browser: Browser, tmp_path: Path
) -> None:
    missing, apart = _faults(browser, ROOT / "data", ["shipped", "shipped_again", "shipped_third"], tmp_path / "site")

    assert missing == {}
    assert apart == {}


def _faults(
    browser: Browser, data: Path, files: Sequence[str], folder: Path
) -> tuple[dict[str, str], dict[str, tuple[list[str], list[str]]]]:
    """What is missing in the answers to other questions than those above; and where the header's first three events are
    not those that the box of the timeline puts first."""
    asked = [question for name in files for question in questions(QUESTIONS / f"{name}.yaml")]
    write(data, folder)
    page = browser.new_page()
    told, answers = asked_of(page, folder, asked)
    page.close()
    missing = {each.ask: fault for each, fault in zip(asked, told, strict=True) if fault and each.ask not in UNANSWERED}
    firsts = {
        each.ask: (answer["groups"].get("events", [])[:MOST], answer["beside"])
        for each, answer in zip(asked, answers, strict=True)
    }
    return missing, {
        ask: (header, box)
        for ask, (header, box) in firsts.items()
        if box != header and box != sorted(header)  # so few are shown in the order of time
    }
