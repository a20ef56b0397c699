"""Attributes that tell the script how a part of a page was on earlier days: since when, and in which words.

`data-since` is the first day on which the part was known, `data-then` a list of days with the words, and
where they differ the classes, from each of them on. Days are numbers, counted from the year 1. A part that
never read otherwise carries no words, for most parts never did. What stood in the place of a part before
has the day on which that ended, `data-until`.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from markupsafe import Markup, escape

from timeline import dates
from timeline.language import NN_, ngettext
from timeline.language import gettext as _
from timeline.language import number as figure
from timeline.model import Citation, Claim, Event, Expectation, Source, State
from timeline.queries import disputes, known_since
from timeline.queries.disputes import Dispute, Question
from timeline.queries.evidence import Evidence
from timeline.queries.index import Index
from timeline.queries.states import ClaimState, EventState
from timeline.queries.uses import Use, resting_on
from timeline.site import wording
from timeline.site.urls import Links

Words = tuple[datetime.date, str] | tuple[datetime.date, str, str]

CLAIMS = NN_("{n} claim", "{n} claims")
DOCUMENTS = NN_("{n} document", "{n} documents")


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


def counted(days: Iterable[datetime.date], one: str, many: str) -> Markup:
    """How many of something there were on a day; nothing is said before the first."""
    states: dict[datetime.date, str] = {}
    for number, day in enumerate(sorted(days), 1):
        states[day] = ngettext(one, many, number).format(n=figure(number))
    return then(states.items()) or (since(next(iter(states))) if states else Markup())


def as_of(index: Index) -> AsOf | Retrospective:
    """Those of one timeline; of a retrospective record nothing is said of earlier days."""
    return Retrospective() if index.timeline.record.retrospective else AsOf(index)


class Retrospective:
    """Stands for `AsOf` where no page has earlier days: each attribute is left out."""

    def ways(self, use: Use, source: str) -> list[tuple[Markup, Use]]:
        """How a claim rests on a document."""
        return [(Markup(), use)]

    def __getattr__(self, name: str) -> Callable[..., Markup]:
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *_: Markup()


class AsOf:
    """The attributes of a record's page."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._changes = index.changes
        self._questions: dict[str, disputes.Earlier] = {}

    def event(self, event: Event) -> Markup:
        return since(self._states(event)[0].day)

    def claim(self, ref: str) -> Markup:
        return since(self._changes.claims[ref][0].day)

    def claim_evidence(self, ref: str) -> Markup:
        return _evidence(self._changes.claims[ref])

    def both(self, *refs: str) -> Markup:
        """What is said of several claims together."""
        return since(max(self._changes.claims[ref][0].day for ref in refs))

    def side(self, claim: Claim) -> Markup:
        """A claim among those that answer a question: there once one that it contradicts is known beside it."""
        return since(self._in_dispute(claim))

    def question(self, sides: Iterable[Claim]) -> Markup:
        """What sources disagree about, from the first contradiction on."""
        return since(min(map(self._in_dispute, sides)))

    def asked(self, question: Question, title: str) -> Markup:
        """What the question was as far as it had come up; what is one today may have been several."""
        events = self._index.timeline.events_by_id
        today = wording.question(question.words, question.event)

        def said(group: Sequence[Dispute]) -> str:
            words = wording.question(disputes.words(group), events[disputes.home(group)])
            return str(escape(title if words == today else words))

        return then((day, " ".join(map(said, groups))) for day, groups in self._come_up(question))

    def told_at(self, question: Question, links: Links) -> Markup:
        """The event that told its most contested claim."""
        events = self._index.timeline.events_by_id

        def said(group: Sequence[Dispute]) -> Markup:
            event = events[disputes.home(group)]
            way = Markup('<a href="{}">{}</a>').format(links.event(event.id), event.title)
            return Markup("<span>{}</span>{} {}").format(wording.when(event.date), wording.COMMA, way)

        return then((day, str(Markup("; ").join(map(said, groups)))) for day, groups in self._come_up(question))

    def against(self, question: Question, *refs: str) -> Markup:
        """Whom a side speaks against, once there was more than one claim to speak against."""
        several = (day for day, groups in self._come_up(question) if any(len(group) > 1 for group in groups))
        known = (self._changes.claims[ref][0].day for ref in refs)
        return since(max(next(several, self._changes.through), *known))

    def _come_up(self, question: Question) -> disputes.Earlier:
        if question.anchor not in self._questions:
            self._questions[question.anchor] = disputes.on_earlier_days(question, self._known)
        return self._questions[question.anchor]

    @cached_property
    def _known(self) -> dict[str, datetime.date]:
        return {claim.ref: self._changes.claims[claim.ref][0].day for claim in self._index.timeline.claims}

    def whole(self, claims: Iterable[Claim]) -> Markup:
        """What is said with all documents of some claims in sight."""
        cited = (citation.source for claim in claims for citation in claim.behind)
        return since(max(map(self._changes.known_on, cited)))

    def first_source(self, sources: Iterable[Source]) -> Markup:
        return since(min(self._changes.known_on(source.id) for source in sources))

    def all_sources(self, sources: Iterable[Source]) -> Markup:
        """What is said with all of some documents in sight."""
        return since(max((self._changes.known_on(source.id) for source in sources), default=datetime.date.min))

    def settled(self, sources: Iterable[Source], uses: Iterable[Use]) -> Markup:
        """What weighs some documents by the claims that rest on them, once all of both are in sight."""
        days = [self._changes.known_on(source.id) for source in sources]
        return since(max([*days, *map(self._used, uses)], default=datetime.date.min))

    def use(self, use: Use) -> Markup:
        """A claim that rests on a document, once a document that leads there was out."""
        return since(self._used(use))

    def ways(self, use: Use, source: str) -> list[tuple[Markup, Use]]:
        """How a claim was known to rest on a document, from one day to another and in the end as today.

        Those of earlier days are hidden, and say until when they held.
        """
        known = self._changes.known_on
        days = sorted({max(self._states(use.event)[0].day, known(each.source)) for each in use.citations})
        states: list[tuple[datetime.date, Use]] = []
        for day in days:
            citations = tuple(each for each in use.citations if known(each.source) <= day)
            state = resting_on(self._index.timeline, use, source, citations)
            if not states or (state.cited, state.attributed) != (states[-1][1].cited, states[-1][1].attributed):
                states.append((day, state))
        if len(states) < 2:
            return [(Markup(), use)]
        earlier = [
            (Markup(f' hidden{since(day)} data-until="{until.toordinal()}"'), state)
            for (day, state), (until, _) in pairwise(states)
        ]
        return [*earlier, (since(states[-1][0]), use)]

    def uses(self, uses: Iterable[Use]) -> Markup:
        """How many claims rest on a document."""
        return counted(map(self._used, uses), *CLAIMS)

    def rest(self, uses: Iterable[Use]) -> Markup:
        """The verb for that number."""
        days = {day: number for number, day in enumerate(sorted(map(self._used, uses)), 1)}
        return then((day, ngettext("rests", "rest", number)) for day, number in days.items())

    def first_use(self, uses: Iterable[Use]) -> Markup:
        return since(min(map(self._used, uses), default=datetime.date.min))

    def all_uses(self, uses: Iterable[Use]) -> Markup:
        """What is said with all that leads to a document in sight."""
        days = (max(self._used(use), self._changes.known_on(each.source)) for use in uses for each in use.citations)
        return since(max(days, default=datetime.date.min))

    def relayers(self, sources: Iterable[Source]) -> Markup:
        """How many documents repeat one."""
        return counted((self._changes.known_on(source.id) for source in sources), *DOCUMENTS)

    def source(self, source: Source) -> Markup:
        """A document that others repeat was there before them, whatever its own date shows."""
        return since(self._changes.sources[source.id])

    def stretch(self, state: State) -> Markup:
        """How long a state lasted; on its first day nobody knew its end."""
        began = known_since.state_known_on(self._index.timeline, self._index.out, state)
        if state.end is None or state.end.earliest is None or state.end.text == state.start.text:
            return Markup()
        first, last = dates.words(state.start), dates.words(state.end)
        return then(
            [
                (began, _("From {day}").format(day=first)),
                (max(began, state.end.earliest), _("{start} to {end}").format(start=first, end=last)),
            ]
        )

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

    def track(self, states: Iterable[State]) -> Markup:
        """What is followed, from the day on which a state of it was known."""
        return since(min(known_since.state_known_on(self._index.timeline, self._index.out, state) for state in states))

    def state(self, state: State) -> Markup:
        return self.on(known_since.state_known_on(self._index.timeline, self._index.out, state))

    def _used(self, use: Use) -> datetime.date:
        first = min(self._changes.known_on(citation.source) for citation in use.citations)
        return max(self._states(use.event)[0].day, first)

    def _in_dispute(self, claim: Claim) -> datetime.date:
        index = self._index
        others = {objection.claim.ref for objection in index.objections.get(claim.ref, ())} | set(claim.opposes)
        known = [days[0].day for ref in others if (days := self._changes.claims.get(ref))]
        return max(self._changes.claims[claim.ref][0].day, min(known, default=self._changes.through))

    def _states(self, event: Event) -> tuple[EventState, ...]:
        return self._changes.of(event)


def _of(state: EventState | ClaimState) -> Evidence:
    return Evidence(state.sources, state.origins, state.unnamed)


def _evidence(states: Iterable[EventState | ClaimState]) -> Markup:
    return then((s.day, wording.evidence(_of(s))) for s in states)
