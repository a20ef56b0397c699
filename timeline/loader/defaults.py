"""What an entry leaves out because the record says it once for all: the day it was added, and a document's language.

A file by itself does not say what the record does, so nothing is missed there.
"""

from __future__ import annotations

import datetime
from typing import Any

from timeline.loader.gathering import Gathering
from timeline.model import Record
from timeline.problems import Problem
from timeline.problems.fields import MISSING_FIELD

_NOBODYS: dict[str, Any] = {"added": datetime.date.min, "language": "en"}
"""What stands for it where the record could not be read; that is never published."""


def fill(gathered: Gathering) -> None:
    """Gives each entry what the record says for it; tells where neither says it, and leaves that entry out."""
    about = gathered.about
    for name, field in (("events", "added"), ("sources", "language")):
        stated = getattr(about, field) if about else _NOBODYS[field]
        kept: list[Record] = []
        for record in gathered.records[name]:
            if getattr(record, field) is not None:
                kept.append(record)
            elif stated is not None:
                kept.append(record.model_copy(update={field: stated}))
            else:
                gathered.problems.append(_missing(record, name.removesuffix("s"), field))
                gathered.lose_read(name, record)
        gathered.records[name] = kept


def _missing(record: Record, thing: str, field: str) -> Problem:
    label = f"`{field}` is needed"
    help = f"add `{field}: …`"
    if field == "added":
        help += "; in `record` it stands for all events that do not say it"
    return MISSING_FIELD.at(record.place.key(field), owner=f"the {thing}", field=field, label=label, help=help)
