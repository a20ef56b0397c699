"""Draws the card that stands for the site where a link to it is shown.

    python tools/card.py

It draws every date that was named for what was first predicted, and what came of it, and writes
`docs/assets/card.png`, 1200 by 630 pixels. The engine names the
picture in the head of every page once it is there, if the site has an address.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser.chromium import search  # noqa: E402 -- the tree has to be found first
from timeline.charts import forecasts  # noqa: E402 -- as above
from timeline.charts.forecasts_subjects import subjects  # noqa: E402 -- as above
from timeline.charts.registry import named_releases  # noqa: E402 -- as above
from timeline.charts.svg.standalone import picture  # noqa: E402 -- as above
from timeline.checks import read  # noqa: E402 -- as above
from timeline.html.head import CARD  # noqa: E402 -- as above
from timeline.queries.index import Index  # noqa: E402 -- as above
from timeline.site.urls import Links  # noqa: E402 -- as above

PICTURE = ROOT / "docs" / "assets" / "card.png"

_PAGE = """<!doctype html><meta charset="utf-8"><style>
* { box-sizing: border-box; margin: 0 }
body { align-items: center; background: #fff; display: flex; height: 630px; justify-content: center; width: 1200px }
svg { max-height: 600px; max-width: 1180px }
</style>CHART"""


def main() -> None:
    """One page of plain HTML, photographed."""
    timeline = read(ROOT / "data", "data").timeline
    index, links = Index(timeline), Links("")
    first = subjects(index)[0].topic.id
    chart = forecasts.chart(index, links, topics=(first,), events=named_releases(timeline))
    if chart is None:
        sys.exit("the record foretells nothing that could be drawn")
    page = _PAGE.replace("CHART", picture(chart, timeline.record).partition("?>")[2])
    with sync_playwright() as playwright:
        found = search(playwright)
        if found.launch is None:
            sys.exit("no Chromium: " + "; ".join(found.attempts))
        browser = playwright.chromium.launch(**found.launch)
        window = browser.new_page(viewport={"width": CARD[0], "height": CARD[1]})
        window.set_content(page)
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        window.screenshot(path=PICTURE)
        browser.close()
    print(PICTURE.relative_to(ROOT))


if __name__ == "__main__":
    main()
