"""Contrast, sizes and lengths of lines: what is read can be read."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Readers
from tests.browser.kinds import EVENT, KINDS, SOURCE

pytestmark = pytest.mark.browser

CONTRAST = """elements => {
  const parse = text => { const n = text.match(/[\\d.]+/g).map(Number); return [...n.slice(0, 3), n[3] ?? 1] }
  const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3]))
  const light = rgb => rgb.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0)
  const behind = element => {
    const layers = []
    for (let e = element; e; e = e.parentElement) layers.push(parse(getComputedStyle(e).backgroundColor))
    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255])
  }
  return elements.filter(e => e.offsetParent).map(e => {
    const back = behind(e), a = light(over(parse(getComputedStyle(e).color), back)), b = light(back)
    return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), e.className + ': ' + e.textContent.trim().slice(0, 40)]
  })
}"""

PRINTED = (
    ".tl-soft, .tl-origins, .tl-title, .tl-title a, .tl-refs a, .tl-kind, .tl-mark, .tl-date, .tl-rests, .tl-page p"
)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_small_print_keeps_its_contrast(reader: Readers, dark: bool) -> None:
    someone = reader(dark=dark)

    faint = []
    for address in ("", "timeline/", EVENT, "sources/", SOURCE, "expectations/", "about/"):
        page = someone.opens(address)
        assert page.locator("body").get_attribute("data-md-color-scheme") == ("slate" if dark else "default")
        found = page.locator(PRINTED).evaluate_all(CONTRAST)
        faint += [f"{address} {ratio:.2f} {what}" for ratio, what in found if ratio < 4.5]
    assert faint == []


def test_a_reader_can_choose_dark_and_the_choice_stays(reader: Readers) -> None:
    someone = reader()
    page = someone.opens("timeline/")
    body = page.locator("body")
    seen = [body.get_attribute("data-md-color-scheme")]
    backgrounds = [body.evaluate("e => getComputedStyle(e).backgroundColor")]

    for _ in range(2):
        page.locator("form[data-md-component=palette] label:visible").click()
        seen.append(body.get_attribute("data-md-color-scheme"))
        backgrounds.append(body.evaluate("e => getComputedStyle(e).backgroundColor"))

    assert seen == ["default", "default", "slate"]
    assert backgrounds[0] != backgrounds[2]
    someone.opens(EVENT)
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    assert [r for r, _ in page.locator(PRINTED).evaluate_all(CONTRAST) if r < 4.5] == []


@pytest.mark.parametrize("width", [1280, 390])
def test_what_is_meant_to_be_touched_is_large_enough(reader: Readers, width: int) -> None:
    someone = reader(width=width)

    small = []
    for address, links in ((EVENT, ".tl-refs a"), ("timeline/", ".tl-years a"), ("about/", ".tl-refs a")):
        boxes = [link.bounding_box() for link in someone.opens(address).locator(f"{links} >> visible=true").all()]
        assert boxes
        small += [(address, box) for box in boxes if box and (box["width"] < 24 or box["height"] < 24)]
    assert small == []


SMALL = """() => [...document.querySelectorAll('a, button, summary, select, input')]
  .filter(e => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !e.closest('svg'))
  .filter(e => getComputedStyle(e).display !== 'inline' && getComputedStyle(e).clipPath === 'none')
  .map(e => [e.getBoundingClientRect(), e])
  .filter(([box]) => box.width > 1 && box.height > 1 && (box.width < 24 || box.height < 24))
  .map(([box, e]) => `${Math.round(box.width)} by ${Math.round(box.height)}: ${e.outerHTML.slice(0, 100)}`)"""
"""What is no link within a sentence (WCAG 2.5.8 lets these be as high as their line) and has less than 24 pixels."""


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("kind", KINDS)
def test_what_stands_alone_is_large_enough_for_a_finger(reader: Readers, kind: str, width: int) -> None:
    page = reader(width=width).opens(kind)
    assert page.evaluate(SMALL) == []


LINES = """elements => elements.filter(e => e.offsetParent).map(e => {
  const lines = new Map(), walk = document.createTreeWalker(e, NodeFilter.SHOW_TEXT)
  for (let node; node = walk.nextNode();) {
    if (node.parentElement.closest('.tl-refs')) continue
    for (const word of node.data.matchAll(/\\S+\\s?/g)) {
      const range = document.createRange()
      range.setStart(node, word.index)
      range.setEnd(node, word.index + word[0].trimEnd().length)
      const top = Math.round(range.getClientRects()[0].top / 8)
      lines.set(top, (lines.get(top) ?? '') + word[0])
    }
  }
  const longest = [...lines.values()].map(l => l.trim()).sort((a, b) => b.length - a.length)[0]
  return [parseFloat(getComputedStyle(e).fontSize), longest]
})"""


def unfit(reader: Readers, *widths: int) -> list[str]:
    """Sentences that are small, or that stand in lines in which an eye gets lost."""
    someone, found = reader(), []
    for address in ("", EVENT, "events/wire-cranes/"):
        page = someone.opens(address)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            lines = page.locator(".tl-lede, .tl-summary, .tl-claim-text, .md-typeset > p:not(.tl-page)").evaluate_all(
                LINES
            )
            assert lines
            found += [f"{width}: {size}px, {len(line)} characters: {line}" for size, line in lines if size < 16]
            found += [f"{width}: {len(line)} characters: {line}" for size, line in lines if len(line) > 75]
    return found


def test_sentences_are_large_enough_and_their_lines_short_enough_to_read(reader: Readers) -> None:
    found = unfit(reader, 1280, 1920)
    assert found == [], "\n" + "\n".join(found)


def test_sentences_are_large_enough_on_a_phone_too(reader: Readers) -> None:
    found = unfit(reader, 390, 320)
    assert found == [], "\n" + "\n".join(found)
