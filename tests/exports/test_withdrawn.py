"""A document that was withdrawn is called so wherever it is cited."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from tests.conftest import completed
from tests.exports.test_days import outputs
from timeline.browser.data_files import assets
from timeline.loader import load
from timeline.model import Timeline
from timeline.pages import render, site_files
from timeline.queries.index import Index

RECORD = """
record: {title: Drugs, through: 2026-01-01}
sources:
  - {id: study, title: A study, publisher: Journal, issued: 2020-05-22, kind: primary, withdrawn: 2020-06-04,
     doi: 10.1000/182, url: "https://journal.example.org/study"}
  - {id: review, title: A review, publisher: Office, issued: 2020-05-23, kind: primary}
events:
  - id: harm
    date: 2020-05-22
    title: A study says that a drug harms
    status: reported
    claims: [{text: The drug harmed patients., cite: [study, review]}]
"""
GONE = "withdrawn 4 June 2020"


@pytest.fixture
def drugs(tmp_path: Path) -> Timeline:
    (tmp_path / "record.yaml").write_text(completed(RECORD), encoding="utf-8")
    loaded = load(tmp_path)
    assert loaded.problems == ()
    return loaded.timeline


def test_pages_and_paper_say_so(drugs: Timeline) -> None:
    paper = unescape(
        re.sub(r"<[^>]+>", "", next(f.text for f in site_files(Index(drugs)) if f.path == "print/index.html"))
    )
    page = next(page.body for page in render(drugs) if page.address == "events/harm/")

    assert f"Journal, 22 May 2020; primary source, {GONE}." in paper
    assert "1 (withdrawn), 2" in paper
    assert "DOI 10.1000/182." in paper
    assert "withdrawn" in page


@pytest.mark.parametrize("file", ["events/harm/index.md", "updates/feed.xml", "sources/bibliography.ris"])
def test_files_for_others_say_so(drugs: Timeline, file: str) -> None:
    assert GONE in dict(outputs(drugs))[file]


def test_the_search_says_so_of_the_document(drugs: Timeline) -> None:
    lines = next(asset.text for asset in assets(Index(drugs)) if asset.name.startswith("sources-")).split("\n")
    about = json.loads(next(line for line in lines if line.startswith("{")))["about"]

    assert ["22 May 2020", f"primary source, {GONE}"] in about.values()
