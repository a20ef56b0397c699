"""The ledger as a file: what was found is laid to what was known, and written in one order and layout."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from timeline.formatter.text import inline
from timeline.links.link_states import Finding
from timeline.model.ledger import Reach, Snapshot

_HEAD = """\
# How the addresses of the sources answered, and which copies archives keep. Written by `timeline links` and
# `timeline archive`, and no part of the record: without this file the record says the same.

"""


def found(before: Reach | None, finding: Finding, today: datetime.date) -> Reach:
    """What is known of an address after a look."""
    was = before or Reach.model_validate({"url": finding.url})
    there = finding.state in ("ok", "moved")
    hash = finding.hash or was.hash
    return was.model_copy(
        update={
            "state": finding.state,
            "since": was.since if was.state == finding.state and was.since else today,
            "checked": today,
            "seen": today if there else was.seen,
            "answer": finding.answer,
            "moved_to": finding.moved_to,
            "hash": hash,
            "changed": today if was.hash and hash != was.hash else was.changed,
        }
    )


def kept(before: Reach | None, url: str, copy: Snapshot | None, refusal: str, today: datetime.date) -> Reach:
    """What is known of an address after an archive was asked for a copy."""
    was = before or Reach.model_validate({"url": url})
    copies = was.snapshots
    if copy and copy.url not in {each.url for each in copies}:
        copies = (*copies, copy)
    return was.model_copy(update={"snapshots": copies, "sought": today, "refusal": refusal or None})


def written(reaches: Mapping[str, Reach]) -> bytes:
    """The file, in order of address; the same for the same content."""
    lines = ["links:" if reaches else "links: []"]
    for _, reach in sorted(reaches.items()):
        fields = list(_fields(reach))
        lines += [f"{'  - ' if number == 0 else '    '}{line}" for number, line in enumerate(fields)]
    return (_HEAD + "\n".join(lines) + "\n").encode()


def _fields(reach: Reach) -> Iterator[str]:
    for name in Reach.model_fields:
        value: Any = getattr(reach, name)
        if name == "place" or value is None or value == ():
            continue
        if name == "snapshots":
            yield "snapshots:"
            yield from (f"  - {{url: {inline(each.url, brackets=True)}, on: {each.on}}}" for each in reach.snapshots)
        else:
            yield f"{name}: {value if isinstance(value, datetime.date) else inline(value)}"


def only(reaches: Mapping[str, Reach], addresses: Iterable[str]) -> dict[str, Reach]:
    """What is known of the addresses that the record has now."""
    known = set(addresses)
    return {url: reach for url, reach in reaches.items() if url in known}
