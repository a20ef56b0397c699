"""One hard record, and any other, through programs that others wrote: what they read is what was typed."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import icalendar
import jsonschema
import markdown
import pytest
import rispy
import yaml
from hypothesis import HealthCheck, Phase, assume, given, settings
from lxml import etree, html
from markdown_it import MarkdownIt

from tests.conftest import completed
from tests.exports.feeds import parsed, words
from tests.exports.records import HARD, lines, records
from tests.exports.test_bibliography import parsed as pybtex_read
from tests.exports.test_bibliography import printed, said
from tests.exports.test_feed_formats import SCHEMAS, atom_grammar
from timeline.exports import bibliographies, registry
from timeline.exports.bibliography import of_event, of_source
from timeline.exports.export import Former, Publication
from timeline.loader import load
from timeline.model import Event, Source, Timeline
from timeline.problems import Severity
from timeline.queries.index import Index
from timeline.site import inline_markdown
from timeline.site.settings import Site

SITE = Site("Bridges & more", "https://bridges.example/record/", exports=frozenset(registry.BY_NAME))
GRAMMAR = atom_grammar()
JSON_FEED = jsonschema.Draft7Validator(json.loads((SCHEMAS / "json_feed.schema.json").read_text(encoding="utf-8")))
READERS: list[Callable[[str], str]] = [MarkdownIt("commonmark").render, markdown.markdown]


def whole(publication: Publication, form: str) -> dict[str, str]:
    return {file.path: file.content.decode() for file in registry.BY_NAME[form].whole(publication)}


def single(publication: Publication, form: str) -> dict[str, str]:
    return {file.path: file.content.decode() for file in registry.BY_NAME[form].single(publication)}


def spaced(text: str) -> str:
    return " ".join(text.split())


# -- what each program reads -----------------------------------------------------------------------


def feeds(publication: Publication) -> None:
    """feedparser, the grammar of Atom, and the schema of JSON Feed."""
    timeline = publication.index.timeline
    found = whole(publication, "atom") | single(publication, "atom")
    for path, text in found.items():
        if path.endswith(".xml"):
            assert GRAMMAR.validate(etree.fromstring(text.encode())), path
            assert {entry.title for entry in parsed(text).entries} <= titles(timeline)
    feed = parsed(found["updates/feed.xml"])
    assert feed.feed.title == timeline.record.title
    told = {entry.title: entry for entry in feed.entries}
    assert told.keys() == {event.title for event in timeline.events}
    for event in timeline.events:
        entry = told[event.title]
        names = [timeline.topics_by_id[id].name for id in event.topics]
        assert [tag.label for tag in entry.get("tags", ())] == names
        if event.summary:
            assert spaced(inline_markdown.plain(event.summary)) in spaced(unescape(words(entry.content[0].value)))
    for text in (whole(publication, "jsonfeed") | single(publication, "jsonfeed")).values():
        JSON_FEED.validate(json.loads(text))
        assert {item["title"] for item in json.loads(text)["items"]} <= titles(timeline)


def titles(timeline: Timeline) -> set[str]:
    """Of events, and of changes to them."""
    kinds = ("Correction", "Revision", "Retraction", "Withdrawal", "Development", "Addition")
    return {title for event in timeline.events for title in (event.title, *(f"{k}: {event.title}" for k in kinds))}


def calendar(publication: Publication) -> None:
    """Icalendar."""
    (text,) = whole(publication, "calendar").values()
    read = icalendar.Calendar.from_ical(text)
    assert read.errors == []
    told = {(str(entry["SUMMARY"]), str(entry.start)) for entry in read.events}
    for event in publication.index.timeline.events:
        if event.course == "planned":
            assert ((f"{event.title} (planned)", event.date.text) in told) == event.date.is_day


def bibliography(publication: Publication) -> None:
    """Rispy and pybtex; citeproc-py prints every item in a style of somebody else."""
    timeline = publication.index.timeline
    cited: list[Event | Source] = [*timeline.sources, *timeline.events]
    read = [each for text in whole(publication, "ris").values() for each in rispy.loads(text)]
    assert {each["id"]: each["title"] for each in read} == {each.id: each.title for each in cited}
    for source in timeline.sources:
        (one,) = (each for each in read if each["id"] == source.id)
        assert (one["publisher"], one.get("authors", [])) == (source.publisher, [a.sorted_by for a in source.authors])
        assert rispy.loads(single(publication, "ris")[f"sources/{source.id}/{bibliographies.NAME}"]) == [one]
    entries = [
        *(of_source(timeline, source) for source in timeline.sources),
        *(of_event(timeline, event, publication.index.version, "https://x.example/") for event in timeline.events),
    ]
    library = pybtex_read(entries)
    assert {key: said(entry.fields["title"]) for key, entry in library.items()} == {e.id: e.title for e in cited}
    for source in timeline.sources:
        persons = library[source.id].persons.get("author", ())
        assert [by_parts(person) for person in persons] == [(a.given or "", a.family) for a in source.authors]
    items = [item for text in whole(publication, "csl").values() for item in json.loads(text)]
    assert {item["id"]: item["title"] for item in items} == {each.id: each.title for each in cited}
    lines = printed(items)
    assert all(any(str(each.title) in line for line in lines) for each in cited)


def by_parts(person: Any) -> tuple[str, str]:
    """The names that go with it and the name by which it is sorted, as pybtex divides them."""
    given, family = (
        [*person.first_names, *person.middle_names],
        [*person.prelast_names, *person.last_names, *person.lineage_names],
    )
    return said(" ".join(given)), said(" ".join(family))


def twins(publication: Publication) -> None:
    """CommonMark and Python-Markdown."""
    timeline = publication.index.timeline
    told = single(publication, "markdown")
    for read in READERS:
        told_of: list[Event | Source] = [*timeline.events, *timeline.sources]
        for record in told_of:
            folder = "events" if isinstance(record, Event) else "sources"
            html = read(told[f"{folder}/{record.id}/index.md"])
            assert unescape(re.findall("<h1>(.*?)</h1>", html, re.DOTALL)[0]) == record.title
            if isinstance(record, Event):
                shown = spaced(unescape(re.sub(r"<[^>]*>", " ", html)))
                assert all(spaced(inline_markdown.plain(claim.text)) in shown for claim in record.claims)


def frames_and_file(publication: Publication) -> None:
    """YAML as forges read it, and the HTML that a site with oEmbed puts into its page."""
    timeline = publication.index.timeline
    (cited,) = map(yaml.safe_load, whole(publication, "cff").values())
    assert cited["title"] == timeline.record.title
    assert cited.get("keywords", []) == list(dict.fromkeys(topic.name for topic in timeline.topics))
    answers = {path.split("/")[1]: json.loads(text) for path, text in single(publication, "oembed").items()}
    named = {id: event.title for event in timeline.events for id in (event.id, *event.aliases)}
    assert {id: told["title"] for id, told in answers.items()} == named
    for event in timeline.events:
        (frame,) = html.fragments_fromstring(answers[event.id]["html"])
        assert (frame.tag, frame.get("title")) == ("iframe", event.title)
        assert frame.get("src").startswith(f"{SITE.address}embed/")


PROGRAMS = [feeds, calendar, bibliography, twins, frames_and_file]
every_program = pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.__name__)


@every_program
def test_the_hard_record_is_read_as_it_was_typed(
    program: Callable[[Publication], None], read_record: Callable[[str], Timeline]
) -> None:
    program(Publication(Index(read_record(HARD)), SITE))


@every_program
@given(data=records())
@settings(max_examples=8, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_typed_is_read_as_it_was(program: Callable[[Publication], None], data: dict[str, Any]) -> None:
    for event in data["events"][::2]:
        event["course"] = "planned"
    for publication in read(data):
        program(publication)


@given(name=lines(), title=lines(), before=lines())
@settings(max_examples=8, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])
def test_places_and_changes_are_read_as_they_were_typed(name: str, title: str, before: str) -> None:
    def typed(title: str) -> dict[str, Any]:
        point = {"latitude": "51.5", "longitude": "0.1"}
        event = {"id": "e", "title": title, "date": "2025-04", "places": ["p"]}
        return {"places": [{"id": "p", "name": name, "coordinates": point}], "events": [event]}

    for publication, former in zip(read(typed(title)), read(typed(before)), strict=True):
        then = Former("v1", former.timeline)
        since = Publication(publication.index, SITE, former=then)
        (feature,) = json.loads(whole(since, "geojson")["data/places.geojson"])["features"]
        told = json.loads(whole(since, "changes")["api/v1/changes.json"])["differences"]
        event, place = publication.timeline.events[0], publication.timeline.places[0]
        assert (feature["properties"]["name"], feature["geometry"]["coordinates"]) == (place.name, [0.1, 51.5])
        assert [(e["title"], e["date"]) for e in feature["properties"]["events"]] == [(event.title, "2025-04")]
        titles = [(each["before"], each["after"]) for each in told if each["part"] == "title"]
        assert titles == ([] if before == title else [(former.timeline.events[0].title, event.title)])


def read(data: dict[str, Any]) -> Iterator[Publication]:
    with tempfile.TemporaryDirectory() as name:
        text = completed(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))
        Path(name, "record.yaml").write_text(text, encoding="utf-8")
        loaded = load(Path(name), "record")
        assume(not any(problem.severity is Severity.ERROR for problem in loaded.problems))
        yield Publication(Index(loaded.timeline), SITE)
