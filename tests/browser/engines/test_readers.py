"""What readers do in Firefox and in WebKit: read, narrow, open notes, go back in time; and nothing complains."""

from __future__ import annotations

import pytest

from tests.browser.engines.reader import Reader
from tests.conftest import day
from timeline.model import Timeline
from timeline.queries.as_of import as_of

pytestmark = pytest.mark.browser

EVENT = "events/wire-cranes/"
KINDS = [
    *("", "story/", "timeline/", "timeline/2025/", "timeline/?q=karst", EVENT, f"{EVENT}?as-of=2025-08-14"),
    *("events/may-opening/", "sources/", "sources/kuestenbote-2025-08-14-kraene/", "expectations/", "tracks/"),
    *("disputes/", "evidence/", "evidence/unread/", "updates/", "actors/", "actors/bridge-works/", "topics/bridge/"),
    *("data/", "schema/", "about/", "contribute/", "method/", "print/", "print/2025/", "print/?topic=lamps"),
    *("embed/", "embed/axis/", "embed/events/may-opening/"),
]


# -- reading -----------------------------------------------------------------------------------------


def test_no_page_complains_to_the_console_or_goes_sideways(visitor: Reader) -> None:
    complaints, wide = visitor.walks(KINDS)

    assert complaints == []
    assert wide == []


def test_a_breach_of_the_policy_would_be_heard(visitor: Reader) -> None:
    complaints, _ = visitor.walks(["breach/"])

    assert any("Content Security Policy" in each or "Content-Security-Policy" in each for each in complaints)


def test_without_script_all_is_read_and_folds_unfold(visitor: Reader, record: Timeline) -> None:
    visitor.opens("timeline/", script=False)
    titles = visitor.run("return all('.tl-title a, .tl-short-rows a').map(e => line(e.textContent))")
    assert sorted(titles) == sorted(event.title for event in record.events)
    assert visitor.sees("#_q, .tl-find") == [], "nothing is offered that does nothing"

    visitor.opens(EVENT, script=False)
    hidden = visitor.sees("#_more .tl-claim")
    visitor.clicks("#_more > summary")
    visitor.finds("#_more .tl-claim")
    assert hidden == []
    visitor.clicks(".tl-claim .tl-refs a", 1)
    visitor.finds("li:target", "attributed to three people familiar with the matter")


def test_a_chart_is_drawn_with_its_words_inside(visitor: Reader) -> None:
    for address in ("", "expectations/", "tracks/"):
        visitor.opens(address)
        outside = visitor.run(
            """const found = all('svg.tc-svg').filter(shown)
            return [found.length, found.flatMap(svg => {
              const box = svg.getBoundingClientRect()
              return [...svg.querySelectorAll('text')].filter(text => {
                const { left, right } = text.getBoundingClientRect()
                return left < box.left - 4 || right > box.right + 4 // Firefox counts the halo
              }).map(text => text.textContent)
            })]"""
        )
        assert outside[0] > 0, address
        assert outside[1] == [], address


# -- narrowing and finding ---------------------------------------------------------------------------


def test_what_is_typed_and_chosen_narrows_the_list_and_stands_in_the_address(visitor: Reader, record: Timeline) -> None:
    visitor.opens("timeline/")
    visitor.clicks("#_q")
    visitor.types("karst")
    visitor.finds("#_list mark", "Karst")
    visitor.until(lambda: "q=karst" in visitor.address, "the address has no question")
    few = len(visitor.sees("#_list .tl-card"))
    assert 0 < few < len(record.events)

    visitor.opens("timeline/")
    visitor.clicks(".tl-filter > summary")
    visitor.clicks(".tl-facets label:has(input[name=topic][value=lamps])")
    wanted = [event.id for event in record.events if "lamps" in event.topics]
    visitor.until(lambda: cards(visitor) == sorted(wanted), "the cards are not those of the topic")
    assert "topic=lamps" in visitor.address
    visitor.goes_back()
    visitor.until(lambda: "topic" not in visitor.address, "one choice is not undone")
    visitor.until(lambda: len(cards(visitor)) > len(wanted), "the list is not whole again")


def cards(visitor: Reader) -> list[str]:
    found: list[str] = visitor.run("return all('#_list .tl-card').filter(shown).map(e => e.id).sort()")
    return found


def test_the_search_is_opened_by_a_key_and_leads_to_what_was_found(visitor: Reader) -> None:
    visitor.opens("story/")
    visitor.clicks(".tl-find")
    visitor.finds(".tl-dialog input", "")
    visitor.types("marigold")
    visitor.finds(".tl-dialog [role=option]", "Marigold")
    visitor.presses("ArrowDown", "Enter")
    visitor.until(lambda: visitor.address.startswith("events/"), "it leads nowhere")


# -- notes -------------------------------------------------------------------------------------------


def test_a_note_is_shown_to_who_points_opened_by_a_click_and_closed(visitor: Reader) -> None:
    visitor.opens(EVENT)
    visitor.points(".tl-claim .tl-refs a", 1)
    visitor.finds("#_preview", "attributed to three people familiar with the matter")
    visitor.leaves()
    visitor.misses("#_preview")

    visitor.clicks(".tl-claim .tl-refs a", 1)
    visitor.leaves()
    visitor.finds("#_preview", "Northwire, 14 August 2025")
    left, right, wide = visitor.run(
        """const { left, right } = document.querySelector('#_preview').getBoundingClientRect()
        return [left, right, innerWidth]"""
    )
    assert 0 <= left < right <= wide
    visitor.clicks("#_preview button")
    visitor.misses("#_preview")


def test_a_note_is_reached_opened_and_left_by_keyboard(visitor: Reader) -> None:
    visitor.opens(EVENT)
    visitor.focuses(".tl-claim .tl-refs a")
    visitor.presses("Tab")
    visitor.finds("#_preview")
    focus = "return all('.tl-claim .tl-refs a').indexOf(document.activeElement)"
    assert visitor.run(focus) == 1
    visitor.presses("Escape")
    visitor.misses("#_preview")
    visitor.presses("Enter")
    visitor.finds("#_preview")
    visitor.until(lambda: visitor.run("return document.activeElement.id === '_preview'"), "the note has no focus")
    visitor.presses("Escape")
    visitor.misses("#_preview")
    assert visitor.run(focus) == 1


# -- an earlier day ----------------------------------------------------------------------------------


def test_on_an_earlier_day_a_page_says_so_and_numbers_stay_those_of_their_notes(visitor: Reader) -> None:
    visitor.opens(EVENT)
    today = len(visitor.run("return all('.tl-notes > li').map(e => e.id)"))
    visitor.opens(f"{EVENT}?as-of=2025-08-14")
    visitor.finds(".tl-banner", "14 August 2025")
    visitor.clicks("#_notes > summary")
    notes = visitor.run("return all('.tl-notes > li').filter(shown).map(e => [e.value, e.id])")
    assert 0 < len(notes) < today
    assert [value for value, id in notes if not id.endswith(f"-{value}")] == []
    assert visitor.run("return all('.tl-jump a').filter(shown).filter(a => !all(a.hash).some(shown)).length") == 0


def test_the_timeline_of_an_earlier_day_holds_what_was_known_then(visitor: Reader, record: Timeline) -> None:
    visitor.opens("timeline/?as-of=2025-04-30")
    wanted = sorted(event.id for event in as_of(record, day("2025-04-30")).events)
    visitor.until(lambda: cards(visitor) == wanted, "the cards are not those of the day")
    assert len(wanted) < len(record.events)
    assert visitor.sees(".tl-banner, #_shown")
