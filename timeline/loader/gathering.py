"""What was read so far: sound records, and what is known of the others, so that one slip has no followers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from yaml.nodes import Node

from timeline.loader.lists import LISTS
from timeline.loader.nodes import Broken
from timeline.model import About, Event, Record
from timeline.model.record import PLACE
from timeline.problems import Problem
from timeline.problems.records import DUPLICATE_ID
from timeline.span import Span

_ID = re.compile(r"\bid[\"']?\s*:\s*[\"']?([^\s\"',}#]+)", re.IGNORECASE)
_WORDS = re.compile(r"[a-z0-9]+")


@dataclass(slots=True)
class Gathering:
    problems: list[Problem] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    gaps: set[str] = field(default_factory=set)
    nameless: set[str] = field(default_factory=set)
    record_met: bool = False
    """Whether a description stands somewhere, read or not."""
    about: About | None = None
    about_span: Span | None = None
    records: dict[str, list[Record]] = field(default_factory=lambda: {name: [] for name in LISTS})
    first: dict[tuple[str, str], tuple[Span, Record]] = field(default_factory=dict)
    trees: dict[str, Node] = field(default_factory=dict)

    def join(self, other: Gathering) -> bool:
        """Adds what a file by itself held; nothing where something was wrong with it, or is taken already."""
        faulty = other.problems or other.lost or other.gaps or other.nameless
        again = (self.record_met and other.record_met) or not self.first.keys().isdisjoint(other.first)
        if faulty or again:
            return False
        if other.record_met:
            self.record_met, self.about, self.about_span = True, other.about, other.about_span
        for name, records in other.records.items():
            self.records[name] += records
        self.first |= other.first
        self.trees |= other.trees
        return True

    def unknown(self) -> None:
        """A file could not be opened; it may define anything."""
        self.gaps.update(LISTS)
        self.nameless.update(LISTS)
        self.record_met = True

    def miss(self, text: str) -> None:
        """A text that cannot be parsed; its ids are those that look like it."""
        self._forget(_ID.findall(text))
        self.gaps.update(name for name in LISTS if name in text)

    def lose(self, name: str, value: Any) -> None:
        """A record, or a whole list, that does not load."""
        ids = set(_ids(value))
        id = value.get("id") if isinstance(value, dict) else None
        if isinstance(value, dict) and not (isinstance(id, str) or (isinstance(id, Broken) and id.ids)):
            ids |= {str(word) for word in value.values() if isinstance(word, str)}  # `ID: …`, or ids as names
            ids |= {key for key in value if not key.startswith("\0")}
            self.nameless |= {name} & {*LISTS}
        if not ids:
            self.nameless |= {name} & {*LISTS}
        self._forget(ids)
        self.gaps |= {name} & {*LISTS} or {*LISTS}

    def lose_read(self, name: str, record: Any) -> None:
        """A record that was read, and then found to say what no record can."""
        claims = record.claims if isinstance(record, Event) else ()
        ids = [record.id, *record.aliases, *(id for claim in claims for id in (claim.id, *claim.aliases) if id)]
        self._forget(ids)
        self.gaps.add(name)

    def keep(self, name: str, record: Record, item: Any) -> None:
        """A sound record, unless its id is taken."""
        faults = [*self._taken(name, record, item), *(_claims(item) if name == "events" else ())]
        self.problems += faults
        if faults:
            self.lose(name, item)
        else:
            self.records[name].append(record)

    def _forget(self, ids: Any) -> None:
        """Ids that are lost, and as they will be once they are mended."""
        for id in ids:
            self.lost |= {id, "-".join(_WORDS.findall(id.lower()))}

    def _taken(self, name: str, record: Record, item: Any) -> Iterator[Problem]:
        """Whether a record's id, or one of its old ones, is another record's already; the newer one is to blame."""
        aliases = item.get("aliases", [])
        for id in [item["id"], *(aliases if isinstance(aliases, list) else [aliases])]:
            span = id.place.span
            first, other = self.first.setdefault((name, str(id)), (span, record))
            if first is span:
                continue
            help = f"give this one an id of its own, such as `{id}-2`, or make one record of the two"
            if (
                isinstance(record, Event)
                and isinstance(other, Event)
                and record.added
                and other.added
                and record.added < other.added
            ):
                yield _twice(name, id, first, span, help, f"the older one, added on {record.added}, stands at")
            else:
                yield _twice(name, id, span, first, help)


def _claims(item: Any) -> Iterator[Problem]:
    """Claim ids are unique within their event, and none is the name that a claim without an id goes by."""
    unnamed = {f"claim-{number}": claim for number, claim in enumerate(item["claims"], 1) if "id" not in claim}
    seen: dict[str, Span] = {}
    for claim in item["claims"]:
        id = claim.get("id")
        if id is None:
            continue
        if str(id) in seen:
            help = f"give this one an id of its own, such as `{id}-2`"
            yield _twice("claims of one event", id, id.place.span, seen[str(id)], help)
        elif str(id) in unnamed:
            yield DUPLICATE_ID.at(
                id.place.span,
                things="claims of one event",
                id=id,
                label="the name of a claim without an id",
                help="choose an id that says what is claimed, or give the other claim an id",
                elsewhere=(("the claim that goes by its number stands at", unnamed[str(id)][PLACE].span),),
            )
        seen.setdefault(str(id), id.place.span)
    yield from _former(item["claims"], seen, unnamed)


def _former(claims: Any, seen: dict[str, Span], unnamed: Mapping[str, Any]) -> Iterator[Problem]:
    """Old ids of claims, of which none may be another claim's."""
    taken = dict(seen) | {name: claim[PLACE].span for name, claim in unnamed.items()}
    for claim in claims:
        aliases = claim.get("aliases", [])
        for old in aliases if isinstance(aliases, list) else [aliases]:
            if str(old) in taken:
                help = "leave it out, for a link to it leads there"
                yield _twice("claims of one event", old, old.place.span, taken[str(old)], help)
            taken.setdefault(str(old), old.place.span)


def _twice(things: str, id: Any, span: Span, other: Span, help: str, where: str = "first used at") -> Problem:
    return DUPLICATE_ID.at(span, things=things, id=id, label="used again", elsewhere=((where, other),), help=help)


def _ids(value: Any) -> Iterator[str]:
    """Every id that a refused value would have defined, its aliases too."""
    if isinstance(value, Broken):
        yield from value.ids
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key == "id" and isinstance(inner, str):
                yield str(inner)
            elif key == "aliases":
                yield from (str(old) for old in (inner if isinstance(inner, list) else [inner]) if isinstance(old, str))
            else:
                yield from _ids(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _ids(inner)
