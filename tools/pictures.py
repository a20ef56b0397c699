"""Draws the seven pictures of README and docs, and those of `docs/design/sceptic.md`: the built site in a browser.

    python tools/pictures.py [NAME ...]

Each is one chart or page, in `docs/assets/`; charts are taken from their pages for frames, which show nothing else.
The sceptic's, in `docs/design/`, show a page after one click.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser.chromium import search  # noqa: E402 -- the tree has to be found first
from tools.screenshot import serve  # noqa: E402 -- as above


@dataclass(frozen=True)
class Picture:
    """What is photographed: an element of a page as high as it is, or what the window shows."""

    name: str
    address: str
    element: str = ""
    width: int = 1280
    height: int = 800
    dark: bool = False
    scale: float = 1
    click: str = ""
    """What is clicked before."""


PICTURES = (
    Picture("home", "", height=1000),
    Picture("screenshot", "timeline/"),
    Picture("forecasts", "embed/forecasts/", "body", width=1120),
    Picture("axis", "embed/axis/", "body", width=1120),
    Picture("tracks", "embed/tracks/", "body", width=1120, dark=True),
    Picture("event", "events/ft-r2-huawei-training/", height=900),
    Picture("phone", "timeline/", width=390, height=844, dark=True, scale=2),
)
_DOUBTED = {
    "hoppers": "events/semianalysis-50000-hoppers/",
    "august": "events/ft-r2-huawei-training/",
    "smuggling": "events/information-smuggled-blackwell/",
}
PROOFS = tuple(
    Picture(f"sceptic-{name}-{part}", address, height=1000, click=click)
    for name, address in _DOUBTED.items()
    for part, click in (("note", ".tl-refs a >> nth=0"), ("disputes", ".tl-jump >> text=Where accounts differ"))
)


def main() -> None:
    """Builds the site, serves it on this machine, and photographs it."""
    with tempfile.TemporaryDirectory() as site, sync_playwright() as playwright:
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "-d", site], cwd=ROOT, check=True)
        start, found = serve(site), search(playwright)
        if found.launch is None:
            sys.exit("no Chromium: " + "; ".join(found.attempts))
        browser = playwright.chromium.launch(**found.launch)
        for picture in (*PICTURES, *PROOFS):
            if not sys.argv[1:] or picture.name in sys.argv[1:]:
                _take(browser, start, picture)
        browser.close()


def _take(browser: Browser, start: str, picture: Picture) -> None:
    page = browser.new_page(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme="dark" if picture.dark else "light",
        device_scale_factor=picture.scale,
    )
    page.goto(start + picture.address)
    target = ROOT / "docs" / "assets" / f"{picture.name}.png"
    if picture.click:
        target = ROOT / "docs" / "design" / f"{picture.name}.jpg"
        page.locator(picture.click).click()
    page.wait_for_timeout(300)  # for what scripts put there, such as the switch of colours
    if picture.element:
        page.locator(picture.element).screenshot(path=target)
    else:
        page.screenshot(path=target, quality=60 if picture.click else None, type="jpeg" if picture.click else "png")
    page.close()
    print(target.relative_to(ROOT))


if __name__ == "__main__":
    main()
