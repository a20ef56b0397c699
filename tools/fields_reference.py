"""The page of all fields of a record, from the model: `tools/reference.py` puts it down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from timeline import schema
from timeline.model import Record
from timeline.model.docstrings import sentences, summary
from timeline.model.words import MEANINGS
from timeline.schema import building

_TOP = """\
---
title: The fields of a record
description: Every field that may stand in the files of a record, with what it holds and the words it takes.
hide: [navigation]
---

# The fields of a record

What may stand in the files of the folder `data`, each with what it holds, from the code that reads it.
[Add or mend an event](../contribute.md) shows most of them at work.
Editors that know the schema offer them while somebody types: [In your editor](../editor.md).
**Needed** means that a record without the field is refused.
A text may stand in several languages, as `{en: …, de: …}`, where the record names them under `languages`.
"""
_OF_OTHERS = ("Reach", "Snapshot")
"""Of the ledger of links, which has a page of its own."""


def fields() -> str:
    """The page: first the whole, then each list, then what stands within."""
    made = schema.schema()["definitions"]
    models = [each for each in dict.fromkeys(building.models()) if each.__name__ not in _OF_OTHERS]
    return _TOP + "\n".join(_lines(models, made)) + "\n"


def _lines(models: list[type[Record]], made: Mapping[str, Any]) -> Iterator[str]:
    for model in models:
        told, needed = sentences(model), made[model.__name__].get("required", ())
        yield f"\n## {model.__name__}\n\n{summary(model)}\n"
        yield "| field | | what it holds |\n| --- | --- | --- |"
        for name, field in model.model_fields.items():
            typed = field.alias or name
            if not typed.startswith("\0"):
                said = told[name] + _words(field.annotation)
                yield f"| `{typed}` | {'needed' if typed in needed else ''} | {said.replace('|', '&#124;')} |"


def _words(annotation: Any) -> str:
    """Those of which a field takes one and no other."""
    words = next(
        (each for each in (get_args(annotation), *map(get_args, get_args(annotation))) if each in MEANINGS), ()
    )
    return f" One of {', '.join(f'`{word}`' for word in words)}." if words else ""
