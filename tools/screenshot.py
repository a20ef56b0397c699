"""Photographs pages of the built site in a headless browser.

    python tools/screenshot.py [ADDRESS ...]

Without an address it photographs the timeline for `docs/assets/screenshot.png`. With addresses such as
`events/r1-release/` it writes each of them at 1280 and 390 pixels, light and dark, into `shots/`.
"""

from __future__ import annotations

import functools
import http.server
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser.chromium import search  # noqa: E402 -- the tree has to be found first

PICTURE = ROOT / "docs" / "assets" / "screenshot.png"


def main(addresses: list[str]) -> None:
    """Builds the site, serves it on this machine, and photographs it."""
    with tempfile.TemporaryDirectory() as site, sync_playwright() as playwright:
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "-d", site], cwd=ROOT, check=True)
        start = serve(site)
        found = search(playwright)
        if found.launch is None:
            sys.exit("no Chromium: " + "; ".join(found.attempts))
        browser = playwright.chromium.launch(**found.launch)
        if not addresses:
            PICTURE.parent.mkdir(parents=True, exist_ok=True)
            _shoot(browser, f"{start}timeline/", PICTURE, 1280, 800, "light")
        for address in addresses:
            for width, height in ((1280, 1000), (390, 844)):
                for scheme in ("light", "dark"):
                    name = f"{address.strip('/').replace('/', '-') or 'home'}-{width}-{scheme}.png"
                    _shoot(browser, start + address, ROOT / "shots" / name, width, height, scheme)
        browser.close()


def serve(folder: str) -> str:
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=folder)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def _shoot(browser: Browser, address: str, target: Path, width: int, height: int, scheme: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]  # one of two words
    page.goto(address)
    page.screenshot(path=target)
    page.close()
    print(target.relative_to(ROOT))


if __name__ == "__main__":
    main(sys.argv[1:])
