"""What an entry of a feed says, as feedparser reads it."""

from __future__ import annotations

import json
import re
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exports.feeds import ALL, HARD, Read, files, parsed, titles, words
from timeline.exports.feeds.content import xhtml
from timeline.model import Timeline
from timeline.site import inline_markdown

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2025-05~", "About May 2025"),
        ("2025-05/..", "From May 2025"),
        ("../2025-05", "Until May 2025"),
        ("2025-21", "Spring 2025"),
        ("202X", "The 2020s"),
        ("[2025-05-01..2025-05-03]", "Between 1 and 3 May 2025"),
    ],
)
def test_a_vague_date_is_said_in_words_and_made_no_day(read_record: Read, date: str, said: str) -> None:
    timeline = read_record(f"events: [{{id: e, date: '{date}', added: 2025-12-24}}]")
    found = files(timeline)

    assert words(parsed(found[ALL]).entries[0].content[0].value).startswith(f"{said} · reported · ")
    assert {day for text in found.values() for day in DAY.findall(text)} == {"2025-12-24", "2026-01-01"}


def test_an_entry_says_what_happened_how_sure_it_is_and_what_others_say(timeline_from_doc: Timeline) -> None:
    """
    sources: [{id: gazette}, {id: herald, relays: gazette}]
    events:
      - id: opening
        added: 2026-01-01
        date: 2025-05
        course: cancelled
        summary: The bridge was **not** opened.
        rivals: [{date: 2025-06~, cite: herald}, {date: 2025, cite: gazette}]
        claims:
          - {id: a, text: It opens., cite: [gazette, herald]}
          - {text: It does not., cite: herald, disputes: a}
    """
    entry = parsed(files(timeline_from_doc)[ALL]).entries[0]

    assert words(entry.content[0].value) == (
        "May 2025 · cancelled · reported · 2 sources, 1 independent · 1 dispute "
        "The bridge was not opened. "
        "Also dated: about June 2025 and 2025 "
        "Added to the record on 1 January 2026"
    )
    assert "<strong>not</strong>" in entry.content[0].value
    assert entry.link == "https://bridges.example/record/events/opening/"
    assert (entry.published, entry.updated) == ("2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z")


def test_a_change_says_what_we_had_wrong_and_leads_to_its_place(timeline_from_doc: Timeline) -> None:
    """
    events:
      - {id: opening, added: 2025-11-01, date: 2025-05~, title: "It opens", claims: [{text: It opens.}],
         updates: [{on: 2025-12-01, kind: revision, text: One.},
                   {on: 2026-01-07, kind: correction, text: We had *June*}]}
    """
    found = files(timeline_from_doc)
    feed = parsed(found["updates/changed.xml"])

    assert feed.feed.updated == "2026-01-07T00:00:01Z"
    assert [entry.title for entry in feed.entries] == ["Correction: It opens", "Revision: It opens"]
    assert feed.entries[0].link == "https://bridges.example/record/events/opening/#_update-2"
    assert (
        words(feed.entries[0].content[0].value) == "Correction of 7 January 2026 We had June It opens , about May 2025"
    )
    (entry,) = parsed(found[ALL]).entries
    assert (entry.title, entry.link) == ("It opens", "https://bridges.example/record/events/opening/")
    assert words(entry.content[0].value).startswith(
        "Correction of 7 January 2026 We had June About May 2025 · reported · "
    )
    assert 'events/opening/#_update-2">Correction of 7 January 2026</a>' in entry.content[0].value


def test_whatever_a_record_says_comes_out_as_it_went_in(read_record: Read) -> None:
    said = json.dumps(HARD, ensure_ascii=False)
    timeline = read_record(
        f"record: {{title: {said}}}\ntopics: [{{id: t, name: {said}}}]\n"
        f"events: [{{id: e, title: {said}, topics: t, claims: [{{text: {said}}}],"
        f" updates: [{{on: 2026-01-02, kind: revision, text: {said}}}]}}]"
    )
    found = files(timeline)
    feed = parsed(found[ALL])
    other = json.loads(found["updates/feed.json"])

    assert feed.feed.title == feed.feed.author == HARD
    assert [entry.title for entry in feed.entries] == [HARD]
    assert titles(found["updates/changed.xml"]) == [f"Revision: {HARD}"]
    assert [entry.tags[0].label for entry in feed.entries] == [HARD]
    assert [item["title"] for item in other["items"]] == [HARD]
    assert other["items"][0]["tags"] == [HARD]
    for said in (entry.content[0].value for entry in feed.entries):
        assert inline_markdown.plain(HARD).replace("<", "&lt;").replace(">", "&gt;").replace("&", "&amp;", 1) in said


def test_what_is_written_from_right_to_left_says_so_in_a_feed(read_record: Read) -> None:
    timeline = read_record("events: [{id: delay, title: הגשר לא ייפתח!, summary: הגשר *לא* ייפתח.}]")

    (entry,) = json.loads(files(timeline)["updates/feed.json"])["items"]
    assert '<p dir="auto">הגשר <em>לא</em> ייפתח.</p>' in entry["content_html"]


TYPED = [
    *"ab *_`[]()<>&\"'!=+-#\\/:;,.",
    "\u00a0",
    "他",
    "ש",
    "🦊",
    "&nbsp;",
    "https://x.example/",
    "<a href='",
    "</a>",
]


@given(st.lists(st.sampled_from(TYPED)).map("".join))
def test_no_sentence_makes_a_feed_that_is_not_well_formed_or_says_something_else(said: str) -> None:
    """Authors write Markdown and HTML; who reads the feed reads what stands on the page."""
    (read,) = fromstring(f"<div><p>{xhtml(said)}</p></div>")

    assert "".join(read.itertext()).split() == inline_markdown.html(said).striptags().split()
