"""Charts as readers meet them: on any screen, by keyboard, on another day, in the colours of their system."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import Readers
from timeline.dates import words

pytestmark = pytest.mark.browser

CHARTED = ["", "timeline/", "expectations/", "tracks/", "evidence/"]
FRAMED = ["embed/axis/", "embed/tracks/", "embed/forecasts/", "embed/growth/"]

TEXTS = """svg => {
  const frame = svg.getBoundingClientRect()
  const texts = [...svg.querySelectorAll('text')].filter(t => t.textContent.trim()).map(t => {
    const box = t.getBoundingClientRect()
    return {words: t.textContent, left: box.left, right: box.right, top: box.top, bottom: box.bottom,
            size: parseFloat(getComputedStyle(t).fontSize)}
  })
  const found = []
  for (const t of texts) {
    if (t.size < 12) found.push(`small: ${t.words}`)
    if (t.left < frame.left - 1 || t.right > frame.right + 1 || t.top < frame.top - 1 || t.bottom > frame.bottom + 1)
      found.push(`outside: ${t.words}`)
  }
  for (let a = 0; a < texts.length; a++) for (let b = a + 1; b < texts.length; b++) {
    const one = texts[a], other = texts[b]
    const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left)
    const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
    if (wide > 0.5 && high > 3) found.push(`over each other: ${one.words} | ${other.words}`)
  }
  return found
}"""


def unfolded(page: Page) -> Page:
    """With everything open that a reader may open, and come."""
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    for _ in page.locator("details[data-sheet]").all():
        page.locator("details[data-laid] figure[data-chart]").wait_for()
    return page


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1280])
def test_no_text_of_a_chart_is_small_or_outside_or_over_another(reader: Readers, width: int) -> None:
    someone = reader(width=width)

    found = []
    for address in [*CHARTED, *FRAMED]:
        drawings = unfolded(someone.opens(address)).locator("svg.tc-svg:visible")
        assert drawings.count(), address
        for drawing in drawings.all():
            found += [f"{address} {words}" for words in drawing.evaluate(TEXTS)]
    assert found == [], "\n" + "\n".join(found)


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_word_of_a_forecast_is_cut(reader: Readers, record, width: int) -> None:
    page = reader(width=width).opens("expectations/")

    said = page.locator(".tc-forecasts svg:visible").evaluate_all("all => all.map(svg => svg.textContent).join(' ')")
    assert "…" not in said
    letters = "".join(said.split())
    for expectation in record.expectations:
        if expectation.wording and expectation.said and expectation.said.earliest:
            assert "".join(expectation.wording.split()) in letters, expectation.id


def test_of_three_drawings_a_reader_is_told_of_one(reader: Readers) -> None:
    page = reader().opens("expectations/")

    chart = page.locator(".tc-forecasts").first
    assert chart.locator(".tc-fit > svg").count() == 3
    assert chart.get_by_role("group", name="The chart").count() == 1


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_framed_chart_meets_no_obstacle_that_axe_knows(reader: Readers, dark: bool) -> None:
    someone = reader(width=480, dark=dark)

    found = []
    for address in FRAMED:
        for violation in violations(someone.opens(address)):
            found.append(f"{address}: {violation['id']}: {violation['nodes'][0]['html'][:200]}")
    assert found == []
    assert someone.complaints == []


# -- by keyboard -----------------------------------------------------------------------------------------


def to_the_axis(page: Page) -> None:
    """From the top of the page, as the keyboard goes."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('a.tc-event')"):
            return
    raise AssertionError("the keyboard never came to the axis")


def here(page: Page) -> str:
    return str(page.evaluate("document.activeElement.dataset.id"))


def test_the_axis_is_one_stop_of_the_keyboard_and_its_arrows_go_from_event_to_event(reader: Readers, record) -> None:
    page = unfolded(reader().opens("timeline/"))
    to_the_axis(page)
    ids = [event.id for event in record.events]

    assert here(page) == ids[0]
    page.keyboard.press("ArrowRight")
    assert here(page) == ids[1]
    page.keyboard.press("End")
    assert here(page) == ids[-1]
    page.keyboard.press("ArrowRight")
    assert here(page) == ids[-1]
    page.keyboard.press("Home")
    assert here(page) == ids[0]
    page.keyboard.press("ArrowDown")
    assert here(page) not in ids[:1]
    style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert style == "solid"
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.matches('a.tc-event')")


def test_a_mark_opens_its_event(reader: Readers, record) -> None:
    someone = reader()
    page = unfolded(someone.opens("timeline/"))
    to_the_axis(page)
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/**")

    assert someone.address == f"events/{record.events[-1].id}/"


def test_a_stretch_chosen_by_keyboard_opens_the_timeline_at_it(reader: Readers) -> None:
    page = unfolded(reader().opens("timeline/"))
    to_the_axis(page)
    page.keyboard.press("End")
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Shift+ArrowLeft")
    expect(page.locator(".tc-span").first).to_be_attached()
    page.keyboard.press("Enter")
    page.wait_for_url("**/timeline/?from=*")

    assert re.search(r"from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d$", page.url)


def test_whoever_lists_events_may_take_the_stretch_himself(reader: Readers) -> None:
    page = unfolded(reader().opens("timeline/"))
    page.evaluate("document.addEventListener('timeline:span', e => { e.preventDefault(); window.told = e.detail })")
    box = page.locator(".tc-axis svg:visible").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + 30)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + 60)
    page.mouse.up()

    told = page.evaluate("window.told")
    assert told["from"] < told["to"]
    assert page.url.endswith("timeline/")


