"""Types questions into the real search in a real browser, all in one go, and says which were answered.

    python -m tests.search.asking data tests/search/shipped.yaml

What makes an answer stands in `shipped.yaml`. Nothing but the files that scripts look up is built: a search needs to
know what pages there are, and no page.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import yaml
from playwright.sync_api import Page, sync_playwright

from tests.browser import chromium
from timeline import browser
from timeline.browser import fallback
from timeline.browser.checksums import listed
from timeline.browser.data_files import Document, assets, written
from timeline.checks import read
from timeline.html.context import Context
from timeline.pages.registry import drawn, overviews

MOST = 3
"""Among so many of its group a page has to be."""
_STAMP = "5ea7c4"
_PAGE = """<!doctype html><html lang="en"><title>Search</title>
<header><a class="tl-find" href="timeline/" data-close="Close"><span>Search</span></a></header>
<script type="module" src="assets/timeline/5ea7c4/start.js"></script>"""
_ASK = """async asked => {
  document.querySelector('.tl-find').click()
  const rest = ms => new Promise(done => setTimeout(done, ms))
  const box = document.querySelector('.tl-dialog input'), results = document.querySelector('#_results')
  const count = document.querySelector('.tl-dialog .tl-count')
  const types = async text => {
    delete results.dataset.answers
    box.value = text
    box.dispatchEvent(new InputEvent('input', { bubbles: true }))
    for (let turn = 0; turn < 100 && results.dataset.answers !== text; turn++) await rest(turn < 20 ? 2 : 20)
  }
  for (const text of ['a', '']) { await types(text); await rest(100) }
  const part = name => import(`/assets/timeline/5ea7c4/modules/${name}.js`)
  const [{ load }, question, { filtered, saying }, { elsewhere }] =
    await Promise.all(['event_columns', 'question', 'filtering', 'search'].map(part))
  const events = await load('/assets/timeline/5ea7c4/')
  const beside = document.createElement('div')
  const box_finds = async text => {
    const { question: read } = question.asked(events, text)
    await events.prepare(read)
    const { places } = filtered(events, read, saying(events, read))
    await elsewhere(events, read, beside, '/')
    const first = [...beside.querySelectorAll('ol a')].map(each => each.getAttribute('href'))
    return first.length ? first : [...places].map(place => `/events/${events.ids.at(place)}/`).sort()
  }
  const answers = []
  for (const text of asked) {
    await types(text)
    const groups = {}
    for (const group of results.querySelectorAll('[role=group]')) {
      const name = group.getAttribute('aria-labelledby').replace('_group-', '')
      groups[name] = [...group.querySelectorAll('[role=option]:not(.tl-all)')].map(each => each.getAttribute('href'))
    }
    const offers = [...document.querySelectorAll('.tl-dialog [data-try]')].map(each => each.dataset.try)
    const ways = [...document.querySelectorAll('.tl-dialog a[href*="as-of="]')]
    const days = ways.map(each => each.href.split('as-of=')[1].slice(0, 10))
    answers.push({ groups, offers, days, said: count.textContent, beside: text ? await box_finds(text) : [] })
  }
  return answers
}"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@dataclass(frozen=True)
class Question:
    """What is typed, and what must come of it."""

    kind: str
    ask: str
    find: tuple[str, ...] = ()
    day: str = ""
    meant: str = ""
    nothing: bool = False

    def fault(self, answer: dict[str, Any]) -> str:
        """What is missing in an answer, in words; nothing where it is complete."""
        found = [href for hrefs in answer["groups"].values() for href in hrefs[:MOST]]
        missing = [id for id in self.find if not any(f"/{id}/" in href for href in found)]
        if missing:
            return f"{', '.join(missing)} not among {[h.strip('/') for h in found]}"
        if self.day and self.day not in answer["days"]:
            return f"the record as known on {self.day} is not offered"
        if self.meant and self.meant not in answer["offers"] and not set(found) & set(answer.get("meant", ())):
            return f"{self.meant} is not offered, but {answer['offers']}"
        if self.nothing and (answer["groups"] or answer["offers"]):
            return f"found {answer['groups']}, offered {answer['offers']}"
        return ""


def questions(path: Path) -> list[Question]:
    """Those of a file, kind by kind."""
    kinds = yaml.safe_load(path.read_text(encoding="utf-8"))
    asked = []
    for kind, each_of_kind in kinds.items():
        for each in each_of_kind:
            day, meant = str(each.get("day", "")), str(each.get("meant", ""))
            asked.append(Question(kind, str(each["ask"]), tuple(each.get("find", ())), day, meant, "nothing" in each))
    return asked


def write(data: Path, folder: Path) -> None:
    """What the search of a record needs, and a page to open it on."""
    context = Context.of(read(data, "data").timeline)
    here = folder / "assets" / "timeline" / _STAMP
    shutil.copytree(Path(browser.__file__).parent / "js", here)
    pages = (Document(*found) for page in drawn(overviews(context)) for found in page.found)
    looked_up = [*assets(context.index), written(pages)]
    sums = listed(_STAMP, {asset.name: asset.text.encode() for asset in looked_up})
    for asset in (*looked_up, sums):
        (here / asset.name).write_text(asset.text, encoding="utf-8")
    help = fallback.shared("assets/timeline")
    (folder / help.path).write_text(help.text, encoding="utf-8")
    page = _PAGE.replace("<header>", f"{fallback.element('assets/timeline/')}<header>")
    (folder / "index.html").write_text(page, encoding="utf-8")


def answers(page: Page, folder: Path, asked: Iterable[str]) -> list[dict[str, Any]]:
    """What the box finds, question by question."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        found: list[dict[str, Any]] = page.evaluate(_ASK, list(asked))
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    return found


def asked_of(page: Page, folder: Path, asked: Sequence[Question]) -> tuple[list[str], list[dict[str, Any]]]:
    """What is missing in the answer to each, what is found at once need not be offered; and the answers."""
    meant = [each.meant for each in asked if each.meant]
    found = answers(page, folder, [each.ask for each in asked] + meant)
    firsts = {word: [href for hrefs in each["groups"].values() for href in hrefs[:MOST]]
              for word, each in zip(meant, found[len(asked):], strict=True)}  # fmt: skip
    faults = [
        each.fault(answer | {"meant": firsts.get(each.meant, [])}) for each, answer in zip(asked, found, strict=False)
    ]
    return faults, found[: len(asked)]


def main(data: str, file: str) -> None:
    """Prints what was not answered, and the score, kind by kind."""
    asked = questions(Path(file))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        write(Path(data), Path(folder))
        launch = chromium.search(playwright).launch
        assert launch is not None, chromium.REMEDIES
        started = playwright.chromium.launch(**launch)
        faults, _ = asked_of(started.new_page(), Path(folder), asked)
        started.close()
    for question, fault in zip(asked, faults, strict=True):
        if fault:
            print(f"{question.kind}: {question.ask}: {fault}")
    for kind in dict.fromkeys(question.kind for question in asked):
        own = [fault for question, fault in zip(asked, faults, strict=True) if question.kind == kind]
        print(f"{kind}: {own.count('')} of {len(own)}")
    print(f"all: {faults.count('')} of {len(faults)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
