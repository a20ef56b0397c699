"""`CITATION.cff`: whether YAML reads back what went in, and whether it has what the format asks for."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import yaml

from tests.conftest import ROOT
from timeline.checks import read
from timeline.exports.cff import citation_file
from timeline.model import Timeline
from timeline.queries.index import Index
from timeline.queries.version import version
from timeline.site.settings import NOWHERE, Site

SITE = Site("Bridges & more", "https://bridges.example/record/")
HARD = 'Wir & "die": 他们, שלום # a < b, \\, 🦊, - x'
MOVING = ("version:", "date-released:", "abstract:", "url:")
"""What changes with the record and with the site, and so does not stand in the repository's own file."""
# After the guide to the format, 1.2.0, of which cffconvert has the whole schema; it needs a jsonschema of 2021.
FORM: dict[str, Any] = {
    "type": "object",
    "required": ["authors", "cff-version", "message", "title"],
    "additionalProperties": False,
    "properties": {
        "cff-version": {"const": "1.2.0"},
        "message": {"type": "string", "minLength": 1},
        "title": {"type": "string", "minLength": 1},
        "type": {"enum": ["software", "dataset"]},
        "abstract": {"type": "string", "minLength": 1},
        "version": {"type": "string", "minLength": 1},
        "date-released": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        "license": {"type": "string", "pattern": "^[A-Za-z0-9.+-]+$"},
        "url": {"type": "string", "pattern": "^(https|http|ftp|sftp)://.+"},
        "authors": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["name"],
                "additionalProperties": False,
                "properties": {"name": {"type": "string", "minLength": 1}},
            },
        },
        "identifiers": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["type", "value"],
                "properties": {"type": {"enum": ["doi", "url", "swh", "other"]}, "value": {"type": "string"}},
            },
        },
        "keywords": {"type": "array", "minItems": 1, "uniqueItems": True, "items": {"type": "string", "minLength": 1}},
    },
}

Read = Callable[[str], Timeline]


def test_it_has_what_the_format_asks_for_and_names_the_version(sample: Timeline) -> None:
    for site in (SITE, NOWHERE):
        said = yaml.safe_load(citation_file(Index(sample), site))
        jsonschema.validate(said, FORM)
        assert said["version"] == version(sample)
        assert said.get("url", "") == site.address


def test_a_record_with_nothing_in_it_has_one_too(timeline_from_doc: Timeline) -> None:
    """
    record: {through: 2026-01-01}
    """
    jsonschema.validate(yaml.safe_load(citation_file(Index(timeline_from_doc), NOWHERE)), FORM)


def test_whatever_a_record_says_comes_out_as_it_went_in(read_record: Read) -> None:
    said = json.dumps(HARD, ensure_ascii=False)
    timeline = read_record(f"record: {{title: {said}}}\ntopics: [{{id: t, name: {said}}}, {{id: u, name: {said}}}]")
    found = yaml.safe_load(citation_file(Index(timeline), SITE))

    jsonschema.validate(found, FORM)
    assert (found["title"], found["keywords"]) == (HARD, [HARD])
    assert found["authors"] == [{"name": f"The editors of {HARD}"}]


def test_a_licence_in_words_is_no_licence_of_the_format(timeline_from_doc: Timeline) -> None:
    """
    record: {licence: ask us first}
    """
    assert "license" not in yaml.safe_load(citation_file(Index(timeline_from_doc), SITE))


def test_the_file_in_the_repository_says_the_same_without_what_moves() -> None:
    timeline = read(ROOT / "data", "data").timeline
    lines = citation_file(Index(timeline), NOWHERE).splitlines(keepends=True)

    assert (ROOT / "CITATION.cff").read_text(encoding="utf-8") == "".join(
        line for line in lines if not line.startswith(MOVING)
    )
