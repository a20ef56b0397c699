"""When a script or what it looks up does not come: the page is what the build made, and says so, or all of it works."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, Request, Route, expect

from tests.browser.conftest import Readers

pytestmark = pytest.mark.browser

EVENT = "events/wire-cranes/"
OURS = re.compile(r"/(?:assets/timeline/(?:[0-9a-f]{12}/)?|events/[\w-]+/)([\w./-]+\.(?:js|json|txt))$")
BESIDE = "days.json"
"""The one file that lies beside a page."""


@dataclass(frozen=True)
class Visit:
    """What a reader does on a page, and how he sees that it was done."""

    address: str
    does: Callable[[Page], None]
    done: str
    """A selector of what is there then."""


def nothing(page: Page) -> None:
    pass


def types(page: Page) -> None:
    page.locator("#_q").fill("karst", force=True, timeout=2000)


def narrows(page: Page) -> None:
    page.locator(".tl-filter > summary").click(timeout=2000)


def unfolds(page: Page) -> None:
    page.get_by_text("See as chart").click()


def searches(page: Page) -> None:
    page.locator(".tl-find").click(timeout=2000)
    page.keyboard.type("karst")


def points(page: Page) -> None:
    page.locator(".tl-claim .tl-refs a").nth(1).click()


VISITS = {
    "asks by an address": Visit("timeline/?q=karst", nothing, "#_list mark"),
    "finds nothing": Visit("timeline/?q=zzzzqq", nothing, "#_list > :is(p, ul, div)"),
    "types": Visit("timeline/", types, "#_list mark"),
    "narrows": Visit("timeline/", narrows, ".tl-facets fieldset"),
    "unfolds the chart": Visit("timeline/", unfolds, ".tc-fold[data-laid]"),
    "searches": Visit("", searches, ".tl-dialog [role=option] mark"),
    "reads an event": Visit(EVENT, nothing, ".tl-copy"),
    "opens a note": Visit(EVENT, points, "#_preview:popover-open, li:target"),
    "asks for a day": Visit(f"{EVENT}?as-of=2025-08-15", nothing, ".tl-banner"),
    "narrows a list": Visit("sources/?q=bridge", nothing, "form[data-list][data-ready]"),
    "prints a selection": Visit("print/?topic=lamps", nothing, "[data-selection]"),
    "comes by a former address": Visit("events/vote/", nothing, "[data-follows]"),
    "reads a chart": Visit("expectations/", nothing, ".tc-choose:not([hidden])"),
}


FAULTS: dict[str, Callable[[Route], None]] = {
    "is blocked": lambda route: route.abort(),
    "is not there": lambda route: route.fulfill(status=404, body="Not found"),
    "is cut off": lambda route: cut(route),
    "is another page": lambda route: route.fulfill(status=200, content_type="text/html", body="<!doctype html>Sign in"),
}
PARTS = """() => document.documentElement.dataset.failed?.split(' ') ?? []"""
CONTROLS = """parts => [
  ...document.querySelectorAll('[data-script], .tl-page :is(input, select, button), dialog input')]
  .filter(each => each.checkVisibility({ visibilityProperty: true }) && !each.closest('.tl-fails'))
  .filter(each => parts.includes('start') || parts.includes(each.closest('[data-script]')?.dataset.script))
  .map(each => each.outerHTML.slice(0, 80))"""
TEXT = """parts => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`* { content-visibility: visible !important }
    [data-script], .tl-fails, .tl-copy, #_preview { display: none !important }`)
  document.adoptedStyleSheets.push(sheet)
  document.querySelectorAll('noscript').forEach(each => each.remove())
  return (document.querySelector('.tl-page') ?? document.querySelector('main')).innerText.replace(/\\s+/g, ' ')
}"""
"""What a page says, save its controls and the sentence that says why they are missing."""


def cut(route: Route) -> None:
    with suppress(Error):  # its page is closed meanwhile
        answer = route.fetch()
        body = answer.body()
        route.fulfill(response=answer, body=body[: len(body) // 2])


@pytest.fixture(scope="module")
def needed(browser: Browser, site: str) -> dict[str, str]:
    """For each file of ours, somebody who needs it."""
    found: dict[str, str] = {}
    for name, visit in VISITS.items():
        context = browser.new_context()
        page = context.new_page()
        asked: list[Request] = []
        page.on("request", partial(list.append, asked))
        page.goto(site + visit.address)
        visit.does(page)
        page.locator(visit.done).first.wait_for()
        page.wait_for_timeout(500)
        context.close()
        for match in filter(None, (OURS.search(request.url) for request in asked)):
            found.setdefault(match[1], name)
    return found


@pytest.fixture(scope="module")
def plain() -> dict[str, str]:
    """What pages say to who has no script, by the visit, once somebody has asked."""
    return {}


def test_every_script_and_every_file_is_needed_by_somebody(needed: dict[str, str], root: Path) -> None:
    """So that what is new is tried below."""
    folder = root / "record/assets/timeline"
    paths = (path.relative_to(folder) for path in folder.rglob("*.*"))
    names = {re.sub("^[0-9a-f]{12}/", "", path.as_posix()) for path in paths}
    looked_up = {name for name in names if name.endswith((".js", ".json", ".txt"))} - {"version.txt"}
    assert looked_up == set(needed) - {BESIDE}


@pytest.mark.parametrize("turn", range(len(FAULTS)))
def test_where_a_file_does_not_come_all_works_or_the_page_is_that_of_the_build_and_says_so_once(
    reader: Readers, needed: dict[str, str], plain: dict[str, str], turn: int
) -> None:
    """Each script meets one fault, each file of data all of them: a quarter of the scripts in each turn."""
    wrong = []
    for number, (file, name) in enumerate(sorted(needed.items())):
        if file.endswith(".js") and number % len(FAULTS) != turn:
            continue
        fault = list(FAULTS)[(number // len(FAULTS) + turn) % len(FAULTS)]
        visit = VISITS[name]
        someone = reader()
        page = someone.page
        page.route(re.compile(f"/{re.escape(file)}$"), FAULTS[fault])
        someone.opens(visit.address)
        with suppress(Error):  # a control that is gone
            visit.does(page)
        page.locator(f"{visit.done}, .tl-fails").first.wait_for()
        if failed := page.evaluate(PARTS):
            said = page.locator(".tl-fails")
            if said.count() > 1 or not said.is_visible() or "could not be loaded" not in said.inner_text():
                wrong.append(f"{file} {fault}: {said.all_inner_texts()}")
            if controls := page.evaluate(CONTROLS, failed):
                wrong.append(f"{file} {fault}: dead {controls}")
            there, whole = page.evaluate(TEXT), without_script(reader, name, plain)
            if there != whole:
                wrong.append(f"{file} {fault}, {failed}: half a state, {set(there.split()) ^ set(whole.split())}")
        page.context.close()
    assert wrong == [], "\n".join(wrong)


def without_script(reader: Readers, name: str, known: dict[str, str]) -> str:
    """What the page says to who has no script and does the same."""
    if name not in known:
        page = reader(script=False).opens(VISITS[name].address)
        with suppress(Error):
            VISITS[name].does(page)
        known[name] = page.evaluate(TEXT)
        page.context.close()
    return known[name]


def test_a_page_of_an_older_build_says_that_the_site_has_changed(reader: Readers) -> None:
    """Its folder is gone from the server, and another one holds."""
    someone = reader()
    someone.page.route("**/assets/timeline/*/modules/timeline.js", lambda route: route.fulfill(status=404))
    someone.page.route("**/assets/timeline/version.txt", lambda route: route.fulfill(body="0123456789ab"))
    page = someone.opens("timeline/?q=karst")

    expect(page.locator(".tl-fails")).to_contain_text("The site has changed since this page was loaded.")
    expect(page.locator(".tl-fails")).to_contain_text("all of it is shown")
    page.unroute_all()
    page.get_by_role("button", name="Load the page again").click()
    expect(page.locator("#_list mark").first).to_be_visible()
    expect(page.locator(".tl-fails")).to_have_count(0)


@pytest.mark.parametrize("file", ["events.json", "interface.json", "index-0.txt", "files.json"])
def test_a_file_of_another_build_at_an_address_of_this_one_is_not_taken(reader: Readers, file: str) -> None:
    def other(route: Route) -> None:
        body = route.fetch().text()
        route.fulfill(body=body.replace('"stamp":"', '"stamp":"0') + " ")

    someone = reader()
    someone.page.route(f"**/assets/timeline/*/{file}", other)
    page = someone.opens("timeline/?q=karst")

    expect(page.locator(".tl-fails")).to_be_visible()
    expect(page.locator("#_list details").first).to_be_visible()


@pytest.mark.parametrize("file", ["start.js", "modules/timeline.js", "events.json"])
def test_while_what_an_address_asks_for_is_on_its_way_the_page_says_so(reader: Readers, file: str) -> None:
    someone = reader()
    waiting: list[Route] = []
    someone.page.route(re.compile(f"/{re.escape(file)}$"), lambda route: waiting.append(route))
    page = someone.page
    page.goto(f"{someone.site}timeline/?q=karst", wait_until="commit")

    expect(page.locator(".tl-fails")).to_contain_text("still being looked up")
    if file == "start.js":
        expect(page.locator("#_q")).not_to_be_visible()
    for route in waiting:
        route.continue_()
    expect(page.locator("#_list mark").first).to_be_visible()
    expect(page.locator(".tl-fails")).to_have_count(0)


def test_a_number_that_is_chosen_before_any_script_is_there_waits_for_its_note(reader: Readers) -> None:
    someone = reader(width=390)
    waiting: list[Route] = []
    someone.page.route("**/start.js", lambda route: waiting.append(route))
    page = someone.page
    page.goto(someone.site + EVENT, wait_until="commit")

    page.locator(".tl-claim .tl-refs a").nth(1).click()
    page.wait_for_timeout(300)
    assert someone.address == EVENT, "nobody is thrown to the foot"
    for route in waiting:
        route.continue_()
    expect(page.locator("#_preview")).to_be_visible()


@pytest.mark.parametrize("turn", range(4))
def test_however_long_any_file_is_in_coming_the_page_says_so_and_works_when_it_is_there(
    reader: Readers, needed: dict[str, str], turn: int
) -> None:
    """Each file in turn: who asked by an address is told meanwhile, and what was done in the meantime is not lost."""
    wrong = []
    for file, name in sorted(needed.items())[turn::4]:
        visit, someone = VISITS[name], reader()
        waiting: list[Route] = []
        page = someone.page
        page.route(re.compile(f"/{re.escape(file)}$"), partial(list.append, waiting))
        page.goto(someone.site + visit.address, wait_until="commit")
        done = _does(visit, page)
        page.wait_for_timeout(1200)
        if waiting and "?" in visit.address:
            with suppress(Error):  # below
                page.locator(f"{visit.done}, .tl-fails").first.wait_for(timeout=5000)
        told = page.locator(".tl-fails").all_inner_texts()
        if waiting and "?" in visit.address and not page.locator(visit.done).count() and len(told) != 1:
            wrong.append(f"{file}, {name}: meanwhile {told}")
        if waiting and any("could not be loaded" in words for words in told):
            wrong.append(f"{file}, {name}: given up early")
        page.route(re.compile(f"/{re.escape(file)}$"), lambda route: route.continue_())  # from now on
        for route in waiting:
            route.continue_()
        if not done:
            page.wait_for_load_state()
            _does(visit, page)
        try:
            page.locator(visit.done).first.wait_for(timeout=5000)
        except Error:
            wrong.append(f"{file}, {name}: nothing came of it")
        if left := page.locator(".tl-fails:visible").all_inner_texts():
            wrong.append(f"{file}, {name}: afterwards {left}")
        page.context.close()
    assert wrong == [], "\n".join(wrong)


def _does(visit: Visit, page: Page) -> bool:
    """Whether it could be done."""
    try:
        visit.does(page)
    except Error:
        return False
    return True
