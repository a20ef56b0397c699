"""Each event and each document as data, in a file beside its page: what the record says of it, and in which version.

The names are those that authors write, the dates as they were typed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from timeline.model import Event, Source
from timeline.pages import paths
from timeline.pages.desk import Desk
from timeline.pages.head import Alternate
from timeline.pages.leaf import Leaf
from timeline.queries import version

NAME = "record.json"
ALTERNATE = Alternate(NAME, "application/json", "This record as JSON")
"""For the head of the page, which lies in the same folder."""


def plain_records(desk: Desk) -> Iterator[Leaf]:
    """The files."""
    for event in desk.timeline.events:
        yield _file(desk, paths.event(event.id), "event", event)
    for source in desk.timeline.sources:
        yield _file(desk, paths.source(source.id), "source", source)


def _file(desk: Desk, address: str, name: str, record: Event | Source) -> Leaf:
    told = {"page": desk.site.absolute(address) or address, "version": desk.version}
    text = json.dumps(told | {name: version.plain(record, written=True)}, ensure_ascii=False, indent=1)
    return Leaf(address + NAME, text + "\n")
