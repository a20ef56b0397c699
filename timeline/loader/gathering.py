"""What was read so far: sound records, and what is known of the others, so that one slip has no followers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from yaml.nodes import Node

from timeline.loader.record_lists import LISTS
from timeline.loader.yaml_nodes import Broken
from timeline.model import About, Claim, Event, Record
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
    partly: About | None = None
    """Of a description that was refused, what can be read, where all that it says for entries can."""
    about_span: Span | None = None
    records: dict[str, list[Record]] = field(default_factory=lambda: {name: [] for name in LISTS})
    refused: dict[str, list[Record]] = field(default_factory=lambda: {name: [] for name in LISTS})
    """What can be read of records that are left out, so that their other faults are told too."""
    first: dict[tuple[str, str], tuple[tuple[str | int, ...], Record]] = field(default_factory=dict)
    """For each id of a list the record that has it, or had it, and the way to where it says so."""
    trees: dict[str, Node] = field(default_factory=dict)
    """File name → its nodes, where it was read with them."""
    texts: dict[str, str] = field(default_factory=dict)
    """File name → the text of a sound file that was read without."""
    in_languages: bool = False
    """Whether a text stands in several languages."""

    @property
    def says(self) -> About | None:
        """What tells which faults entries have, though the description itself may have one."""
        return self.about or self.partly

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
        self.texts |= other.texts
        self.in_languages |= other.in_languages
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
        self.refused[name].append(record)
        claims = record.claims if isinstance(record, Event) else ()
        ids = [record.id, *record.aliases, *(id for claim in claims for id in (claim.id, *claim.aliases) if id)]
        self._forget(ids)
        self.gaps.add(name)

    def leave_out(self, name: str, record: Any, item: Mapping[str, Any]) -> None:
        """What can be read of a record that was lost; its id is its own nevertheless."""
        self.refused[name].append(record)
        if record.id == item.get("id"):
            self.problems += self._taken(name, record)

    def keep(self, name: str, record: Record, item: Any) -> None:
        """A sound record, unless its id is taken."""
        faults = [*self._taken(name, record), *(_claims(record) if isinstance(record, Event) else ())]
        self.problems += faults
        if faults:
            self.lose(name, item)
            self.refused[name].append(record)
        else:
            self.records[name].append(record)

    def _forget(self, ids: Any) -> None:
        """Ids that are lost, and as they will be once they are mended."""
        for id in ids:
            self.lost |= {id, "-".join(_WORDS.findall(id.lower()))}

    def _taken(self, name: str, record: Any) -> Iterator[Problem]:
        """Whether a record's id, or one of its old ones, is another record's already; the newer one is to blame."""
        ids = [(record.id, ("id",)), *((old, ("aliases", n)) for n, old in enumerate(record.aliases))]
        for id, path in ids:
            here = path, record
            there, other = first = self.first.setdefault((name, id), here)
            if first is here:
                continue
            span, earlier = record.place.at(*path), other.place.at(*there)
            help = f"give this one an id of its own, such as `{id}-2`, or make one record of the two"
            if (
                isinstance(record, Event)
                and isinstance(other, Event)
                and record.added
                and other.added
                and record.added < other.added
            ):
                yield _twice(name, id, earlier, span, help, f"the older one, added on {record.added}, stands at")
            else:
                yield _twice(name, id, span, earlier, help)


def _claims(event: Event) -> Iterator[Problem]:
    """Claim ids are unique within their event, and none is the name that a claim without an id goes by."""
    unnamed = {claim.anchor: claim for claim in event.claims if claim.id is None}
    seen: dict[str, Claim] = {}
    for claim in event.claims:
        id = claim.id
        if id is None:
            continue
        if id in seen:
            help = f"give this one an id of its own, such as `{id}-2`"
            yield _twice("claims of one event", id, claim.place.at("id"), seen[id].place.at("id"), help)
        elif id in unnamed:
            yield DUPLICATE_ID.at(
                claim.place.at("id"),
                things="claims of one event",
                id=id,
                label="the name of a claim without an id",
                help="choose an id that says what is claimed, or give the other claim an id",
                elsewhere=(("the claim that goes by its number stands at", unnamed[id].span),),
            )
        seen.setdefault(id, claim)
    if any(claim.aliases for claim in event.claims):
        yield from _former(event.claims, seen, unnamed)


def _former(claims: Iterable[Claim], seen: Mapping[str, Claim], unnamed: Mapping[str, Claim]) -> Iterator[Problem]:
    """Old ids of claims, of which none may be another claim's."""
    taken = {id: claim.place.at("id") for id, claim in seen.items()}
    taken |= {name: claim.span for name, claim in unnamed.items()}
    for claim in claims:
        for number, old in enumerate(claim.aliases):
            span = claim.place.at("aliases", number)
            if old in taken:
                yield _twice("claims of one event", old, span, taken[old], "leave it out, for a link to it leads there")
            taken.setdefault(old, span)


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
