"""The edition on paper, as Chromium prints it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import Readers

pytestmark = pytest.mark.browser


def sheets(pdf: bytes) -> Iterator[bytes]:
    """What Chromium draws on each page, in the order of the pages."""
    for page in re.findall(rb"/Type\s*/Page\b(?!s).*?endobj", pdf, re.DOTALL):
        found = re.search(rb"/Contents (\d+) 0 R", page)
        assert found
        start = re.search(rb"\n%s 0 obj\s*<<.*?>>\s*stream\r?\n" % found[1], pdf, re.DOTALL)
        assert start
        yield zlib.decompressobj().decompress(pdf[start.end() :])


def letters(sheet: bytes) -> int:
    return sum(len(shown) // 4 for shown in re.findall(rb"<([0-9A-F]+)> Tj", sheet))


def chosen(page: Page) -> None:
    """Waits until a selection is put together."""
    page.wait_for_selector(".tp-words[data-selection]")


def test_no_page_of_an_edition_is_nearly_empty_and_nothing_on_it_is_coloured(reader: Readers) -> None:
    for address in ("print/2025/", "print/", "print/topics/bridge/"):
        someone = reader(dark=True)
        page = someone.opens(address)
        for format in ("A4", "Letter"):
            printed = list(sheets(page.pdf(format=format)))
            assert len(printed) > 5
            assert min(map(letters, printed[:-1])) > 700, (address, format, list(map(letters, printed)))
            for sheet in printed:
                for colour in re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b", sheet):
                    assert len(set(colour)) == 1, (address, colour)
        assert someone.elsewhere == []
        assert someone.complaints == []


def test_no_heading_is_left_alone_at_the_foot_of_a_page_and_no_last_line_at_the_head_of_one(reader: Readers) -> None:
    page = reader().opens("print/topics/bridge/")
    page.emulate_media(media="print")

    rules = "(all, side) => [...new Set(all.map(e => getComputedStyle(e)[side]))]"
    assert page.locator(".tp-event > header, .tp h2, .tc-aid, .tc-key").evaluate_all(rules, "breakAfter") == ["avoid"]
    assert page.locator(".tp-small, .tp-against, .tp figcaption").evaluate_all(rules, "breakBefore") == ["avoid"]
    assert page.locator(".tp-event > header, .tp-notes li, .tc-fit").evaluate_all(rules, "breakInside") == ["avoid"]


def test_the_signs_of_a_chart_are_printed_even_where_backgrounds_are_not(reader: Readers) -> None:
    page = reader().opens("print/topics/bridge/")
    page.emulate_media(media="print")

    kept = page.locator(".tc-swatch, .tl-mark").evaluate_all(
        "all => [...new Set(all.map(e => getComputedStyle(e, '::before').printColorAdjust))]"
    )
    assert kept == ["exact"]


def test_charts_on_paper_are_as_wide_as_the_page_and_cut_no_word(reader: Readers) -> None:
    page = reader(width=700).opens("print/topics/bridge/")
    page.emulate_media(media="print")

    shown = page.locator("svg.tc-svg:visible")
    assert shown.count() == 2
    outside = shown.evaluate_all(
        """all => all.flatMap(svg => {
            const box = svg.getBoundingClientRect();
            return [...svg.querySelectorAll('text')].filter(t => {
                const { left, right } = t.getBoundingClientRect();
                return left < box.left - 1 || right > box.right + 1;
            }).map(t => t.textContent);
        })"""
    )
    assert outside == []


def test_a_chart_of_any_page_stands_on_one_sheet_with_its_heading(reader: Readers) -> None:
    """Letter is the lower of the two common papers; a chart that is higher than a sheet is printed in pieces."""
    someone = reader(width=600)
    for address in ("", "tracks/", "expectations/", "evidence/", "events/post-bridge-stalled/"):
        page = someone.opens(address)
        page.emulate_media(media="print")
        drawn = page.locator("svg.tc-svg:visible, svg.tl-relays:visible")
        assert drawn.count() >= 1, address
        assert max(drawn.evaluate_all("all => all.map(svg => svg.getBoundingClientRect().height)")) < 740, address
        whole = drawn.evaluate_all(
            "all => all.map(svg => [svg, svg.parentElement, svg.closest('ul')]"
            ".some(e => e && getComputedStyle(e).breakInside === 'avoid'))"
        )
        assert whole == [True] * len(whole), address
        heads = page.locator(".tc-title, .tc-aid, .tc-key, #_rests")
        found = heads.evaluate_all("all => [...new Set(all.map(e => getComputedStyle(e).breakAfter))]")
        assert found == ["avoid"], address


def test_what_the_timeline_shows_can_be_printed_with_notes_of_its_own(reader: Readers, record) -> None:
    page = reader().opens("timeline/?topic=toll")
    ids = [event.id for event in record.events if "toll" in event.topics]

    page.get_by_role("link", name="These events on paper, with numbered notes").click()
    page.wait_for_url("**/print/?topic=toll")
    chosen(page)
    shown = page.locator(".tp-event:visible")
    assert shown.evaluate_all("all => all.map(e => e.dataset.id).sort()") == sorted(ids)
    numbers = page.locator(".tp-event:visible [data-note]").all_inner_texts()
    seen = list(dict.fromkeys(numbers))
    assert seen == [str(n) for n in range(1, len(seen) + 1)]
    notes = page.locator(".tp-notes li:visible")
    assert notes.count() >= len(seen)
    expect(page.locator(".tp-words")).to_contain_text(f"{len(ids)} of {len(record.events)} events, about Toll")
    expect(page.locator("h1")).to_have_text("A selection")


def test_a_selection_of_named_events_goes_to_paper(reader: Readers, record) -> None:
    ids = [event.id for event in record.events[5:8]]
    page = reader().opens(f"print/#ids={','.join(ids)}")
    chosen(page)
    assert page.locator(".tp-event:visible").evaluate_all("all => all.map(e => e.dataset.id).sort()") == sorted(ids)
    expect(page.locator(".tp-words")).to_have_text(f"3 of {len(record.events)} events, chosen on the timeline.")


def test_a_filtered_timeline_goes_to_paper_with_its_question_and_says_it_in_a_sentence(reader: Readers, record) -> None:
    someone = reader()
    page = someone.opens("timeline/?topic=bridge&key=true")
    page.wait_for_selector("form.tl-controls[data-awake]")
    said = page.locator("#_shown")
    expect(said).to_contain_text("about Long Bridge")
    sentence = said.inner_text()

    way = page.locator("a[data-print]")
    expect(way).to_have_attribute("href", re.compile(r"print/\?topic=bridge&key=true$"))
    way.click()
    chosen(page)
    expect(page.locator(".tp-words")).to_have_text(sentence)
    wanted = {event.id for event in record.events if event.key and "bridge" in event.topics}
    assert set(page.locator(".tp-event:visible").evaluate_all("all => all.map(e => e.dataset.id)")) == wanted
    assert page.locator(".tc:visible").evaluate_all("all => all.map(e => e.id)") == [
        "_chart-axis",
        "_chart-forecasts-bridge",
    ]
    assert "A selection" in page.title()
    assert someone.complaints == []


def test_a_selection_as_of_a_day_says_that_it_is_set_as_it_is_known_now(reader: Readers) -> None:
    page = reader().opens("print/?topic=bridge&as-of=2025-06-01")
    chosen(page)

    expect(page.locator(".tp-words")).to_contain_text("about Long Bridge. Chosen as they were known on 1 June 2025")


def test_a_selection_is_taken_from_the_editions_of_its_years_where_the_page_holds_none(reader: Readers) -> None:
    page = reader()
    opened = page.page

    def emptied(route) -> None:
        body = re.sub(r'<section class="tp-month">.*?</section>', "", route.fetch().text(), flags=re.DOTALL)
        route.fulfill(
            body=re.sub(r"(<ol>).*?(</ol></section>)", r"\1\2", body, flags=re.DOTALL), content_type="text/html"
        )

    opened.route(re.compile(r"/record/print/(\?.*)?$"), emptied)
    page.opens("print/?topic=lamps")
    chosen(opened)
    expect(opened.locator(".tp-words")).to_contain_text("4 of ")
    dates = opened.locator(".tp-event:visible .tl-date").all_inner_texts()
    assert len(dates) == 4
    numbers = opened.locator(".tp-event:visible .tp-refs a").all_inner_texts()
    seen = list(dict.fromkeys(numbers))
    assert seen == [str(n) for n in range(1, len(seen) + 1)]
    ids = opened.locator(".tp-event:visible .tp-refs a").evaluate_all("all => all.map(a => a.hash)")
    assert opened.locator(".tp-notes li:visible").count() >= len(set(ids))
    assert page.complaints == []


def test_without_script_all_events_stand_on_the_page_and_each_year_is_offered(reader: Readers, record) -> None:
    page = reader(script=False).opens("print/?topic=bridge")

    assert page.locator(".tp-event").count() == len(record.events)
    assert page.locator(".tp-others a[href='../print/2025/']").count() == 1


def test_an_edition_on_a_screen_meets_no_obstacle_that_axe_knows(reader: Readers) -> None:
    found = []
    for width in (1280, 320):
        for address in ("print/topics/bridge/", "print/?topic=lamps"):
            page = reader(width=width).opens(address)
            if "?" in address:
                chosen(page)
            found += [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in violations(page)]
            assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert found == []


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_home_page_is_one_sheet(reader: Readers, paper: str) -> None:
    page = reader().opens("")
    pdf = page.pdf(format=paper, margin={"top": "10mm", "right": "10mm", "bottom": "10mm", "left": "10mm"})

    assert len(list(sheets(pdf))) == 1


def test_on_paper_the_links_of_the_story_are_numbered_and_their_addresses_stand_below(reader: Readers) -> None:
    page = reader().opens("story/")
    expect(page.locator(".tl-linked")).to_be_hidden()
    page.emulate_media(media="print")

    links = page.locator("a[data-link]")
    assert links.count() > 1
    listed = page.locator(".tl-linked > ol > li")
    expect(listed.last).to_be_visible()
    assert {link.get_attribute("data-link") for link in links.all()} == {
        item.get_attribute("value") for item in listed.all()
    }
    expect(listed.first.locator("span")).to_contain_text("events/")


def test_a_phone_is_offered_an_edition_as_sheets_and_may_read_it_all_the_same(reader: Readers) -> None:
    page = reader(width=390, script=False).opens("print/2025/")

    assert page.evaluate("document.documentElement.scrollHeight") < 2 * 844
    page.get_by_role("link", name="read it here").click()
    expect(page.locator(".tp-month").first).to_be_visible()
    page.goto(page.url.partition("#")[0])
    page.emulate_media(media="print")
    expect(page.locator(".tp-month").last).to_be_visible()
    expect(page.locator(".tp-phone")).to_be_hidden()
