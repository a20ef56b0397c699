"""What has changed since an earlier state, as data: against its own schema, and in the words that people get."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import openapi_spec_validator

from timeline.exports.api import JSON
from timeline.exports.changes import CHANGES, PATH
from timeline.exports.export import Former, Publication
from timeline.language import speaking
from timeline.model import Timeline
from timeline.queries.index import Index
from timeline.queries.version import version
from timeline.site.settings import NOWHERE, Site
from timeline.site.text_language import kept

SITE = Site("Bridges & more", "https://bridges.example/record/")
HARD = 'Wir & "die", 他们, שלום, a < b, 🦊, =1'

Read = Callable[[str], Timeline]

BEFORE = """
record: {through: 2026-01-01}
sources: [{id: s}]
events:
  - {id: opening, date: 2025-05, title: The opening, claims: [{id: a, text: It opens., cite: s}],
     updates: [{on: 2025-12-01, kind: revision, text: Told before.}]}
  - {id: flood, date: 2024, title: The flood}
"""
AFTER = """
record: {through: 2026-01-20}
sources: [{id: s}]
events:
  - {id: opened, aliases: opening, date: 2025-06~, title: The opening, claims: [{id: a, text: It opens., cite: s}],
     updates: [{on: 2025-12-01, kind: revision, text: Told before.},
               {on: 2026-01-20, kind: correction, was: It was *May*., text: It was June.}]}
  - {id: promise, date: 1931, title: The promise}
"""


def document(before: Timeline, after: Timeline, site: Site = SITE) -> Any:
    """The file, which its own schema lets pass."""
    files = {
        file.path: json.loads(file.content)
        for file in CHANGES.whole(Publication(Index(after), site, former=Former("v1", before)))
    }
    told, schema = files[PATH], files["schema/v1/changes.json"]
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(told, schema)
    return told


def test_it_names_both_versions_and_says_what_differs_in_sentences(read_record: Read) -> None:
    before, after = read_record(BEFORE), read_record(AFTER)
    told = document(before, after)

    assert told["since"] == {"revision": "v1", "version": version(before), "through": "2026-01-01"}
    assert (told["version"], told["through"]) == (version(after), "2026-01-20")
    found = {(each["what"], each["id"]): each for each in told["differences"]}
    assert {("added", "promise"), ("gone", "flood"), ("renamed", "opened"), ("date-moved", "opened")} <= found.keys()
    assert found["added", "promise"]["page"] == "https://bridges.example/record/events/promise/"
    assert "page" not in found["gone", "flood"]
    moved = found["date-moved", "opened"]
    assert "May 2025" in moved["words"]
    assert "about June 2025" in moved["words"]


def test_it_tells_what_updates_tell_and_what_was_told_before_not_again(read_record: Read) -> None:
    told = document(read_record(BEFORE), read_record(AFTER))

    assert told["told"] == [
        {
            "event": "opened",
            "title": "The opening",
            "page": "https://bridges.example/record/events/opened/#_update-2",
            "on": "2026-01-20",
            "kind": "correction",
            "was": "It was May.",
            "text": "It was June.",
        }
    ]


def test_a_kind_of_update_that_the_record_defines_is_told_by_its_own_word(read_record: Read) -> None:
    kinds = "record: {update_kinds: {erratum: {name: Erratum, counts_as: correction}}}"
    before = read_record(f"{kinds}\nevents: [{{id: e, title: A}}]")
    after = read_record(f"{kinds}\nevents: [{{id: e, updates: [{{on: 2026-01-01, kind: erratum, text: B.}}]}}]")

    assert [each["kind"] for each in document(before, after)["told"]] == ["erratum"]


def test_a_site_in_another_language_tells_no_change_that_was_none(read_record: Read) -> None:
    about = "record: {title: A, language: en, languages: [en, de]}\n"
    told = "{on: 2026-01-01, kind: revision, text: {en: It was told., de: Es wurde gesagt.}}"
    new = "{on: 2026-01-02, kind: revision, text: {en: It is new., de: Es ist neu.}}"
    before = read_record(f"{about}events: [{{id: e, updates: [{told}]}}]")
    after = read_record(f"{about}events: [{{id: e, title: {{en: B, de: C}}, updates: [{told}, {new}]}}]")
    with speaking("de"):
        made = document(before, kept(after))["told"]

    assert [(each["title"], each["text"]) for each in made] == [("C", "Es ist neu.")]


def test_the_same_record_in_another_order_has_no_changes(read_record: Read) -> None:
    told = document(read_record(AFTER), read_record(AFTER), NOWHERE)

    assert (told["told"], told["differences"]) == ([], [])
    assert told["since"]["version"] == told["version"]


def test_whatever_a_record_says_comes_out_as_it_went_in(read_record: Read) -> None:
    said = json.dumps(HARD, ensure_ascii=False)
    before = read_record("events: [{id: e, title: A}]")
    after = read_record(
        f"events: [{{id: e, title: {said}, updates: [{{on: 2026-01-02, kind: revision, text: {said}}}]}}]"
    )
    told = document(before, after)

    assert told["told"][0]["title"] == told["told"][0]["text"] == HARD
    assert HARD in [each["after"] for each in told["differences"]]


def test_the_description_for_programs_has_it_where_it_stands(read_record: Read) -> None:
    timeline = read_record(AFTER)

    def described(former: Former | None) -> Any:
        publication = Publication(Index(timeline), SITE, former=former)
        return {file.path: file.content.decode() for file in JSON.whole(publication)}["api/v1/openapi.json"]

    assert "/changes.json" not in json.loads(described(None))["paths"]
    with_former = json.loads(described(Former("v1", timeline)))
    assert "/changes.json" in with_former["paths"]
    openapi_spec_validator.validate(with_former)


def test_without_an_earlier_state_there_is_no_such_file(read_record: Read) -> None:
    assert list(CHANGES.whole(Publication(Index(read_record(AFTER)), SITE))) == []
