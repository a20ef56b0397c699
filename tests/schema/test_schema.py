"""An editor that knows the schema helps with everything and underlines nothing that is right."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic_core import PydanticCustomError

from tests.conftest import SAMPLE
from tests.formatter.authors import texts
from tests.schema.tools import as_editors_read, as_older_tools_read
from timeline.checks import read
from timeline.formatter import restate
from timeline.loader import load_file
from timeline.loader.record_lists import names
from timeline.model import About, Record, fields
from timeline.model.words import MEANINGS
from timeline.schema import building, field_examples, schema
from timeline.schema.field_examples import inner_records

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "timeline" / "schema" / "example.yaml"
SCHEMA = schema()
VALIDATOR = Draft7Validator(SCHEMA)
MODELS = dict.fromkeys(building.models())


def faults(data: Any) -> list[str]:
    return [f"{'/'.join(map(str, error.path))}: {error.message}" for error in VALIDATOR.iter_errors(data)]


@cache
def part(name: str) -> Draft7Validator:
    return Draft7Validator({"$ref": f"#/definitions/{name}", "definitions": SCHEMA["definitions"]})


# -- the schema itself -----------------------------------------------------------------------------


def test_it_is_a_schema_of_draft_07() -> None:
    Draft7Validator.check_schema(SCHEMA)

    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert not {"$defs", "prefixItems", "unevaluatedProperties"} & set(json.dumps(SCHEMA).replace('"', " ").split())


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_is_there_with_a_description_and_examples(model) -> None:
    told = SCHEMA["definitions"][model.__name__]
    written = [name for name in names(model) if (model.__name__, name) != ("Outcome", "missed")]

    assert list(told["properties"]) == written
    assert told["additionalProperties"] is False
    for name, field in told["properties"].items():
        assert field["description"].endswith("."), name
        assert field.get("examples") or field.get("defaultSnippets"), name
        assert not any(isinstance(example, dict | list) for example in field.get("examples", ())), name


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_example_is_an_example(model) -> None:
    told = SCHEMA["definitions"][model.__name__]
    for name, field in told["properties"].items():
        check = Draft7Validator({**field, "definitions": SCHEMA["definitions"]})
        assert [value for value in field.get("examples", ()) if not check.is_valid(value)] == [], name


def test_ids_of_a_record_are_offered_where_a_field_names_them_and_others_are_as_right() -> None:
    ids = {
        "cite": {"gazette": "The bridge (Gazette)"},
        "disputes": {"opening#opened": "It opened."},
        "by": {"town": "Town"},
    }
    offering = schema(ids)
    check = Draft7Validator({"$ref": "#/definitions/Claim", "definitions": offering["definitions"]})

    assert offering["definitions"]["known-cite"]["anyOf"][0] == {
        "title": "an id of this record",
        "enum": ["gazette"],
        "enumDescriptions": ["The bridge (Gazette)"],
    }
    assert check.is_valid({"text": "a", "cite": "gazette", "disputes": "opening#opened", "by": "town"})
    assert check.is_valid({"text": "a", "cite": ["a-new-one", {"source": "another"}], "disputes": "own", "by": "new"})
    assert not check.is_valid({"text": "a", "cite": "Not An Id"})
    assert schema() == SCHEMA


@pytest.mark.parametrize(
    ("spoil", "where"),
    [
        (("kind: policy", "kind: polcy"), "events/0/kind"),
        (("announced:", "anounced:"), "events/1/dates"),
        (("kind: primary", "kind: plaques"), "sources/1/kind"),
        (("kind: correction", "kind: erratum"), "events/1/updates/0/kind"),
        (("kind: government", "kind: guilds"), "actors/1/kind"),
    ],
)
def test_where_the_words_of_a_record_are_known_any_other_is_underlined(spoil, where) -> None:
    text = EXAMPLE.read_text("utf-8")
    about = load_file("example.yaml", EXAMPLE.read_bytes()).timeline.record
    check = Draft7Validator(schema(about=about))

    assert list(check.iter_errors(as_editors_read(text))) == []
    (found,) = check.iter_errors(as_editors_read(text.replace(spoil[0], spoil[1], 1)))
    assert "/".join(map(str, found.path)) == where


def test_the_meaning_of_a_field_is_not_hidden_by_that_of_its_form() -> None:
    referred = {name for name in SCHEMA["definitions"] if f'"allOf": [{{"$ref": "#/definitions/{name}"}}]' in TEXT}

    assert "date" in referred
    assert [name for name in referred if "description" in SCHEMA["definitions"][name]] == []


TEXT = json.dumps(SCHEMA)


def test_every_word_is_explained() -> None:
    literals = {
        get_args(part) for model in MODELS for field in model.model_fields.values() for part in _parts(field.annotation)
    }

    assert literals == set(MEANINGS)
    assert all(meaning.endswith(".") for words in MEANINGS.values() for meaning in words.values())


def _parts(annotation: Any) -> list[Any]:
    found = [annotation] if get_origin(annotation) is Literal else []
    return found + [inner for part in get_args(annotation) if not isinstance(part, str) for inner in _parts(part)]


# -- the made-up record ----------------------------------------------------------------------------


def test_the_examples_come_from_a_record_without_a_fault(tmp_path) -> None:
    (tmp_path / "example.yaml").write_bytes(EXAMPLE.read_bytes())

    assert [problem.sentence for problem in read(tmp_path).problems] == []
    assert restate("example.yaml", EXAMPLE.read_bytes()).kept


def test_every_record_type_can_be_reached_from_a_list() -> None:
    inner = {
        record
        for model in MODELS
        for field in model.model_fields.values()
        for record in inner_records(field.annotation)
    }

    assert set(MODELS) == {About, *field_examples.KINDS.values(), *inner}
    assert all(issubclass(model, Record) for model in MODELS)


# -- what is right is not underlined ---------------------------------------------------------------

BRIDGE = ROOT / "tests" / "golden" / "cli" / "bridge" / "record.yaml"
FILES = [EXAMPLE, *sorted((SAMPLE / "data").glob("*.yaml")), BRIDGE]


@pytest.mark.parametrize("tool", [as_editors_read, as_older_tools_read])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_sound_record_passes(path, tool) -> None:
    assert faults(tool(restate(path.name, path.read_bytes()).after.decode())) == []


def test_a_sound_record_passes_before_it_is_put_in_shape() -> None:
    assert [fault for path in FILES for fault in faults(as_editors_read(path.read_text("utf-8")))] == []


KINDS = {
    "id": fields.slug,
    "claim": fields.claim_reference,
    "date": fields.edtf,
    "day": fields.day,
    "flag": fields.flag,
    "text": fields.one_line,
}
POINTS = st.one_of(
    st.from_regex(r"[0-9]{4}(-[0-3][0-9](-[0-3][0-9])?)?[~?%]?", fullmatch=True),
    st.from_regex(r"[0-9]{2}([0-9]X|XX)[~?%]?", fullmatch=True),
    st.just(".."),
)
TYPED = st.one_of(
    texts(),
    st.from_regex(r"[a-z0-9]{1,4}([-#][a-z0-9]{1,3}){0,2}", fullmatch=True),
    st.sampled_from(["true", "false", "2025", "0130", "1e3", "12.5", "0x1f", "2025-04", "con", "no"]),
    POINTS,
    st.tuples(POINTS, POINTS).map("/".join),
    st.tuples(POINTS, POINTS).map(lambda ends: f"[{ends[0]}..{ends[1]}]"),
)


@given(st.sampled_from(list(KINDS)), TYPED)
@example("date", "2025")
@example("date", "0001")
@example("date", "2025-36%")
@example("id", "2024")
@example("text", "1e3")
def test_what_a_field_reads_an_editor_lets_pass_as_text_and_as_the_type_it_guesses(kind, text) -> None:
    assume(text not in ("~", "null"))
    try:
        KINDS[kind](text)
    except PydanticCustomError:
        return

    assert part(kind).is_valid(text)
    if (guess := _guessed(text)) is not None:
        assert part(kind).is_valid(guess)


def _guessed(text: str) -> Any:
    """What an editor takes a text for that stands without quotation marks."""
    try:
        found = as_editors_read(f"k: {text}")["k"]
    except (yaml.YAMLError, TypeError, KeyError):
        return None
    return found if isinstance(found, str | int | float | bool) else None


# -- what is wrong is --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spoil", "where"),
    [
        (("kind: policy", "kind: Policy of ours"), "events/0/kind"),
        (("    title: The harbour bridge opens", "    titel: The harbour bridge opens"), "events/1"),
        (("date: 2023-11", "date: 2023-13"), "events/0/date"),
        (("date: 2023-11", "date: November 2023"), "events/0/date"),
        (("    added: 2024-06-01", "    added: 2024-06"), "events/1/added"),
        (("id: bridge-delayed", "id: Bridge delayed"), "events/0/id"),
        (("key: true", "key: maybe"), "events/1/key"),
        (("single-origin:", "single-orign:"), "events/0/allow"),
        (("url: https://gazette", "url: gazette"), "sources/4/url"),
        (("language: de", "language: German language"), "sources/3/language"),
        (("title_in: {en:", "title_in: {English language:"), "sources/3/title_in"),
        (("outcome: missed", "outcome: lost"), "expectations/0/outcome"),
        (("outcome: {event:", "outcome: {withdrawn: a, event:"), "expectations/1/outcome"),
        (("tone: open", "tone: wide"), "tracks/0/states/1/tone"),
        (("tracks:", "trucks:"), ""),
    ],
)
def test_a_slip_is_underlined_where_it_is(spoil, where) -> None:
    text = EXAMPLE.read_text("utf-8")
    assert spoil[0] in text

    found = faults(as_editors_read(text.replace(spoil[0], spoil[1], 1)))

    assert found
    assert {fault.partition(":")[0] for fault in found} == {where}
