"""A whole site as known on a day says what the build of that day says, page by page and to the letter."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Reader, Readers
from tests.conftest import day
from timeline.html.context import Context
from timeline.html.page import Page
from timeline.model import Timeline
from timeline.pages import event_content, every_page
from timeline.queries.as_of import as_of
from timeline.queries.index import Index

APART = {
    ".tl-banner": "it says which day it is",
    "[data-now]": "sums of the whole, which the banner says to be left out",
    "[data-earlier]": "how much there was on the day, in their place",
    "[data-count]": "the script of the list counts what it shows",
    "p[data-steps], figure": "the script of the charts follows the day by itself",
    ".tl-cite, .tl-mend": "how our edition is cited and mended is of today, which the banner says",
    "form, script": "controls",
}
"""What is not compared, and why."""
DIFFERENT = """async ([left, days, pages]) => {
  const start = document.querySelector('script[src*="start.js"]').src
  const [base, root] = [new URL('./', start).href, new URL('../../../', start)]
  const { fetched, settle } = await import(`${base}modules/as_of.js`)
  const events = await (await import(`${base}modules/event_columns.js`)).load(base)
  const BLOCKS = 'p, li, h1, h2, h3, dt, dd, td, summary, article'
  const line = text => text.replace(/\\s+/g, ' ').replace(/ (?=[,;.])/g, '').trim()
  const text = node => node.nodeType === 3 ? node.data
    : node.nodeType !== 1 || node.hidden ? ' '
    : node.matches(BLOCKS) ? ` ${[...node.childNodes].map(text).join('')} ` : [...node.childNodes].map(text).join('')
  const own = node => [...node.childNodes].map(each => each.nodeType === 3 ? each.data
    : each.nodeType !== 1 || each.hidden || each.matches(BLOCKS) ? ' ' : own(each)).join('')
  const goal = (link, path) => {
    const { pathname, search, hash } = new URL(link.getAttribute('href'), new URL(path, root))
    return pathname.slice(root.pathname.length) + search.replace(/[?&]as-of=[-\\d]+/, '') + hash
  }
  const said = (page, path) => {
    for (const part of page.querySelectorAll(left)) part.remove()
    const found = [line(text(page))]
    for (const block of page.querySelectorAll(BLOCKS)) {
      if (block.closest('[hidden]')) continue
      const links = [...block.querySelectorAll('a[href]')]
        .filter(link => link.closest(BLOCKS) === block && !link.closest('[hidden]')).map(link => goal(link, path))
      let folds = 0
      for (let at = block.parentElement; at; at = at.parentElement) folds += at.matches('details')
      const words = line(own(block))
      if (words || links.length) found.push(['folded '.repeat(folds) + words, ...links].join(' -> '))
    }
    return found
  }
  const parsed = html => new DOMParser().parseFromString(html, 'text/html')
  const content = html => html.slice(html.search(/<(div|article) class="tl-page/), html.search('</main>'))
  const found = []
  for (const [path, expected] of Object.entries(pages)) {
    const html = content(await (await fetch(new URL(path, root))).text())
    let compared = ''
    for (const [at, day] of days.entries()) {
      const page = parsed(html).querySelector('[data-follows]')
      settle(page, await fetched(base, events, page), day, { root: root.pathname, path })
      for (const part of page.querySelectorAll('.tl-banner')) part.remove()
      const both = page.outerHTML.replace(/as-of=[-\\d]+/g, '') + expected[at]
      if (both === compared) continue // as on the day before
      compared = both
      if (expected[at] === null) {
        const cards = [...page.querySelectorAll('article')].filter(card => !card.closest('[hidden]')).length
        const left = path.startsWith('timeline/') ? cards : said(page, path).length > 2
        if (left) found.push([path, day, left])
        continue
      }
      const [here, there] = [said(page, path), said(parsed(expected[at]).querySelector('.tl-page'), path)]
      if (here.join('|') === there.join('|')) continue
      const apart = here.findIndex((words, at) => at && words !== there[at])
      const letter = [...here[0]].findIndex((letter, at) => letter !== there[0][at])
      const near = all => all[apart] ?? all[0].slice(Math.max(0, letter - 40), letter + 40)
      found.push([path, day, near(here), near(there)])
    }
  }
  return found
}"""
pytestmark = pytest.mark.browser
FOLLOWING = ("events/", "sources/", "actors/", "topics/", "timeline/2", "disputes/", "expectations/", "tracks/")


def of_each(record: Timeline, days: Iterable[datetime.date]) -> dict[str, list[str | None]]:
    """What a build of each day has at each address of today's site; nothing where it has no such page."""
    context = Context.of(record)
    pages: dict[str, list[str | None]] = {
        page.address: [] for page in every_page(context) if page.address.startswith(FOLLOWING)
    }
    for each in days:
        view = context.on(Index(as_of(record, each)))
        bodies = {page.address: _body(context, view, page) for page in every_page(view)}
        for address, found in pages.items():
            found.append(bodies.get(address))
    return pages


def _body(today: Context, view: Context, page: Page) -> str:
    """An event's page with the numbers that its notes have today."""
    if page.kind != "event":
        return page.body
    id = page.address.split("/")[1]
    *_, notes = today.index.stated(today.index.timeline.events_by_id[id])
    numbers = {note.source.id: note.number for note in notes}
    inside = event_content.earlier(view, view.index.timeline.events_by_id[id], numbers)
    return f'<article class="tl-page">{inside}{event_content.neighbours(view, *view.index.neighbours[id])}</article>'


def different(someone: Reader, record: Timeline, days: list[datetime.date]) -> list[list[str]]:
    page = someone.opens(f"events/{record.events[0].id}/")
    told = [", ".join(APART), [each.toordinal() for each in days], of_each(record, days)]
    found: list[list[str]] = page.evaluate(DIFFERENT, told)
    return found


def test_on_every_day_each_page_says_what_the_build_of_that_day_says_in_its_order_and_links_where_it_links(
    reader: Readers, record: Timeline
) -> None:
    changed = [each for each in Index(record).changes.days if each < record.record.through]
    days = changed[:: max(1, len(changed) // 20)][:20]
    someone = reader()

    assert len(days) == 20
    assert different(someone, record, days) == []
    assert someone.complaints == []


def test_an_event_that_nothing_shows_yet_is_said_to_be_so_and_not_that_nobody_knew(reader: Readers) -> None:
    page = reader().opens("events/may-opening/?as-of=2024-01-01")

    said = "No document here is certain to have shown this by 1 January 2024."
    expect(page.locator(".tl-banner")).to_contain_text(said)
    expect(page.locator("h1")).to_have_text("No page as known on 1 January 2024")
    expect(page).to_have_title("No page as known on 1 January 2024")
    expect(page.locator(".tl-main, .tl-aside, .tl-claim")).to_have_count(0)


def test_a_day_that_cannot_be_read_and_one_that_is_still_to_come_are_said_to_be_so(reader: Readers) -> None:
    someone = reader()
    for address in ("events/may-opening/", "timeline/"):
        page = someone.opens(f"{address}?as-of=tomorrow")
        expect(page.locator("div.tl-banner:visible")).to_contain_text("“tomorrow” is no day that can be read")
    page = someone.opens("topics/bridge/?as-of=2099-01-01")
    expect(page.locator(".tl-banner")).to_contain_text("the last day checked")


def test_the_head_of_a_page_says_its_day_and_nothing_of_today(reader: Readers) -> None:
    page = reader().opens("events/may-opening/?as-of=2025-08-10")
    expect(page.locator(".tl-banner")).to_be_visible()

    expect(page).to_have_title(f"{page.locator('h1').inner_text()}, as known on 10 August 2025")
    said = "script[type='application/ld+json'], meta[name=description], meta[property^='og:']"
    expect(page.locator(said)).to_have_count(0)


def test_the_day_goes_along_to_every_page_that_follows_one_and_to_no_other(reader: Readers) -> None:
    page = reader().opens("events/lamps-too-short/?as-of=2025-06-01")
    expect(page.locator(".tl-banner")).to_be_visible()

    links = page.locator("a[href]").evaluate_all("all => all.map(a => [a.pathname, a.search])")
    asked = {path.split("/record/")[1].split("/")[0] for path, search in links if search == "?as-of=2025-06-01"}
    plain = {path.split("/record/")[1].split("/")[0] for path, search in links if "/record/" in path and not search}
    assert {"events", "sources", "actors", "topics", "timeline", "expectations", "disputes"} <= asked
    assert asked & plain <= {"events"}, "of these the page's own parts and its files"


@pytest.mark.parametrize("address", ["", "about/", "updates/", "evidence/editors/", "evidence/one-source/"])
def test_a_page_that_follows_no_day_says_so(reader: Readers, address: str) -> None:
    page = reader().opens(f"{address}?as-of=2025-06-01")

    expect(page.locator(".tl-banner")).to_contain_text("As of today, not as known on 1 June 2025")
    page.get_by_role("link", name="The timeline of that day").click()
    page.wait_for_url("**/timeline/?as-of=2025-06-01")


@pytest.mark.parametrize("lost", ["**/days.json", "**/known.json", "**/events.json", "**/as_of.js"])
def test_should_a_file_of_the_day_not_come_the_page_stays_as_of_today_and_says_so(reader: Readers, lost: str) -> None:
    page = reader().opens("events/may-opening/")
    whole = page.locator(".tl-claim-text").all_inner_texts()
    page.route(lost, lambda route: route.abort())
    page.goto(f"{page.url}?as-of=2025-08-10")

    expect(page.locator(".tl-fails")).to_be_visible()
    expect(page.locator(".tl-banner")).to_have_count(0)
    assert page.locator(".tl-claim-text").all_inner_texts() == whole


def test_earlier_days_of_another_version_are_not_shown(reader: Readers) -> None:
    someone = reader()
    page = someone.opens("events/may-opening/")
    address = f"{page.url}?as-of=2025-08-10"
    told = iter(['{"version":"other","days":[1],"shown":[[0,1]],"lines":[""]}', "null"])
    page.route("**/days.json", lambda route: route.fulfill(body=next(told)))
    for _ in range(2):
        page.goto(address)

        expect(page.locator(".tl-fails")).to_be_visible()
        expect(page.locator(".tl-banner")).to_have_count(0)
        expect(page.locator(".tl-claim").first).to_be_visible()


def test_a_claim_is_reached_by_its_address_on_an_earlier_day_and_can_be_cited(
    reader: Readers, record: Timeline
) -> None:
    claim = record.events_by_id["may-opening"].claims[0]
    page = reader().opens(f"events/may-opening/?as-of=2025-08-10#{claim.anchor}")

    expect(page.locator(".tl-banner")).to_be_attached()
    expect(page.locator(f"[id='{claim.anchor}']")).to_be_in_viewport()
    said = page.locator(f"[id='{claim.anchor}'] .tl-copy summary")
    said.click()
    expect(page.locator(f"[id='{claim.anchor}'] .tl-copies")).to_contain_text("://")


def test_what_the_header_finds_is_of_the_day_of_the_page(reader: Readers, record: Timeline) -> None:
    page = reader().opens("events/lamps-too-short/?as-of=2025-05-01")
    expect(page.locator(".tl-banner")).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type("bridge")
    expect(page.locator(".tl-dialog .tl-count")).to_contain_text("as known on 1 May 2025")

    known = {event.id for event in as_of(record, day("2025-05-01")).events}
    hits = page.locator(".tl-dialog a[href*='/events/']")
    found = hits.evaluate_all("links => links.map(link => link.pathname.split('/').at(-2))")
    assert found
    assert {*found} <= known
    assert all("as-of=2025-05-01" in href for href in hits.evaluate_all("links => links.map(link => link.href)"))


def test_a_list_that_is_narrowed_stays_on_its_day(reader: Readers) -> None:
    page = reader().opens("sources/?as-of=2025-06-01")
    expect(page.locator(".tl-banner")).to_be_visible()
    page.get_by_label("Words", exact=True).fill("a")

    page.wait_for_url("**/sources/?as-of=2025-06-01&q=a")


def test_a_day_that_is_chosen_above_a_chart_is_the_day_of_the_whole_page(reader: Readers) -> None:
    page = reader().opens("expectations/")
    page.get_by_label("As known on").fill("2025-04-15")

    expect(page.locator(".tl-banner")).to_contain_text("As known on 15 April 2025")
    expect(page.locator("#road-in-september")).to_be_hidden()


def test_on_a_day_the_years_count_what_was_known_and_lead_to_their_pages_of_that_day(
    reader: Readers, record: Timeline
) -> None:
    page = reader().opens("timeline/?as-of=2025-09-01")
    expect(page.locator("#_banner")).to_be_visible()
    known = as_of(record, day("2025-09-01")).events

    numbers = page.locator(".tl-years a[data-year] > :last-child").all_inner_texts()
    assert sum(map(int, numbers)) == len(known)
    page.locator(".tl-years a").filter(has_text="2025").click()
    page.wait_for_url("**/timeline/2025/?as-of=2025-09-01")
    expect(page.locator(".tl-banner")).to_contain_text("As known on 1 September 2025")
