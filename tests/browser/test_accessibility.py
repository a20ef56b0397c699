"""What axe-core finds wrong with the pages, in both colours and on three screens: nothing.

All of its rules are asked on the widest and on the narrowest screen. On the screen between, only those can answer
otherwise that look at sizes and at what has to be scrolled; in the other colours, those that look at colours.

Contrast is asked of parts of every shape, of each the first two: it takes a time that grows with the square of a
page, and parts with the same elements and classes in the same place have the same colours, whatever their words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from tests.browser.axe import both_colours, violations
from tests.browser.conftest import Readers
from tests.browser.kinds import KINDS

pytestmark = pytest.mark.browser

COLOURS: dict[str, Any] = {"preload": False, "runOnly": ["color-contrast", "link-in-text-block"]}
ALL_OTHERS: dict[str, Any] = {"rules": {"color-contrast": {"enabled": False}}}
SIZES: dict[str, Any] = {"preload": False, "runOnly": ["target-size", "scrollable-region-focusable"]}

REPEATED = """([selector, most]) => {
  const shapes = new Map(), met = new Map()
  const shape = e => {
    if (!shapes.has(e)) {
      const short = e.textContent.trim().length < 2  // of one letter axe does not say what it thinks
      const said = ['class', 'style', 'rel'].map(name => e.getAttribute(name))
      const own = [short, e.tagName, ...e.getAttributeNames(), ...said]
      const below = [...e.children].map(shape).filter((found, n, all) => found !== all[n - 1])
      shapes.set(e, own.join() + '(' + below.join() + ')')
    }
    return shapes.get(e)
  }
  const above = e => e.parentElement ? e.parentElement.tagName + e.parentElement.className + above(e.parentElement) : ''
  for (const part of document.querySelectorAll(selector)) {
    if (!part.isConnected) continue
    const name = shape(part) + ' in ' + above(part)
    met.set(name, (met.get(name) ?? 0) + 1)
    if (met.get(name) > most) part.remove()
  }
}"""
"""Takes parts away that are drawn like others before them, by their elements, attributes, classes and place."""


RESTED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60))))"
"""The theme's script has come, and has looked how large things are."""


def obstacles(reader: Readers, addresses: Sequence[str], width: int) -> list[str]:
    someone, found = reader(width=width), []
    for address in addresses:
        page = someone.opens(address)
        page.locator("label[for^=__palette]:not([hidden])").wait_for(state="attached")
        page.evaluate(RESTED)
        if width != 1280:
            page.evaluate(REPEATED, ["li, tr, .tl-question-line", 40])
        wrong = violations(page, **(SIZES if width == 390 else ALL_OTHERS))
        page.evaluate(REPEATED, ["main *", 2])
        for violation in [*wrong, *both_colours(page, **COLOURS)]:
            places = [" ".join(map(str, node["target"])) for node in violation["nodes"]]
            found += [f"{address or 'home'}: {violation['id']} at {place}" for place in places]
    return found


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_a_reader_with_a_screen_reader_meets_no_obstacle_that_axe_knows(reader: Readers, width: int) -> None:
    found = obstacles(reader, KINDS, width)
    assert found == [], "\n" + "\n".join(found)
