"""What a citation manager takes from a page's head, by the rules of Zotero's translators "Embedded Metadata" and "RDF".

The translators themselves need Zotero or its server, which no registry of packages has; what they do with the names
that our pages use is written down here: which prefixes they know, which of several names comes first, and by what they
choose the type.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from timeline.exports.dublin_core import of_source
from timeline.html.page import Page
from timeline.model import Timeline
from timeline.pages import render
from timeline.site.settings import NOWHERE, Site

SITE = Site("Bridges & more", "https://bridges.example/record/")
HARD = 'Wir & "die", 他们说, שלום, a < b, it\'s 🦊, =1'
ORDER = {  # for each field of an item, the names that are looked up, the first with a value being taken
    "title": ("dc.title", "og.title"),
    "publicationTitle": ("dc.source", "og.site_name"),
    "rights": ("dc.rights",),
    "publisher": ("dc.publisher",),
    "date": ("dc.date",),
    "language": ("dc.language",),
    "edition": ("prism.edition",),
    "url": ("citation_public_url", "og.url"),
    "abstractNote": ("og.description",),
}

Read = Callable[[str], Timeline]


class _Head(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name, value = given.get("name") or given.get("property"), given.get("content")
        if tag == "meta" and name and value:
            for sign in ":_":
                prefix = name.partition(sign)[0]
                if prefix in ("og", "z"):
                    name = name.replace(sign, ".", 1)
            self.found.setdefault(name if name.startswith("citation_") else _lower(name), []).append(value)


def _lower(name: str) -> str:
    prefix, dot, rest = name.partition(".")
    return prefix.lower() + dot + rest[:1].lower() + rest[1:]


def saved(page: Page) -> dict[str, str | list[tuple[str, str]]]:
    """The item that Zotero would make of a page."""
    head = _Head()
    head.feed(page.head)
    found = head.found
    item: dict[str, str | list[tuple[str, str]]] = {
        field: next((found[name][0] for name in names if name in found), "") for field, names in ORDER.items()
    }
    guessed = "journalArticle" if "citation_title" in found else "webpage"
    item["itemType"] = found.get("z.itemType", [guessed])[0]
    item["creators"] = [_name(creator) for creator in found.get("dc.creator", [])]
    return item


def _name(creator: str) -> tuple[str, str]:
    """Family and given name: divided by a comma, else by the last space."""
    if "," in creator:
        family, _, given = creator.partition(",")
        return family.strip(), given.strip()
    given, _, family = creator.rpartition(" ")
    return family, given


def pages(timeline: Timeline, site: Site = SITE) -> dict[str, Page]:
    return {page.address: page for page in render(timeline, site)}


def test_an_event_is_saved_as_an_entry_of_this_record_in_its_version(timeline_from_doc: Timeline) -> None:
    """
    record: {title: Bridges, licence: CC-BY-4.0, language: en, through: 2026-01-01}
    events: [{id: opening, date: 2025-05~, title: The bridge opens, summary: It opened.}]
    """
    page = pages(timeline_from_doc)["events/opening/"]
    item = saved(page)

    assert {name: item[name] for name in item if name != "edition"} == {
        "title": "The bridge opens",
        "publicationTitle": "Bridges",
        "rights": "CC-BY-4.0",
        "publisher": "",
        "date": "2026-01-01",  # of this edition; when the bridge opened is what the entry tells
        "language": "en",
        "url": "https://bridges.example/record/events/opening/",
        "abstractNote": "It opened.",
        "itemType": "encyclopediaArticle",
        "creators": [],
    }
    assert str(item["edition"]).startswith("version ")
    assert len(str(item["edition"])) == len("version ") + 12
    assert "2025-05" not in "".join(line for line in page.head.splitlines() if line.startswith("<meta name"))


def test_a_document_is_saved_as_itself_and_not_as_our_page_about_it(timeline_from_doc: Timeline) -> None:
    """
    sources:
      - {id: s, title: Der Fluss, language: de, publisher: Zeitung, issued: 2025-05-04, url: "https://z.example/fluss",
         authors: [Reuters, {family: Weiß, given: Jörg}]}
    """
    item = saved(pages(timeline_from_doc)["sources/s/"])

    assert (item["itemType"], item["title"], item["language"]) == ("webpage", "Der Fluss", "de")
    assert (item["publicationTitle"], item["publisher"], item["date"]) == ("Zeitung", "Zeitung", "2025-05-04")
    assert item["url"] == "https://z.example/fluss"
    assert item["creators"] == [("Reuters", ""), ("Weiß", "Jörg")]


def test_a_document_without_an_address_is_saved_as_a_document(sample: Timeline) -> None:
    without = [source for source in sample.sources if not source.url]

    assert without
    assert all(dict(of_source(source))["z:itemType"] == "document" for source in without)


@pytest.mark.parametrize(
    ("issued", "date"),
    [("2025", "2025"), ("2025-05", "2025-05"), ("2025-05~", "about May 2025"), ("2025-05-04?", "possibly 4 May 2025"),
     ("202X", "the 2020s"), ("2025-21", "spring 2025"), ("2025-05/..", "from May 2025"),
     ("[2025-05-01..2025-05-03]", "between 1 and 3 May 2025")],
)  # fmt: skip
def test_a_vague_date_is_said_in_words_and_made_no_day(issued: str, date: str, read_record: Read) -> None:
    timeline = read_record(f"sources: [{{id: s, issued: '{issued}'}}]")

    assert saved(pages(timeline)["sources/s/"])["date"] == date


def test_a_document_without_a_date_is_not_saved_with_the_day_on_which_it_was_read(read_record: Read) -> None:
    """Zotero takes the first `time` of a page where the head says nothing, and the page says when we read it."""
    page = pages(read_record("sources: [{id: s, accessed: 2025-12-01}]"))["sources/s/"]

    assert 'datetime="2025-12-01"' in page.body
    assert saved(page)["date"] == "undated"


def test_whatever_a_title_says_is_saved_as_it_stands(read_record: Read) -> None:
    said = json.dumps(HARD, ensure_ascii=False)
    found = pages(read_record(f"sources: [{{id: s, title: {said}}}]\nevents: [{{id: e, title: {said}}}]"), NOWHERE)

    assert saved(found["sources/s/"])["title"] == saved(found["events/e/"])["title"] == HARD


def test_only_events_and_documents_are_saved_so(sample: Timeline) -> None:
    told = {address for address, page in pages(sample).items() if "DC.title" in page.head}

    assert told == {f"events/{event.id}/" for event in sample.events} | {f"sources/{s.id}/" for s in sample.sources}
