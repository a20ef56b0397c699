"""Pages as Markdown, read by two programs that neither of us wrote: markdown-it (CommonMark) and Python-Markdown."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import unescape

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from timeline.exports import llms
from timeline.exports.export import Publication
from timeline.exports.markdown_pages import escaped, link, of_subject
from timeline.model import Timeline
from timeline.pages import render
from timeline.queries.index import Index
from timeline.site.settings import NOWHERE, Site
from timeline.site.urls import Links

SITE = Site("Bridges & more", "https://bridges.example/record/")
HARD = "# Wir & *die* [x](y) <b>, 他们, שלום לכם, كيف, `a` < b, 1. =1+1, - 🦊 | ~x~ \\ end"
READERS: list[Callable[[str], str]] = [MarkdownIt("commonmark").render, lambda text: markdown.markdown(text)]

Read = Callable[[str], Timeline]
both = pytest.mark.parametrize("reader", READERS, ids=["commonmark", "python-markdown"])


def files(timeline: Timeline, site: Site = SITE) -> dict[str, str]:
    publication = Publication(Index(timeline), site)
    return {file.path: file.text for made in (llms.MARKDOWN.whole, llms.MARKDOWN.single) for file in made(publication)}


def said(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


@both
@given(
    words=st.lists(st.sampled_from([*"ab *_`[]()<>&\"'!=+-#~|{}.1\\:", "他", "ש", "🦊", "&nbsp;", "<b>"])).map("".join)
)
def test_no_text_becomes_anything_but_itself(reader: Callable[[str], str], words: str) -> None:
    plain = " ".join(words.split())
    html = reader(escaped(plain))

    assert said(html) == plain
    assert set(re.findall(r"<(\w+)", html)) <= {"p"}


@both
@pytest.mark.parametrize("title", ["It is written in C#", "#", "a ##", "a \\#"])
def test_a_title_keeps_the_sign_at_its_end(reader: Callable[[str], str], title: str) -> None:
    assert unescape(re.findall("<h1>(.*)</h1>", reader(f"# {escaped(title)}\n\nMore.\n"))[0]) == title


@both
def test_an_address_with_brackets_is_followed_whole(reader: Callable[[str], str]) -> None:
    html = reader(link("A [title] (of 2025)", "https://x.example/a_(b)?c=<d>&e"))

    assert 'href="https://x.example/a_%28b%29?c=%3Cd%3E&amp;e"' in html
    assert said(html) == "A [title] (of 2025)"


@both
def test_an_event_says_what_its_page_says(reader: Callable[[str], str], timeline_from_doc: Timeline) -> None:
    """
    record: {title: Bridges, licence: CC-BY-4.0, through: 2026-01-01}
    sources: [{id: gazette, publisher: Gazette, issued: 2025-05}, {id: herald, publisher: Herald, relays: gazette}]
    actors: [{id: mayor, name: The mayor}]
    topics: [{id: bridge, name: The bridge}]
    events:
      - id: opening
        date: 2025-05~
        title: The bridge opens
        summary: It *opened*.
        actors: mayor
        topics: bridge
        rivals: [{date: 2025-06, cite: herald}]
        dates: {announced: {date: 2025-03, cite: gazette}}
        claims:
          - {id: a, text: It opens., cite: {source: herald, via: gazette, locator: page 3, attributed_to: a clerk}}
          - {text: It does not., by: mayor, denies: a, cite: gazette}
        updates: [{on: 2026-01-01, kind: correction, was: It was June., text: It was May.}]
    """
    html = reader(files(timeline_from_doc)["events/opening/index.md"])

    assert "<h1>The bridge opens</h1>" in html
    assert said(html).startswith(
        "The bridge opens about May 2025 · reported · 2 sources, 1 independent It opened. Also dated: June 2025. "
        "Announced: March 2025 Who: The mayor About: The bridge Claims and sources It opens. Herald, undated , page 3, "
        "repeating Gazette, May 2025, attributed to a clerk It does not. (The mayor) Against: It opens. "
    )
    assert "1 January 2026, correction: Before: It was June. Now: It was May." in said(html)
    assert "checked up to 1 January 2026, CC-BY-4.0." in said(html)
    assert '<a href="../../sources/herald/index.md">' in html
    assert '<a href="https://bridges.example/record/events/opening/">' in html


@pytest.mark.parametrize(
    "date", ["2025-05~", "2025-05/..", "../2025-05", "[2025-05-01..2025-05-03]", "2025-21", "202X"]
)
def test_a_vague_date_is_said_in_words_and_made_no_day(date: str, read_record: Read) -> None:
    timeline = read_record(f"record: {{through: 2026-01-01}}\nevents: [{{id: e, date: '{date}'}}]")

    for text in files(timeline).values():
        assert re.findall(r"\d{4}-\d{2}-\d{2}", text) == []


@both
def test_whatever_a_record_says_comes_out_as_it_went_in(reader: Callable[[str], str], read_record: Read) -> None:
    text = json.dumps(HARD, ensure_ascii=False)
    timeline = read_record(
        f"record: {{title: {text}}}\nsources: [{{id: s, title: {text}, publisher: {text}, authors: {text}}}]\n"
        f"actors: [{{id: a, name: {text}}}]\ntopics: [{{id: t, name: {text}}}]\n"
        f"events: [{{id: e, title: {text}, topics: t, actors: a, key: 'true'}}]"
    )
    for path, written in files(timeline).items():
        html = reader(written)
        assert HARD in said(html), path
        assert set(re.findall(r"<(\w+)", html)) <= {"h1", "h2", "p", "ul", "ol", "li", "a", "hr", "blockquote", "code"}
        for title in re.findall("<h1>(.*?)</h1>", html):
            assert unescape(title) == HARD


def test_every_page_of_a_record_leads_to_its_text_and_every_text_to_others(sample: Timeline) -> None:
    found = files(sample, NOWHERE)
    for page in render(sample, NOWHERE):
        beside = f"{page.address}index.md" in found
        assert ('type="text/markdown" href="index.md"' in page.head) == beside
        if page.address.startswith(("events/", "sources/")) and page.address != "sources/":
            assert beside
            assert 'href="index.md"' in page.body
    for path, text in found.items():
        for target in re.findall(r"\]\((?!https?:)([^)]*)\)", text):
            parts = [*path.split("/")[:-1]]
            for step in target.split("/")[:-1]:
                parts = parts[:-1] if step == ".." else [*parts, step]
            there = "/".join([*parts, target.split("/")[-1]])
            assert there in found or there.endswith("/") or there == "api/v1/index.json", (path, target)


def test_the_guide_has_the_form_that_models_expect(sample: Timeline) -> None:
    """A title, a summary in a quotation, words, and lists of links below headings; what may be left out stands last."""
    guide = files(sample)["llms.txt"]
    lines = guide.splitlines()

    assert lines[0] == f"# {sample.record.title}"
    assert lines[2].startswith("> ")
    assert re.findall("^## (.*)$", guide, re.M)[-1] == "Optional"
    for line in guide[guide.index("## ") :].splitlines():
        assert not line or line.startswith("## ") or re.fullmatch(r"- \[.*\]\(https://bridges\.example/.*\): .*", line)


def test_the_text_in_one_file_has_a_bound_and_says_what_it_holds(
    sample: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = files(sample)["llms-full.txt"]
    monkeypatch.setattr(llms, "LONGEST", 6_000)
    short = files(sample)["llms-full.txt"]
    key = [event for event in Index(sample).row if event.key][-1]

    assert f"This file holds all {len(sample.events)} events." in whole
    assert all(f"# {escaped(event.title)}\n" in whole for event in sample.events)
    number = int(re.findall(r"This file holds (\d+) of", short)[0])
    assert 0 < number == short.count("\n## Claims and sources") < len(sample.events)
    assert len(short) < 6_500
    assert f"# {escaped(key.title)}\n" in short


def test_an_actor_is_told_by_kind_and_by_what_the_record_says_of_it(read_record: Read) -> None:
    timeline = read_record("actors: [{id: guild, name: The guild, kind: company, about: Of *masons*.}]")
    told = of_subject(Index(timeline), timeline.actors[0], (), Links("actors/guild/"))

    assert told.startswith("# The guild\n\nCompany\n\nOf masons.\n")
