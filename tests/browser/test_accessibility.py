"""What axe-core finds wrong with the pages, in both colours and on three screens: nothing.

All of its rules are asked on the widest and on the narrowest screen. In the other colours, and on the screen
between, only those can answer otherwise that look at colours, sizes and what has to be scrolled.

Contrast is asked of parts of every shape, of each the first two: it takes a time that grows with the square of a
page, and parts with the same elements and classes in the same place have the same colours, whatever their words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Readers
from tests.browser.test_reading import KINDS

pytestmark = pytest.mark.browser

WRONG = {"resultTypes": ["violations"]}
"""What is right need not be told node by node."""
CONTRAST: dict[str, Any] = {**WRONG, "preload": False, "runOnly": ["color-contrast"]}
ALL_OTHERS: dict[str, Any] = {**WRONG, "rules": {"color-contrast": {"enabled": False}}}
LOOKS: dict[str, Any] = {
    **WRONG,
    "preload": False,
    "runOnly": ["target-size", "scrollable-region-focusable", "link-in-text-block"],
}

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


def obstacles(reader: Readers, addresses: Sequence[str], width: int, dark: bool) -> list[str]:
    someone, axe, found = reader(width=width, dark=dark), Axe(), []
    for address in addresses:
        page = someone.opens(address)
        page.locator("label[for^=__palette]:not([hidden])").wait_for(state="attached")
        page.evaluate(RESTED)
        whole = width == 1280 and not dark
        if not whole:
            page.evaluate(REPEATED, ["li, tr, .tl-question-line", 40])
        answers = [axe.run(page, options=ALL_OTHERS if width != 390 and not dark else LOOKS)]
        page.evaluate(REPEATED, ["main *", 2])
        answers.append(axe.run(page, options=CONTRAST))
        for violation in (violation for answer in answers for violation in answer.response["violations"]):
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
