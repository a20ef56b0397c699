"""What axe-core finds wrong with the pages, in both colours and on both screens: nothing."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Readers
from tests.browser.test_reading import EVENT, KINDS, SOURCE

pytestmark = pytest.mark.browser

MOST_READ = ["", "timeline/", EVENT, "sources/", SOURCE, "about/"]
OTHERS = [address for address in KINDS if address not in MOST_READ]


def obstacles(reader: Readers, addresses: list[str], width: int, dark: bool) -> list[str]:
    someone, axe, found = reader(width=width, dark=dark), Axe(), []
    for address in addresses:
        for violation in axe.run(someone.opens(address)).response["violations"]:
            places = [" ".join(map(str, node["target"])) for node in violation["nodes"]]
            found += [f"{address or 'home'}: {violation['id']} at {place}" for place in places]
    return found


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_a_reader_with_a_screen_reader_meets_no_obstacle_that_axe_knows(
    reader: Readers, width: int, dark: bool
) -> None:
    found = obstacles(reader, MOST_READ, width, dark)
    assert found == [], "\n" + "\n".join(found)


def test_nor_on_the_pages_that_fewer_people_read(reader: Readers) -> None:
    found = obstacles(reader, OTHERS, 390, dark=True)
    assert found == [], "\n" + "\n".join(found)
