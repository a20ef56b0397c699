"""The day up to which the whole record was verified, moved."""

from __future__ import annotations

import datetime

from yaml.nodes import MappingNode

from timeline.edits.files import Record, TextEdit


def moved(record: Record, day: datetime.date) -> Record:
    """The record with another day in `through`, not yet written; raises `Refused` where a fault would come of it."""
    place = record.loaded.timeline.record.place
    assert isinstance(place.node, MappingNode)
    (name,) = (name for name in record.raw if record.shown(name) == place.file)
    node = next(value for key, value in place.node.value if key.value == "through")
    edit = TextEdit(node.start_mark.index, node.end_mark.index, day.isoformat())
    return record.with_file(name, record.edited(name, [edit]))
