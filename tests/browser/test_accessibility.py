"""What axe-core finds wrong with the pages, in both colours and on both screens: nothing."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Readers
from tests.browser.test_reading import EVENT, SOURCE

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_a_reader_with_a_screen_reader_meets_no_obstacle_that_axe_knows(
    reader: Readers, width: int, dark: bool
) -> None:
    someone = reader(width=width, dark=dark)

    found = []
    for address in ("", "timeline/", EVENT, "sources/", SOURCE, "about/"):
        results = Axe().run(someone.opens(address))
        for violation in results.response["violations"]:
            nodes = [f"{' '.join(map(str, node['target']))}" for node in violation["nodes"]]
            found.append(f"{address or 'home'} {violation['id']}: {len(nodes)} × {nodes[0]}")
    assert found == [], "\n" + "\n".join(found)
