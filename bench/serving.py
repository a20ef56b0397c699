"""How long an editor waits under `mkdocs serve`, from a save until the page that is open shows it, save after save.

    python bench/serving.py [--events 1000 | --site FOLDER] [--saves 200] [--page events/event-1/]

The page that is open waits for the server as MkDocs' own script does, and is fetched anew when the server says so;
what a browser needs to draw it comes on top. Prints the median and the worst of the first and of the last ten saves,
in seconds of the clock and of the server's processor, and how much memory the server had then. Where others use the
machine too, the seconds of the processor are what can be compared. Linux only, for memory and processor.
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
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import record

_SITE = "site_name: Bench\ntheme: {name: material, font: false}\nplugins: [search, timeline]\n"
_EPOCH = re.compile(r"livereload\((\d+), (\d+)\)")
_TITLE = re.compile(r"(?<=\n    title: )[^\n]*")
_TICKS, _MIB = os.sysconf("SC_CLK_TCK"), 2**20
_SHOWN = 10


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
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = _site(Path(folder, "site"), chosen.events, chosen.site)
        events = site / "data" / "events.yaml"
        first = re.search(r"^  - id: (\S+)", events.read_text("utf-8"), re.MULTILINE)
        page = chosen.page or f"events/{first[1] if first else ''}/"
        with _serving(site) as server:
            saves = [_save(server, page, events, number) for number in range(chosen.saves)]
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


def _save(server: _Server, page: str, file: Path, number: int) -> Save:
    """One word of the first event's title, and what then happens in a browser that has its page open."""
    if not (found := _EPOCH.search(server.get(page))):
        raise SystemExit(f"{page} does not wait for changes")
    time.sleep(0.7)  # nobody saves while the page is still coming
    begun, start = server.worked(), time.perf_counter()
    file.write_text(_TITLE.sub(f"A title, version {number}", file.read_text("utf-8"), count=1), "utf-8")
    epoch, asked = found[1], found[2]
    while int(told := server.get(f"livereload/{epoch}/{asked}")) <= int(epoch):
        pass
    while f"A title, version {number}" not in server.get(page):
        server.get(f"livereload/{told}/{asked}")
    return Save(time.perf_counter() - start, server.worked() - begun, server.memory())


def _table(saves: list[Save]) -> None:
    print(f"{len(saves)} saves\n")
    print("| saves | waited s | worst | processor s | memory MiB |\n| --- | ---: | ---: | ---: | ---: |")
    for name, some in (("first", saves[:_SHOWN]), ("last", saves[-_SHOWN:])):
        waited, worked = [each.waited for each in some], statistics.median(each.worked for each in some)
        print(
            f"| {name} | {statistics.median(waited):.2f} | {max(waited):.2f} | {worked:.2f} | {some[-1].memory:.0f} |"
        )


if __name__ == "__main__":
    main()
