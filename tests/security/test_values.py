"""Seven hundred hostile texts through every field: refused with words, or the same value in every form, and no more."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import types
from collections.abc import Callable, Iterator
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

import feedparser
import icalendar
import pytest
import rispy
import yaml
from click.testing import CliRunner
from lxml import etree
from pydantic import BaseModel, PlainValidator

from tests.exports.test_api import reread
from tests.exports.test_bibliography import parsed, said
from tests.exports.test_markdown_pages import READERS
from tests.security.hostile import NUMBER, texts
from tests.security.records import NO_TEXT, accepted, escaped, hostile, quoted, taken, write
from timeline.checks import read
from timeline.cli.commands import timeline as command
from timeline.exports import feeds, registry
from timeline.exports.bibliography import of_source
from timeline.exports.export import Publication
from timeline.html.page import Page
from timeline.loader import load
from timeline.loader.invisible import unwanted
from timeline.model import Timeline
from timeline.model.address import inline
from timeline.model.fields import one_line
from timeline.pages import render
from timeline.problems.report import as_github, as_json, as_text
from timeline.queries.index import Index
from timeline.site.cells import read as uncovered
from timeline.site.settings import Site

SITE = Site("Bridges & more", "https://bridges.example/record/")
COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What a terminal or an editor obeys instead of showing it."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("hostile")
    write(place, hostile(8, 73))
    return place


@pytest.fixture(scope="module")
def record(folder: Path) -> Timeline:
    loaded = read(folder, "data")
    assert loaded.sound
    return loaded.timeline


@pytest.fixture(scope="module")
def files(record: Timeline) -> dict[str, bytes]:
    publication = Publication(Index(record), SITE)
    made = [file for export in registry.EXPORTS for file in (*export.whole(publication), *export.single(publication))]
    return {file.path: file.content for file in made}


# -- what is taken, and what is refused ------------------------------------------------------------


def test_there_are_seven_hundred_of_them_and_most_are_only_text() -> None:
    assert len(set(texts())) == NUMBER == 700
    assert len(accepted(one_line)) > 600
    assert len(accepted(inline)) > 500


@pytest.mark.parametrize(("field", "kind"), [("title", one_line), ("summary", inline)])
def test_each_is_taken_as_it_is_or_refused_at_its_place_in_words(
    field: str, kind: Callable[[object], str], tmp_path: Path
) -> None:
    """An event on a line; of a text that no file may hold, a file of its own, and once more with signs as escapes."""
    apart = [text for text in texts() if NO_TEXT.search(text) or any(unwanted(text))]
    assert len(apart) > 40
    whole = [text for text in texts() if not NO_TEXT.search(text)]
    for batch, written in ((whole, escaped), *(([text], quoted) for text in apart)):
        lines = [quoted({"record": {"title": "R", "through": "2026-01-01"}})[:-1] + ', "events": [']
        lines += [written(_event(n, field, text)) + "," for n, text in enumerate(batch)]
        (tmp_path / "record.yaml").write_text("\n".join([*lines, "]}"]), encoding="utf-8")
        loaded = load(tmp_path, "data")
        kept = {event.id: getattr(event, field) for event in loaded.timeline.events}
        faults = [fault for fault in loaded.problems if fault.code != "unknown-source"]
        of_line = {fault.span.line: fault for fault in faults}
        for n, text in enumerate(batch):
            if taken(text, kind):
                assert kept[f"e{n}"] == " ".join(text.split())
                assert n + 2 not in of_line
            else:
                assert of_line[n + 2].help, text
        _harmless(as_text(faults, loaded.files), as_json(faults), as_github(faults))


def _event(n: int, field: str, text: str) -> dict[str, Any]:
    claims = [{"text": "It is.", "cite": "s"}]
    event = {"id": f"e{n}", "added": "2025-01-01", "date": "2025", "title": "T", "kind": "report", "status": "reported"}
    return event | {"claims": claims, field: text}


def _harmless(text: str, data: str, annotations: str) -> None:
    """What is said of a fault commands neither a terminal nor a forge."""
    assert not COMMANDS.search(text)
    assert all(re.match(r"error|warning|note|\d* *(\||-->|=)|$|\d+ ", line) for line in text.splitlines()), text
    assert json.loads(data)
    for line in annotations.splitlines():
        assert re.match("::(error|warning|notice) file=data/record.yaml,title=[a-z-]+(,|::)", line), line
    assert not COMMANDS.search(annotations)


def test_no_field_of_text_is_left_out(record: Timeline) -> None:
    """A new one belongs into `tests/security/records.py`."""
    filled = {name for each in _within(record) for name in _filled(each)}
    kinds = {type(each) for each in _within(record)}
    wanted = {name for kind in kinds for name in _fields(kind)}

    assert {"Event.title", "Claim.text", "Source.title_in", "Update.was", "Author.given", "State.state"} <= wanted
    assert wanted - filled == set()


def _within(value: Any) -> Iterator[BaseModel]:
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from _within(getattr(value, name))
    elif isinstance(value, Timeline):
        for part in vars(value).values():
            yield from _within(part)
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _within(part)
    elif isinstance(value, dict | types.MappingProxyType):
        for part in value.values():
            yield from _within(part)


def _filled(each: BaseModel) -> Iterator[str]:
    return (f"{type(each).__name__}.{name}" for name in type(each).model_fields if getattr(each, name))


def _fields(kind: type[BaseModel]) -> Iterator[str]:
    for name, field in kind.model_fields.items():
        if any(_free(part) for part in (*field.metadata, field.annotation)):
            yield f"{kind.__name__}.{name}"


def _free(form: Any) -> bool:
    """Whether it takes any text."""
    if isinstance(form, PlainValidator):
        return form.func in (one_line, inline)
    return any(_free(part) for part in (*get_args(form), *getattr(form, "__metadata__", ())))


# -- one value in, the same value out --------------------------------------------------------------


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
            _no_script(content.text or "")
        assert root.xpath("//processing-instruction()[name() != 'xml-stylesheet']") == []
    whole = feedparser.parse(files["updates/feed.xml"], sanitize_html=False, resolve_relative_uris=False)
    assert not whole.bozo
    told = json.loads(files["updates/feed.json"])
    for item in told["items"]:
        _no_script(item.get("content_html", ""))
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
        parser = _no_script(answer["html"])
        assert set(parser.tags) <= {"iframe"}


def test_pages_as_markdown_hold_text_and_nothing_that_runs(record: Timeline, files: dict[str, bytes]) -> None:
    for event in record.events[:4]:
        written = files[f"events/{event.id}/index.md"].decode()
        for reader in READERS:
            parser = _no_script(reader(written))
            assert not DANGEROUS & set(parser.tags)
            assert " ".join(parser.headings[0].split()) == " ".join(event.title.split())


# -- pages -----------------------------------------------------------------------------------------

MARKDOWN = {"em", "strong", "code", "a", "sub", "sup", "q", "s", "bdi"}
"""What a text may be made of."""
DANGEROUS = {
    "script",
    "iframe",
    "object",
    "embed",
    "base",
    "meta",
    "link",
    "style",
    "form",
    "input",
    "button",
    "img",
    "svg",
}
"""What a text may not bring, whatever stands around it."""


LEADING = {
    "href", "src", "srcset", "srcdoc", "action", "formaction", "xlink:href", "data", "background", "poster", "cite",
}  # fmt: skip
"""Attributes whose address is followed or loaded."""


class _Elements(HTMLParser):
    """What a piece of HTML is made of, and what of it would run or load."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.wrong: list[str] = []
        self.headings: list[str] = []
        self._heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            text = re.sub(r"\s", "", value or "").lower()
            leads = name in LEADING and re.match(r"(java|vb)script:|data:text|file:|//evil|https?://evil", text)
            if name.startswith("on") or leads:
                self.wrong.append(f"<{tag} {name}={value}>")
        if tag == "h1":
            self._heading = True
            self.headings.append("")

    def handle_endtag(self, tag: str) -> None:
        self._heading = self._heading and tag != "h1"

    def handle_data(self, data: str) -> None:
        if self._heading:
            self.headings[-1] += data


