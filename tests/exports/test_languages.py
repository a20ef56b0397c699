"""What files of a site say of their language: each text its own, whatever the language of the record is."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from lxml import etree

from tests.exports.feeds import ALL, SITE, files
from tests.exports.test_feed_formats import atom_grammar
from timeline.exports import dublin_core, linked_data
from timeline.exports.bibliography import entry
from timeline.language import speaking
from timeline.model import Timeline
from timeline.queries.index import Index
from timeline.site import urls
from timeline.site.text_language import beside_own, kept

ATOM = {"a": "http://www.w3.org/2005/Atom", "h": "http://www.w3.org/1999/xhtml"}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
Read = Callable[[str], Timeline]


@pytest.fixture
def bridges(read_record: Read) -> Timeline:
    """Two events of an English record; the first is told in German too."""
    return read_record(
        "record: {title: Bridges, language: en, languages: [en, de]}\n"
        "events: [{id: opened, title: {en: The bridge opens, de: Die Brücke öffnet},"
        " summary: {en: It opens., de: Sie öffnet.}}, {id: closed, title: The bridge closes, summary: It closes.}]"
    )


def test_a_feed_is_in_the_language_of_its_site_and_a_text_that_is_not_says_so(bridges: Timeline) -> None:
    with speaking("de"):
        made = files(kept(bridges))
    feed = etree.fromstring(made[ALL].encode())

    said = {title.text: title.get(LANG) for title in feed.findall("a:entry/a:title", ATOM)}
    summaries = {span.text: span.get("lang") for span in feed.findall(".//h:span", ATOM)}
    assert feed.get(LANG) == "de"
    assert feed.find("a:title", ATOM).get(LANG) == "en"
    assert said == {"Die Brücke öffnet": None, "The bridge closes": "en"}
    assert summaries == {"It closes.": "en"}
    assert 'content: "Diese Seite ist ein Feed. ' in made[urls.FEED_STYLE]
    assert atom_grammar().validate(feed)


def test_a_json_feed_does_too(bridges: Timeline) -> None:
    with speaking("de"):
        feed = json.loads(files(kept(bridges))[ALL.replace("xml", "json")])

    assert feed["language"] == "de"
    assert {item["title"]: item.get("language") for item in feed["items"]} == {
        "Die Brücke öffnet": None,
        "The bridge closes": "en",
    }


def test_a_feed_in_the_language_of_its_record_says_it_once(bridges: Timeline) -> None:
    made = files(bridges)

    assert made[ALL].count("lang=") == 1
    assert 'xml:lang="en"' in made[ALL]


def test_sites_of_one_record_in_two_languages_tell_two_readers_apart_and_its_own_keeps_its_names(
    bridges: Timeline,
) -> None:
    """One name is one entry to whoever subscribed to both (RFC 4287, 4.1.1), and would show in one language only."""
    named = {}
    for tag in ("en", "de"):
        with speaking(tag):
            made = files(kept(bridges))
        named[tag] = set(re.findall("<id>(.*?)</id>", made[ALL]))
        assert named[tag] == {
            *(item["id"] for item in json.loads(made[ALL.replace("xml", "json")])["items"]),
            re.search("<id>(.*?)</id>", made[ALL])[1],  # type: ignore[index]
        }
    assert len(named["en"]) == len(named["de"]) == 3
    assert named["en"] & named["de"] == set()


@pytest.mark.parametrize(
    ("record", "site", "beside"),
    [
        ("en", "en", ""),
        ("en-GB", "en", ""),
        ("de-AT", "de", ""),
        ("sv", "en", ""),
        ("de", "en", "en"),
        ("sv", "de", "de"),
    ],
)
def test_a_site_stands_beside_that_of_the_record_where_its_words_are_others(
    record: str, site: str, beside: str, read_record: Read
) -> None:
    """A record in Swedish, for which there are no words, has its own site in English."""
    with speaking(site):
        assert beside_own(read_record(f"record: {{language: {record}}}").record) == beside


@pytest.mark.parametrize(("event", "language"), [("opened", "de"), ("closed", "en")])
def test_an_entry_is_cited_in_the_language_that_its_title_is_read_in(
    event: str, language: str, bridges: Timeline
) -> None:
    with speaking("de"):
        index = Index(kept(bridges))
        told = index.timeline.events_by_id[event]
        page = linked_data.event(index, SITE, told, "")

        assert page["inLanguage"] == language
        assert dict(dublin_core.of_event(index, SITE, told))["DC.language"] == language
        assert entry.of_event(index.timeline, told, "").language == language


def test_the_data_of_a_record_are_in_all_of_its_languages(bridges: Timeline) -> None:
    assert linked_data.home(Index(bridges), SITE)["inLanguage"] == ["en", "de"]
