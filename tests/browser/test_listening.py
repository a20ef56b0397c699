"""Each kind of page as somebody hears it: what a screen reader is told, kept to be read like prose.

`UPDATE_GOLDEN=1` writes it anew. Read what changed aloud before it is accepted.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Readers
from tests.browser.kinds import KINDS

pytestmark = pytest.mark.browser

GOLDEN = Path(__file__).parents[1] / "golden" / "heard"
KEPT = {
    "home": "",
    "timeline": "timeline/2023/",
    "event": "events/first-pier/",
    "source": "sources/kuestenbote-2025-08-14-kraene/",
    "expectations": "expectations/",
    "tracks": "tracks/",
    "disputes": "disputes/",
    "evidence": "evidence/",
    "claims": "evidence/one-person/",
    "speakers": "evidence/own-words/",
    "unread": "evidence/unread/",
    "editors": "evidence/editors/",
    "updates": "updates/",
    "actor": "actors/karst-foundry/",
    "topic": "topics/smuggling/",
    "story": "story/",
    "embed": "embed/tracks/",
}
LANDMARKS = "header, nav, main, aside, footer, [role=banner], [role=search], [role=navigation]"


def heard(page: Page) -> str:
    """What is read of the page itself, without the addresses of links."""
    snapshot = page.locator("main").aria_snapshot()
    return "".join(f"{line}\n" for line in snapshot.splitlines() if "/url:" not in line)


@pytest.mark.parametrize("name", KEPT)
def test_a_page_is_heard_as_it_was_last_read(reader: Readers, name: str) -> None:
    page, path = reader().opens(KEPT[name]), GOLDEN / f"{name}.yml"
    if page.locator("form[data-list]").count():
        expect(page.locator(".tl-list-shown")).not_to_be_empty()
    if name in ("event", "source"):
        expect(page.locator("[data-copy]").first).to_have_text("Copy citation")
    said = heard(page)
    assert re.findall(r"(?<![\d.,])1 (?:claims|events|documents|sources|disputes|dates)\b", said) == []
    if os.environ.get("UPDATE_GOLDEN") == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_text(said, encoding="utf-8", newline="\n")

    assert said == path.read_text(encoding="utf-8"), f"if {path.name} should be heard like this now: UPDATE_GOLDEN=1"


OUTLINE = """() => [...document.querySelectorAll('main :is(h1, h2, h3, h4)')]
  .filter(each => each.checkVisibility()).map(each => Number(each.tagName[1]))"""
LINKS = """() => [...document.querySelectorAll('main a[href]')].filter(each => each.checkVisibility()).map(each => [
  each.getAttribute('aria-label') ?? each.textContent.trim(),
  new URL(each.getAttribute('href'), document.baseURI).href,
])"""
RUN_TOGETHER = """() => [...document.querySelectorAll('main :is(.tl-when, .tl-rests)')]
  .filter(each => each.checkVisibility() && each.children.length > 1)
  .map(each => [...each.childNodes].map(node => node.textContent.trim()).filter(Boolean))
  .filter(parts => parts.some((part, n) => n && /\\w$/.test(parts[n - 1]) && /^(?!rests? on it)\\w/.test(part)))
  .map(parts => parts.join('|'))"""


@pytest.fixture(scope="module", params=KINDS)
def each_kind(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    """A page of every kind, opened once for those who only listen to it."""
    page = browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page.goto(site + request.param)
    yield page
    page.close()


def test_headings_go_down_one_step_at_a_time_and_nothing_runs_together(each_kind: Page) -> None:
    levels = each_kind.evaluate(OUTLINE)

    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels)), levels
    assert each_kind.evaluate(RUN_TOGETHER) == []


def test_links_that_are_called_alike_lead_to_the_same_place(each_kind: Page) -> None:
    """Whoever goes from link to link hears their names and nothing else."""
    places: dict[str, set[str]] = {}
    for name, place in each_kind.evaluate(LINKS):
        places.setdefault(re.sub(r"\s+", " ", name), set()).add(place)
    alike = {name: sorted(found) for name, found in places.items() if len(found) > 1 and not allowed(name, found)}
    assert alike == {}


def allowed(name: str, found: set[str]) -> bool:
    """A form of the same in another shape is named with it: the feeds of a list, the days of a table."""
    return name in {"Atom", "JSON Feed"} or len({place.partition("#")[0] for place in found}) == 1


def test_each_landmark_of_a_kind_has_a_name_of_its_own(each_kind: Page) -> None:
    lines = each_kind.locator("body").aria_snapshot().splitlines()
    named = Counter(
        line.strip(" -:'")
        for line in lines
        if re.match(r"\s*- '?(navigation|search|complementary|region|figure)\b", line)
    )
    assert [name for name, number in named.items() if number > 1] == []


def test_what_a_list_finds_is_said_once_and_after_the_last_letter(reader: Readers) -> None:
    page = reader().opens("sources/")
    status = page.locator(".tl-list-controls [role=status]")
    expect(page.locator(".tl-list-shown")).to_have_text("64 of 64 documents")
    expect(status).to_be_empty()
    page.evaluate("""() => {
      window.said = []
      const status = document.querySelector('.tl-list-controls [role=status]')
      new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true })
    }""")

    page.locator("#_by-q").press_sequentially("northwire", delay=30)
    expect(page.locator(".tl-list-shown")).to_have_text("3 of 64 documents")
    expect(status).to_have_text("3 of 64 documents")
    assert page.evaluate("said") == ["3 of 64 documents"]


def test_what_a_search_finds_is_said_once_and_after_the_last_letter(reader: Readers) -> None:
    page = reader().opens()
    page.locator(".tl-find").click()
    status = page.locator(".tl-dialog [role=status]")
    expect(status).not_to_be_empty()
    page.evaluate("""() => {
      window.said = []
      const status = document.querySelector('.tl-dialog [role=status]')
      new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true })
    }""")
    page.keyboard.type("marigold", delay=30)
    expect(page.locator(".tl-dialog .tl-count")).to_contain_text("found")
    expect(status).to_contain_text("found")
    assert len(page.evaluate("said")) == 1
