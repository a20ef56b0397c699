"""What Firefox prints, and what the rules for paper make of a page in either engine."""

from __future__ import annotations

import base64

import pytest

from tests.browser.engines.pdf import sheets
from tests.browser.engines.reader import Reader

pytestmark = pytest.mark.browser

PRINTED = ["print/2025/", "print/topics/bridge/", "events/wire-cranes/", "expectations/", "timeline/2025/"]
HEADS = """return all('h1, h2, h3, .tp-event > header, .tc-title, .tl-page summary').map(e => line(e.textContent))"""
AS_ON_PAPER = """
const turns = rules => {
  for (const rule of rules) {
    if (rule.media?.mediaText === 'print') rule.media.mediaText = 'all'
    else if (rule.media?.mediaText.startsWith('screen')) rule.media.mediaText = 'not all'
    if (rule.cssRules) turns(rule.cssRules)
  }
}
for (const sheet of document.styleSheets) {
  if (sheet.media.mediaText === 'print') sheet.media.mediaText = 'all'
  turns(sheet.cssRules)
}
"""
OVERLAPS = """return all('.tc-fit').filter(shown).flatMap(fit => {
  const [svg] = [...fit.querySelectorAll('svg')].filter(shown).slice(-1)
  const foot = Math.max(...[...svg.querySelectorAll('text')].map(text => text.getBoundingClientRect().bottom))
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT)
  walk.currentNode = fit
  const after = []
  for (let node = walk.nextNode(); node && after.length < 5; node = walk.nextNode()) {
    if (!fit.contains(node) && shown(node) && line(node.textContent)) after.push(node)
  }
  const next = Math.min(...after.map(node => node.getBoundingClientRect().top))
  return foot > next + 2 ? [[foot, next, line(after[0].textContent)]] : []
})"""


def test_firefox_leaves_no_heading_at_the_foot_of_a_sheet_and_prints_its_charts(firefox: Reader) -> None:
    alone = {}
    for address in PRINTED:
        firefox.opens(address)
        heads = set(firefox.run(HEADS)) - {""}
        named = set(firefox.run("return all('svg.tc-svg text').filter(shown).map(e => line(e.textContent))"))
        printed = sheets(base64.b64decode(firefox.engine.wire("Print", page={"width": 21.0, "height": 29.7})))
        assert len(printed) > 1
        for number, lines in enumerate(printed, 1):
            if any(lines[-1] in head for head in heads):
                alone[address, number] = lines[-1]
        whole = " ".join(line for lines in printed for line in lines)
        assert not named or any(name in whole for name in named if len(name) > 6), f"{address} has lost its chart"
    assert alone == {}


def test_on_paper_there_are_no_controls_and_no_words_over_a_drawing(visitor: Reader) -> None:
    for address in ("", "events/wire-cranes/", "expectations/", "tracks/"):
        visitor.opens(address)
        visitor.widens(700)
        visitor.run(AS_ON_PAPER)
        assert visitor.sees(".tl-find, .tl-controls, .md-header, .tl-preview, .tl-jump") == [], address
        assert visitor.run(OVERLAPS) == [], address
    visitor.opens("story/")
    visitor.run(AS_ON_PAPER)
    assert visitor.sees(".tl-linked > ol > li")
