"""What is printed: a year, a topic, everything, each sentence with a number and each number with an address."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from html import unescape

import pytest

from tests.bodies import Body
from timeline.charts import axis, forecasts
from timeline.charts.axis_lanes import Lane
from timeline.charts.forecasts_board import Board
from timeline.charts.svg.pen import Pen
from timeline.model import Timeline
from timeline.pages import site_files
from timeline.queries.index import Index
from timeline.site.urls import Links

RECORD_ON_PAPER = """
    record: {title: 'The "harbour" bridge', through: 1931-12-31, licence: CC-BY-4.0}
    topics: [{id: bridge}, {id: ferry}]
    sources:
      - {id: gazette, title: Bridge opens, publisher: Gazette, issued: 1931-05-04, kind: original-reporting,
         url: 'https://gazette.example/a-b?c=d', archive: {url: 'https://kept.example/1', on: 1931-06-01}}
      - {id: herald, relays: gazette, issued: 1931-06, kind: secondary}
      - {id: ferryman, issued: 1930-01-01}
    events:
      - {id: opening, date: 1931-05, topics: bridge, rivals: [{date: 1931-06, cite: herald}],
         claims: [{id: opens, text: It opens., cite: [{source: herald, via: gazette, locator: page 3}]},
                  {text: It did not., disputes: opens, cite: gazette}]}
      - {id: ferry-ends, date: 1930, topics: ferry, claims: [{cite: ferryman}]}
