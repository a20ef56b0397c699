"""The site of the made-up record in a real browser: built once, served from this machine, opened as readers open it.

A machine without a Chromium runs the other tests and is told so in one line. Under `CI=true` it fails.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.browser import chromium
from tests.browser.server import built, serving
from tests.conftest import SAMPLE
from timeline.checks import read
from timeline.model import Timeline

FOUND = pytest.StashKey[chromium.Search]()
LEFT_OUT = pytest.StashKey[int]()


# -- whether there is a browser ---------------------------------------------------------------------


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Looks for a browser when somebody is about to need one."""
    tests = [item for item in items if isinstance(item, pytest.Function)]
    ours = [item for item in tests if item.get_closest_marker("browser") and "engine" not in item.fixturenames]
    if not ours or config.option.collectonly:
        return
    with sync_playwright() as playwright:
        found = config.stash[FOUND] = chromium.search(playwright, chromium.IN_FEW_PROCESSES)
    if found.launch is not None:
        return
    if os.environ.get("CI") == "true":
        tried = "".join(f"\n  {attempt}" for attempt in found.attempts)
        raise pytest.UsageError(f"no Chromium starts for {len(ours)} browser tests; {chromium.REMEDIES}{tried}")
    config.stash[LEFT_OUT] = len(ours)
    items[:] = [item for item in items if item not in ours]


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Where nothing but browser tests was asked for and none can run, that is no failure."""
    if session.config.stash.get(LEFT_OUT, 0) and exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED:
        session.exitstatus = pytest.ExitCode.OK


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    if number := config.stash.get(LEFT_OUT, 0):
        line = f"{number} browser tests were left out, for no Chromium starts here: {chromium.REMEDIES}"
        terminalreporter.write_line(line, yellow=True)


# -- the site --------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def record() -> Timeline:
    """What the site is about."""
    return read(SAMPLE / "data", "data").timeline


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the site is built; nobody else writes into it."""
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="session")
def site(root: Path) -> Iterator[str]:
    """The address of the site, below a path as on many hosts."""
    with serving(built(SAMPLE, root)) as address:
        yield address


# -- the browser -----------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright, pytestconfig: pytest.Config) -> Iterator[Browser]:
    launch = pytestconfig.stash[FOUND].launch
    assert launch is not None
    started = playwright.chromium.launch(**launch)
    yield started
    with suppress(Exception):
        started.close()


@dataclass
class Reader:
    """Somebody with a browser window, and what it did behind his back."""

    page: Page
    site: str
    elsewhere: list[str] = field(default_factory=list)
    """Requests to other hosts."""
    complaints: list[str] = field(default_factory=list)
    """Console messages, errors of scripts, requests that came to nothing."""

    def opens(self, address: str = "") -> Page:
        self.page.goto(self.site + address, wait_until="load")
        return self.page

    @property
    def address(self) -> str:
        """Where he is now, on the site."""
        return self.page.url.removeprefix(self.site)


Readers = Callable[..., Reader]


@pytest.fixture
def reader(browser: Browser, site: str) -> Iterator[Readers]:
    """Readers with windows of their own: `reader(width=390, dark=True, script=False)`."""
    contexts: list[BrowserContext] = []

    def arrives(width: int = 1280, height: int = 800, dark: bool = False, script: bool = True) -> Reader:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
            reduced_motion="reduce",
        )
        contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        made = Reader(page, site)
        host = urlsplit(site).netloc
        context.on("request", lambda r: made.elsewhere.append(r.url) if _leaves(r.url, host) else None)
        context.on("console", lambda m: made.complaints.append(f"{page.url}: {m.text}"))
        context.on("weberror", lambda e: made.complaints.append(f"{page.url}: {e.error}"))
        context.on("response", lambda r: made.complaints.append(f"{r.status} {r.url}") if r.status >= 400 else None)
        return made

    yield arrives
    for context in contexts:
        context.close()


def _leaves(url: str, host: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme not in ("data", "blob", "about") and parts.netloc != host
