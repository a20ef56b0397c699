"""What the record exports as JSON and as tables comes back as the same record."""

from __future__ import annotations

import datetime
import io
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from pydantic import BaseModel

from tests.conftest import SAMPLE, completed
from tests.exports.records import HARD, records
from timeline import checks
from timeline.exports.export import Publication
from timeline.exports.registry import BY_NAME
from timeline.imports import draft_file, file_formats
from timeline.loader import load
from timeline.model import Timeline
from timeline.queries.index import Index
from timeline.queries.version import version

TODAY = datetime.date(2026, 11, 29)
FEW = """
record:
  contact: editors@bridge.example
  quotes: true
  languages: [en, de]
  retrospective: true
  added: 2026-01-01
  kinds:
    ceremony: {name: Ceremony, name_in: {de: Feier}, plural: Ceremonies, about: It is *public*.}
    vow: {counts_as: statement}
  topic_families: {theme: {name: Theme, name_in: {de: Thema}, plural: Themes, about: What it is on.}}
  source_kinds: {plaque: {counts_as: primary, name: Plaque, name_in: {de: Tafel}, plural: P, about: B., untitled: true}}
  update_kinds: {erratum: {counts_as: correction, name: Erratum, name_in: {de: D}, plural: P, about: A.}}
  date_roles: {crowned: {name: Crowned, counts_as: effective, name_in: {de: D}, plural: P, about: A.}}
  actor_kinds: {guild: {name: Guild, counts_as: organisation, name_in: {de: D}, plural: P, about: A.}}
topics: [{id: bridge, name: Bridge, also: [Span], family: theme}]
actors: [{id: masons, name: Masons, kind: guild, about: "*All* of them.", country: DE, also: M, aliases: [old]}]
places:
  - {id: harbour, name: The harbour, country: DE, coordinates: "54.30, -10.1", also: [Port], aliases: [port]}
  - {id: sele, name: The Sele, about: A *river*.}
sources:
  - {id: gazette, withdrawn: {on: 2024-05, by: The editors, cite: {source: herald, locator: page 2}}, also: [G]}
  - {id: herald, withdrawn: 2024-06-04, allow: {unused: It is kept.}}
  - id: book
    kind: plaque
    doi: 10.5555/bridge
    isbn: 978-3-16-148410-0
    authors: [{family: Berg, given: Anna}]
    archives: [{url: "https://a.example/1", on: 2025-01-01}, {url: "https://b.example/1", on: 2025-01-02}]
    holding: {archive: The town archive, number: "7"}
events:
  - id: opening
    kind: vow
    cite: book
    claims:
      - id: opened
        aliases: [claim-1]
        text: It opened.
        cite: {source: herald, guess: false, quote: {text: ja, language: de, translation: "yes"}}
    rivals: [{date: 2024, cite: {source: gazette, locator: page 3, quote: a few}}]
    dates: {crowned: {date: 2024-05, cite: book}}
    updates:
      - {on: 2025-12-01, kind: correction, was: We had May., text: It was June.}
      - {on: 2025-12-02, kind: erratum, text: It was July.}
    allow: {older-source: It is meant.}
    note: We saw *neither*.
    places: [harbour, sele]
    coordinates: "50.9, 0.4"
    amounts: [{value: 0.50, unit: m, of: width, approximate: true}, {value: -2, up_to: 30, unit: m, bound: at-most}]
  - {id: flood, related: [{event: opening, as: hampers, cite: [{source: herald, attributed_to: a clerk}]}]}
expectations: [{id: promise, about: bridge, said: 2024, cite: book, aliases: [hope]}]
tracks: [{id: toll, title: The toll, aliases: [fee], states: [{from: 2024, state: none, tone: open}]}]
"""
"""What is seldom said, each at least once."""
LISTS = ("events", "sources", "actors", "topics", "places", "expectations", "tracks")


def exported(timeline: Timeline, form: str, folder: Path) -> Path:
    """The file or folder that an export makes of a record."""
    for file in BY_NAME[form].whole(Publication(Index(timeline))):
        if file.path.startswith("schema/"):
            continue
        path = folder / Path(file.path).name
        path.write_bytes(file.content if isinstance(file.content, bytes) else file.content.encode())
    return folder / "record.json" if form == "json" else folder


