"""The shapes that an editor offers where a record begins."""

from __future__ import annotations

import re
from typing import Any

from timeline.schema import building, schema

SCHEMA = schema()
MODELS = dict.fromkeys(building.models())


def test_a_shape_to_fill_in_has_a_name_and_says_nothing_of_its_own() -> None:
    shapes = [
        shape
        for model in MODELS
        for field in SCHEMA["definitions"][model.__name__]["properties"].values()
        for shape in field.get("defaultSnippets", ())
    ]

    assert shapes
    assert all(shape["label"].strip("[]{}") for shape in shapes)
    assert all(re.fullmatch(r"\$[0-9]+", leaf) for shape in shapes for leaf in _leaves(shape["body"]))


def _leaves(body: Any) -> list[str]:
    if isinstance(body, str):
        return [body]
    return [leaf for inner in (body.values() if isinstance(body, dict) else body) for leaf in _leaves(inner)]


def test_every_field_that_is_needed_says_of_what_type_it_is_so_that_editors_write_it() -> None:
    definitions = schema()["definitions"]
    silent = [
        f"{name}.{field}"
        for name, form in definitions.items()
        for field in form.get("required", ())
        if not {"type", "anyOf", "enum"} & form["properties"][field].keys()
    ]

    assert silent == []


def test_a_list_of_records_offers_the_shape_of_one_of_them() -> None:
    claims = schema()["definitions"]["Event"]["properties"]["claims"]

    assert claims["defaultSnippets"] == [{"label": "{text: …, cite: …}", "body": {"text": "$1", "cite": "$2"}}]


def test_a_new_event_is_offered_with_a_claim_that_cites() -> None:
    (shape,) = schema()["definitions"]["Event"]["defaultSnippets"]

    assert set(schema()["definitions"]["Event"]["required"]) < set(shape["body"])
    assert set(shape["body"]) == {"id", "added", "date", "title", "kind", "status", "claims"}
    assert [set(claim) for claim in shape["body"]["claims"]] == [{"text", "cite"}]
