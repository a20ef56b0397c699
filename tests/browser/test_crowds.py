"""Charts of records that are not ours, in a browser: a small one with every kind of date, and a very large one."""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_charts import TEXTS
from timeline.browser import styles
from timeline.charts import registry
from timeline.charts.svg.drawing import fluid
from timeline.checks import read
from timeline.loader import load
from timeline.model import Timeline
from timeline.queries.index import Index
from timeline.site.urls import Links

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Timeline:
    """Ten thousand events: a thousand, each ten times under another id."""
    sys.path.insert(0, str(ROOT / "bench"))
    try:
        import record
    finally:
        sys.path.pop(0)
    folder = tmp_path_factory.mktemp("crowd")
    record.write(folder, 1_000)
    made = load(folder, "data").timeline
    ids = ((event, f"{event.id}-{number}" if number else event.id) for number in range(10) for event in made.events)
    return made.having(events=tuple(event.model_copy(update={"id": id}) for event, id in ids))


def drawn(record: Timeline) -> dict[str, str]:
    """All charts of a record."""
    return {chart.id: fluid(chart) for chart, _ in registry.of_the_record(Index(record), Links("a/"))}


@pytest.fixture(scope="module")
def charts_of_the_crowd(crowd: Timeline) -> dict[str, str]:
    return drawn(crowd)


def shown(browser: Browser, charts: dict[str, str], width: int) -> Page:
    """Charts on a page of their own."""
    sheet = styles.sheet()
    page = browser.new_page(viewport={"width": width, "height": 800})
    figures = "".join(f'<div class="tc-fit">{svg}</div>' for svg in charts.values())
    page.set_content(f"<style>body {{ margin: 0 16px }} {sheet}</style>{figures}")
    return page


def slips(page: Page) -> list[str]:
    return [slip for svg in page.locator("svg.tc-svg:visible").all() for slip in svg.evaluate(TEXTS)]


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_ten_events_of_every_kind_of_date_are_told_apart(browser: Browser, width: int) -> None:
    page = shown(browser, drawn(read(ROOT / "tests/golden/charts", "data").timeline), width)

    assert slips(page) == []
    page.close()


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_ten_thousand_events_are_counted_legibly_and_in_little_space(
    browser: Browser, charts_of_the_crowd: dict[str, str], width: int
) -> None:
    page = shown(browser, charts_of_the_crowd, width)

    assert slips(page) == []
    assert len(gzip.compress(charts_of_the_crowd["axis"].encode())) < 60_000
    assert page.locator(".tc-year-links a").count() > 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
