"""Attributes that tell the script how a part of a page was on earlier days: since when, and in which words.

`data-since` is the first day on which the part was known, `data-then` a list of days with the words, and
where they differ the classes, from each of them on. Days are numbers, counted from the year 1. A part that
never read otherwise carries no words, for most parts never did.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from timeline.model import Citation, Claim, Event, Expectation, Source, State
from timeline.model.words import STATUS_FOR_READERS
from timeline.queries import knowledge
from timeline.queries.index import Evidence, Index
from timeline.queries.states import ClaimState, EventState
from timeline.site import wording

Words = tuple[datetime.date, str] | tuple[datetime.date, str, str]


def since(day: datetime.date) -> Markup:
    """` data-since="739000"`"""
    return Markup(f' data-since="{day.toordinal()}"')


def then(states: Iterable[Words]) -> Markup:
    """The words from each day on; nothing when they were always the same."""
    words: list[Words] = []
    for state in states:
        if not words or words[-1][1:] != state[1:]:
            words.append(state)
    if len(words) < 2:
        return Markup("")
    value = json.dumps([[day.toordinal(), *said] for day, *said in words], ensure_ascii=False, separators=(",", ":"))
    quoted = value.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;")
    return Markup(f" data-then='{quoted}'")


class AsOf:
    """The attributes of a record's page."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._changes = index.changes

    def event(self, event: Event) -> Markup:
        return since(self._states(event)[0].day)

    def status(self, event: Event) -> Markup:
        classes = "tl-mark tl-status tl-status--{}"
        return then((s.day, s.status, classes.format(s.status)) for s in self._states(event))

    def claims(self, event: Event) -> Markup:
        return then((s.day, wording.count(len(s.claims), "claim")) for s in self._states(event))

    def evidence(self, event: Event) -> Markup:
        return _evidence(self._states(event))

    def unnamed(self, event: Event) -> Markup:
        return then((s.day, wording.unnamed(_of(s)) if s.unnamed else "") for s in self._states(event))

    def disputes(self, event: Event) -> Markup:
        return then((s.day, wording.count(s.disputes, "dispute") if s.disputes else "") for s in self._states(event))

    def summary(self, event: Event) -> Markup:
        """A summary is written with everything in sight."""
        whole = [s.day for s in self._states(event) if len(s.claims) == len(event.claims)]
        return since(whole[0])

    def claim(self, ref: str) -> Markup:
        return since(self._changes.claims[ref][0].day)

    def claim_evidence(self, ref: str) -> Markup:
        return _evidence(self._changes.claims[ref])

    def meaning(self, event: Event) -> Markup:
        """What its status of a day means."""
        return then((s.day, f"{STATUS_FOR_READERS[s.status]}.") for s in self._states(event))

    def both(self, *refs: str) -> Markup:
        """What is said of several claims together."""
        return since(max(self._changes.claims[ref][0].day for ref in refs))

    def disputed(self, ref: str, others: Iterable[Claim]) -> Markup:
        """What is said of a claim and those against it: there once one of them is known beside it."""
        first = min((self._changes.claims[other.ref][0].day for other in others), default=datetime.date.min)
        return since(max(first, self._changes.claims[ref][0].day))

    def first_claim(self, claims: Iterable[Claim]) -> Markup:
        """What some claims stand in: there from the first of them on."""
        return since(min(self._changes.claims[claim.ref][0].day for claim in claims))

    def more_claims(self, claims: Iterable[Claim]) -> Markup:
        """How many claims are folded."""
        days = sorted(self._changes.claims[claim.ref][0].day for claim in claims)
        return then((day, wording.count(number, "more claim")) for number, day in enumerate(days, 1))

    def first_source(self, sources: Iterable[Source]) -> Markup:
        return since(min(self._changes.known_on(source.id) for source in sources))

    def more_sources(self, sources: Iterable[Source]) -> Markup:
        """How many notes are folded."""
        days = sorted(self._changes.known_on(source.id) for source in sources)
        return then((day, f"+{number}") for number, day in enumerate(days, 1))

    def source(self, source: Source) -> Markup:
        return since(self._changes.known_on(source.id))

    def cited(self, citations: Sequence[Citation]) -> Markup:
        """What stands on some documents; nothing where none is named."""
        return since(min(self._changes.known_on(c.source) for c in citations)) if citations else Markup("")

    def on(self, day: datetime.date) -> Markup:
        return since(min(day, self._changes.through))

    def expectation(self, expectation: Expectation) -> Markup:
        return since(self._changes.expectations[expectation.id][0].day)

    def standing(self, expectation: Expectation) -> Markup:
        classes = "tl-mark tl-standing tl-standing--{}"
        states = self._changes.expectations[expectation.id]
        return then((s.day, wording.FATES[s.standing], classes.format(s.standing)) for s in states)

    def expectations(self, forecasts: Iterable[Expectation]) -> Markup:
        """Several forecasts, from the day on which the first of them was known."""
        return since(min(self._changes.expectations[each.id][0].day for each in forecasts))

    def answer(self, expectation: Expectation) -> Markup:
        """What a forecast came to, from the day on which it stood as it stands now."""
        return since(self._changes.expectations[expectation.id][-1].day)

    def state(self, state: State) -> Markup:
        return self.on(knowledge.state_known_on(self._index.timeline, self._index.out, state))

    def _states(self, event: Event) -> tuple[EventState, ...]:
        return self._changes.events[event.id]


def _of(state: EventState | ClaimState) -> Evidence:
    return Evidence(state.sources, state.origins, state.unnamed)


def _evidence(states: Iterable[EventState | ClaimState]) -> Markup:
    return then((s.day, wording.evidence(_of(s))) for s in states)
