"""Readers who see, move and enlarge in other ways: keyboard at four hundred percent, forced colours, less motion."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Readers

pytestmark = pytest.mark.browser

ASKED = "timeline/?topic=steel&as-of=2025-08-15"
ADDRESSES = ["", ASKED, "events/wire-cranes/", "sources/", "expectations/", "story/"]

SEEN = """async () => {
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
  const element = document.activeElement
  if (element === document.body) return null
  const shown = element.matches('.md-option') ? element.nextElementSibling : element
  const box = shown.getClientRects()[0] ?? shown.getBoundingClientRect()
  const inside = box.left >= -1 && box.right <= innerWidth + 1 && box.bottom > 0 && box.top < innerHeight
  const x = (Math.max(0, box.left) + Math.min(innerWidth, box.right)) / 2
  const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)]
  const y = box.height > innerHeight ? (top + bottom) / 2 : Math.min(top + Math.min(8, box.height / 2), innerHeight - 1)
  const there = document.elementFromPoint(x, y)
  const own = there && (shown.contains(there) || there.contains(shown))
  return [inside && Boolean(own), element.outerHTML.slice(0, 120)]
}"""


@pytest.mark.parametrize("address", ADDRESSES)
def test_at_four_hundred_percent_nothing_goes_sideways_and_the_keyboard_is_never_out_of_sight(
    reader: Readers, address: str
) -> None:
    """1280 by 1024 pixels enlarged four times (WCAG 1.4.10 and 2.4.11)."""
    page = reader(width=320, height=256).opens(address)
    page.wait_for_timeout(500)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    hidden, stops = [], 0
    for _ in range(60):
        page.keyboard.press("Tab")
        if found := page.evaluate(SEEN):
            stops += 1
            hidden += [] if found[0] else [found[1]]
    assert stops > 20
    assert hidden == [], "\n".join(hidden)


def test_a_reader_who_wants_less_motion_sees_none(reader: Readers) -> None:
    page = reader(width=390).opens(ASKED)
    moves = "document.getAnimations().filter(each => each.effect.getComputedTiming().duration > 1).length"
    expect(page.locator("label[for^=__palette]:not([hidden])")).to_be_visible()

    page.locator(".tl-filter summary").click()
    assert page.evaluate(moves) == 0
    page.locator("label[for^=__palette]:visible").click()
    assert page.evaluate(moves) == 0
    page.locator(".md-header label[for=__drawer]").click()
    assert page.evaluate(moves) == 0
    page.keyboard.press("Escape")
    page.goto(page.url.partition("?")[0])
    page.locator(".tl-find").click()
    page.keyboard.type("s460")
    page.locator("[role=option]").first.wait_for()
    assert page.evaluate(moves) == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def shapes(page: Page) -> dict[str, str]:
    """How the mark of each status is drawn, as the browser paints it in these colours."""
    return dict(
        page.locator(".tl-mark.tl-status").evaluate_all(
            """all => all.map(mark => {
              const { backgroundImage, backgroundColor, borderRadius, borderTopColor, transform } = getComputedStyle(
                mark, '::before')
              const drawn = [backgroundImage, backgroundColor, borderRadius, borderTopColor, transform]
              const counted = /^\\d+ (events? )?/ // shares are, and the first says of what
              return [mark.textContent.replace(counted, ''), drawn.join(' ')]
            })"""
        )
    )


def test_in_forced_colours_a_status_keeps_its_shape_and_what_is_chosen_is_outlined(reader: Readers) -> None:
    someone = reader()
    page = someone.opens("timeline/2025/")
    page.emulate_media(forced_colors="active")

    drawn = shapes(page)
    assert set(drawn) == {"confirmed", "reported", "disputed", "denied"}
    assert len(set(drawn.values())) == 4
    someone.opens("timeline/")
    page.keyboard.press("Tab")
    page.locator("#_q").focus()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.locator(".tl-find").click()
    page.keyboard.type("s460")
    page.locator("[role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    expect(chosen).to_have_css("outline-style", "solid")
    expect(page.locator("[role=option][aria-selected=false]").first).not_to_have_css("outline-style", "solid")
