"""What has no address is found by its number, and every form hands the number on."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable

import pytest

from tests.bodies import Body
from timeline.exports import bibliography, dublin_core, linked_data
from timeline.exports.export import Publication
from timeline.exports.tables.csv_files import CSV
from timeline.model import Timeline
from timeline.pages import render
from timeline.queries.index import Index
from timeline.queries.search import passages
from timeline.site.settings import NOWHERE

RECORD = """
record: {through: 2026-01-01}
sources:
  - id: paper
    title: On bridges
    url: null
    doi: 10.5555/bridge<1>
    issued: 2024
  - id: book
    title: A book of bridges
    publisher: Harbour Press
    isbn: 0-306-40615-2
    issued: 1977
    archives: [{url: "https://a.example/1", on: 2025-01-02}, {url: "https://b.example/2", on: 2025-01-01}]
  - id: file
    title: Minutes
    holding: {archive: Town archive, number: "C 12/1923 & <more>"}
    issued: 1923
events: [{id: opening, claims: [{text: It opened., cite: [paper, book, file]}]}]
"""


@pytest.fixture
def record(read_record: Callable[[str], Timeline]) -> Timeline:
    whole = read_record(RECORD.replace("    url: null\n", ""))
    bare = tuple(source.model_copy(update={"url": None}) for source in whole.sources)
    return whole.having(sources=bare)


def entry(record: Timeline, id: str) -> bibliography.Entry:
    return bibliography.of_source(record, record.sources_by_id[id])


def test_bibliographies_name_the_number(record: Timeline) -> None:
    paper, book, file = (entry(record, id) for id in ("paper", "book", "file"))

    assert bibliography.csl(paper)["DOI"] == "10.5555/bridge<1>"
    told = bibliography.csl(book)
    assert (told["type"], told["ISBN"], told["publisher"]) == ("book", "0-306-40615-2", "Harbour Press")
    assert told["archive_location"] == "https://a.example/1"
    told = bibliography.csl(file)
    assert (told["archive"], told["call-number"]) == ("Town archive", "C 12/1923 & <more>")
    assert "doi = {10.5555/bridge<1>}" in bibliography.bibtex(paper)
    assert bibliography.bibtex(book).startswith("@book{book,")
    assert "library = {Town archive, C 12/1923 \\& <more>}" in bibliography.bibtex(file)
    assert "DO  - 10.5555/bridge<1>" in bibliography.ris(paper)
    assert "TY  - BOOK" in bibliography.ris(book)
    assert "SN  - 0-306-40615-2" in bibliography.ris(book)
    assert "CN  - C 12/1923 & <more>" in bibliography.ris(file)
    assert "https://doi.org/10.5555/bridge%3C1%3E" in bibliography.text(paper)
    assert "ISBN 0-306-40615-2." in bibliography.text(book)
    assert "Town archive, C 12/1923 & <more>." in bibliography.text(file)


def test_linked_data_and_the_head_of_the_page_name_it(record: Timeline) -> None:
    told = {
        id: linked_data.source(Index(record), NOWHERE, source)["mainEntity"]
        for id, source in record.sources_by_id.items()
    }

    assert told["paper"]["identifier"] == {"@type": "PropertyValue", "propertyID": "doi", "value": "10.5555/bridge<1>"}
    assert told["paper"]["sameAs"] == "https://doi.org/10.5555/bridge%3C1%3E"
    assert (told["book"]["@type"], told["book"]["isbn"]) == ("Book", "9780306406157")
    assert told["book"]["archivedAt"] == ["https://a.example/1", "https://b.example/2"]
    assert told["file"]["itemLocation"] == "C 12/1923 & <more>"
    heads = {id: list(dublin_core.of_source(source)) for id, source in record.sources_by_id.items()}
    assert ("citation_doi", "10.5555/bridge<1>") in heads["paper"]
    assert ("citation_isbn", "0-306-40615-2") in heads["book"]
    assert ("DC.identifier", "urn:isbn:9780306406157") in heads["book"]


def test_the_page_shows_every_number_and_every_copy(record: Timeline) -> None:
    pages = {page.address: Body.of(page.body) for page in render(record)}

    assert "10.5555/bridge<1>" in pages["sources/paper/"].words
    assert "https://doi.org/10.5555/bridge%3C1%3E" in [a.attributes["href"] for a in pages["sources/paper/"].all("a")]
    assert "ISBN0-306-40615-2" in re.sub(r"\s", "", pages["sources/book/"].words)
    assert re.findall(r"Archived copy at \w\.example", " ".join(pages["sources/book/"].words.split())) == [
        "Archived copy at a.example", "Archived copy at b.example",
    ]  # fmt: skip
    assert "C 12/1923 & <more>" in pages["sources/file/"].words


def test_tables_and_the_search_have_it(record: Timeline) -> None:
    (table,) = (f for f in CSV.whole(Publication(Index(record))) if f.path.endswith("sources.csv"))
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(table.content.decode(), newline=""))}

    assert rows["paper"]["doi"] == "10.5555/bridge<1>"
    assert rows["book"]["isbn"] == "0-306-40615-2"
    assert [each["on"] for each in json.loads(rows["book"]["archives"])] == ["2025-01-02", "2025-01-01"]
    assert (rows["file"]["holding_archive"], rows["file"]["holding_number"]) == ("Town archive", "C 12/1923 & <more>")
    said = [text.text for text in passages.of_source(record.sources_by_id["book"], {})[1]]
    assert {"0-306-40615-2", "0306406152", "9780306406157"} <= set(said)


def test_a_copy_of_any_day_tells_since_when_a_document_was_out(record: Timeline) -> None:
    undated = tuple(s.model_copy(update={"issued": None}) for s in record.sources)

    assert Index(record.having(sources=undated)).out["book"].day.isoformat() == "2025-01-01"
