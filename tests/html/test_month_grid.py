"""The plain twin of the axis: every number leads to a page and a heading that are there."""

from __future__ import annotations

from collections.abc import Callable

from tests.bodies import Body
from timeline.html.page import Page
from timeline.model import Timeline
from timeline.pages import render
from timeline.site.settings import Site


def events(number: int) -> str:
    """So many in two months of 1931, one in the year alone, and one in another year."""
    made = [f"  - {{id: e{n}, date: 1931-0{1 + n % 2}-0{1 + n % 9}}}" for n in range(number)]
    return "\n".join(["events:", *made, "  - {id: year, date: 1931}", "  - {id: later, date: 1932-03}"])


def ways(record: Timeline) -> dict[str, str]:
    """Each link of the grid at home, with the page it leads to, by what it says of itself."""
    pages: dict[str, Page] = {page.address: page for page in render(record, Site())}
    grid = pages[""].body.partition('<details class="tc-months"')[2].partition("</details>")[0]
    found = {}
    for element in Body.of(f"<div>{grid.partition('>')[2]}</div>").all("a"):
        address, _, anchor = str(element.attributes["href"]).partition("#")
        assert address in pages, address
        assert not anchor or f'id="{anchor}"' in pages[address].body, f"{address} has no {anchor}"
        found[str(element.attributes["aria-label"])] = address
    return found


def test_a_month_leads_to_its_heading_on_the_page_of_its_year(read_record: Callable[[str], Timeline]) -> None:
    found = ways(read_record(events(10)))

    assert found["January 1931: 5 events"] == "timeline/1931/"
    assert found["1931, no single month: 1 event"] == "timeline/1931/"
    assert found["March 1932: 1 event"] == "timeline/1932/"


def test_in_a_year_with_very_many_events_it_leads_to_its_own_page(read_record: Callable[[str], Timeline]) -> None:
    found = ways(read_record(events(160)))

    assert found["January 1931: 80 events"] == "timeline/1931-01/"
    assert found["1931, no single month: 1 event"] == "timeline/1931-00/"
    assert found["March 1932: 1 event"] == "timeline/1932/"
    assert found["1931: 161 events"] == "timeline/1931/"
