"""Nothing is known before it could be, and nothing after the day the record was verified to."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from itertools import pairwise

from timeline.dates import Date
from timeline.model import Event, Expectation, Record, Source, Timeline, Track
from timeline.model.words import SPOKEN
from timeline.problems import Problem
from timeline.problems.records import (
    AFTER_THROUGH,
    INVERTED_STATE,
    OVERLAPPING_STATES,
    SAID_AFTER_WINDOW,
    UPDATE_BEFORE_ADDED,
)

_MOVED = "move `through` to it once the whole record is verified so far"
_Path = tuple[str | int, ...]
_Late = Callable[[str, datetime.date | None, Record, _Path, str], Iterator[Problem]]


def check(timeline: Timeline, described: bool) -> Iterator[Problem]:
    """Days that cannot be; those against `through` only when the record says how far it reaches."""
    if described:
        yield from _after_through(timeline)
    for event in timeline.events:
        yield from _updates(event)
    for expectation in timeline.expectations:
        yield from _forecast(expectation)
    for track in timeline.tracks:
        yield from _states(track)


def _after_through(timeline: Timeline) -> Iterator[Problem]:
    through = timeline.record.through

    def late(what: str, first: datetime.date | None, record: Record, path: _Path, help: str) -> Iterator[Problem]:
        if first is not None and first > through:
            yield AFTER_THROUGH.at(
                record.place.at(*path),
                what=what,
                label=f"later than {through.isoformat()}",
                help=help,
                elsewhere=(("`through` stands at", timeline.record.place.at("through")),),
            )

    for event in timeline.events:
        if event.course == "happened":
            yield from late("an event that happened", event.date.earliest, event, ("date",), _ahead(event))
    for source in timeline.sources:
        yield from _source(source, late)


def _source(source: Source, late: _Late) -> Iterator[Problem]:
    help = f"mend the day, or {_MOVED}"
    if source.issued is not None:
        yield from late("the source's date", source.issued.earliest, source, ("issued",), help)
    help = "mend the day, or leave the line out; without it, the last day of the record stands for it"
    yield from late("the day the source was read", source.accessed, source, ("accessed",), help)
    for copy in source.copies:
        help = f"mend the day, or leave the copy out for now; or {_MOVED}"
        yield from late("the day of the archived copy", copy.on, copy, ("on",), help)


def _ahead(event: Event) -> str:
    """What to do about a day ahead: most things can be planned, and nobody's words can."""
    if event.counts_as in SPOKEN:
        return f"mend the day, for what somebody said cannot lie ahead; or {_MOVED}"
    return f"mend the day, or say `course: planned` if it lies ahead; or {_MOVED}"


def _updates(event: Event) -> Iterator[Problem]:
    for number, update in enumerate(event.updates):
        if update.on < event.added:
            yield UPDATE_BEFORE_ADDED.at(
                event.place.at("updates", number, "on"),
                label=f"before {event.added.isoformat()}",
                help="mend the day, or leave the update out: the entry did not exist yet",
                elsewhere=(("the event was added at", event.place.at("added")),),
            )


def _forecast(expectation: Expectation) -> Iterator[Problem]:
    said, window = expectation.said, expectation.window
    if said is None or window is None or said.earliest is None or window.latest is None:
        return
    if said.earliest > window.latest:
        yield SAID_AFTER_WINDOW.at(
            expectation.place.at("said"),
            label=f"after {window.latest.isoformat()}, the window's last day",
            help="mend one of the two dates, or tell it as an event",
            elsewhere=(("the window stands at", expectation.place.at("window")),),
        )


def _states(track: Track) -> Iterator[Problem]:
    for number, state in enumerate(track.states):
        if state.end is not None and state.end.before(state.start):
            yield INVERTED_STATE.at(
                track.place.at("states", number, "to"),
                label=f"before `{state.start}`, where it begins",
                help="mend one of the two dates",
            )
    ordered = sorted(enumerate(track.states), key=lambda item: item[1].start.sort_key)
    for (_, state), (number, following) in pairwise(ordered):
        if state.end is None or not _passes(state.end, following.start):
            continue
        yield OVERLAPPING_STATES.at(
            track.place.at("states", number, "from"),
            label="begins before the one before it has ended",
            help="end the earlier state on or before this day, or leave its `to` out",
            elsewhere=(("the earlier one ends at", state.place.at("to")),),
        )


def _passes(end: Date, start: Date) -> bool:
    """Whether a state certainly lasts longer than to the next one's beginning."""
    return end.earliest is not None and start.latest is not None and end.earliest > start.latest
