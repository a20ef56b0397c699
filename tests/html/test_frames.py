"""One event, one question and the latest of a subject as other sites show them in a frame, and how they find out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import unescape
from posixpath import dirname, join, normpath

from tests.bodies import Body
from timeline.exports.export import Publication
from timeline.exports.oembed import KIND, OEMBED
from timeline.model import Timeline
from timeline.pages import render
from timeline.pages.aliases import alias_files
from timeline.queries.index import Index
from timeline.site.settings import NOWHERE, Site

SITE = Site("Bridges & more", "https://bridges.example/record/")
HARD = 'Wir & "die", 他们说, שלום לכם, a < b, it\'s 🦊, =1'

Read = Callable[[str], Timeline]


def frames(timeline: Timeline, site: Site = SITE) -> dict[str, str]:
    return {
        file.path: file.text
        for page in render(timeline, site)
        for file in page.files
        if re.match("embed/(events|disputes|topics|actors)/", file.path)
    }


def body(html: str) -> Body:
    return Body.of(re.findall("<main.*</main>", html, re.DOTALL)[0])


def test_every_event_question_topic_and_actor_has_a_frame_that_asks_for_nothing_but_a_style_sheet(
    sample: Timeline,
) -> None:
    found, index = frames(sample), Index(sample)
    wanted = [
        *(f"embed/events/{event.id}/index.html" for event in sample.events),
        *(f"embed/disputes/{asked.anchor}/index.html" for asked in index.questions),
        *(f"embed/topics/{id}/index.html" for id in index.events_by_topic),
        *(f"embed/actors/{id}/index.html" for id in index.events_by_actor),
    ]

    assert sorted(found) == sorted(wanted)
    for path, html in found.items():
        assert "<script" not in html, path
        assert html.count("<h1") == 1
        assert "frame-ancestors" not in html  # so that any site may frame it
        assert '<base target="_top">' in html
        assert re.findall(r'<link rel="stylesheet" href="([^"]*)"', html) == ["../../../assets/timeline/timeline.css"]


def test_no_link_of_a_frame_leads_nowhere(sample: Timeline) -> None:
    pages = {page.address: Body.of(page.body) for page in render(sample, SITE)}
    for path, html in frames(sample).items():
        for link in body(html).links:
            address, _, anchor = link.partition("#")
            there = normpath(join("/", dirname(path), address)).lstrip("/") + "/"
            assert there in pages or there == "/", (path, link)
            assert not anchor or anchor in pages[there].ids, (path, link)


def test_the_frame_of_an_event_says_when_how_sure_and_what_others_say(timeline_from_doc: Timeline) -> None:
    """
    record: {title: Bridges, licence: CC-BY-4.0}
    sources: [{id: gazette}, {id: herald, relays: gazette}]
    events:
      - id: opening
        date: 2025-05~
        title: The bridge opens
        summary: It *opened*.
        rivals: [{date: 2025-06/.., cite: herald}]
        claims: [{id: a, text: It opens., cite: [gazette, herald]}, {text: No., disputes: a, cite: herald}]
    """
    html = frames(timeline_from_doc)["embed/events/opening/index.html"]

    assert body(html).words.endswith(
        "about May 2025 reported The bridge opens It opened. Also dated from June 2025 2 sources, 1 independent "
        "In dispute: 2 sides From Bridges, as of 1 January 2026, CC-BY-4.0."
    )
    assert "<em>opened</em>" in html


def test_whatever_a_record_says_stands_in_its_frames(read_record: Read) -> None:
    said = json.dumps(HARD, ensure_ascii=False)
    timeline = read_record(
        f"record: {{title: {said}}}\ntopics: [{{id: t, name: {said}}}]\n"
        f"events: [{{id: e, title: {said}, topics: t, claims: [{{id: a, text: {said}, question: {said}}},"
        f" {{text: {said}, disputes: a}}]}}]"
    )
    found = frames(timeline)

    assert len(found) == 3
    for html in found.values():
        assert HARD in re.sub("[\u2068\u2069]", "", body(html).words)


def test_a_site_that_is_given_the_address_of_an_event_finds_how_to_show_it(sample: Timeline) -> None:
    """What oEmbed asks: in the head a link with its media type, behind it type, version, html, width and height."""
    files = {file.path: json.loads(file.text) for file in OEMBED.single(Publication(Index(sample), SITE))}
    made = frames(sample)
    for page in render(sample, SITE):
        asked = re.findall(rf'<link rel="alternate [^"]*" type="{re.escape(KIND)}" href="([^"]*)"', page.head)
        if not page.address.startswith("events/"):
            assert asked == []
            continue
        answer = files[asked[0].removeprefix(SITE.address)]
        assert (answer["type"], answer["version"]) == ("rich", "1.0")
        assert (answer["title"], answer["provider_name"]) == (page.title, sample.record.title)
        size, html = (answer["width"], answer["height"]), answer["html"]
        assert re.findall(r'(?:width|height)="(\d+)"', html) == [str(number) for number in size]
        framed = re.findall('src="([^"]*)"', html)[0]
        assert f"{framed.removeprefix(SITE.address)}index.html" in made
        assert unescape(re.findall('title="([^"]*)"', html)[0]) == page.title
        assert html.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in page.body


def test_a_site_without_an_address_offers_no_frame_that_could_not_be_found(sample: Timeline) -> None:
    for page in render(sample, NOWHERE):
        assert KIND not in page.head
        assert "&lt;iframe" not in page.body


def test_a_frame_that_was_taken_before_an_id_changed_still_leads_to_its_event(timeline_from_doc: Timeline) -> None:
    """
    topics: [{id: crossing, aliases: bridge}]
    events: [{id: opened, aliases: opening, topics: crossing}]
    """
    found = {file.path: file.text for file in alias_files(Index(timeline_from_doc), SITE)}

    assert 'url=../../../embed/events/opened/"' in found["embed/events/opening/index.html"]
    assert 'url=../../../embed/topics/crossing/"' in found["embed/topics/bridge/index.html"]
