"""Probable slips: what is possible and rarely meant.

Each is told with the records that may waive it, for sometimes it is meant. The day that counts as today
comes as an argument: the record's own last day, unless somebody asks for another.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import pairwise

from timeline.checks import expectations, near_duplicates, summary_figures, unused
from timeline.checks.expectations import days
from timeline.checks.waivers import Judged
from timeline.dates import parse, words
from timeline.model import Event, Source, Timeline
from timeline.problems import Problem
from timeline.problems.slips import (
    ARCHIVE_BEFORE_ISSUE,
    DUPLICATE_CITATION,
    IDLE_RIVAL,
    OLDER_SOURCE,
    OLDER_THAN_RELAYED,
    PLANNED_DAY_PASSED,
    RELAYING_PRIMARY,
    SELF_RELATION,
    STATES_OUT_OF_ORDER,
)


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
    yield from expectations.check(timeline, today)
    yield from ((problem, ()) for problem in _order_of_states(timeline))
    yield from unused.check(timeline)


def _event(timeline: Timeline, event: Event, today: datetime.date) -> Iterator[Problem]:
    if event.course == "planned" and event.date.latest is not None and event.date.latest < today:
        label = f"{words(event.date)} ended {days((today - event.date.latest).days)} ago"
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
    yield from summary_figures.check(event)


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


def _order_of_states(timeline: Timeline) -> Iterator[Problem]:
    for track in timeline.tracks:
        for number, (earlier, later) in enumerate(pairwise(track.states), 1):
            if later.start.before(earlier.start):
                span = track.place.at("states", number, "from")
                label = f"before {words(earlier.start)}, which stands above it"
                yield STATES_OUT_OF_ORDER.at(span, label=label, help="put the states in the order in which they began")