def test_what_a_list_leaves_out_steps_back_on_the_axis(reader: Readers, record) -> None:
    page = unfolded(reader().opens("timeline/"))
    ids = [event.id for event in record.events][:3]

    page.evaluate("ids => document.dispatchEvent(new CustomEvent('timeline:shown', {detail: {ids}}))", ids)
    drawing = page.locator(".tc-axis svg:visible")
    assert drawing.locator("a.tc-event:not(.tc-out)").count() == 3
    page.evaluate("document.dispatchEvent(new CustomEvent('timeline:shown', {detail: {}}))")
    assert drawing.locator("a.tc-out").count() == 0


def test_a_screen_reader_hears_of_every_mark_its_date_its_title_and_its_status(reader: Readers, record) -> None:
    for page in (unfolded(reader().opens("timeline/")), reader(script=False).opens("embed/axis/")):
        drawing = page.get_by_role("figure", name="All events by date").get_by_role("group", name="The chart")
        assert drawing.count() == 1
        names = drawing.get_by_role("link").evaluate_all(
            "all => all.map(e => e.getAttribute('aria-label') ?? e.querySelector('title').textContent)"
        )
        assert len(names) == len(record.events)
        for event in record.events:
            told = f"{words(event.date)}: {event.title} ({event.status}"
            assert any(name.startswith(told) for name in names), told


def test_the_line_of_time_comes_to_the_timeline_when_it_is_unfolded_and_its_marks_open_events(reader: Readers) -> None:
    someone, fetched = reader(), list[str]()
    someone.page.on("request", lambda request: fetched.append(request.url.rpartition("/")[2]))
    page = someone.opens("timeline/?q=S460")
    expect(page.locator("#_shown")).to_contain_text("S460")
    assert not {"axis.txt", "charts.js"} & set(fetched)

    page.get_by_text("See as chart", exact=True).click()
    mark = page.locator(".tc-axis svg:visible a.tc-event:not(.tc-out)").first
    mark.wait_for()
    page.locator("details[data-laid]").wait_for()
    assert page.locator(".tc-axis svg:visible a.tc-out").count(), "what the list leaves out steps back from the start"
    mark.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/*/")
    expect(page.locator("h1")).to_be_visible()
    assert someone.complaints == []


def test_without_script_the_timeline_leads_to_its_line_of_time(reader: Readers) -> None:
    page = reader(script=False).opens("timeline/")
    page.get_by_text("See as chart", exact=True).click()
    page.get_by_role("link", name="The events as a chart").click()
    expect(page.locator("svg.tc-svg:visible")).to_have_count(1)


# -- as of a day -----------------------------------------------------------------------------------------


def test_on_a_day_in_spring_nobody_had_foretold_august(reader: Readers) -> None:
    page = reader().opens("expectations/?as-of=2025-04-15")

    drawing = page.locator(".tc-forecasts").first.locator("svg:visible")
    before_may = drawing.locator("[data-id=bridge-before-may] .tc-outcome")
    expect(before_may).to_have_class(re.compile("--open"))
    expect(drawing.locator("[data-id=road-in-september]")).to_be_hidden()
    expect(page.locator("#road-in-september")).to_be_hidden()
    page.get_by_role("button", name="Show everything").click()
    expect(before_may).to_have_class(re.compile("--missed"))
    expect(page.locator("#road-in-september")).to_be_visible()
    assert page.url.endswith("expectations/")


def test_a_chosen_day_names_the_state_of_every_track(reader: Readers) -> None:
    page = reader().opens("tracks/")

    page.get_by_label("As known on").fill("2025-05-01")
    steel = page.get_by_role("region", name="S460 into the country")
    expect(steel.locator("strong")).to_have_text("licence required")
    expect(steel.get_by_text("last reported")).to_be_hidden()
    assert page.url.endswith("as-of=2025-05-01")
    page.get_by_role("button", name="Show everything").click()
    expect(steel.locator("strong")).to_contain_text("hardly any plates")
    expect(steel.get_by_text("last reported")).to_be_visible()


def test_on_a_day_the_evidence_that_came_later_is_covered_and_on_an_event_not_drawn(reader: Readers, record) -> None:
    page = reader().opens("evidence/?as-of=2026-03-01")
    expect(page.locator(".tc-growth svg:visible .tc-cover")).to_have_count(1)
    key = next(event.id for event in record.events if event.key)
    page = reader().opens(f"events/{key}/?as-of=2026-03-01")
    expect(page.locator(".tl-banner")).to_be_visible()
    expect(page.locator(".tc-growth")).to_have_count(0)
    expect(page.locator("#_growth")).to_be_visible()


def test_without_script_no_chart_offers_what_only_a_script_can_do(reader: Readers) -> None:
    page = reader(script=False).opens("expectations/")

    expect(page.locator(".tc-choose")).to_be_hidden()
    expect(page.locator(".tc-forecasts svg:visible").first).to_be_visible()


# -- in the colours of the system ------------------------------------------------------------------------


def test_in_forced_colours_marks_keep_their_shapes_and_differ_from_the_ground(reader: Readers) -> None:
    page = reader().opens("tracks/")
    page.emulate_media(forced_colors="active")

    drawing = page.locator(".tc-ribbons svg:visible")
    ink, ground = drawing.evaluate("e => [getComputedStyle(e).color, getComputedStyle(document.body).backgroundColor]")
    assert ink != ground
    stroke = drawing.locator(".tc-tone").first.evaluate("e => getComputedStyle(e).stroke")
    assert stroke not in ("none", ground)
