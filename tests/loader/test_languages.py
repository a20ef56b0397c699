"""A text may stand in several languages, and is read in that of the record until somebody chooses another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from timeline import pages
from timeline.formatter import restate
from timeline.imports.record_json import as_typed
from timeline.language import speaking
from timeline.loader import load
from timeline.model import Timeline
from timeline.model.texts import InLanguages, nearest, others
from timeline.queries.differences import differences
from timeline.queries.search import passages
from timeline.queries.version import plain, version
from timeline.site import difference_words

Read = Callable[[str], Timeline]
BRIDGE = """
record: {title: {en: The bridge, de: Die Brücke}, language: en, languages: [en, de, zh-Hant]}
topics: [{id: bridge, name: {en: The bridge, de: Die Brücke}}]
events:
  - id: opening
    title: {de: Die Brücke öffnet, en: The bridge opens}
    topics: [bridge]
    claims:
      - text: {en: The bridge opened., de: Die Brücke wurde geöffnet.}
        cite: {source: gazette, locator: {en: page 3, de: Seite 3}}
      - {text: The mayor spoke., cite: gazette}
sources: [{id: gazette}]
"""


def body(timeline: Timeline, language: str) -> str:
    with speaking(language):
        return next(page.body for page in pages.render(timeline) if page.address == "events/opening/")


def test_a_text_is_that_of_the_records_language_and_knows_the_others(read_record: Read) -> None:
    event = read_record(BRIDGE).events[0]

    assert event.title == "The bridge opens"
    assert others(event.title) == {"de": "Die Brücke öffnet"}
    assert others(event.claims[1].text) == {}


def test_each_site_shows_its_own_and_else_that_of_the_record_with_its_language(read_record: Read) -> None:
    timeline = read_record(BRIDGE)
    english, german = body(timeline, "en"), body(timeline, "de")

    assert '<h1 id="_content">The bridge opens</h1>' in english
    assert "page 3" in english
    assert "Seite 3" not in english
    assert "lang=" not in english
    assert '<h1 id="_content">Die Brücke öffnet</h1>' in german
    assert '<p class="tl-claim-text">Die Brücke wurde geöffnet.</p>' in german
    assert '<p class="tl-claim-text" lang="en">The mayor spoke.</p>' in german
    assert "Seite 3" in german
    assert "page 3" not in german
    assert ">Die Brücke</a>" in german


def test_on_a_site_in_a_third_language_the_text_says_that_it_is_english(read_record: Read) -> None:
    assert '<h1 id="_content" lang="en">The bridge opens</h1>' in body(read_record(BRIDGE), "fr")


@pytest.mark.parametrize(
    ("tags", "wanted", "read"),
    [
        (["zh-Hant", "zh"], "zh-Hant-TW", "zh-Hant"),
        (["zh-Hant", "en"], "zh", "zh-Hant"),
        (["pt", "pt-BR"], "pt-BR", "pt-BR"),
        (["pt", "en"], "pt-BR", "pt"),
        (["en", "de"], "fr", None),
    ],
)
def test_who_reads_a_kind_of_a_language_is_given_the_nearest(tags: list[str], wanted: str, read: str | None) -> None:
    assert nearest(tags, wanted) == read


def test_the_form_of_a_file_has_languages_by_their_tags() -> None:
    text = "record: {title: {en: The bridge, de: Die Brücke}, through: 2026-01-01, languages: [en, de]}\n"

    after = restate("record.yaml", text.encode()).after.decode()

    assert "  title: {de: Die Brücke, en: The bridge}\n" in after


def test_data_for_programs_holds_the_records_language_with_all_beside_it(read_record: Read) -> None:
    timeline = read_record(BRIDGE)
    told = plain(timeline.events[0], written=True)

    assert told["title"] == "The bridge opens"
    assert type(told["title"]) is str
    assert told["title_in"] == {"de": "Die Brücke öffnet", "en": "The bridge opens"}
    assert "text_in" not in told["claims"][1]
    assert version(timeline) != version(read_record(BRIDGE.replace("Seite 3", "S. 3")))


def test_words_of_every_language_are_searched(read_record: Read) -> None:
    timeline = read_record(BRIDGE)
    title, names, *_ = passages.of_event(timeline, timeline.events[0])

    assert {(text.text, text.language) for text in title} == {("The bridge opens", "en"), ("Die Brücke öffnet", "de")}
    assert {"The bridge", "Die Brücke"} <= {text.text for text in names}


def test_a_changed_translation_is_told_as_one_and_is_no_news(read_record: Read) -> None:
    before = read_record(BRIDGE)
    after = read_record(BRIDGE.replace("Die Brücke öffnet", "Die Brücke wird eröffnet").replace(", de: Seite 3", ""))

    told = [difference_words.sentence(each) for each in differences(before, after)]

    assert told[0] == "title in German from “Die Brücke öffnet” to “Die Brücke wird eröffnet”"
    assert not any("tells readers" in each for each in told)


def test_faults_stand_where_the_language_was_typed_however_the_file_is_read(tmp_path: Path) -> None:
    text = "record:\n  title:\n    en: The bridge\n    fr: Le pont\n  through: 2026-01-01\n"
    for ending in ("", "events: [ ]\n"):
        (tmp_path / "record.yaml").write_text(text + ending, encoding="utf-8")
        (problem,) = load(tmp_path, "data").problems

        assert (problem.code, problem.span.line, problem.span.column) == ("unnamed-language", 4, 5)
        assert problem.help == "add `languages: [en, fr]` to `record`, or leave the text out"


def test_two_texts_that_differ_in_one_language_are_two(read_record: Read) -> None:
    one, other = read_record(BRIDGE), read_record(BRIDGE.replace("öffnet", "ist offen"))

    assert one.events[0].title != other.events[0].title
    assert isinstance(one.events[0].title, InLanguages)
    assert one.events[0].title == "The bridge opens"


def test_our_own_json_is_read_back_with_all_languages(read_record: Read) -> None:
    event = read_record(BRIDGE).events[0]
    typed = as_typed(plain(event, written=True))

    assert typed["title"] == {"de": "Die Brücke öffnet", "en": "The bridge opens"}
    assert typed["claims"][0]["text"] == {"en": "The bridge opened.", "de": "Die Brücke wurde geöffnet."}
    assert typed["claims"][0]["cite"][0]["locator"] == {"en": "page 3", "de": "Seite 3"}
    assert not [name for name in typed if name.endswith("_in")]
