"""Hostile texts that a record took come out of every form as the value that went in, and as no more."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import feedparser
import icalendar
import rispy
import yaml
from lxml import etree

from tests.exports.test_api import reread
from tests.exports.test_bibliography import parsed, said
from tests.exports.test_markdown_pages import READERS
from tests.security.elements import DANGEROUS, MARKDOWN, no_script
from tests.security.records import SITE
from timeline.exports import feeds
from timeline.exports.bibliography import of_source
from timeline.exports.export import Publication
from timeline.model import Timeline
from timeline.queries.index import Index
from timeline.site.spreadsheet_cells import read as uncovered


def test_json_gives_back_the_record_that_was_read(record: Timeline, files: dict[str, bytes], tmp_path: Path) -> None:
    made = {path: json.loads(data) for path, data in files.items() if path.startswith("api/")}

    assert reread(made, tmp_path) == record


def test_tables_and_the_database_give_back_each_text_and_no_cell_is_a_formula(
    record: Timeline, files: dict[str, bytes], tmp_path: Path
) -> None:
    wanted: dict[str, set[tuple[Any, ...]]] = {
        "events": {(e.id, e.title, e.summary, e.date_basis) for e in record.events},
        "claims": {(c.ref, c.text, c.question or "") for c in record.claims},
        "sources": {(s.id, s.title, s.publisher, s.note) for s in record.sources},
        "actors": {(a.id, a.name, a.about) for a in record.actors},
        "states": {(t.id, t.states[0].state) for t in record.tracks},
        "expectations": {(e.id, e.wording) for e in record.expectations},
    }
    columns = {
        "events": "id title summary date_basis", "claims": "id text question", "sources": "id title publisher note",
        "actors": "id name about", "states": "track state", "expectations": "id wording",
    }  # fmt: skip
    (tmp_path / "record.sqlite").write_bytes(files["data/record.sqlite"])
    with closing(sqlite3.connect(tmp_path / "record.sqlite")) as database:
        for table, names in columns.items():
            rows = list(csv.DictReader(io.StringIO(files[f"data/{table}.csv"].decode(), newline="")))
            assert {tuple(uncovered(row[name]) for name in names.split()) for row in rows} == wanted[table]
            for row in rows:
                assert not any(
                    str(cell).startswith(("=", "+", "-", "@", "\t", "\uff1d", "\uff0b")) for cell in row.values()
                )
            asked = database.execute(f'SELECT {", ".join(names.split())} FROM "{table}"')
            assert {tuple(value or "" for value in row) for row in asked} == {
                tuple(value or "" for value in row) for row in wanted[table]
            }


def test_feeds_are_one_document_each_whose_titles_are_the_texts(
    record: Timeline, files: dict[str, bytes], sample: Timeline
) -> None:
    publication = Publication(Index(sample), SITE)
    feed = next(file for file in feeds.ATOM.whole(publication) if file.path == "updates/feed.xml")
    innocent = {element.tag for element in etree.fromstring(feed.content).iter()}
    innocent |= {f"{{http://www.w3.org/1999/xhtml}}{name}" for name in MARKDOWN}
    titles = {" ".join(event.title.split()) for event in record.events}
    read_as_xml = etree.XMLParser(resolve_entities=False)
    found = [data for path, data in files.items() if path.endswith("feed.xml")]
    assert len(found) > 15
    for data in found:
        root = etree.fromstring(data, read_as_xml)
        assert not root.getroottree().docinfo.doctype
        assert {element.tag for element in root.iter() if isinstance(element.tag, str)} <= innocent
        for content in root.iter("{http://www.w3.org/2005/Atom}content"):
            no_script(content.text or "")
        assert root.xpath("//processing-instruction()[name() != 'xml-stylesheet']") == []
    whole = feedparser.parse(files["updates/feed.xml"], sanitize_html=False, resolve_relative_uris=False)
    assert not whole.bozo
    told = json.loads(files["updates/feed.json"])
    for item in told["items"]:
        no_script(item.get("content_html", ""))
    said = " ".join(item["title"] for item in told["items"])
    assert all(title in said for title in titles)


def test_a_calendar_has_as_many_entries_as_forecasts_and_each_is_called_as_it_was_typed(
    record: Timeline, files: dict[str, bytes]
) -> None:
    made = files["data/calendar.ics"] if "data/calendar.ics" in files else next(
        data for path, data in files.items() if path.endswith(".ics")
    )  # fmt: skip
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    calendar = icalendar.Calendar.from_ical(made)
    assert calendar.errors == []
    assert {part.name for part in calendar.walk()} == {"VCALENDAR", "VEVENT"}
    names = [str(event["SUMMARY"]) for event in calendar.events]
    topics = record.topics_by_id
    assert sorted(names) == sorted(
        f"{topics[e.about].name}: “{e.wording}” (missed)" for e in record.expectations if e.window
    )


def test_bibliographies_have_an_entry_for_each_document_under_its_title(
    record: Timeline, files: dict[str, bytes]
) -> None:
    titles = {source.id: source.title for source in record.sources}
    csl = {item["id"]: item["title"] for item in json.loads(files["sources/bibliography.csl.json"])}
    assert csl == titles
    read_back = rispy.loads(files["sources/bibliography.ris"].decode())
    assert {entry["id"]: entry["title"] for entry in read_back} == titles
    library = parsed(of_source(record, source) for source in record.sources)
    assert {key: said(entry.fields["title"]) for key, entry in library.items()} == titles


def test_the_citation_of_the_record_and_the_answers_for_frames_are_what_was_typed(
    record: Timeline, files: dict[str, bytes]
) -> None:
    cff = yaml.safe_load(files["CITATION.cff"]) if "CITATION.cff" in files else yaml.safe_load(
        next(data for path, data in files.items() if path.endswith(".cff"))
    )  # fmt: skip
    assert record.record.title in cff["title"]
    answers = {path: json.loads(data) for path, data in files.items() if path.endswith("oembed.json")}
    titles = [answer["title"] for answer in answers.values()]
    assert all(any(event.title in title for title in titles) for event in record.events)
    for answer in answers.values():
        parser = no_script(answer["html"])
        assert set(parser.tags) <= {"iframe"}


def test_pages_as_markdown_hold_text_and_nothing_that_runs(record: Timeline, files: dict[str, bytes]) -> None:
    for event in record.events[:4]:
        written = files[f"events/{event.id}/index.md"].decode()
        for reader in READERS:
            parser = no_script(reader(written))
            assert not DANGEROUS & set(parser.tags)
            assert " ".join(parser.headings[0].split()) == " ".join(event.title.split())
