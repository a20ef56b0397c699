"""No file of a built site names a day that nobody typed, however the dates are sorted, drawn or exported.

The whole site is built by the real engine and every file of it is read, for a month that became its
first day does its harm wherever it is printed.
"""

from __future__ import annotations

import datetime
import gzip
import json
import logging
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import completed
from tests.engines.sites import Site
from tests.exports.test_days import told
from timeline.dates import parse, words
from timeline.html.page import Page
from timeline.site.file import SiteFile

VAGUE = {
    "year": "2019",
    "month": "2021-02",
    "decade": "197X",
    "century": "18XX",
    "season": "2022-24",
    "quarter": "2023-34",
    "about-a-month": "2020-11~",
    "uncertain-year": "1931?",
    "months": "2018-04/2018-06",
    "since": "2017-09/..",
    "between-months": "[2016-02..2016-08]",
    "years": "1914/1918",
}
THROUGH = "2024-03-17"
ADDED = "2024-03-11"

_MONTHS = [datetime.date(2000, month, 1).strftime("%B") for month in range(1, 13)]
_ISO = re.compile(r"(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])")
_COMPACT = re.compile(r"(?<![\w.])(?:1[4-9]|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\w|\.\w)")
_WORDS = re.compile(rf"\b\d{{1,2}}\.? (?:to \d{{1,2}} )?(?:{'|'.join(_MONTHS)})\b(?: \d{{4}})?")
_AMERICAN = re.compile(rf"\b(?:{'|'.join(_MONTHS)}) \d{{1,2}}\b(?:, \d{{4}})?")
_SHORT = re.compile(r"\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b(?: \d{4})?")


@pytest.fixture
def vague_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Twelve events and twelve documents, none with a day; the folder that was built."""
    monkeypatch.chdir(tmp_path)
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    record = {
        "record": {"title": "The long bridge", "through": THROUGH},
        "sources": [{"id": f"paper-{name}", "issued": date} for name, date in VAGUE.items()],
        "events": [
            {
                "id": name,
                "date": date,
                "added": ADDED,
                "key": "true",
                "summary": f"It was the {name.replace('-', ' ')}.",
                "rivals": [{"date": "19XX", "cite": f"paper-{name}"}],
                "dates": {"announced": {"date": date, "cite": f"paper-{name}"}},
                "claims": [{"cite": f"paper-{name}"}],
            }
            for name, date in VAGUE.items()
        ],
        "expectations": [
            {"id": f"hope-{name}", "about": "bridge", "said": "1850", "window": date, "cite": "paper-century"}
            for name, date in VAGUE.items()
            if name not in ("century", "since")
        ],
        "tracks": [{"id": "use", "states": [{"from": "1914", "to": "2021-02", "state": "open", "event": "years"}]}],
    }
    site = Site(tmp_path)
    site.write("data/record.yaml", completed(json.dumps(record)))
    site.write("docs/about.md", "# About\n\nIt began with [[decade]], as is said[@paper-months].\n")
    return site.build(
        site_name="The long bridge",
        site_url="https://bridge.example/",
        theme={"name": "material", "font": False},
        plugins=["search", "timeline"],
    )


def texts(built: Path) -> Iterator[tuple[str, str]]:
    """Every file that speaks of the record, by its name; the theme's own style and script left out."""
    for path in sorted(path for path in built.rglob("*") if path.is_file()):
        name = path.relative_to(built).as_posix()
        if name.startswith("assets/") and not name.startswith("assets/timeline/"):
            continue
        content = path.read_bytes()
        text = (gzip.decompress(content) if name.endswith(".gz") else content).decode()
        bounded = name.startswith("api/") or (name.startswith("data/") and name.endswith(".csv"))
        yield name, told(SiteFile(name, text)) if bounded else text  # where bounds are called so


def test_no_file_of_the_site_names_a_day_that_nobody_typed(vague_site: Path) -> None:
    typed = {THROUGH, ADDED, "17 March 2024", "11 March 2024"}
    patterns = (_ISO, _COMPACT, _WORDS, _AMERICAN, _SHORT)

    named = {
        f"{name}: {match.group()}"
        for name, text in texts(vague_site)
        for pattern in patterns
        for match in pattern.finditer(text)
        if match.group() not in typed
    }

    assert named == set()


def test_every_vague_date_is_on_the_site_as_vague_as_it_is(vague_site: Path) -> None:
    pages = dict(texts(vague_site))
    assert {"index.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json", "404.html"} <= pages.keys()

    shown = {name: re.search(r'class="tl-date">(.*?)</span>', pages[f"events/{name}/index.html"]) for name in VAGUE}
    assert {name: re.sub("<.*?>", "", found.group(1)) for name, found in shown.items() if found} == {
        name: words(parse(date)) for name, date in VAGUE.items()
    }


def test_a_day_that_is_typed_would_be_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The search of the test above is no use if it finds nothing at all."""
    samples = "2025-05-01 20250501 1 May 2025 1 to 15 May 2025 May 1, 2025 1. May 1 Jan 2025"

    found = {pattern.pattern for pattern in (_ISO, _COMPACT, _WORDS, _AMERICAN, _SHORT) if pattern.search(samples)}

    assert len(found) == 5


def test_vague_events_stand_under_no_month_they_do_not_have(pages_of: Callable[[str], dict[str, Page]]) -> None:
    """What lasted stands where it began."""
    pages = pages_of("events:\n" + "\n".join(f"  - {{id: {name}, date: '{date}'}}" for name, date in VAGUE.items()))

    sections = re.findall(r'<h2 id="[^"]*">([^<]*)</h2>(.*?)</section>', pages["timeline/"].body, re.DOTALL)
    months = {name: re.findall(r'<article[^>]* id="([^"]*)"', cards) for name, cards in sections}
    assert {name: ids for name, ids in months.items() if "," not in name} == {
        "1914 to 1918": ["years"],
        "Possibly 1931": ["uncertain-year"],
        "Some time in 2019": ["year"],
        "Between February and August 2016": ["between-months"],
        "Winter 2022/23": ["season"],
        "Second quarter of 2023": ["quarter"],
        "September 2017": ["since"],
        "April 2018": ["months"],
        "November 2020": ["about-a-month"],
        "February 2021": ["month"],
    }