def _no_script(html: str) -> _Elements:
    parser = _Elements()
    parser.feed(html)
    parser.close()
    assert parser.wrong == []
    return parser


def test_every_page_and_drawing_is_made_of_what_innocent_ones_are_made_of(
    record: Timeline, sample_pages: dict[str, Page]
) -> None:
    innocent = [parts for page in sample_pages.values() for parts in _parts(page)]
    tags = {tag for parts in innocent for tag in parts.tags} | MARKDOWN | {"blockquote"}  # the sample quotes nobody
    attributes = {name for parts in innocent for name in parts.attributes}
    scripts = max(parts.tags.count("script") for parts in innocent)
    pages = list(render(record, SITE))

    assert len(pages) > 40
    for page in pages:
        body, *drawn = _parts(page)
        for parts in (body, *drawn):
            assert set(parts.tags) <= tags
            assert parts.attributes - attributes <= {name for name in parts.attributes if name.startswith("data-")}
            assert parts.tags.count("script") <= scripts
        if page.address.startswith("events/"):
            title = next(e.title for e in record.events if f"events/{e.id}/" == page.address)
            assert body.headings == [title]


def _parts(page: Page) -> list[_Elements]:
    """A page and the drawings and frames that go with it."""
    drawn = [file.content.decode() for file in page.files if file.path.endswith((".html", ".svg"))]
    return [_no_script(html) for html in (page.body, *drawn)]


# -- the terminal ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        ("list",), ("show", "e0"), ("show", "s7"), ("show", "e1#first"), ("show", "t3"), ("show", "k2"),
        ("trace", "e2#first"), ("stats",), ("record",), ("list", "--format", "markdown"),
    ],
)  # fmt: skip
def test_what_commands_say_commands_no_terminal(words: tuple[str, ...], folder: Path) -> None:
    done = CliRunner().invoke(command, [*words, "--data", str(folder)])

    assert done.exit_code in (0, 2)
    assert not COMMANDS.search(done.output)


def test_lists_for_programs_have_the_titles_as_they_were_typed(folder: Path, record: Timeline) -> None:
    done = CliRunner().invoke(command, ["list", "--data", str(folder), "--format", "json"])

    assert [row["title"] for row in json.loads(done.stdout)] == [event.title for event in record.events]
