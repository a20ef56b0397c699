"""How long an editor waits under `mkdocs serve`, from a save until the page that is open shows it, save after save.

    python bench/serving.py [--events 1000 | --site FOLDER] [--saves 200] [--page events/event-1/] [--asked]

A headless Chromium has the page open, and reloads it as MkDocs' own script tells it to. A save is over with the frame
behind the one that has drawn the new title. `--asked` leaves the browser out: the page is asked for as that script
would, and a save is over once it is there. Prints, for each tenth of the saves, the median and the worst wait, the
seconds of the server's processor, and how much memory the server had then. Where others use the machine too, the
seconds of the processor are what can be compared. Linux only, for memory and processor.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import record

_SITE = "site_name: Bench\ntheme: {name: material, font: false}\nplugins: [search, timeline]\n"
_EPOCH = re.compile(r"livereload\((\d+), (\d+)\)")
_TITLE = re.compile(r"(?<=\n    title: )[^\n]*")
_TICKS, _MIB = os.sysconf("SC_CLK_TCK"), 2**20
_ROWS = 10
_REST = 0.7
"""Seconds before the next save: nobody saves while the page is still coming."""

_DRAWN = """(() => {
  const drawn = () => { window.drawnAt = performance.timeOrigin + performance.now() }
  const look = () => requestAnimationFrame(document.querySelector('h1') ? () => requestAnimationFrame(drawn) : look)
  look()
})()"""
"""Notes when a page has been drawn, in milliseconds since 1970."""
_SHOWN = "title => window.drawnAt && document.querySelector('h1')?.textContent.includes(title)"

Waited = Callable[[str, Callable[[], None]], float]
"""Saves, and gives the seconds until a page shows a title."""


@dataclass(frozen=True, slots=True)
class Save:
    """One of them."""

    waited: float
    """Seconds until the page showed it."""
    worked: float
    """Seconds of the server's processor."""
    memory: float
    """MiB that the server then held."""


def main() -> None:
    """Makes a site, or takes a copy of one, serves it and saves one file again and again."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--events", type=int, default=1000)
    options.add_argument("--site", type=Path, help="a folder with mkdocs.yml, docs and data to copy")
    options.add_argument("--saves", type=int, default=200)
    options.add_argument("--page", default="", help="the page that is open; by default that of the first event")
    options.add_argument("--asked", action="store_true", help="ask for the page instead of opening it in a browser")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = _site(Path(folder, "site"), chosen.events, chosen.site)
        events = site / "data" / "events.yaml"
        first = re.search(r"^  - id: (\S+)", events.read_text("utf-8"), re.MULTILINE)
        page = chosen.page or f"events/{first[1] if first else ''}/"
        with _serving(site) as server, (_asked if chosen.asked else _opened)(server, page) as waited:
            saves = [_save(server, waited, events, number) for number in range(chosen.saves)]
    _table(saves)


def _site(site: Path, number: int, given: Path | None) -> Path:
    if given:
        for name in ("data", "docs"):
            shutil.copytree(given / name, site / name)
        shutil.copy(given / "mkdocs.yml", site)
    else:
        record.write(site / "data", number)
        (site / "docs").mkdir()
        (site / "docs" / "about.md").write_text("# About\n\nA page.\n", "utf-8")
        (site / "mkdocs.yml").write_text(_SITE, "utf-8")
    return site


@dataclass(frozen=True, slots=True)
class _Server:
    address: str
    process: int

    def get(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path, timeout=600) as answer:
            text: str = answer.read().decode()
        return text

    def worked(self) -> float:
        fields = Path(f"/proc/{self.process}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def memory(self) -> float:
        pages = int(Path(f"/proc/{self.process}/statm").read_text("ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / _MIB


@contextmanager
def _serving(site: Path) -> Iterator[_Server]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": ""}
    log = site / "serve.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
            cwd=site,
            env=environment,
            stdout=out,
            stderr=out,
        )
    try:
        while "Serving on" not in log.read_text("utf-8"):
            if process.poll() is not None:
                raise SystemExit(log.read_text("utf-8"))
            time.sleep(0.1)
        yield _Server(f"http://127.0.0.1:{port}/", process.pid)
    finally:
        process.terminate()
        process.wait()


@contextmanager
def _opened(server: _Server, address: str) -> Iterator[Waited]:
    """A browser that has the page open."""
    from playwright.sync_api import sync_playwright

    sys.path.insert(0, str(Path(__file__).parents[1]))
    from tests.browser import chromium

    with sync_playwright() as playwright:
        if (launch := chromium.search(playwright).launch) is None:
            raise SystemExit(f"no Chromium starts here: {chromium.REMEDIES}")
        browser = playwright.chromium.launch(**launch)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.add_init_script(_DRAWN)
        page.goto(server.address + address)
        page.wait_for_load_state("load")

        def waited(title: str, save: Callable[[], None]) -> float:
            start = time.time()
            save()
            page.wait_for_function(_SHOWN, arg=title, timeout=600_000, polling="raf")
            drawn: float = page.evaluate("window.drawnAt")
            return drawn / 1000 - start

        yield waited
        browser.close()


@contextmanager
def _asked(server: _Server, address: str) -> Iterator[Waited]:
    """The same without a browser: what its script asks for."""

    def waited(title: str, save: Callable[[], None]) -> float:
        if not (found := _EPOCH.search(server.get(address))):
            raise SystemExit(f"{address} does not wait for changes")
        epoch, asked = found[1], found[2]
        start = time.time()
        save()
        while int(told := server.get(f"livereload/{epoch}/{asked}")) <= int(epoch):
            pass
        while title not in server.get(address):
            server.get(f"livereload/{told}/{asked}")
        return time.time() - start

    yield waited


def _save(server: _Server, waited: Waited, file: Path, number: int) -> Save:
    """One word of the first event's title."""
    time.sleep(_REST)
    title, begun = f"A title, version {number}", server.worked()

    def save() -> None:
        file.write_text(_TITLE.sub(title, file.read_text("utf-8"), count=1), "utf-8")

    taken = waited(title, save)
    return Save(taken, server.worked() - begun, server.memory())


def _table(saves: list[Save]) -> None:
    print(f"{len(saves)} saves; load of the machine {', '.join(f'{load:.1f}' for load in os.getloadavg())}\n")
    print("| saves | waited s | worst | processor s | memory MiB |\n| --- | ---: | ---: | ---: | ---: |")
    each = max(1, len(saves) // _ROWS)
    for first in range(0, len(saves), each):
        _row(f"{first + 1} to {first + each}", saves[first : first + each])
    _row("all", saves)


def _row(name: str, saves: list[Save]) -> None:
    waited, worked = [save.waited for save in saves], statistics.median(save.worked for save in saves)
    print(f"| {name} | {statistics.median(waited):.2f} | {max(waited):.2f} | {worked:.2f} | {saves[-1].memory:.0f} |")


if __name__ == "__main__":
    main()
