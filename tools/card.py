"""Draws the card that stands for the site where a link to it is shown.

    python tools/card.py

It takes the title from the record and writes `docs/assets/card.png`, 1200 by 630 pixels. The engine names the
picture in the head of every page once it is there, if the site has an address.
"""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser.chromium import search  # noqa: E402 -- the tree has to be found first
from timeline.checks import read  # noqa: E402 -- as above
from timeline.html.head import CARD  # noqa: E402 -- as above

PICTURE = ROOT / "docs" / "assets" / "card.png"
WORDS = "Every claim with the documents that say so, every document followed to its origin."

_PAGE = """<!doctype html><meta charset="utf-8"><style>
* { box-sizing: border-box; margin: 0 }
body { background: #fbf9f4; color: #1d1c1a; height: 630px; padding: 76px 80px; position: relative; width: 1200px }
h1 { font: 600 76px/1.12 "Iowan Old Style", "Palatino Linotype", "URW Palladio L", P052, Georgia, "DejaVu Serif", serif;
  letter-spacing: -0.01em; max-width: 12em; text-wrap: balance }
p { color: #595650; font: 30px/1.45 system-ui, "DejaVu Sans", sans-serif; margin-top: 34px; max-width: 21em }
hr { background: #9c2318; border: 0; height: 8px; left: 0; position: absolute; top: 0; width: 100% }
svg { bottom: 64px; position: absolute; right: 80px }
</style><hr><h1>TITLE</h1><p>WORDS</p>
<svg width="300" height="240" viewBox="0 0 300 240" fill="none" stroke="#5d5a53" stroke-width="3">LINES
<circle cx="262" cy="76" r="17" fill="#1d1c1a" stroke="#1d1c1a"/>
<circle cx="262" cy="214" r="17" stroke="#1d1c1a" stroke-width="5" stroke-dasharray="8 6"/></svg>"""


def main() -> None:
    """One page of plain HTML, photographed."""
    record = read(ROOT / "data", "data").timeline.record
    marks = [(16, 76), (56, 76), (96, 76), (136, 76), (214, 214)]  # from, to: four that repeat one, one alone
    curve = '<path d="M40 {0}C140 {0} 150 {1} 244 {1}"/><rect x="14" y="{2}" width="26" height="26" fill="#f0ece2"/>'
    lines = "".join(curve.format(start, end, start - 13) for start, end in marks)
    page = _PAGE.replace("TITLE", escape(record.title)).replace("WORDS", WORDS).replace("LINES", lines)
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
