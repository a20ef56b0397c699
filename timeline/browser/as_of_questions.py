"""Attributes that tell how a question in dispute stood on earlier days: its words, its place, its sides.

What is one question today may have been several before somebody spoke to all of them. Each of these has a row of its
own, which is hidden today.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup, escape

from timeline.browser.as_of import placed, since, then
from timeline.model import Claim
from timeline.queries import disputes
from timeline.queries.disputes import Question
from timeline.queries.index import Index
from timeline.site import wording
from timeline.site.urls import Links


@dataclass(frozen=True)
class Row:
    """A question as it stands in a list, and as it stood from each day on."""

    asked: Question
    states: tuple[tuple[datetime.date, Question], ...] = ()
    until: datetime.date | None = None
    """The day from which it was part of a wider question; nothing for one of today."""

    @cached_property
    def told(self) -> Mapping[str, list[tuple[datetime.date, int, Claim]]]:
        """For each claim by its name, its place among the sides from each day on, and how it stood."""
        found: dict[str, list[tuple[datetime.date, int, Claim]]] = {}
        for day, asked in self.states:
            for place, side in enumerate(asked.sides):
                found.setdefault(side.claim.ref, []).append((day, place, side.claim))
        return found

    @cached_property
    def several(self) -> datetime.date | None:
        """Since when more than one claim was spoken against."""
        return next((day for day, asked in self.states if len(asked.disputes) > 1), None)


class Questions:
    """The attributes of all questions of one timeline; of a retrospective record nothing is said of earlier days."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._tells = not index.timeline.record.retrospective
        self._row = {claim.ref: place for place, claim in enumerate(index.timeline.claims)}

    def of(self, asked: Question) -> Iterator[Row]:
        """A question, and the questions of which it was made."""
        if not self._tells:
            yield Row(asked)
            return
        index = self._index
        stood = tuple(disputes.as_they_stood(index.timeline, asked, self._known, self._row, index.changes.known_on))
        whole = tuple((day, found[0]) for day, found in stood if len(found) == 1)
        yield Row(asked, whole or ((index.changes.through, asked),))
        parts: dict[frozenset[str], list[tuple[datetime.date, Question]]] = {}
        ended: dict[frozenset[str], datetime.date] = {}
        for day, found in stood:
            now = {disputes.names(each.disputes): each for each in found} if len(found) > 1 else {}
            for names in parts.keys() - now.keys() - ended.keys():
                ended[names] = day
            for names, each in now.items():
                parts.setdefault(names, []).append((day, each))
        for names, states in parts.items():
            yield Row(states[-1][1], tuple(states), ended.get(names, index.changes.through))

    def row(self, row: Row) -> Markup:
        """Since when it was asked, until when, and where it stood among all."""
        if not row.states:
            return Markup()
        until = Markup(' hidden data-until="{}"').format(row.until.toordinal()) if row.until else Markup()
        return since(row.states[0][0]) + until + placed((day, self._place(asked)) for day, asked in row.states)

    def title(self, row: Row, title: str) -> Markup:
        """What the question was; `title` is what it is called today."""
        today = wording.question(row.asked.words, row.asked.event)
        told = ((day, wording.question(asked.words, asked.event)) for day, asked in row.states)
        return then((day, str(escape(title if words == today else words))) for day, words in told)

    def told_at(self, row: Row, links: Links) -> Markup:
        """The event that told its most contested claim."""

        def said(asked: Question) -> str:
            event = asked.event
            way = Markup('<a href="{}">{}</a>').format(links.event(event.id), event.title)
            return str(Markup("<span>{}</span>{} {}").format(wording.when(event.date), wording.COMMA, way))

        return then((day, said(asked)) for day, asked in row.states)

    def side(self, row: Row, claim: Claim) -> Markup:
        """A claim among the sides: there once one that it contradicts is known beside it, in its place of each day."""
        found = row.told.get(claim.ref, ())
        return since(found[0][0]) + placed((day, (place,)) for day, place, _ in found) if found else Markup()

    def back(self, row: Row, claim: Claim, said: Callable[[Claim], str]) -> Markup:
        """Where the documents of a side led."""
        return _then((day, said(then)) for day, _, then in row.told.get(claim.ref, ()))

    def stands(self, row: Row, said: Callable[[Question], str]) -> Markup:
        """What no single side shows."""
        return _then((day, said(asked)) for day, asked in row.states)

    def against(self, row: Row, *refs: str) -> Markup:
        """Whom a side speaks against, once there was more than one claim to speak against."""
        known = [row.told[ref][0][0] for ref in refs if ref in row.told]
        return since(max(row.several, *known)) if row.several and known else Markup()

    def _place(self, asked: Question) -> tuple[int, ...]:
        return (*disputes.weight(asked), min(self._row[dispute.target.ref] for dispute in asked.disputes))

    @cached_property
    def _known(self) -> Mapping[str, datetime.date]:
        return {claim.ref: self._index.changes.claims[claim.ref][0].day for claim in self._index.timeline.claims}


def _then(states: Iterable[tuple[datetime.date, str]]) -> Markup:
    """The words of each day, which may be none; nothing where there were none on any."""
    told = list(states)
    return then(told) if any(words for _, words in told) else Markup()
