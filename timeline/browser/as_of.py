"""Attributes that tell the script how a part of a page was on earlier days: since when, and in which words.

`data-since` is the first day on which the part was known, `data-then` a list of days with the words, and
where they differ the classes, from each of them on. Days are numbers, counted from the year 1. A part that
never read otherwise carries no words, for most parts never did. What stood in the place of a part before
has the day on which that ended, `data-until`.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise

from markupsafe import Markup

from timeline import dates
from timeline.language import NN_, ngettext
from timeline.language import gettext as _
from timeline.language import number as figure
from timeline.model import Citation, Event, Expectation, Source, State
from timeline.queries import known_since
from timeline.queries.evidence import Evidence
from timeline.queries.index import Index
from timeline.queries.states import ClaimState, EventState
from timeline.queries.uses import Use, resting_on
from timeline.site import wording

Words = tuple[datetime.date, str] | tuple[datetime.date, str, str]

CLAIMS = NN_("{n} claim", "{n} claims")
FORECAST_RANK = {"open": 0, "met": 2}
"""In which order dates are told that were named for one thing; those that did not come stand between."""
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


def placed(states: Iterable[tuple[datetime.date, tuple[int, ...]]]) -> Markup:
    """By which numbers a row stands in its list from each day on, the smaller first."""
    told: list[tuple[datetime.date, tuple[int, ...]]] = []
    for day, numbers in states:
        if not told or told[-1][1] != numbers:
            told.append((day, numbers))
    value = json.dumps([[day.toordinal(), *numbers] for day, numbers in told], separators=(",", ":"))
    return Markup(' data-place="{}"').format(value)


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

    def event(self, event: Event) -> Markup:
        return since(self._states(event)[0].day)

    def claim(self, ref: str) -> Markup:
        return since(self._changes.claims[ref][0].day)

    def claim_evidence(self, ref: str) -> Markup:
        return _evidence(self._changes.claims[ref])

    def both(self, *refs: str) -> Markup:
        """What is said of several claims together."""
        return since(max(self._changes.claims[ref][0].day for ref in refs))

    def first_source(self, sources: Iterable[Source]) -> Markup:
        return since(min(self._changes.known_on(source.id) for source in sources))

    def all_sources(self, sources: Iterable[Source]) -> Markup:
        """What is said with all of some documents in sight."""
        return since(max((self._changes.known_on(source.id) for source in sources), default=datetime.date.min))

    def use(self, use: Use) -> Markup:
        """A claim that rests on a document, once a document that leads there was out."""
        return since(self._used(use))

    def ways(self, use: Use, source: str) -> list[tuple[Markup, Use]]:
        """How a claim was known to rest on a document, from one day to another and in the end as today.

        Those of earlier days are hidden, and say until when they held.
        """
        states: list[tuple[datetime.date, Use]] = []
        for day, state in self._ways(use, source):
            if not states or (state.cited, state.attributed) != (states[-1][1].cited, states[-1][1].attributed):
                states.append((day, state))
        if len(states) < 2:
            return [(Markup(), use)]
        earlier = [
            (Markup(f' hidden{since(day)} data-until="{until.toordinal()}"'), state)
            for (day, state), (until, _) in pairwise(states)
        ]
        return [*earlier, (since(states[-1][0]), use)]

    def _ways(self, use: Use, source: str) -> Iterator[tuple[datetime.date, Use]]:
        """How a claim rested on a document from each day on from which more of its citations led there."""
        known = self._changes.known_on
        for day in sorted({max(self._states(use.event)[0].day, known(each.source)) for each in use.citations}):
            citations = tuple(each for each in use.citations if known(each.source) <= day)
            yield day, resting_on(self._index.timeline, use, source, citations)

    def uses(self, uses: Iterable[Use]) -> Markup:
        """How many claims rest on a document."""
        return counted(map(self._used, uses), *CLAIMS)

    def rest(self, source: Source, uses: Sequence[Use]) -> Markup:
        """The verb for that number, which before the first use is that for none."""
        days = {day: number for number, day in enumerate(sorted(map(self._used, uses)), 1)}
        none = {datetime.date.min: 1} if self.before_use(source, uses) else {}
        return then((day, ngettext("rests", "rest", number)) for day, number in {**none, **days}.items())

    def before_use(self, source: Source, uses: Iterable[Use]) -> Markup:
        """What is said as long as nothing rests on a document that was out; nothing where there was no such day."""
        first = min(map(self._used, uses), default=datetime.date.min)
        if first <= self._changes.sources[source.id]:
            return Markup()
        return Markup(' hidden data-since="1" data-until="{}"').format(first.toordinal())

    def repeated(self, source: Source, relayers: Iterable[Source], before: str, words: str) -> Markup:
        """What is said otherwise before the first document that repeats one."""
        first = min((self._changes.sources[each.id] for each in relayers), default=datetime.date.min)
        return then([(self._changes.sources[source.id], before), (first, words)]) if relayers else Markup()

    def through(
        self,
        source: Source,
        relayers: Sequence[Source],
        uses: Sequence[Use],
        said: Callable[[list[Source], list[Use]], str],
    ) -> Markup:
        """Through which documents one was known, by those that repeated it and what was cited from them."""
        out = self._changes.sources
        ways = [list(self._ways(use, source.id)) for use in uses]
        days = {out[source.id], *(out[each.id] for each in relayers), *(day for way in ways for day, _ in way)}
        return then((day, said([o for o in relayers if out[o.id] <= day], _by(ways, day))) for day in sorted(days))

    def named(self, uses: Sequence[Use], source: str, said: Callable[[list[Use]], str]) -> Markup:
        """Whom a document named for what was cited from it."""
        ways = [list(self._ways(use, source)) for use in uses]
        return then((day, said(_by(ways, day))) for day in sorted({day for way in ways for day, _ in way}))

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

    def first_named(self, forecasts: Sequence[Expectation], order: Sequence[str]) -> Markup:
        """The place of several forecasts among others: that of the one said first, of those that were known."""
        known = sorted((self._changes.expectations[each.id][0].day, order.index(each.id)) for each in forecasts)
        firsts = accumulate((place for _, place in known), min)
        return placed((day, (first,)) for (day, _), first in zip(known, firsts, strict=True))

    def forecast_place(self, expectation: Expectation, order: Sequence[str]) -> Markup:
        """Among those of one thing: what is still to come first, what was kept last, then as it was said."""
        states = self._changes.expectations[expectation.id]
        place = order.index(expectation.id)
        return placed((state.day, (FORECAST_RANK.get(state.standing, 1), place)) for state in states)

    def answer(self, expectation: Expectation) -> Markup:
        """What a forecast came to, from the day on which it stood as it stands now."""
        return since(self._changes.expectations[expectation.id][-1].day)

    def track(self, states: Sequence[State], place: int) -> Markup:
        """What is followed, from the day on which a state of it was known; the latest change stands first."""
        known = sorted(
            (
                known_since.state_known_on(self._index.timeline, self._index.out, state),
                self._begun[state.start.sort_key],
            )
            for state in states
        )
        lasts = accumulate((begun for _, begun in known), max)
        found = placed((day, (-last, place)) for (day, _), last in zip(known, lasts, strict=True))
        return since(known[0][0]) + found

    def state(self, state: State) -> Markup:
        return self.on(known_since.state_known_on(self._index.timeline, self._index.out, state))

    @cached_property
    def _begun(self) -> dict[tuple[int, ...], int]:
        """For the beginnings of all states their order."""
        keys = sorted({state.start.sort_key for track in self._index.timeline.tracks for state in track.states})
        return {key: place for place, key in enumerate(keys)}

    def _used(self, use: Use) -> datetime.date:
        first = min(self._changes.known_on(citation.source) for citation in use.citations)
        return max(self._states(use.event)[0].day, first)

    def _states(self, event: Event) -> tuple[EventState, ...]:
        return self._changes.of(event)


def _by(ways: Iterable[Sequence[tuple[datetime.date, Use]]], day: datetime.date) -> list[Use]:
    """The claims that rested on a document on a day, and through what."""
    then = ([use for since, use in way if since <= day] for way in ways)
    return [uses[-1] for uses in then if uses]


def _of(state: EventState | ClaimState) -> Evidence:
    return Evidence(state.sources, state.origins, state.unnamed)


def _evidence(states: Iterable[EventState | ClaimState]) -> Markup:
    return then((s.day, wording.evidence(_of(s))) for s in states)