def imported(path: Path, folder: Path) -> Timeline:
    """The record that a draft of it is, read by the real loader."""
    empty = load(folder / "nothing").timeline
    draft = file_formats.read(path, empty, True, TODAY, file_formats.Options())
    (folder / "draft.yaml").write_text(draft_file.text(draft), encoding="utf-8")
    loaded = load(folder / "nothing", drafts=[folder / "draft.yaml"])
    assert [f"{problem.span}: {problem.sentence}" for problem in loaded.problems] == []
    return loaded.timeline


def alike(one: Timeline, other: Timeline) -> None:
    assert version(one) == version(other)
    assert one.record == other.record
    for name in LISTS:
        assert {each.id: each for each in getattr(one, name)} == {each.id: each for each in getattr(other, name)}


@contextmanager
def place() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.mark.parametrize("form", ["json", "csv"])
def test_the_sample_record_comes_back(form, sample) -> None:
    with place() as out, place() as back:
        alike(imported(exported(sample, form, out), back), sample)


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_record_with_everything_that_forms_stumble_over_comes_back(
    form, read_record: Callable[[str], Timeline]
) -> None:
    timeline = read_record(HARD)
    with place() as out, place() as back:
        alike(imported(exported(timeline, form, out), back), timeline)


@pytest.mark.parametrize("form", ["json", "csv"])
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(record=records())
def test_any_record_comes_back(form, record: dict[str, Any]) -> None:
    text = completed(yaml.safe_dump(record, allow_unicode=True, sort_keys=False))
    with place() as folder, place() as out, place() as back:
        (folder / "record.yaml").write_text(text, encoding="utf-8")
        loaded = load(folder)
        if not loaded.sound:
            return
        alike(imported(exported(loaded.timeline, form, out), back), loaded.timeline)


@pytest.mark.parametrize("form", ["json", "csv"])
def test_fields_that_few_records_have_come_back(form, read_record: Callable[[str], Timeline]) -> None:
    timeline = read_record(FEW)
    with place() as out, place() as back:
        alike(imported(exported(timeline, form, out), back), timeline)


def test_no_field_is_left_out_of_the_records_that_come_back(read_record: Callable[[str], Timeline], sample) -> None:
    said: dict[type[BaseModel], set[str]] = {}

    def hear(value: object) -> None:
        if isinstance(value, BaseModel):
            said.setdefault(type(value), set()).update(value.model_fields_set)
            fields = type(value).model_fields
            value = tuple(each for name, each in vars(value).items() if not fields[name].exclude)
        elif isinstance(value, Mapping):
            value = tuple(value.values())
        for each in value if isinstance(value, tuple) else ():
            hear(each)

    for timeline in (read_record(FEW), read_record(HARD), sample):
        hear((timeline.record, *(each for name in LISTS for each in getattr(timeline, name))))
    typed = {record: {name for name, field in record.model_fields.items() if not field.exclude} for record in said}
    assert len(said) > 20
    assert {record.__name__: unsaid for record, names in typed.items() if (unsaid := names - said[record])} == {}


def test_an_archive_of_tables_is_read_as_its_folder_is(sample) -> None:
    with place() as out, place() as back:
        exported(sample, "csv", out)
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            for path in out.iterdir():
                archive.write(path, path.name)
        (back / "tables.zip").write_bytes(packed.getvalue())
        alike(imported(back / "tables.zip", back), sample)


def test_tables_say_which_languages_they_do_not_hold(read_record: Callable[[str], Timeline]) -> None:
    timeline = read_record(
        "record: {title: Bridges, language: en, languages: [en, de]}\n"
        "events: [{id: opened, title: {en: The bridge opens, de: Die Brücke öffnet}}]"
    )
    told = {}
    with place() as folder:
        for form in ("csv", "json"):
            path = exported(timeline, form, folder)
            draft = file_formats.read(path, load(folder / "none").timeline, True, TODAY, file_formats.Options())
            told[form] = [(left.field, left.value) for left in draft.left if left.field == "languages"]

    assert told == {"csv": [("languages", "de")], "json": []}


def test_a_record_that_is_there_word_for_word_becomes_no_draft(sample) -> None:
    with place() as out:
        path = exported(sample, "json", out)
        draft = file_formats.read(path, checks.read(SAMPLE / "data").timeline, False, TODAY, file_formats.Options())

        assert draft.empty
        assert {left.reason for left in draft.left} == {"the record has it already, word for word"}
