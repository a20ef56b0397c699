"""The charts of a ten-event record, kept as pictures.

Open the files in a browser and look at them before a change is accepted. `UPDATE_GOLDEN=1` writes them anew.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest

from timeline.charts.svg.metrics import width
from timeline.checks import read
from timeline.html.page import Page
from timeline.model import Timeline
from timeline.pages import render, site_files
from timeline.queries.index import Index

GOLDEN = Path(__file__).parents[1] / "golden" / "charts"
KEPT = ["axis.svg", "forecasts.svg", "tracks.svg", "growth.svg", "axis.csv", "forecasts.csv", "tracks.csv"]


@pytest.fixture(scope="module")
def bridge() -> Timeline:
    loaded = read(GOLDEN, "data")
    assert [f"{p.span}: {p.sentence}" for p in loaded.problems if p.severity.value == "error"] == []
    return loaded.timeline


@pytest.fixture(scope="module")
def files(bridge: Timeline) -> dict[str, str]:
    drawn = (file for page in render(bridge) for file in page.files)
    return {file.path: file.text for file in (*site_files(Index(bridge)), *drawn)}


@pytest.mark.parametrize("name", KEPT)
def test_a_chart_is_as_it_was_last_looked_at(files: dict[str, str], name: str) -> None:
    path, shown = GOLDEN / name, files[f"charts/{name}"].replace("\r\n", "\n")
    if os.environ.get("UPDATE_GOLDEN") == "1":
        path.write_text(shown, encoding="utf-8", newline="\n")

    assert shown == path.read_text(encoding="utf-8"), f"if {name} should look like this now: UPDATE_GOLDEN=1 pytest"


def test_a_picture_holds_outside_the_site(files: dict[str, str]) -> None:
    pictures = [text for path, text in files.items() if path.endswith(".svg")]

    assert pictures
    for text in pictures:
        assert "var(" not in text
        assert 'href="../' not in text
        root = ElementTree.fromstring(text)
        assert root.get("viewBox")
        names = {element.tag.rpartition("}")[2] for element in root.iter()}
        assert {"title", "desc", "style", "text"} <= names
        assert "a" not in names
        ids = re.findall(r'\sid="([^"]+)"', text)
        assert len(ids) == len(set(ids))
        assert set(re.findall(r'(?:href="|url\()#([\w-]+)', text)) <= set(ids)


def test_outside_its_page_the_growth_of_an_event_says_of_which(read_record: Callable[[str], Timeline]) -> None:
    record = read_record("""
    sources:
      - {id: first, issued: 2024-05-04}
      - {id: second, issued: 2024-06-04}
    events:
      - {id: opening, key: true, title: The bridge opens, date: 2024-05-01, claims: [{cite: first}, {cite: second}]}
    """)
    files = {file.path: file.text for page in render(record) for file in page.files}

    assert "How the evidence grew: The bridge opens</text>" in files["charts/growth-opening.svg"]
    assert "How the evidence grew: The bridge opens</h1>" in files["embed/growth-opening/index.html"]


def test_a_long_title_stays_within_its_picture(sample_pages: dict[str, Page]) -> None:
    pictures = [file.text for page in sample_pages.values() for file in page.files if file.path.endswith(".svg")]

    titles = [re.findall(r'class="tc-text tc-title">([^<]*)<', text) for text in pictures]
    assert len(titles) > 5
    assert max(map(len, titles)) > 1
    widest = max(width(unescape(line), 22, bold=True) for lines in titles for line in lines)
    assert widest * 1.05 <= 1040


def test_a_picture_brings_along_what_its_marks_mean(files: dict[str, str]) -> None:
    foretold = ElementTree.fromstring(files["charts/forecasts.svg"])

    said = ["".join(element.itertext()) for element in foretold.iter("{http://www.w3.org/2000/svg}text")]
    assert "missed" in said
    assert any(words.startswith("A line begins on the day on which a time was named") for words in said)
    assert any("all of it" in text for text in files["charts/axis.svg"].split("<"))
    assert "not known" in files["charts/tracks.svg"]


def test_a_day_in_doubt_has_a_mark_of_its_own_and_is_no_day_among_others(
    read_record: Callable[[str], Timeline],
) -> None:
    record = read_record("events: [{id: one, date: 2025-05-04~}, {id: two, date: 2025-05-09}]")
    picture = next(file.text for file in site_files(Index(record)) if file.path == "charts/axis.svg")

    assert "that day, with doubt" in picture
    assert "some day in it" not in picture
    assert picture.count(' tc-unsure"') == 2  # in the key, and in the drawing


def test_a_table_says_vague_dates_as_they_were_typed(files: dict[str, str], bridge: Timeline) -> None:
    rows = list(csv.DictReader(io.StringIO(files["charts/axis.csv"])))

    assert {row["id"]: row["date"] for row in rows} == {event.id: event.date.text for event in bridge.events}
    assert next(row["rivals"] for row in rows if row["id"] == "opening") == "1931-06"


def test_a_framed_page_runs_no_script_and_leads_back_to_the_record(files: dict[str, str]) -> None:
    pages = {path: text for path, text in files.items() if path.startswith("embed/")}

    assert {"embed/axis/index.html", "embed/forecasts/index.html", "embed/tracks/index.html"} <= set(pages)
    for text in pages.values():
        assert "<script" not in text
        assert "style=" not in text
        assert "The harbour bridge</a>" in text
