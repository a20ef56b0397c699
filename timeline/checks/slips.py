"""Probable slips: what is possible and rarely meant.

Each is told with the records that may waive it, for sometimes it is meant. The day that counts as today
comes as an argument: the record's own last day, unless somebody asks for another.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from timeline.checks import near_duplicates
from timeline.checks.citing import citations
from timeline.dates import parse, words
from timeline.model import Event, Source, Timeline
from timeline.problems import Problem
from timeline.problems.slips import (
    ARCHIVE_BEFORE_ISSUE,
    DUPLICATE_CITATION,
    IDLE_RIVAL,
    OLDER_SOURCE,
    OLDER_THAN_RELAYED,
    OVERDUE_EXPECTATION,
    PLANNED_DAY_PASSED,
    RELAYING_PRIMARY,
    SELF_RELATION,
    STATES_OUT_OF_ORDER,
    UNCOVERED_FIGURE,
    UNFORETOLD,
    UNUSED,
)
from timeline.queries.search import numbers
from timeline.queries.search.folded import folded

Judged = tuple[Problem, tuple[Event | Source, ...]]
"""A fault, and the records on which it may be waived."""
_FIGURE = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?!\w|[.,]\d)")
_TARGET = re.compile(r"\]\([^)]*\)|<https?:[^>\s]*>")


def slips(timeline: Timeline, today: datetime.date) -> Iterator[Judged]:
    """Every slip with the records on which it may be waived."""
    for event in timeline.events:
        for problem in _event(timeline, event, today):
            yield problem, (event,)
    for source in timeline.sources:
        for problem in _source(timeline, source):
            yield problem, (source,)
    yield from _old_sources(timeline)
    yield from near_duplicates.check(timeline)
    for expectation in timeline.expectations:
        window = expectation.window
        if expectation.outcome is None and window is not None and window.latest is not None and window.latest < today:
            label = f"ended {_days((today - window.latest).days)} ago"
            help = "add `outcome:` with the event that answered it, or `outcome: missed`"
            yield OVERDUE_EXPECTATION.at(expectation.place.at("window"), label=label, help=help), ()
    yield from _unforetold(timeline)
    yield from ((problem, ()) for problem in _order_of_states(timeline))
    yield from _unused(timeline)


def _event(timeline: Timeline, event: Event, today: datetime.date) -> Iterator[Problem]:
    if event.course == "planned" and event.date.latest is not None and event.date.latest < today:
        label = f"{words(event.date)} ended {_days((today - event.date.latest).days)} ago"
        help = "write `happened`, `missed` or `cancelled`, with the claim that says so"
        yield PLANNED_DAY_PASSED.at(event.place.at("course"), label=label, help=help)
    for number, relation in enumerate(event.related):
        if relation.event == event.id:
            span = event.place.at("related", number, "event")
            yield SELF_RELATION.at(span, label="its own id", help="name the other event, or leave the relation out")
    yield from _rivals(event)
    for claim in event.claims:
        seen = set()
        for citation in claim.citations:
            name = (citation.source, citation.via, citation.locator, citation.attributed_to, citation.quotation)
            if name in seen:
                help = "leave one of the two out, or say with `locator` where in the document each stands"
                yield DUPLICATE_CITATION.at(citation.place.at("source"), label="cited already", help=help)
            seen.add(name)
    yield from _figures(event)


def _rivals(event: Event) -> Iterator[Problem]:
    """Other dates that are no others."""
    seen = {event.date.text}
    for number, rival in enumerate(event.rivals):
        if rival.date.text in seen:
            own = rival.date.text == event.date.text
            label = "the event's own date" if own else "given above"
            help = "write the date that the source gives, or leave this rival out"
            if not own:
                help = "name all who give this date in the one above, and leave this one out"
            yield IDLE_RIVAL.at(event.place.at("rivals", number, "date"), label=label, help=help)
        seen.add(rival.date.text)


def _figures(event: Event) -> Iterator[Problem]:
    """Figures of the summary that neither a claim nor a date of the event has."""
    summary = _said(event.summary or "")
    figures = dict.fromkeys(_FIGURE.findall(summary))
    if not figures:
        return
    claims = [_said(claim.text) for claim in event.claims]
    said = _numbers(claims)
    missing = [figure for figure in figures if _plain(figure) not in said]
    if not missing:
        return
    dated = (event.date, *(rival.date for rival in event.rivals), *(role.date for role in event.dates.values()))
    said |= _numbers(words(date) for date in dated)
    missing = [figure for figure in missing if _plain(figure) not in said]
    for figure in _of_no_claim(summary, claims, missing) if missing else ():
        help = "add a claim that says it, with its source, or leave it out of the summary"
        yield UNCOVERED_FIGURE.at(event.place.at("summary"), label=f"`{figure}` stands in no claim", help=help)


def _numbers(texts: Iterable[str]) -> set[str]:
    return {_plain(figure) for text in texts for figure in _FIGURE.findall(text)}


def _said(text: str) -> str:
    """A text without the addresses of its links, whose figures nobody reads."""
    return _TARGET.sub("]", text)


def _of_no_claim(summary: str, claims: Iterable[str], figures: Iterable[str]) -> Iterator[str]:
    """Those that amount to what no claim says: "£5 million" is the same as "five million pounds", and 07 as 7."""
    said = {value for claim in claims for values, _ in _valued(claim) for value in values}
    amounts: dict[str, bool] = {}
    for values, figure in _valued(summary):
        amounts[figure] = amounts.get(figure, True) and not said.isdisjoint(values)
    yield from (figure for figure in figures if not amounts.get(_plain(figure)))


def _valued(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """What each number may amount to, and the figure in it."""
    return ((values, figure) for _, _, values, figure in numbers.numbers(numbers.chunks(folded(text))))


def _plain(figure: str) -> str:
    """A figure without the commas between its thousands."""
    return re.sub(r",(?=\d{3}(?:\D|$))", "", figure)


def _source(timeline: Timeline, source: Source) -> Iterator[Problem]:
    if source.counts_as == "primary" and source.relays:
        help = "write `secondary`, or leave `relays` out"
        yield RELAYING_PRIMARY.at(source.place.at("kind"), label="and has `relays`", help=help)
    issued = source.issued
    if issued is None:
        return
    for copy in source.copies:
        if parse(copy.on.isoformat()).before_anywhere(issued):
            label = f"before {words(issued)}"
            help = "mend one of the two days, or name the archived copy of this document"
            yield ARCHIVE_BEFORE_ISSUE.at(copy.place.at("on"), label=label, help=help)
    if timeline.record.retrospective:
        return  # the date may be that of an edition: the chronicle of 1861 repeats one that was printed in 1895
    for number, id in enumerate(source.repeats):
        other = timeline.source(id)
        if other and other.issued and issued.before_anywhere(other.issued):
            label = f"issued {words(other.issued)}, this one {words(issued)}"
            help = "mend one of the two dates, or leave the document out of `relays`"
            yield OLDER_THAN_RELAYED.at(source.place.at("relays", number), label=label, help=help)


def _old_sources(timeline: Timeline) -> Iterator[Judged]:
    """Documents behind the claim that states an event, older than the event."""
    for event in timeline.events:
        if event.course != "happened":
            continue
        for citation in event.claims[0].citations:
            source = timeline.source(citation.source)
            if source and source.issued and source.issued.before_anywhere(event.date):
                label = f"issued {words(source.issued)}, the event {words(event.date)}"
                help = "mend one of the two dates, or let the first claim cite a later document"
                yield OLDER_SOURCE.at(citation.place.at("source"), label=label, help=help), (event, source)


def _unforetold(timeline: Timeline) -> Iterator[Judged]:
    """Events that were missed, of a topic whose forecasts are listed, and this one is not among them."""
    followed = {e.about for e in timeline.expectations}
    answered = {e.outcome.event for e in timeline.expectations if e.outcome}
    for event in timeline.events:
        if event.course != "missed" or event.id in answered or followed.isdisjoint(event.topics):
            continue
        foretold = (e for e in timeline.expectations if e.about in event.topics and e.window)
        if not any(e.window and e.window.overlaps(event.date) for e in foretold):
            help = "add the forecast under `expectations`, with its source, or write the course that the sources bear"
            label = f"no forecast of {words(event.date)} shares a topic with it"
            yield UNFORETOLD.at(event.place.at("course"), label=label, help=help), (event,)


def _order_of_states(timeline: Timeline) -> Iterator[Problem]:
    for track in timeline.tracks:
        for number, (earlier, later) in enumerate(pairwise(track.states), 1):
            if later.start.before(earlier.start):
                span = track.place.at("states", number, "from")
                label = f"before {words(earlier.start)}, which stands above it"
                yield STATES_OUT_OF_ORDER.at(span, label=label, help="put the states in the order in which they began")


def _unused(timeline: Timeline) -> Iterator[Judged]:
    cited = {citing.citation.source for citing in citations(timeline)}
    cited |= {id for source in timeline.sources for id in source.repeats}
    for source in timeline.sources:
        if source.id not in cited:
            help = "cite it where it says something, or delete it"
            yield UNUSED.at(source.place.at("id"), thing="source", label="never cited", help=help), (source,)
    named = {id for event in timeline.events for id in event.actors}
    named |= {claim.by for claim in timeline.claims if claim.by} | {e.by for e in timeline.expectations if e.by}
    for actor in timeline.actors:
        if actor.id not in named:
            help = "name it under `actors` of an event, or delete it"
            yield UNUSED.at(actor.place.at("id"), thing="actor", label="never named", help=help), ()
    about = {id for event in timeline.events for id in event.topics} | {e.about for e in timeline.expectations}
    for topic in timeline.topics:
        if topic.id not in about:
            help = "name it under `topics` of an event, or delete it"
            yield UNUSED.at(topic.place.at("id"), thing="topic", label="never named", help=help), ()
    where = {id for event in timeline.events for id in event.places}
    for place in timeline.places:
        if place.id not in where:
            help = "name it under `places` of an event, or delete it"
            yield UNUSED.at(place.place.at("id"), thing="place", label="never named", help=help), ()


def _days(number: int) -> str:
    return f"{number:,} day{'' if number == 1 else 's'}"
