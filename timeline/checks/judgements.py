"""What is true of a sound record and worth a second look: warnings that may be slips, notes on its sources.

An editor who knows better waives a judgement with `allow` and a reason,
on the event or on the source; a waiver that hides nothing is told in turn.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from timeline.checks import (
    ambiguous_names,
    amounts,
    answers,
    calendars,
    copies,
    days_in_claims,
    defined_words,
    questions,
    retrospective,
    speakers,
)
from timeline.checks.every_citation import citations
from timeline.checks.slips import slips
from timeline.model import Event, Source, Timeline
from timeline.model.identifiers import doi_of
from timeline.problems import CATALOGUE, Problem
from timeline.problems.notes import (
    AI_ONLY,
    DOI_AS_ADDRESS,
    LONG_TITLE,
    MANY_KEY_EVENTS,
    NO_ARCHIVE,
    ORIGIN_UNNAMED,
    SINGLE_ORIGIN,
    UNDATED_SOURCE,
    UNTRANSLATED_TITLE,
)
from timeline.problems.slips import UNNAMED_RELAY, USELESS_ALLOW
from timeline.queries import provenance, support

_Record = Event | Source
_FEW = 18
"""How many key events still tell a story in one reading."""
_LINE = 90
"""How many characters of a title stand in one line of a list."""


@dataclass(frozen=True, slots=True)
class _Judgement:
    """A fault, and the records on which it may be waived."""

    problem: Problem
    records: tuple[_Record, ...]

    @property
    def waived_by(self) -> tuple[_Record, ...]:
        return tuple(record for record in self.records if self.problem.code in record.allow)


def warnings(timeline: Timeline, today: datetime.date) -> Iterator[Problem]:
    """Probable slips that nobody has waived, and waivers that hide nothing."""
    warned = tuple(_warned(timeline, today))
    yield from (judgement.problem for judgement in warned if not judgement.waived_by)
    yield from _useless(timeline, warned)


def notes(timeline: Timeline) -> tuple[Problem, ...]:
    """What is true of a record without errors and may stay so, unless it is waived."""
    return tuple(judgement.problem for judgement in _noted(timeline) if not judgement.waived_by)


def _warned(timeline: Timeline, today: datetime.date) -> Iterator[_Judgement]:
    yield from _relays(timeline)
    judged = (
        slips(timeline, today),
        amounts.slips(timeline),
        answers.slips(timeline),
        speakers.slips(timeline),
        days_in_claims.slips(timeline),
        calendars.slips(timeline),
        copies.slips(timeline),
        ambiguous_names.slips(timeline),
        questions.slips(timeline),
        retrospective.slips(timeline),
    )
    for problem, records in chain.from_iterable(judged):
        yield _Judgement(problem, records)


def _noted(timeline: Timeline) -> Iterator[_Judgement]:
    for event in timeline.events:
        yield from _event(timeline, event)
    yield from _key_events(timeline)
    for source in timeline.sources:
        for problem in _source(timeline, source):
            yield _Judgement(problem, (source,))
    for problem, records in chain(
        answers.notes(timeline),
        calendars.notes(timeline),
        defined_words.notes(timeline),
        speakers.notes(timeline),
        questions.notes(timeline),
    ):
        yield _Judgement(problem, records)


def _key_events(timeline: Timeline) -> Iterator[_Judgement]:
    """Told once, at the last of them."""
    key = [event for event in timeline.events if event.key]
    if len(key) > _FEW:
        label, help = f"the last of {len(key)}", f"keep up to {_FEW}: those without which the story cannot be told"
        yield _Judgement(MANY_KEY_EVENTS.at(key[-1].place.at("key"), label=label, help=help), (key[-1],))


def _relays(timeline: Timeline) -> Iterator[_Judgement]:
    """Citations of a document that repeats several, without a word which of them it repeats there."""
    for citing in citations(timeline):
        citation = citing.citation
        source = timeline.source(citation.source)
        if source is None or citation.via is not None or len(set(source.repeats)) < 2:
            continue
        first, *others = dict.fromkeys(source.repeats)
        choice = " or ".join(f"`{id}`" for id in others)
        help = (
            f"add `via: {first}`" if citation.place.has("source") else f"write `{{source: {source.id}, via: {first}}}`"
        )
        help += f", or name {choice} there, whichever it repeats here, or `{source.id}` for words of its own"
        label = f"it relays {len(others) + 1} documents"
        problem = UNNAMED_RELAY.at(citation.place.at("source"), owner=citing.owner, label=label, help=help)
        yield _Judgement(problem, (source, citing.event) if citing.event else (source,))


def _event(timeline: Timeline, event: Event) -> Iterator[_Judgement]:
    for claim in event.claims:
        if support.only_machines(timeline, claim):
            label = "written by a machine" if len(claim.citations) == 1 else "all written by machines"
            help = "cite a document that a person answers for"
            yield _Judgement(AI_ONLY.at(claim.place.at("cite", 0), label=label, help=help), (event,))
    if len(event.title) > _LINE:
        label, help = f"{len(event.title)} characters", f"say it in {_LINE} characters, and the rest in the summary"
        yield _Judgement(LONG_TITLE.at(event.place.at("title"), label=label, help=help), (event,))
    hands = provenance.hands(timeline, (citation for claim in event.claims for citation in claim.citations))
    if len(hands) == 1:
        (documents,) = hands.all()
        label = f"all of it goes back to `{documents[0].id}`"
        label += f" and {len(documents) - 1} more of the same hand" if len(documents) > 1 else ""
        help = "cite somebody who knows it from elsewhere, if anybody does"
        yield _Judgement(SINGLE_ORIGIN.at(event.place.at("id"), label=label, help=help), (event,))


def _source(timeline: Timeline, source: Source) -> Iterator[Problem]:
    place = source.place
    if not (source.is_first_hand or source.withdrawn) and source.guesses.issuperset(source.repeats):
        help = "add `relays:` with the ids of the documents it repeats, if it names any"
        label = "and only we guess whom it repeats" if source.relays else "and has no `relays`"
        yield ORIGIN_UNNAMED.at(place.at("kind"), label=label, help=help)
    if source.issued is None:
        help = "add `issued:` as far as it is known, such as `2025`, with `issued_basis:` if it is not printed"
        yield UNDATED_SOURCE.at(place.at("id"), label="no `issued`", help=help)
    if source.url is not None and not source.copies:
        help = "add `archive: {url: …, on: …}` with a copy that somebody else keeps"
        yield NO_ARCHIVE.at(place.at("url"), label="the only copy that is known", help=help)
    if source.doi is None and (name := doi_of(source.url or "")):
        help = f"add `doi: {name}`, and leave `url` out"
        yield DOI_AS_ADDRESS.at(place.at("url"), label="leads where `doi` would", help=help)
    ours = _primary(timeline.record.language)
    if _primary(source.language) != ours and ours not in {_primary(language) for language in source.title_in}:
        help = f"add `title_in: {{{ours}: …}}`"
        yield UNTRANSLATED_TITLE.at(place.at("title"), label=f"in `{source.language}` only", help=help)


def _primary(language: str) -> str:
    return language.partition("-")[0]


def _useless(timeline: Timeline, warned: tuple[_Judgement, ...]) -> Iterator[Problem]:
    """Waivers that hide nothing: what they waived was mended, or never was."""
    records: tuple[_Record, ...] = (*timeline.events, *timeline.sources)
    waiving = [(record, code) for record in records for code in record.allow if code in CATALOGUE]
    if not waiving:
        return
    judged = (*warned, *_noted(timeline))
    used = {(id(record), judgement.problem.code) for judgement in judged for record in judgement.waived_by}
    for record, code in waiving:
        if (id(record), code) not in used:
            whose = "the event" if isinstance(record, Event) else "the source"
            span, help = record.place.key("allow", code), f"delete `{code}` with its reason"
            yield USELESS_ALLOW.at(span, owner=whose, code=code, label="hides nothing", help=help)
