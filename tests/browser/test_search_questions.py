"""What readers may type finds what they mean: some two hundred and sixty questions, typed one after another.

They were written down before the search was worked on, and stand in `tests/search`. The few that are not answered are
named here, so that the next one is noticed.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.conftest import ROOT, SAMPLE
from tests.search.asking import asked_of, questions, write

pytestmark = pytest.mark.browser
QUESTIONS = ROOT / "tests" / "search"
UNANSWERED = {
    "programme industrial policy": "no text of the event has the first word",
    "BIS": "three other events of that office are as near",
}
"""Each with its reason."""


def test_of_what_readers_of_the_made_up_record_may_type_nearly_all_is_answered(
    browser: Browser, tmp_path: Path
) -> None:
    assert _faults(browser, SAMPLE / "data", ["sample"], tmp_path / "site") == {}


def test_of_what_readers_of_the_shipped_record_may_type_nearly_all_is_answered(
    browser: Browser, tmp_path: Path
) -> None:
    assert _faults(browser, ROOT / "data", ["shipped", "shipped_again"], tmp_path / "site") == {}


def _faults(browser: Browser, data: Path, files: Sequence[str], folder: Path) -> dict[str, str]:
    """What is missing in the answers to other questions than those above."""
    asked = [question for name in files for question in questions(QUESTIONS / f"{name}.yaml")]
    write(data, folder)
    page = browser.new_page()
    told = asked_of(page, folder, asked)
    page.close()
    return {each.ask: fault for each, fault in zip(asked, told, strict=True) if fault and each.ask not in UNANSWERED}
