"""Our own JSON, of a record or of one entry: what was typed is carried, and what cannot be is told."""

from __future__ import annotations

import json

from tests.imports.making import drafted, fields, left

OPENING = {"id": "opening", "date": "1931-05~", "title": "It opens"}


def test_the_file_of_one_entry_says_by_its_schema_what_it_is(tmp_path) -> None:
    entry = {"$schema": "https://a.example/api/v1/schema/event.schema.json", "typed": OPENING}

    made = drafted(tmp_path, "opening.json", json.dumps(entry))

    assert [(each["id"], each["date"]) for each in fields(made)] == [("opening", "1931-05~")]
    assert left(made) == {}


def test_an_entry_of_which_nobody_says_what_it_is_is_told(tmp_path) -> None:
    made = drafted(tmp_path, "opening.json", json.dumps({"typed": OPENING}))

    assert left(made) == {("", "typed"): "the file does not say what it is an entry of"}


def test_what_holds_nothing_that_was_typed_is_told(tmp_path) -> None:
    both = {"events": [{"typed": OPENING}, {"id": "plan", "derived": {}}]}

    made = drafted(tmp_path, "record.json", json.dumps(both))

    assert [each["id"] for each in fields(made)] == ["opening"]
    assert left(made) == {("", "events"): "nothing that was typed stands in it"}


def test_a_record_keeps_what_it_says_of_itself_and_tells_what_another_one_says(tmp_path, read_record) -> None:
    mine = read_record("record: {title: The bridge, language: en}\nevents: [{id: flood}]")
    other = {"record": {"typed": {"title": "The river", "language": "en"}}, "events": [{"typed": OPENING}]}

    made = drafted(tmp_path, "record.json", json.dumps(other), mine)

    assert left(made) == {("record", "title"): "this record says otherwise of itself"}
    assert [each["id"] for each in fields(made)] == ["opening"]
