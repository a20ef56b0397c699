"""What axe-core finds wrong with the pages, in both colours and on three screens: nothing.

All of its rules are asked on the widest and on the narrowest screen. In the other colours, and on the screen
between, only those can answer otherwise that look at colours, sizes and what has to be scrolled.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Readers
from tests.browser.test_reading import KINDS

pytestmark = pytest.mark.browser

LOOKS = {"runOnly": ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block"]}

SHORTENED = """document.querySelectorAll('.tl-documents > li, .tl-dispute')
  .forEach((row, place) => { if (place > 40) row.remove() })"""
"""In long lists one row is drawn like another."""


def obstacles(reader: Readers, addresses: Sequence[str], width: int, dark: bool) -> list[str]:
    someone, axe, found = reader(width=width, dark=dark), Axe(), []
    for address in addresses:
        page, asked = someone.opens(address), {}
        if width < 1280 or dark:
            page.evaluate(SHORTENED)
        if width == 390 or dark:
            asked = LOOKS
        for violation in axe.run(page, options=asked).response["violations"]:
            places = [" ".join(map(str, node["target"])) for node in violation["nodes"]]
            found += [f"{address or 'home'}: {violation['id']} at {place}" for place in places]
    return found


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_a_reader_with_a_screen_reader_meets_no_obstacle_that_axe_knows(
    reader: Readers, width: int, dark: bool
) -> None:
    found = obstacles(reader, KINDS, width, dark)
    assert found == [], "\n" + "\n".join(found)
