"""From which day something was known.

A source is certainly out on the last day its date allows, on the day an archive kept it, or on the day
we read it, whichever came first; one issued "in May 2024" counts from the 31st. Doubt delays
knowledge, never hastens it. The date that told us keeps its precision, for people are told "May 2024".

Where the sources of a record only look back, as a book of today on a battle of 1066 does, their dates say nothing of
the kind: such a record is retrospective, and of nothing in it is it said since when it was known.
"""

from __future__ import annotations

import datetime
import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline import dates
from timeline.dates.days import FIRST
from timeline.model import Citation, Claim, Event, Source, State, Timeline


@dataclass(frozen=True, slots=True)
class Known:
    """Since when something is known."""

    day: datetime.date
    """The first day on which it certainly was."""
    date: dates.Date
    """The date behind that day, as precise as it was typed."""
    read: bool = False
    """Whether nothing proves it but our reading: the day of that, or one in its place."""
    checked: bool = False
    """Whether no day of reading is noted either, so that the day stands up to which the record was checked."""


def out_on(timeline: Timeline) -> Mapping[str, Known]:
    """For each source, since when it was certainly out.

    An unseen source is out with the first that relays it, which may be unseen too, so knowledge is handed
    down from whoever had it first. Where only we say that it is relayed, nobody could know it from there.
    Nothing is said of the documents of a retrospective record.
    """
    if timeline.record.retrospective:
        return {}
    out = {source.id: _alone(source, timeline.record.through) for source in timeline.sources}
    order = {source.id: number for number, source in enumerate(timeline.sources)}
    queue = [(known.day, known.read, order[id], id) for id, known in out.items()]
    heapq.heapify(queue)
    while queue:
        day, read, _, id = heapq.heappop(queue)
        known, source = out[id], timeline.sources_by_id[id]
        if (day, read) != _rank(known):
            continue  # it was out earlier, and has been told already
        for relayed in (id for id in source.repeats if id not in source.guesses):
            other = timeline.source(relayed)
            if other is not None and not other.seen and _rank(known) < _rank(out[relayed]):
                out[relayed] = known
                heapq.heappush(queue, (known.day, known.read, order[relayed], relayed))
    return out


def repeated_by(timeline: Timeline, since: Mapping[str, datetime.date]) -> Mapping[str, datetime.date]:
    """Since when views have each document, by the days on which they were out: no later than one that repeats it."""
    there = dict(since)
    ahead = sorted(there, key=there.__getitem__, reverse=True)
    while ahead:
        id = ahead.pop()
        for other in timeline.sources_by_id[id].repeats:
            if other in there and there[id] < there[other]:
                there[other] = there[id]
                ahead.append(other)
    return there


def known_on(out: Mapping[str, Known], citations: Iterable[Citation]) -> Known | None:
    """Since when one of the cited sources was out; with `via`, the citing document counts."""
    known = [out[citation.source] for citation in citations if citation.source in out]
    return min(known, key=_rank, default=None)


def claim_known_on(out: Mapping[str, Known], claim: Claim) -> Known | None:
    """Since when a claim was known."""
    return known_on(out, claim.behind)


def event_known_on(out: Mapping[str, Known], event: Event) -> Known | None:
    """Since when the claim that states the event was known: its first one.

    Other claims may tell of earlier things, and those do not make the event known. A first claim without citations of
    its own is known with the first document that the event cites as a whole.
    """
    return known_on(out, event.claims[0].behind)


def state_known_on(timeline: Timeline, out: Mapping[str, Known], state: State) -> datetime.date:
    """From which day a state of a track is told: it may have begun, a document says so, and what began it is known.

    The first of all days where nothing holds it back, the last where it is never told. In a retrospective record
    nothing does but its beginning.
    """
    days = [state.start.earliest or FIRST]
    if timeline.record.retrospective:
        return days[0]
    if state.citations:
        days.append(_day_of(known_on(out, state.citations)))
    if event := timeline.event(state.event) if state.event else None:
        days.append(_day_of(event_known_on(out, event)))
    return max(days)


def _day_of(known: Known | None) -> datetime.date:
    return known.day if known else datetime.date.max


def _alone(source: Source, through: datetime.date) -> Known:
    """Not counting those that relay it."""
    read = source.read_on(through)
    days = [Known(read, dates.parse(read.isoformat()), read=True, checked=source.accessed is None)]
    days += [_day(copy.on) for copy in source.copies]
    if source.issued is not None and not source.issued.uncertain and source.issued.latest is not None:
        days.append(Known(source.issued.latest, source.issued))
    return min(days, key=_rank)


def _rank(known: Known) -> tuple[datetime.date, bool]:
    """The earlier first; of one day, what a document shows before what only our reading proves."""
    return known.day, known.read


def _day(day: datetime.date) -> Known:
    return Known(day, dates.parse(day.isoformat()))


def as_typed(out: Iterable[Known], through: datetime.date) -> Mapping[datetime.date, str]:
    """For each day on which something was known, a date that documents give: a month where none gives a day."""
    typed = {through: through.isoformat()}
    for known in out:
        if known.day not in typed or known.date.is_day:
            typed[known.day] = known.day.isoformat() if known.date.is_day else known.date.edtf
    return typed
