"""A record that says so may quote a few words of a document, with their language and our translation of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest

from tests.bodies import Body
from tests.conftest import completed
from timeline.cli.wording import passage
from timeline.exports.export import Publication
from timeline.exports.markdown_pages import of_event, of_source
from timeline.exports.registry import BY_NAME
from timeline.formatter import restate
from timeline.html.page import Page
from timeline.language import speaking
from timeline.model import Quotation, Source, Timeline
from timeline.pages import render
from timeline.pages.print_events import Setter
from timeline.queries.index import Index
from timeline.site import quotations
from timeline.site.settings import Site
from timeline.site.urls import Links

GATE = """
record: {title: The gate, through: 2024-01-01, quotes: true}
sources:
  - {id: anzeiger, publisher: Anzeiger, language: de}
  - {id: gazette, publisher: Gazette, language: en}
events:
  - id: opening
    date: 1931-05
    claims:
      - text: The gate was called fine.
        cite:
          - {source: anzeiger, locator: page 3, quote: {text: ein schönes Tor, translation: a fine gate}}
          - {source: gazette, quote: 'une "belle" porte'}
      - {text: It rained., cite: {source: anzeiger, quote: {text: pluie, language: fr}}}
"""


@pytest.fixture
def gate(read_record: Callable[[str], Timeline]) -> Timeline:
    return read_record(GATE)


def words(html: str) -> str:
    return " ".join(Body.of(html).words.split())


def test_a_quotation_stands_at_its_note_with_the_marks_of_its_language_and_our_translation(gate: Timeline) -> None:
    pages: dict[str, Page] = {page.address: page for page in render(gate, Site())}
    event, source = pages["events/opening/"].body, pages["sources/anzeiger/"].body

    assert '<p lang="de">„ein schönes Tor“</p>' in event
    assert '<p lang="fr">«\u00a0pluie\u00a0»</p>' in event
    assert "“a fine gate” (our translation)" in words(event)
    assert "<p>“une &#34;belle&#34; porte”</p>" in event
    assert '<p lang="de">„ein schönes Tor“</p>' in source
    assert "belle" not in source


def test_on_a_site_in_german_the_translation_says_that_it_is_english(gate: Timeline) -> None:
    with speaking("de"):
        pages = {page.address: page.body for page in render(gate, Site())}

    assert "<p>„ein schönes Tor“</p>" in pages["events/opening/"]
    assert '„<span lang="en">a fine gate</span>“ (unsere Übersetzung)' in pages["events/opening/"]


def test_on_paper_in_markdown_and_in_the_terminal_both_are_told(gate: Timeline) -> None:
    index, event = Index(gate), gate.events[0]
    ((_, month),) = Setter(index).sheets(gate.events).months
    told = of_event(index, event, Links("events/opening/"))

    assert "„ein schönes Tor“ “a fine gate” (our translation)" in words(str(month))
    assert "page 3, „ein schönes Tor“ “a fine gate” (our translation)" in told
    assert "„ein schönes Tor“" in of_source(index, gate.sources_by_id["anzeiger"], Links("sources/anzeiger/"))
    assert "belle" not in of_source(index, gate.sources_by_id["anzeiger"], Links("sources/anzeiger/"))
    assert "„ein schönes Tor“ “a fine gate” (our translation)" in passage(gate, event.claims[0].citations[0])


def test_the_table_of_citations_has_a_column_for_each_part(gate: Timeline) -> None:
    whole = BY_NAME["csv"].whole(Publication(Index(gate), Site()))
    (table,) = [file for file in whole if file.path.endswith("/citations.csv")]
    text = table.content if isinstance(table.content, str) else table.content.decode()
    rows = list(csv.DictReader(io.StringIO(text)))

    parts = [[row[name] for name in ("quotation", "quotation_language", "quotation_translation")] for row in rows]
    assert parts == [["ein schönes Tor", "", "a fine gate"], ['une "belle" porte', "", ""], ["pluie", "fr", ""]]


def test_words_alone_are_written_as_such() -> None:
    text = completed(GATE.replace("quote: 'une \"belle\" porte'", "quote: {text: a fine gate}")).encode()

    assert b"quote: a fine gate}" in restate("record.yaml", text).after


def test_what_an_event_cites_as_a_whole_may_be_quoted_too(read_record: Callable[[str], Timeline]) -> None:
    cited = "    cite: {source: gazette, locator: page 1, quote: all of it}\n    claims:"
    timeline = read_record(GATE.replace("    claims:", cited))
    index, event = Index(timeline), timeline.events[0]
    ((_, month),) = Setter(index).sheets(timeline.events).months
    pages = {page.address: page.body for page in render(timeline, Site())}

    assert "<p>“all of it”</p>" in pages["events/opening/"]
    assert "“all of it”" in words(str(month))
    assert "page 1, “all of it”." in of_event(index, event, Links("events/opening/"))


@pytest.mark.parametrize(
    ("language", "said"),
    [("de", "„Tor“"), ("fr-CH", "«Tor»"), ("zh-TW", "「Tor」"), ("sv", "”Tor”"), ("tlh", "“Tor”"), ("en-GB", "“Tor”")],
)
def test_each_language_has_its_marks(language: str, said: str, gate: Timeline) -> None:
    source: Source = gate.sources_by_id["gazette"]

    assert quotations.words(Quotation(text="Tor", language=language), source) == said
