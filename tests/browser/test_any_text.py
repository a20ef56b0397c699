"""Text in any direction, of any length and at any size, on every kind of page of a record made of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Readers
from tests.browser.server import built, serving
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

ARABIC, HEBREW, GERMAN, CHINESE = (f"events/{name}-event/" for name in ("arabic", "hebrew", "german", "chinese"))
ADDRESSES = [
    *("", "story/", "timeline/", "timeline/2025/", ARABIC, HEBREW, GERMAN, CHINESE, "events/emoji-event/"),
    *("sources/", "sources/akten-bericht/", "sources/mina-report/", "expectations/", "tracks/", "disputes/"),
    *("evidence/", "evidence/unread/", "evidence/editors/", "evidence/own-words/", "updates/", "404.html"),
    *("actors/amt/", "actors/mina/", "topics/akten/", "topics/jisr/", "print/", "print/2025/"),
    *("embed/forecasts/", "embed/axis/", "embed/tracks/"),
]
SPACED = """* { letter-spacing: 0.12em !important; line-height: 1.5 !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }"""
"""What WCAG 1.4.12 asks a page to bear."""
DOUBLED = "html { font-size: 250% !important }"
"""Twice what Material sets on a wide screen."""
WIDER = """() => {
  const room = document.documentElement.clientWidth
  const whole = document.documentElement.scrollWidth
  const found = whole > room ? [`the page is ${whole} wide`] : []
  for (const part of document.querySelectorAll('body *')) {
    if (part.closest('svg, [hidden], .md-tabs, .md-sidebar, .md-search, .tl-years ul')) continue
    const box = part.getBoundingClientRect()
    const name = `${part.tagName}.${part.className}`
    if (box.width > 1 && (box.right > room + 1 || box.left < -1)) found.push(`${name} ends at ${box.right}`)
    const clips = part.clientWidth > 1 && getComputedStyle(part).overflowX !== 'visible' && part.tagName !== 'PRE'
    if (clips && part.scrollWidth > part.clientWidth + 1) found.push(`${name} is cut`)
  }
  return found
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site of that record."""
    with serving(built(ROOT / "tests" / "any_text", tmp_path_factory.mktemp("any"))) as address:
        yield address


def styled(page: Page, rules: str) -> None:
    page.evaluate(
        """rules => {
          const sheet = new CSSStyleSheet()
          sheet.replaceSync(rules)
          document.adoptedStyleSheets = [sheet]
        }""",
        rules,
    )


@pytest.mark.parametrize(
    ("width", "height", "rules"),
    [
        pytest.param(320, 256, "", id="enlarged-fourfold"),
        pytest.param(390, 844, "", id="phone"),
        pytest.param(768, 900, "", id="tablet"),
        pytest.param(1280, 900, "", id="desk"),
        pytest.param(390, 844, SPACED, id="phone-spaced"),
        pytest.param(1280, 900, SPACED, id="desk-spaced"),
        pytest.param(1280, 900, DOUBLED, id="doubled"),
    ],
)
def test_no_word_and_no_address_is_too_long_for_its_page(reader: Readers, width: int, height: int, rules: str) -> None:
    someone, found = reader(width=width, height=height), []
    for address in ADDRESSES:
        page = someone.opens(address)
        styled(page, rules)
        found += [f"{address or 'home'}: {said}" for said in page.evaluate(WIDER)]
    assert found == []


def test_a_theme_from_right_to_left_keeps_the_timeline_on_a_phone(reader: Readers) -> None:
    page = reader(width=390, height=844).opens("timeline/")
    page.evaluate("document.body.dir = 'rtl'")

    assert page.evaluate(WIDER) == []
    first, *_ = page.locator(".tl-head p").first.inner_text().split()
    number, word = places(page, ".tl-head p", first, "events")
    assert number < word, "English words are still read from left to right"


def direction(page: Page, selector: str) -> str:
    return str(page.locator(selector).first.evaluate("element => getComputedStyle(element).direction"))


def places(page: Page, selector: str, *pieces: str) -> list[float]:
    """How far from the left each piece of an element's text is drawn."""
    found: list[float] = page.locator(selector).first.evaluate(
        """(element, pieces) => {
          const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), found = []
          for (const piece of pieces) {
            texts.currentNode = element
            while (texts.nextNode()) {
              const at = texts.currentNode.data.indexOf(piece)
              if (at < 0) continue
              const range = new Range()
              range.setStart(texts.currentNode, at)
              range.setEnd(texts.currentNode, at + piece.length)
              found.push(range.getBoundingClientRect().left)
              break
            }
          }
          return found
        }""",
        list(pieces),
    )
    assert len(found) == len(pieces)
    return found


def test_a_text_begins_on_its_own_side_and_ends_with_its_full_stop(reader: Readers) -> None:
    page = reader().opens(ARABIC)

    for selector in ("h1", ".tl-lede", ".tl-claim-text", ".tl-claim-asked a", ".tl-note-title cite"):
        assert direction(page, selector) == "rtl", selector
    stop, word = places(page, "#hebrew .tl-claim-text", "!", "הדוברת")
    assert stop < word
    mixed = page.locator(".tl-claim-text", has_text="Mixed")
    assert mixed.evaluate("element => getComputedStyle(element).direction") == "ltr"
    assert direction(page, "h2") == "ltr"


def test_a_date_beside_a_name_keeps_its_order(reader: Readers) -> None:
    page = reader().opens(ARABIC)
    name, day = places(page, ".tl-aside .tl-list li:first-child", "ירון", "5 March 2025")
    assert name < day

    page.goto(page.url.replace(ARABIC, "disputes/"))
    page.locator(".tl-behind summary").first.click()
    name, day = places(page, ".tl-behind[open]", "עיתון הארץ", "5 March 2025")
    assert name < day


def test_what_the_script_lays_out_is_directed_as_the_build_does_it(reader: Readers) -> None:
    page = reader().opens("timeline/")
    cards = ".tl-card:is(#arabic-event, #hebrew-event, #german-event)"
    drawn = page.locator(cards).evaluate_all("cards => cards.map(card => card.outerHTML.replace(/\\s+/g, ' '))")

    page.locator("#_q").fill("jan 2020")
    expect(page.locator(cards)).to_have_count(0)
    page.locator("#_q").fill("")
    expect(page.locator(cards)).to_have_count(3)
    again = page.locator(cards).evaluate_all("cards => cards.map(card => card.outerHTML.replace(/\\s+/g, ' '))")
    assert again == drawn
    page.locator("#_q").fill("הגשר")
    expect(page.locator(".tl-card mark").first).to_be_visible()
    assert direction(page, "#hebrew-event .tl-title a") == "rtl"


def test_the_search_takes_and_shows_words_of_the_other_direction(reader: Readers) -> None:
    page = reader().opens()
    page.locator(".tl-find").click()
    page.keyboard.type("הגשר")

    expect(page.locator("[role=option]").first).to_be_visible()
    assert direction(page, "#_search") == "rtl"
    assert direction(page, ".tl-hit") == "rtl"


def test_the_sentence_above_the_list_names_a_topic_of_the_other_direction_in_its_place(reader: Readers) -> None:
    page = reader().opens("timeline/?topic=jisr&q=R2")
    said = page.locator("#_shown")
    expect(said).to_contain_text("“R2”")
    about, name, words = places(page, "#_shown", "about", "جسر", "with")
    assert about < name < words


def test_labels_of_a_chart_are_ordered_for_themselves(reader: Readers) -> None:
    page = reader().opens("embed/tracks/")
    labels = page.locator("svg:visible text").evaluate_all("all => all.map(text => text.textContent)")
    foreign = [label for label in labels if any("\u0590" <= letter <= "\u06ff" for letter in label)]

    assert foreign
    assert all(label.startswith("\u2068") and label.endswith("\u2069") for label in foreign)
