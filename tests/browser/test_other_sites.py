"""The made-up record in other themes, and opened from a folder: what works there, and what says that it rests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Reader, Readers
from tests.browser.server import built, serving
from tests.conftest import SAMPLE

pytestmark = pytest.mark.browser

EVENT = "events/wire-cranes/"


@pytest.fixture(scope="module", params=["mkdocs", "readthedocs"])
def themed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site in another theme, which would else fetch a script from another host."""
    theme = {"name": request.param, "highlightjs": False}
    with serving(built(SAMPLE, tmp_path_factory.mktemp(request.param), theme=theme)) as address:
        yield address


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose addresses are files."""
    return built(SAMPLE, tmp_path_factory.mktemp("folder"), use_directory_urls=False) / "record"


def at(someone: Reader, site: str) -> Reader:
    someone.site = site
    return someone


def unexplained(someone: Reader) -> list[str]:
    """What is said but for what `mkdocs` says by itself where its own search is left out: its window is missing."""
    return [said for said in someone.complaints if "reading 'backdrop'" not in said]


@pytest.mark.parametrize("width", [1280, 390])
def test_in_another_theme_notes_open_the_search_finds_and_nothing_breaks_the_policy(
    reader: Readers, themed: str, width: int
) -> None:
    someone = at(reader(width=width, dark=width == 390), themed)
    page = someone.opens(EVENT)

    page.locator(".tl-claim .tl-refs a").nth(1).click()
    expect(page.locator("#_preview")).to_contain_text("Northwire, 14 August 2025")
    page.keyboard.press("Escape")
    signs = page.locator(".tl-page li").evaluate_all(
        """all => {
          const style = each => getComputedStyle(each).listStyleType
          return all.filter(li => style(li) !== style(li.parentElement)).map(li => li.outerHTML.slice(0, 80))
        }"""
    )
    assert signs == []
    page.keyboard.press("/")
    page.locator(".tl-dialog input").fill("karst")
    expect(page.locator(".tl-dialog [role=option]").first).to_contain_text("the cranes hold up")
    page = someone.opens("timeline/?topic=lamps")
    expect(page.locator("#_shown")).to_contain_text("4 of")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert unexplained(someone) == []


def test_a_site_in_a_folder_is_read_from_link_to_link_and_says_why_its_scripts_rest(
    reader: Readers, folder: Path
) -> None:
    someone = at(reader(), f"{folder.as_uri()}/")
    page = someone.opens("index.html")

    page.locator(".tl-page a[href*='events/']:not(svg a):visible").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url.endswith("/index.html") or "/index.html#" in page.url
    page = someone.opens(f"{EVENT}index.html")
    page.locator(".tl-claim .tl-refs a").nth(1).click()
    note = page.locator("li:target")
    expect(note).to_be_in_viewport()
    expect(note).to_contain_text("attributed to three people familiar with the matter")
    page = someone.opens("timeline/index.html?topic=lamps")
    expect(page.locator(".tl-fails")).to_contain_text("opened from a folder")
    expect(page.locator("#_q")).to_be_hidden()
    expect(page.locator(".tl-find")).to_be_hidden()
    assert page.locator("#_list .tl-card:visible").count() > 10
