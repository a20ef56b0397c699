"""Whether any of seven hundred hostile texts runs, in any field, on any page: a proof of `dev.py prove`.

    python tools/hostile.py [--events 700]

In the tests each text stands in some fields, on a few pages. Here every text stands in every field once, the policy is
off, and a browser opens every page of the site, with the notes of events.
"""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser import chromium  # noqa: E402 -- the tree has to be found first
from tests.browser.server import serving  # noqa: E402
from tests.security.hostile import NUMBER, texts  # noqa: E402
from tests.security.visits import complaints, site  # noqa: E402

_CLAIMS = 3
"""Of an event: what is said, what disputes it, what denies it."""


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--events", type=int, default=NUMBER)
    number = options.parse_args().events
    logging.disable(logging.WARNING)  # each claim that is like another one is told
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = site(Path(folder), number, _CLAIMS)
        below = root / "record"
        pages = sorted(path.parent.relative_to(below).as_posix() + "/" for path in below.rglob("index.html"))
        launch = chromium.search(playwright).launch
        if launch is None:
            raise SystemExit(f"no Chromium starts: {chromium.REMEDIES}")
        browser = playwright.chromium.launch(**launch)
        with serving(root) as address:
            found = complaints(browser, address, [page.removeprefix("./") for page in pages], texts())
        browser.close()
    print("\n".join(found) or f"nothing of {NUMBER} texts ran on {len(pages):,} pages of {number} events")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
