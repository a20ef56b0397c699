"""How long a reader waits: first view, ready, keystrokes, the first query, and how large the data is.

    python bench/browser.py [--events 1000 10000] [--runs 5] [--words]

Makes a record of each size, builds it as this repository builds its own, serves it compressed from this
machine and opens it in a headless Chromium, at full speed and with the processor slowed down four times (at
the size of a phone). On a machine with other work to do, only the best of several runs says what the site takes.
"""

from __future__ import annotations

import argparse
import gzip
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

import record
from server import serving

from tests.browser import chromium

_SITE = """\
site_name: Bench
site_url: https://bench.example/
site_description: A made-up chronology that is only there to be measured
docs_dir: docs
theme:
  name: material
  font: false
  features: [navigation.tabs]
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default, toggle: {icon: material/brightness-7, name: Dark}}
    - {media: "(prefers-color-scheme: dark)", scheme: slate, toggle: {icon: material/brightness-4, name: Light}}
nav: [index.md, timeline/index.md, sources/index.md, about.md]
plugins: [timeline]
"""

_READY = """async () => {
  while (!document.querySelector('.tl-controls[data-ready]')) await new Promise(r => setTimeout(r, 1))
  await new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))
  return performance.now()
}"""

_HELP = """
  const form = document.querySelector('form.tl-controls'), box = form.elements.q
  const list = document.querySelector('#_list')
  const timed = act => new Promise(done => {
    form.addEventListener('tl-drawn', () => { list.offsetHeight; done(performance.now() - start) }, {once: true})
    const start = performance.now()
    act()
  })
  const rest = ms => new Promise(r => setTimeout(r, ms))
  const letters = text => { box.value = text; box.dispatchEvent(new InputEvent('input', {bubbles: true})) }
"""

_FIRST = "async word => {" + _HELP + "box.focus(); return timed(() => letters(word)) }"

_KEYS = (
    "async words => {"
    + _HELP
    + """
  const times = []
  for (const word of words) {
    for (let n = 1; n <= word.length; n++) { times.push(await timed(() => letters(word.slice(0, n)))); await rest(60) }
    await rest(700)
    times.push(await timed(() => letters('')))
    await rest(700)
  }
  return times
}"""
)

_CLICKS = (
    "async () => {"
    + _HELP
    + """
  form.querySelector('details').open = true
  await rest(1000)
  const times = []
  for (const at of [0, 3, 11, 14, 20, 22, 25, 0, 3, 11, 14, 20, 22, 25]) {
    times.push(await timed(() => form.querySelectorAll('.tl-facets input')[at].click()))
    await rest(150)
  }
  return times
}"""
)


@dataclass
class Figures:
    """What was measured on one site at one speed, in milliseconds."""

    ready: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    keys: list[list[float]] = field(default_factory=list)
    """One list a run, each keystroke at the same place in all of them."""
    clicks: list[list[float]] = field(default_factory=list)
    bytes: int = 0
    elements: int = 0


def main() -> None:
    """Builds, measures and prints."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--events", type=int, nargs="+", default=[1000, 10000])
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--keep", type=Path, help="a folder for the sites, built only where they are missing")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        launch = chromium.search(playwright).launch
        if launch is None:
            sys.exit(f"no Chromium starts here: {chromium.REMEDIES}")
        browser = playwright.chromium.launch(**launch)
        for number in chosen.events:
            site = built((chosen.keep or Path(folder)) / str(number), number)
            with serving(site) as address:
                for slower in (1, 4):
                    _print(number, slower, _measured(browser, address, slower, chosen.runs))
            _print_data(site, number)
        browser.close()


def built(folder: Path, number: int) -> Path:
    """The folder of a site with a made-up record of that size."""
    site = folder / "site"
    if not site.exists():
        (folder / "docs").mkdir(parents=True, exist_ok=True)
        (folder / "docs" / "about.md").write_text("# About\n\nA page.\n", "utf-8")
        (folder / "mkdocs.yml").write_text(_SITE, "utf-8")
        record.write(folder / "data", number)
        environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder, env=environment, check=True)
    return site


def _measured(browser: Browser, address: str, slower: int, runs: int) -> Figures:
    figures = Figures()
    words = _words(slower)
    for _ in range(runs):
        for page, received in _opened(browser, address, slower):
            figures.ready.append(page.evaluate(_READY))
            page.wait_for_load_state("networkidle")
            figures.bytes, figures.elements = sum(received), page.evaluate("document.querySelectorAll('*').length")
            figures.first.append(page.evaluate(_FIRST, words[0]))
            page.wait_for_timeout(1200)
            figures.keys.append(page.evaluate(_KEYS, words))
            figures.clicks.append(page.evaluate(_CLICKS))
    return figures


def _words(slower: int) -> list[str]:
    """Five words of the record, of common and of rare ones."""
    import random

    words = record._vocabulary(random.Random(20261122))[0]
    return [words[0], words[3], words[40], words[300], words[2000]]


def _opened(browser: Browser, address: str, slower: int) -> Iterator[tuple[Page, list[int]]]:
    size = {"width": 1280, "height": 800} if slower == 1 else {"width": 412, "height": 823}
    context = browser.new_context(viewport=size)  # type: ignore[arg-type] # a literal of its own
    page = context.new_page()
    session = context.new_cdp_session(page)
    received: list[int] = []
    session.on("Network.loadingFinished", lambda event: received.append(int(event["encodedDataLength"])))
    session.send("Network.enable")
    if slower > 1:
        session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.goto(f"{address}timeline/", wait_until="commit")
    yield page, received
    context.close()


def _print(number: int, slower: int, figures: Figures) -> None:
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    print(f"\n{number:,} events, {slower}x, best of {len(figures.ready)}; load of the machine {load}\n")
    print(f"| first view, gzip KB | {figures.bytes / 1000:.1f} |")
    print(f"| elements | {figures.elements:,} |")
    for name, taken in (("ready", figures.ready), ("first query on a cold page", figures.first)):
        print(f"| {name}, s: best, median, worst | {_spread(taken)} |")
    for name, runs in (("keystroke", figures.keys), ("facet click", figures.clicks)):
        every = sorted(time for run in runs for time in run)
        best = sorted(min(times) for times in zip(*runs, strict=True))
        values = f"{_at(best, 0.5)}, {_at(best, 0.95)}, {_at(every, 0.95)}"
        print(f"| {name}, ms: p50 and p95 of the best of each, p95 of all | {values} |")


def _at(ordered: Sequence[float], share: float) -> str:
    return f"{ordered[int(len(ordered) * share)]:.1f}"


def _spread(taken: Sequence[float]) -> str:
    return f"{min(taken) / 1000:.3f}, {statistics.median(taken) / 1000:.3f}, {max(taken) / 1000:.3f}"


def _print_data(site: Path, number: int) -> None:
    (folder,) = (path.parent for path in (site / "assets/timeline").glob("*/events.json"))
    sizes: dict[str, int] = {path.name: len(gzip.compress(path.read_bytes(), 6)) for path in folder.glob("*.*")}
    words = {name: size for name, size in sizes.items() if name.startswith(("index", "words", "sources"))}
    print(f"| events.json, B per event gzip | {sizes['events.json'] / number:.1f} |")
    print(f"| words, B per record gzip | {sum(words.values()) / (2 * number):.1f} |")
    print(f"| largest shard, gzip KB | {max(words.values()) / 1000:.1f} of {len(words)} |")


if __name__ == "__main__":
    main()
