"""Hostile texts in every field: taken as they are, or refused with words at their place."""

from __future__ import annotations

import json
import re
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel, PlainValidator

from tests.security.hostile import NUMBER, texts
from tests.security.records import COMMANDS, NO_TEXT, accepted, escaped, quoted, taken
from timeline.loader import load
from timeline.loader.invisible_signs import unwanted
from timeline.model import Timeline
from timeline.model.address import inline
from timeline.model.fields import one_line
from timeline.model.texts import IN_LANGUAGES
from timeline.problems.report import as_github, as_json, as_text


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
    if form is IN_LANGUAGES:
        return True
    if isinstance(form, PlainValidator):
        return form.func in (one_line, inline)
    return any(_free(part) for part in (*get_args(form), *getattr(form, "__metadata__", ())))
