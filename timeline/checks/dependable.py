"""Faults that are told beside others, because they stand whatever those are mended to.

A fault has no followers: what another one brings about is not told before that is mended. But what rests on other
fields and other records is told at once, in a record that was refused too, as far as that can be read.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from operator import itemgetter
from typing import Any

from yaml.nodes import MappingNode, Node

from timeline.checks.field_places import At, Fields, named, part, start
from timeline.checks.rests_on import EVERYTHING, RESTS_ON, Rests
from timeline.loader import Loaded
from timeline.loader.record_lists import LISTS
from timeline.model import About, Event, Record, Source, Timeline
from timeline.problems import Problem, Severity
from timeline.problems.fields import ALIAS, BAD_ID, MERGE_KEY, SEVERAL_DOCUMENTS
from timeline.problems.records import (
    MISSING_RECORD,
    UNKNOWN_ACTOR,
    UNKNOWN_CLAIM,
    UNKNOWN_EVENT,
    UNKNOWN_EXPECTATION,
    UNKNOWN_PLACE,
    UNKNOWN_SOURCE,
    UNKNOWN_TOPIC,
)
from timeline.span import Span

_WRITE = re.compile(r"write `(\w+)`")
_WORD = re.compile(r"[\w.-]+")
_Start = tuple[At, Any]
_ALL = "*"
_STAND_INS: Mapping[type[Record], Mapping[str, Any]] = {
    Event: {"added": datetime.date.min, "kind": "report", "status": "reported"},
    Source: {"title": "…", "publisher": "…", "language": "und", "kind": "secondary"},
}
"""What nobody is told of, for the fields that are in doubt."""
_BACKQUOTED = re.compile(r"(?:similar id is|document with this address is|write) `([^`]+)`")
_ELSEWHERE = (ALIAS, MERGE_KEY, SEVERAL_DOCUMENTS)
"""Faults of a file of which nobody knows what else they concern."""
_UNKNOWN = {
    UNKNOWN_SOURCE: "sources",
    UNKNOWN_EVENT: "events",
    UNKNOWN_CLAIM: "events",
    UNKNOWN_ACTOR: "actors",
    UNKNOWN_TOPIC: "topics",
    UNKNOWN_PLACE: "places",
    UNKNOWN_EXPECTATION: "expectations",
}
"""The list in which an id was looked for."""


class Doubts:
    """What of a record cannot be relied on, by the errors that it has."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        refused = {name: tuple(map(_whole, each)) for name, each in loaded.refused.items()}
        more = {name: (*getattr(loaded.timeline, name), *each) for name, each in refused.items()}
        self.readable: Timeline = loaded.timeline.having(**more) if more else loaded.timeline
        """All that can be read, records that are left out for other faults among it."""
        self._fields: dict[int, set[str]] = {}
        """By the identity of a record, which of its fields are in doubt."""
        self._places: dict[int, Fields] = {}
        self._said: set[str] = set() if loaded.described or loaded.partly_described else {_ALL}
        self._blind = False
        self._unread: set[str] = set()
        self._meant = set[str]()
        """Ids that may be meant where another one is typed, and lists of which any may be."""
        for problem in loaded.problems:
            if problem.severity is Severity.ERROR:
                self._doubt(problem)
                self._meant.update(_meant(problem))
        for record in (record for records in refused.values() for record in records):
            self._fields.setdefault(id(record), {_ALL})

    def _where(self, record: Record) -> Fields:
        if id(record) not in self._places:
            self._places[id(record)] = Fields(type(record), record.place.node)
        return self._places[id(record)]

    def told(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Those of some faults that rest on nothing that is in doubt."""
        return (problem for problem in problems if self._stands(problem, RESTS_ON.get(problem.kind, EVERYTHING)))

    def _doubt(self, problem: Problem) -> None:
        span = problem.span
        if span.file not in self._loaded.files:
            self._blind |= problem.kind is not MISSING_RECORD
        elif span.file not in self._loaded.trees or problem.kind in _ELSEWHERE:
            self._unread.add(span.file)
        else:
            found = self._there(span)
            if isinstance(found, Record):
                self._fields.setdefault(id(found), set()).update(self._where(found).doubted(problem))
            else:
                self._said.update(Fields(About, found).doubted(problem) if found else (_ALL,))

    def _stands(self, problem: Problem, rests: Rests) -> bool:
        if rests.described and _ALL in self._said | rests.described and self._said:
            return False
        if not self._said.isdisjoint(rests.described) or (rests.whole and self._any):
            return False
        if not problem.span.line:
            return False  # it stands in what was put in the place of something that cannot be read
        spans = (problem.span, *(span for _, span in problem.elsewhere))
        return all(self._sure(found, span, rests) for span in spans if isinstance(found := self._there(span), Record))

    @property
    def _any(self) -> bool:
        return bool(self._fields or self._unread or self._blind or self._loaded.lost or self._loaded.gaps)

    def _sure(self, record: Record, span: Span, rests: Rests) -> bool:
        if span.file in self._unread or (rests.back and self._blind):
            return False
        node = record.place.node
        own = None if rests.own is None else {*rests.own, self._where(record).at(span)}
        doubted = self._fields.get(id(record), set())
        if doubted and (own is None or _meet(doubted, own)):
            return False
        if rests.back and not (self._meant | self._doubtful_words).isdisjoint((*_ids(record), _list(record))):
            return False
        return rests.others == frozenset() or self._sure_behind(part(node, own), rests)

    def _sure_behind(self, node: Node, rests: Rests) -> bool:
        """Whether all records that are named there, and those that sources name in turn, have these fields in order."""
        met, ahead = set[tuple[str, str]](), [node]
        while ahead:
            for each in named(ahead.pop()):
                if each in met or (rests.others is not None and each[0] not in rests.lists):
                    continue
                met.add(each)
                found = self._by_id[each[0]].get(each[1])
                if found is None or (each[1] in self._loaded.lost and id(found) not in self._fields):
                    return False
                doubted = self._fields.get(id(found), set())
                if found.place.file in self._unread or (
                    doubted and (rests.others is None or _meet(doubted, rests.others))
                ):
                    return False
                if isinstance(found, Source):
                    ahead.append(found.place.node)
        return True

    @cached_property
    def _by_id(self) -> Mapping[str, Mapping[str, Any]]:
        return {name: {record.id: record for record in getattr(self.readable, name)} for name in LISTS}

    @cached_property
    def _starts(self) -> Mapping[str, list[_Start]]:
        """Where the records of each file begin, and the values at its top, of which one describes the whole."""
        starts: dict[str, list[_Start]] = {}
        for name in LISTS:
            for record in getattr(self.readable, name):
                span = record.place.span
                starts.setdefault(span.file, []).append(((span.line, span.column), record))
        for file in {problem.span.file for problem in self._loaded.problems} & {*self._loaded.trees}:
            root = self._loaded.trees[file]
            if isinstance(root, MappingNode):
                tops = [(start(key), value if key.value == "record" else None) for key, value in root.value]
                starts[file] = [*starts.get(file, []), *tops]
        return {file: sorted(found, key=itemgetter(0)) for file, found in starts.items()}

    def _there(self, span: Span) -> Record | Node | None:
        """The record in which something stands, or the description of the whole."""
        found = self._starts.get(span.file, [])
        number = bisect_right(found, (span.line, span.column), key=itemgetter(0))
        there: Record | Node | None = found[number - 1][1] if number else None
        return there

    @cached_property
    def _doubtful_words(self) -> frozenset[str]:
        """All words of what is in doubt, among them the ids that it names."""
        words = {word for name in self._unread for word in _WORD.findall(self._loaded.files[name])}
        for name, text in self._loaded.files.items():
            lines, found = text.split("\n"), self._starts.get(name, [])
            for number, ((line, _), record) in enumerate(found):
                if isinstance(record, Record) and id(record) in self._fields:
                    last = found[number + 1][0][0] if number + 1 < len(found) else len(lines) + 1
                    part = "\n".join(lines[line - 1 : max(last - 1, line)])
                    words |= {*_WORD.findall(part)} - {*_ids(record)}
        return frozenset(words)


def _whole(record: Record) -> Record:
    """A record without a gap where a field is needed that the description may say for all."""
    gaps = _STAND_INS.get(type(record), {})
    return record.model_copy(update={name: word for name, word in gaps.items() if getattr(record, name) is None})


def _meet(doubted: Iterable[str], fields: Iterable[str]) -> bool:
    """Whether one of some fields is in doubt; what is in doubt as a whole is so in its parts, and the other way."""
    wanted = [field.split(".") for field in fields]
    return any(
        all(one == other or _ALL in (one, other) for one, other in zip(field.split("."), each, strict=False))
        for field in doubted
        for each in wanted
    )


def _meant(problem: Problem) -> Iterable[str]:
    """What may be meant by an id that is none: one that is alike, or else any of its list."""
    things = (_UNKNOWN[problem.kind],) if problem.kind in _UNKNOWN else LISTS if problem.kind is BAD_ID else ()
    alike = [id.partition("#")[0] for id in _BACKQUOTED.findall(problem.help)]
    return alike if things and alike and "add a" not in problem.help else [f"any of {name}" for name in things]


def _list(record: Record) -> str:
    return next((f"any of {name}" for name, model in LISTS.items() if isinstance(record, model)), "")


def _ids(record: Any) -> Iterator[str]:
    yield record.id
    yield from record.aliases
