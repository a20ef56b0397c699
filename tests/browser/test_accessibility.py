"""What axe-core finds wrong with the pages, in both colours and on both screens: nothing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Readers
from tests.browser.test_reading import KINDS

pytestmark = pytest.mark.browser


def obstacles(reader: Readers, addresses: Sequence[str], width: int, dark: bool) -> list[str]:
    someone, axe, found = reader(width=width, dark=dark), Axe(), []
    for address in addresses:
        for violation in axe.run(someone.opens(address)).response["violations"]:
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
