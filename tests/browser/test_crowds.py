"""Charts of records that are not ours, in a browser: a small one with every kind of date, and a very large one."""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_charts import TEXTS
from timeline.browser import styles
from timeline.charts import kinds
from timeline.charts.svg.drawing import fluid
from timeline.checks import read
from timeline.model import Timeline
from timeline.queries.index import Index
from timeline.site.urls import Links

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Timeline:
    """Ten thousand events."""
    sys.path.insert(0, str(ROOT / "bench"))
    try:
        import record
    finally:
        sys.path.pop(0)
    folder = tmp_path_factory.mktemp("crowd")
    record.write(folder, 10_000)
    return read(folder, "data").timeline


def shown(browser: Browser, record: Timeline, width: int) -> tuple[Page, dict[str, str]]:
    """All charts of a record on a page of their own."""
    sheet = styles.sheet()
    drawn = {chart.id: fluid(chart) for chart, _ in kinds.of_the_record(Index(record), Links("a/"))}
    page = browser.new_page(viewport={"width": width, "height": 800})
    figures = "".join(f'<div class="tc-fit">{svg}</div>' for svg in drawn.values())
    page.set_content(f"<style>body {{ margin: 0 16px }} {sheet}</style>{figures}")
    return page, drawn


def slips(page: Page) -> list[str]:
    return [slip for svg in page.locator("svg.tc-svg:visible").all() for slip in svg.evaluate(TEXTS)]


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_ten_events_of_every_kind_of_date_are_told_apart(browser: Browser, width: int) -> None:
    page, _ = shown(browser, read(ROOT / "tests/golden/charts", "data").timeline, width)

    assert slips(page) == []
    page.close()


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_ten_thousand_events_are_counted_legibly_and_in_little_space(
    browser: Browser, crowd: Timeline, width: int
) -> None:
    page, drawn = shown(browser, crowd, width)

    assert slips(page) == []
    assert len(gzip.compress(drawn["axis"].encode())) < 60_000
    assert page.locator(".tc-year-links a").count() > 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
