"""`mkdocs serve` over wrong data: it answers, it shows the fault, and the mend appears by itself."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.engines.sites import EVENTS, Site

BROKEN = EVENTS.replace("kind: release", "kind: <relase>")
PATIENCE = 20  # seconds, for a machine that has much else to do


class Server:
    """A running `mkdocs serve`, asked for pages."""

    def __init__(self, address: str, log: Path) -> None:
        self.address = address
        self.log = log

    def get(self, page: str = "") -> tuple[int, str]:
        try:
            with urllib.request.urlopen(self.address + page, timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()

    def await_(self, seen: Callable[[str], bool], page: str = "") -> None:
        """Asks until the page looks like that."""
        start = time.monotonic()
        while time.monotonic() - start < PATIENCE:
            status, html = self.get(page)
            if status == 200 and seen(html):
                return
            time.sleep(0.02)
        raise AssertionError(f"never seen; the server said:\n{self.log.read_text()}")


@contextmanager
def serving(site: Site, *words: str) -> Iterator[Server]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = site.root / "serve.log"
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}", *words]
    with log.open("w") as out:
        process = subprocess.Popen(command, cwd=site.root, stdout=out, stderr=out, env=dict(os.environ))
    try:
        start = time.monotonic()
        while "Serving on" not in log.read_text():
            assert process.poll() is None, log.read_text()
            assert time.monotonic() - start < PATIENCE, log.read_text()
            time.sleep(0.02)
        yield Server(f"http://127.0.0.1:{port}/record/", log)
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def shows_fault(html: str) -> bool:
    return "data/events.yaml:6:11" in html and "help: " in html


def shows_site(html: str) -> bool:
    return "The harbour bridge" in html and "data/events.yaml" not in html


def test_a_server_started_on_broken_data_shows_the_fault_and_then_four_times_the_mend(site: Site) -> None:
    site.write("data/events.yaml", BROKEN)
    with serving(site) as server:
        status, html = server.get()
        assert status == 200
        assert shows_fault(html)
        assert "kind: &lt;relase&gt;" in html
        assert "kind: <relase>" not in html
        assert shows_fault(server.get("about/")[1])

        for _ in range(4):
            site.write("data/events.yaml", EVENTS)
            server.await_(shows_site)
            site.write("data/events.yaml", BROKEN)
            server.await_(shows_fault)

        html = server.get("events/opening/")[1]
        assert shows_fault(html)
        assert "kind: &lt;relase&gt;" in html
        assert "The bridge opens" in html  # the last good record stands below the fault
        assert shows_fault(server.get("about/")[1])


def test_a_fault_in_a_page_written_by_hand_is_shown_too(site: Site) -> None:
    site.write("docs/about.md", "# About\n\nIt began with [[openning]].\n")

    with serving(site) as server:
        assert "docs/about.md:3:" in server.get("events/opening/")[1]
        assert server.get("about/")[0] == 200

        site.write("docs/about.md", "# About\n\nIt began with [[opening]].\n")
        server.await_(lambda html: "docs/about.md:3:" not in html, "events/opening/")


def test_a_missing_data_folder_is_shown_and_awaited(site: Site) -> None:
    (site.root / "data").rename(site.root / "elsewhere")

    with serving(site) as server:
        assert server.get()[0] == 200
        assert "missing-folder" in server.get()[1]

        (site.root / "elsewhere").rename(site.root / "data")
        server.await_(shows_site)
        site.write("data/events.yaml", BROKEN)  # and the new folder is watched
        server.await_(shows_fault)


def test_a_wrong_folder_in_mkdocs_yml_is_mended_there(site: Site) -> None:
    site.configure(plugins=["search", {"timeline": {"folder": "dta"}}])

    with serving(site) as server:
        assert "missing-folder" in server.get()[1]

        site.configure(plugins=["search", {"timeline": {"folder": "data"}}])
        server.await_(shows_site)
        site.write("data/events.yaml", BROKEN)
        server.await_(shows_fault)


def test_an_address_that_is_not_there_names_the_fault_as_well(site: Site) -> None:
    site.write("data/events.yaml", BROKEN)

    with serving(site) as server:
        status, html = server.get("events/opening/")

    assert status == 404
    assert shows_fault(html)


@pytest.mark.parametrize("word", ["--no-livereload", "--dirty"])
def test_every_page_is_there_whatever_mkdocs_is_asked_to_leave_out(site: Site, word: str) -> None:
    with serving(site, word) as server:
        for page in ("", "about/", "events/opening/", "sources/gazette/", "embed/events/opening/"):
            assert server.get(page)[0] == 200, page
        site.write("data/events.yaml", EVENTS.replace("The bridge opens", "The bridge is opened"))
        if word == "--dirty":
            server.await_(lambda html: "The bridge is opened" in html, "events/opening/")


@pytest.mark.parametrize("theme", ["mkdocs"])
def test_the_plain_theme_shows_faults_as_well(site: Site, theme: str) -> None:
    site.configure(theme={"name": theme})

    with serving(site) as server:
        assert shows_site(server.get()[1])
        site.write("data/events.yaml", BROKEN)
        server.await_(shows_fault, "events/opening/")
