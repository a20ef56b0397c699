"""A draft as a file of a record, in the house form, with what could not be carried above the record it belongs to."""

from __future__ import annotations

import json
from collections.abc import Iterator

from timeline.formatter import drafted
from timeline.imports.draft import Draft, Item, Left
from timeline.imports.plain_text import as_value
from timeline.loader.record_lists import LISTS


def text(draft: Draft, schema: str = "") -> str:
    """The whole file. `schema` is the way from it to the JSON Schema that editors complete from."""
    lines = [
        f"# A draft from {as_value(draft.file)}. What could not be carried stands above the records, with the reason."
    ]
    lines += [f"# {_told(left)}" for left in draft.loose]
    lines.append("")
    if draft.about:
        lines.append(f"record: {json.dumps(draft.about, ensure_ascii=False)}")
    for name in LISTS:
        if items := draft.lists.get(name):
            lines.append(f"{name}:")
            for item in items:
                lines += _item(item)
    return drafted("\n".join(lines) + "\n", schema)


def _item(item: Item) -> Iterator[str]:
    if item.where:
        yield f"  # {as_value(item.where)}"
    for left in item.left:
        yield f"  # {as_value(left.whole)}"
    yield f"  - {json.dumps(item.fields, ensure_ascii=False)}"


def _told(left: Left) -> str:
    return as_value(": ".join(filter(None, (left.where, left.whole))))
