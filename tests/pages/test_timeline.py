"""The timeline on its pages: one order with the way from event to event, and of many events a part at a time."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.bodies import Body, target
from timeline.html.page import Page

Pages = dict[str, Page]


# -- order -----------------------------------------------------------------------------------------


def in_order(pages: Pages) -> bool:
    """Whether the timeline shows its events as the links "before" and "after" go through them."""
    found = re.findall(r'href="../events/([^"/]*)/"', pages["timeline/"].body.partition('class="tl-head"')[2])
    shown = list(dict.fromkeys(found))
    following = []
    for id in shown:
        page = pages[f"events/{id}/"]
        (after,) = [e.attributes["href"] for e in Body.of(page.body).all("a") if e.attributes.get("rel") == "next"] or [
            ""
        ]
        following.append(target(page, str(after))[0] if after else "")
    return following == [*(f"events/{id}/" for id in shown[1:]), ""]


def test_the_timeline_and_the_way_from_event_to_event_have_one_order(sample_pages: Pages) -> None:
    assert in_order(sample_pages)


def test_a_summer_stands_after_the_january_before_it(pages_from_doc: Pages) -> None:
    """
    events: [{id: january, date: 1930-01-08}, {id: summer, date: 1930-22}, {id: december, date: 1930-12}]
    """
    assert in_order(pages_from_doc)


def test_a_decade_is_not_filed_under_its_first_year(pages_from_doc: Pages) -> None:
    """
    events: [{id: plans, date: 192X}]
    """
    headings = [e.text for e in Body.of(pages_from_doc["timeline/"].body).all("h2")]
    assert headings == ["The 1920s, year not known"]
    assert "timeline/1920/" not in pages_from_doc


# -- many ------------------------------------------------------------------------------------------


def test_of_a_thousand_events_the_first_list_shows_a_bounded_part_and_the_years_all(
    pages_of: Callable[[str], Pages],
) -> None:
    events = [f"{1900 + n // 25}-{n % 12 + 1:02d}" for n in range(1000)]
    pages = pages_of("events:\n" + "\n".join(f"  - {{id: e-{n}, date: {date}}}" for n, date in enumerate(events)))

    first = Body.of(pages["timeline/"].body)
    cards = first.classed("tl-card")
    assert 10 <= len(cards) <= 40
    assert "1,000 events" in first.words
    years = [address for address in pages if address.startswith("timeline/") and address != "timeline/"]
    assert len(years) == 40
    on_years = [str(e.attributes["id"]) for address in years for e in Body.of(pages[address].body).classed("tl-card")]
    assert sorted(on_years) == sorted(f"e-{n}" for n in range(1000))
    linked = {target(pages["timeline/"], link)[0] for link in first.links}
    assert set(years) <= linked


def test_of_many_events_the_latest_stand_open_and_the_others_one_click_away(pages_of: Callable[[str], Pages]) -> None:
    pages = pages_of("events:\n" + "\n".join(f"  - {{id: e-{n}, date: '{1000 + n}'}}" for n in range(151)))

    body = Body.of(pages["timeline/"].body)
    assert [str(e.attributes["id"]) for e in body.classed("tl-card")] == [f"e-{n}" for n in range(131, 151)]
    assert next(e.text for e in body.all("h2")) == "1000 to 1130"
    (fold,) = body.classed("tl-between")
    assert fold.text.strip() == "131 events"


def test_a_year_of_many_events_has_a_page_for_each_month_and_pages_of_a_month_for_its_parts(
    pages_of: Callable[[str], Pages],
) -> None:
    days = ["2025"] * 3 + ["2025-03-04"] * 310 + ["2025-04"] * 2
    pages = pages_of("events:\n" + "\n".join(f"  - {{id: e-{n}, date: '{day}'}}" for n, day in enumerate(days)))

    found = {
        address: [str(e.attributes["id"]) for e in Body.of(page.body).classed("tl-card")]
        for address, page in pages.items()
        if address.startswith("timeline/2025")
    }
    assert {address: len(ids) for address, ids in found.items()} == {
        "timeline/2025/": 0,
        "timeline/2025-00/": 3,
        "timeline/2025-03/": 150,
        "timeline/2025-03-part-2/": 150,
        "timeline/2025-03-part-3/": 10,
        "timeline/2025-04/": 2,
    }
    assert {id for ids in found.values() for id in ids} == {f"e-{n}" for n in range(len(days))}
    ways = [link for link in Body.of(pages["timeline/2025/"].body).links if "2025-" in link]
    assert [way.removeprefix("../../") for way in ways] == [address for address in found if address != "timeline/2025/"]