"""


@pytest.fixture
def files(read_record) -> dict[str, str]:
    timeline: Timeline = read_record(RECORD_ON_PAPER)
    return {file.path: file.text for file in site_files(Index(timeline))}


def test_there_is_an_edition_of_every_year_every_topic_and_everything(files: dict[str, str]) -> None:
    pages = {path for path in files if path.startswith("print/") and path.endswith(".html")}

    assert pages == {
        "print/index.html",
        "print/1930/index.html",
        "print/1931/index.html",
        "print/topics/bridge/index.html",
        "print/topics/ferry/index.html",
    }


def test_whoever_gives_the_address_of_an_edition_to_a_reader_of_feeds_finds_the_feed(files: dict[str, str]) -> None:
    found = re.compile(r'<link rel="alternate feed" type="application/atom\+xml" href="([^"]*)"')

    assert found.findall(files["print/index.html"]) == ["../updates/feed.xml"]
    assert found.findall(files["print/topics/bridge/index.html"]) == ["../../../updates/feed.xml"]


def test_notes_are_numbered_as_they_are_met_and_those_that_are_repeated_are_notes_too(files: dict[str, str]) -> None:
    body = Body.of(files["print/1931/index.html"].partition("<body")[2].partition(">")[2].rpartition("</body>")[0])

    references = [e.text for e in body.elements if e.has("tp-refs")]
    assert references == ["1 (page 3, after 2)", "2", "1"]
    notes = [e for e in body.all("li") if "data-source" in e.attributes]
    assert [(e.attributes["value"], e.attributes["data-source"]) for e in notes] == [("1", "herald"), ("2", "gazette")]
    assert "Repeats note 2." in notes[0].text
    assert "https://gazette.example/a-b?c=d" in notes[1].text
    assert "Archived 1 June 1931: https://kept.example/1" in notes[1].text
    assert {link for link in body.links if link.startswith("#note")} <= {f"#{id}" for id in body.ids}


def test_a_record_that_is_too_long_for_one_page_offers_its_years_there(
    read_record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline.pages.print.LONGEST_EDITION", 1)
    text = next(
        file.text for file in site_files(Index(read_record(RECORD_ON_PAPER))) if file.path == "print/index.html"
    )

    assert "2 events, too many for one page: each year and each topic has an edition of its own" in text
    assert 'class="tp-event"' not in text
    assert '<a href="../print/1931/">1931</a> 1' in text
    assert "can be printed with script only. Without it, each year and each topic has an edition." in text


def test_of_such_a_record_a_long_topic_is_printed_in_short(read_record, monkeypatch: pytest.MonkeyPatch) -> None:
    for bound in ("LONGEST_EDITION", "LONGEST_IN_FULL"):
        monkeypatch.setattr(f"timeline.pages.print.{bound}", 0)
    texts = {file.path: file.text for file in site_files(Index(read_record(RECORD_ON_PAPER)))}
    topic = texts["print/topics/bridge/index.html"]

    assert "In short: what is claimed and who says so stands in the edition of each year." in topic
    assert 'class="tp-event"' in topic
    assert "tp-claims" not in topic
    assert "Numbers refer to the notes" not in topic
    assert "tp-claims" in texts["print/1931/index.html"]


def test_only_the_page_on_which_readers_choose_has_a_script_and_may_fetch(files: dict[str, str]) -> None:
    pages = {path: text for path, text in files.items() if path.startswith("print/") and path.endswith(".html")}

    assert [path for path, text in pages.items() if "<script" in text] == ["print/index.html"]
    assert [path for path, text in pages.items() if "connect-src" in text] == ["print/index.html"]


def test_on_paper_a_sentence_and_the_note_of_its_origin_tell_who_was_named(read_record) -> None:
    timeline: Timeline = read_record(RECORD_ON_PAPER.replace("locator: page 3", "attributed_to: two councillors"))
    (text,) = [file.text for file in site_files(Index(timeline)) if file.path == "print/1931/index.html"]
    body = Body.of(text.partition("<body")[2].partition(">")[2].rpartition("</body>")[0])

    assert "It opens.1 (after 2) Attributed to two councillors." in body.words
    notes = {e.attributes["data-source"]: e.text for e in body.all("li") if "data-source" in e.attributes}
    assert "Attributes what is cited here to: two councillors." in notes["gazette"]
    assert "two councillors" not in notes["herald"]


def test_a_month_on_paper_is_no_day(files: dict[str, str]) -> None:
    text = files["print/1931/index.html"]

    assert "May 1931" in text
    assert not re.search(r"1 May 1931|1931-05-01", text)


def test_running_heads_say_the_record_and_the_edition(files: dict[str, str]) -> None:
    heads = files["print/1931/heads.css"]

    assert '@top-left { content: "The \\22 harbour\\22  bridge"; }' in heads
    assert '@top-right { content: "1931"; }' in heads
    assert "counter(page)" in heads
    assert "Checked up to 31 December 1931" in heads


def test_an_edition_carries_nothing_that_its_policy_forbids(files: dict[str, str]) -> None:
    for path, text in files.items():
        if path.startswith("print/") and path.endswith(".html"):
            assert "style=" not in text
            within = re.findall(r"<script(?![^>]*src=)[^>]*>(.*?)</script>", text, re.DOTALL)
            hashes = [base64.b64encode(hashlib.sha256(each.encode()).digest()).decode() for each in within]
            assert all(f"'sha256-{each}'" in unescape(text) for each in hashes)
            assert "\x00" not in text


def test_no_drawing_is_made_twice_in_a_build(sample: Timeline, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: Counter[tuple[object, ...]] = Counter()
    draw_axis, draw_forecasts = axis.draw, forecasts._draw

    def counted_axis(pen: Pen, index: Index, rows: Sequence[Lane], links: Links) -> tuple[str, float]:
        drawn[pen, tuple(event.id for row in rows for event in row.events), links.to("")] += 1
        return draw_axis(pen, index, rows, links)

    def counted_forecasts(pen: Pen, board: Board) -> tuple[str, float]:
        drawn[pen, tuple(subject.topic.id for subject in board.subjects), board.base] += 1
        return draw_forecasts(pen, board)

    monkeypatch.setattr(axis, "draw", counted_axis)
    monkeypatch.setattr(forecasts, "_draw", counted_forecasts)
    for file in site_files(Index(sample)):
        assert file.text or file.path

    assert drawn
    assert [(key, number) for key, number in drawn.items() if number > 1] == []


def test_what_is_printed_of_a_year_leads_with_what_leads_its_page(read_record) -> None:
    timeline: Timeline = read_record(
        """
        sources: [{id: a}, {id: b}]
        events:
          - {id: opens, date: 1931-05, title: The bridge opens, key: true, claims: [{cite: a}, {cite: b}]}
          - {id: votes, date: 1931-06, title: The council votes, key: true, claims: [{cite: a}, {cite: b}]}
          - {id: sings, date: 1931-07, title: A choir sings, key: true, claims: [{cite: a}]}
        """
    )
    paper = next(file.text for file in site_files(Index(timeline)) if file.path == "print/1931/index.html")

    assert "Key events: The bridge opens, May 1931; The council votes, June 1931." in Body.of(paper).words
