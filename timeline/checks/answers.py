"""Who answers whom: a denial rejects what another party said, and comes after it.

A mark of dispute or denial stands on a page beside the claim that it speaks against. One that points at the
wrong claim tells readers that somebody denied what nobody had asked of him.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from timeline.checks import attribution_words, speakers
from timeline.checks.waivers import Judged
from timeline.dates import Date, words
from timeline.dates.days import FIRST
from timeline.model import Actor, Citation, Claim, Event, Timeline
from timeline.problems import Kind, Problem
from timeline.problems.notes import OLDER_DISPUTE
from timeline.problems.slips import DENIED_RETELLING, DENIED_UNATTRIBUTED, OLDER_DENIAL, SELF_DENIAL, UNCONCERNED_DENIER
from timeline.queries import provenance


@dataclass(frozen=True, slots=True)
class _Mark:
    """One claim's word against another, and where it is typed."""

    claim: Claim
    field: str
    number: int
    target: Claim

    def problem(self, kind: Kind, label: str, help: str) -> Problem:
        elsewhere = (("the other claim stands at", self.target.place.at("text")),)
        span = self.claim.place.at(self.field, self.number)
        return Problem(kind, span, kind.sentence, label, help, elsewhere)


def slips(timeline: Timeline) -> Iterator[Judged]:
    """Denials of the wrong claim, by the wrong actor, and those that are older than what they deny."""
    named = _Named(timeline)
    for mark in _marks(timeline):
        records = tuple(timeline.events_by_id[id] for id in dict.fromkeys((mark.claim.event, mark.target.event)))
        speaker = timeline.actor(mark.claim.by or "")
        if mark.field != "denies" or speaker is None:
            continue
        yield from ((problem, records) for problem in _denial(timeline, mark, speaker))
        if not named.elsewhere(mark.target.event, speaker, mark.claim):
            help = f"name the claim that concerns `{speaker.id}`, or add `{speaker.id}` to the `actors` of its event"
            label = f"its event does not name `{speaker.id}`"
            label += " elsewhere" if mark.target.event == mark.claim.event else ""
            yield mark.problem(UNCONCERNED_DENIER, label, help), records
        if older := _older(timeline, mark):
            help = "name the earlier claim that it answers, or let the other claim cite the document that said it first"
            yield mark.problem(OLDER_DENIAL, older, f"{help}; otherwise leave the mark out"), records


def notes(timeline: Timeline) -> Iterator[Judged]:
    """Documents that contradict what came out only after them."""
    for mark in _marks(timeline):
        if mark.field == "disputes" and (older := _older(timeline, mark)):
            help = "let the later claim cite the document that said it first, or let it dispute the earlier one"
            help += "; leave the mark out if both can be true"
            yield mark.problem(OLDER_DISPUTE, older, help), (timeline.events_by_id[mark.claim.event],)


def _marks(timeline: Timeline) -> Iterator[_Mark]:
    for claim in timeline.claims:
        for field, names in (("disputes", claim.disputes), ("denies", claim.denies)):
            for number, name in enumerate(names):
                target = timeline.claim(claim.resolve(name))
                if target is not None:
                    yield _Mark(claim, field, number, target)


def _denial(timeline: Timeline, mark: _Mark, speaker: Actor) -> Iterator[Problem]:
    if mark.target.by == speaker.id:
        help = "name the claim that another one made, or use `disputes` where one speaker said two things"
        yield mark.problem(SELF_DENIAL, f"that claim is the word of `{speaker.id}` too", help)
        return
    spoken = attribution_words.of(timeline.record.language)
    if spoken is None:
        return
    told = spoken.retelling.search(mark.target.text)
    if told and not attribution_words.names_one(told[0], attribution_words.called(speaker)):
        help = "put what was said there into a claim of its own, with its sources, and deny that one"
        yield mark.problem(DENIED_RETELLING, f"tells that somebody said it: `{told[0].split()[-1]}`", help)
    elif not speakers.is_attributed(timeline, mark.target, spoken):
        help = "name in its sentence who says so, or give it `by`; use `disputes` where the record says it itself"
        yield mark.problem(DENIED_UNATTRIBUTED, "that claim names nobody who says it", help)


class _Named:
    """Who is named where in the events of a timeline, each asked once, however many denials there are of an event."""

    def __init__(self, timeline: Timeline) -> None:
        self._events = timeline.events_by_id
        self._known: dict[tuple[str, str], tuple[bool, frozenset[str]]] = {}

    def elsewhere(self, event: str, actor: Actor, denial: Claim) -> bool:
        """Whether an event names an actor, in a field or in words, elsewhere than in his denial."""
        if (asked := (event, actor.id)) not in self._known:
            self._known[asked] = _naming(self._events[event], actor)
        whole, claims = self._known[asked]
        return whole or bool(claims - {denial.ref})


def _naming(event: Event, actor: Actor) -> tuple[bool, frozenset[str]]:
    """Whether an event as a whole names an actor, and the claims that do, of which two are enough."""
    called = attribution_words.called(actor)
    texts = (event.title, event.summary or "")
    if actor.id in event.actors or any(attribution_words.names_one(text, called) for text in texts):
        return True, frozenset()
    naming = (c.ref for c in event.claims if c.by == actor.id or attribution_words.names_one(c.text, called))
    return False, frozenset(islice(naming, 2))


def _older(timeline: Timeline, mark: _Mark) -> str | None:
    """In words, that all documents behind a claim are certainly older than any behind the one it speaks against.

    Where sources only look back, who wrote first does not tell who answers whom.
    """
    if timeline.record.retrospective:
        return None
    ours = [_out_by(timeline, citation) for citation in mark.claim.citations]
    theirs = [_first_out(timeline, citation) for citation in mark.target.citations]
    if None in ours or None in theirs:
        return None
    latest = max((date for date in ours if date), key=_last, default=None)
    first = min((date for date in theirs if date), key=_first, default=None)
    if latest is None or first is None or not latest.before_anywhere(first):
        return None
    return f"its latest document: {words(latest)}; the first of the other claim: {words(first)}"


def _out_by(timeline: Timeline, citation: Citation) -> Date | None:
    """The date by which what is cited was certainly said: the earliest in its chain."""
    path = provenance.path(timeline, citation)
    if provenance.readings(timeline, citation):
        path = path[:1]  # that it repeats the others is only our reading
    dates = [source.issued for source in path if source.issued]
    return min((date for date in dates if date.latest and not date.uncertain), key=_last, default=None)


def _first_out(timeline: Timeline, citation: Citation) -> Date | None:
    """The date before which what is cited was not said: that of the document at the end of its chain."""
    path = provenance.path(timeline, citation)
    if not path or (path[-1].relays and citation.via != path[-1].id) or provenance.readings(timeline, citation):
        return None  # which document it repeats is not said, or is only our reading
    date = path[-1].issued
    return date if date and date.earliest and not date.uncertain else None


def _last(date: Date) -> datetime.date:
    return date.latest or datetime.date.max


def _first(date: Date) -> datetime.date:
    return date.earliest or FIRST
