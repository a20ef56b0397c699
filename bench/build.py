"""How long a site takes to build, beside an empty Material site and beside plain MkDocs pages of the same number.

    python bench/build.py [--events 1000] [--runs 5] [--exports]

Whole processes, taken in turn so that a slow moment of the machine meets all alike; medians, and the
ratios between them. Processor seconds are those of all processes of a build together. What exports cost is
the difference between two sites that differ in nothing else, as a share of the build without them, taken for each
round and then the median of those; `--exports` builds no others. The sites know an address, without which some forms
have no files. Output goes to a temporary folder: set TMPDIR to a memory disk to leave the disk out. Python keeps
compiled modules, as it does everywhere but where it was told not to: the first round makes them.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import record

_SITE = """\
site_name: Bench
site_url: https://bench.example/
theme: {name: material, font: false}
plugins: [search%s]
%s"""


_OURS = {
    "timeline": "",
    "timeline, exports: []": "exports: []",
    "timeline, exports: [default, sqlite]": "exports: [default, sqlite]",
    "timeline, page_cache: false": "page_cache: false",
}
"""Our sites, each with its settings."""
_PAIR = tuple(_OURS)[:2]
"""Two that differ in nothing but whether there are exports."""


def main() -> None:
    """Makes the three sites, builds them in turn and prints a table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--events", type=int, default=1000)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--exports", action="store_true", help="only what the exports of a site cost")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        names = _PAIR if chosen.exports else ("empty", *_OURS, "plain pages")
        sites = _sites(Path(folder), chosen.events, names)
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in sites}
        for run in range(chosen.runs + 1):
            for name, site in list(sites.items())[:: -1 if run % 2 else 1]:
                taken = _build(site, Path(folder, "compiled"))
                if run:  # the first round warms caches of the disk and of Python
                    times[name].append(taken)
    print(f"{chosen.events:,} events and {chosen.events:,} sources; {chosen.runs} runs each, {os.cpu_count()} cores")
    if not chosen.exports:
        _table(times)
    _cost(times)


def _sites(folder: Path, number: int, names: tuple[str, ...]) -> dict[str, Path]:
    sites = {name: folder / name for name in names}
    for name, site in sites.items():
        (site / "docs").mkdir(parents=True)
        (site / "docs" / "about.md").write_text("# About\n\nA page.\n", "utf-8")
        ours = name in _OURS
        extra = f", timeline: {{{_OURS[name]}}}" if ours else ""
        hidden = "not_in_nav: /pages/\nnav: [about.md]\n" if name == "plain pages" else ""
        (site / "mkdocs.yml").write_text(_SITE % (extra, hidden), "utf-8")
        if ours:
            record.write(site / "data", number)
        if name == "empty":
            (site / "docs" / "index.md").write_text("# Empty\n", "utf-8")
        if name == "plain pages":
            _plain_pages(site / "docs", number)
    return sites


def _plain_pages(docs: Path, number: int) -> None:
    """As many Markdown pages as the timeline has pages of records, each with about as much text."""
    (docs / "pages").mkdir()
    text = "\n\n".join(" ".join(f"word{(n * 7 + m) % 900}" for m in range(40)) for n in range(3))
    for n in range(2 * number):
        (docs / "pages" / f"{n}.md").write_text(f"# Page {n}\n\n{text}\n", "utf-8")


def _build(site: Path, compiled: Path) -> tuple[float, float]:
    """Seconds until it is there, and seconds of processors."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    environment |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(compiled)}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q"], cwd=site, env=environment, check=True, capture_output=True
    )
    taken, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return taken, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _table(times: dict[str, list[tuple[float, float]]]) -> None:
    empty = statistics.median(seconds for seconds, _ in times["empty"])
    print("\n| site | median s | min..max | beyond empty s | x empty | processor s |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for name, runs in times.items():
        taken = [seconds for seconds, _ in runs]
        median, spent = statistics.median(taken), statistics.median(spent for _, spent in runs)
        spread = f"{min(taken):.2f}..{max(taken):.2f}"
        print(f"| {name} | {median:.2f} | {spread} | {median - empty:.2f} | {median / empty:.1f} | {spent:.2f} |")


def _cost(times: dict[str, list[tuple[float, float]]]) -> None:
    """What the usual exports take of a build, round by round."""
    print("\n| exports cost | median | min..max | of a build without |")
    print("| --- | ---: | ---: | ---: |")
    with_all, without = (times[name] for name in _PAIR)
    for place, unit in enumerate(("s", "processor s")):
        pairs = [(whole[place], bare[place]) for whole, bare in zip(with_all, without, strict=True)]
        shares = [(whole - bare) / bare for whole, bare in pairs]
        more = statistics.median(whole - bare for whole, bare in pairs)
        spread = f"{min(shares):.1%}..{max(shares):.1%}"
        print(f"| {unit} | {more:.2f} | {spread} | {statistics.median(shares):.1%} |")


if __name__ == "__main__":
    main()
