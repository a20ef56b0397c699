"""What was foretold of a thing, as a chart needs it: who said it when, how it stands, and which of them tell most."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from timeline import dates
from timeline.dates import Date
from timeline.model import Event, Expectation
from timeline.queries import expectations
from timeline.queries.expectations import Standing
from timeline.queries.index import Index
from timeline.site import wording


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a line of the chart needs to know."""

    expectation: Expectation
    said: Date
    speaker: str
    standing: Standing
    steps: tuple[tuple[datetime.date, Standing], ...]
    known: datetime.date | None
    number: int = 0
    """Of those that are told below the chart; 0 for the others."""
    outlet: str = ""
    """Who publishes the first document that tells it."""

    @property
    def source(self) -> str:
        """Who said it, or at least where it is told."""
        return self.speaker or (f"told in {self.outlet}" if self.outlet else "")

    @property
    def words(self) -> str:
        return self.expectation.wording or (
            dates.words(self.expectation.window) if self.expectation.window else "no time given"
        )


def forecasts(index: Index, found: Sequence[Expectation]) -> tuple[Forecast, ...]:
    """In the order in which they were said."""
    through = index.timeline.record.through
    ordered = sorted(found, key=lambda e: (e.said.sort_key if e.said else (0, 0, ""), e.id))
    numbers = {id: n for n, id in enumerate(_most_telling(index, ordered), 1)}
    made = []
    for e in ordered:
        speaker = index.timeline.actor(e.by) if e.by else None
        steps = tuple((each.day, each.standing) for each in index.changes.expectations[e.id])
        now = expectations.standing(index.timeline, index.out, e, through)
        known = min((index.out[c.source].day for c in e.citations if c.source in index.out), default=None)
        assert e.said is not None
        outlet = index.timeline.sources_by_id[e.citations[0].source].publisher if e.citations else ""
        name = speaker.name if speaker else ""
        made.append(Forecast(e, e.said, name, now, steps, known, numbers.get(e.id, 0), outlet))
    return tuple(made)


def _most_telling(index: Index, ordered: Sequence[Expectation]) -> list[str]:
    """Three: the first that named a time, the one that most documents repeat, and the one that named the latest day.

    Where two of these are one, the latest said takes the free place. They stand in the order in which they were said.
    """
    timed = [e for e in ordered if e.window and e.window.latest]
    if not timed:
        return []
    widest = max(timed[1:] or timed, key=lambda e: len({c.source for c in e.citations}))
    furthest = max(timed, key=lambda e: (e.window.latest if e.window else None) or datetime.date.min)
    chosen = dict.fromkeys([timed[0].id, widest.id, furthest.id])
    for e in reversed(timed):
        if len(chosen) < 3:
            chosen.setdefault(e.id)
    return [e.id for e in ordered if e.id in chosen]


def telling(index: Index, forecast: Forecast) -> str:
    """A sentence on a forecast, from nothing but its data."""
    e = forecast.expectation
    evidence = index.evidence(e.citations)
    by = f" by {forecast.speaker}" if forecast.speaker else ""
    window = f" for {dates.words(e.window)}" if e.window else ""
    quoted = f", in the words “{e.wording}”" if e.wording else ""
    came = {
        "met": "It came in that time.",
        "missed": "It did not come.",
        "overdue": "That time is over, and no source says what came of it.",
        "denied": "Those it was about rejected it.",
        "withdrawn": "It was taken back.",
        "open": "That time is not over.",
    }[forecast.standing]
    return f"Said{by} {_on(forecast.said)}{window}{quoted}: {wording.evidence(evidence)}. {came}"


def _on(date: Date) -> str:
    return f"on {dates.words(date)}" if date.is_day else f"in {dates.words(date)}"


def answer(index: Index, found: Sequence[Expectation]) -> Event | None:
    """What came in the end, where a forecast is answered by it."""
    ids = [e.outcome.event for e in found if e.outcome and e.outcome.event]
    events = [event for id in ids if (event := index.timeline.event(id)) and event.course == "happened"]
    return min(events, key=lambda event: event.date.sort_key, default=None)


def reach(index: Index, found: Sequence[Forecast], came: Event | None) -> tuple[datetime.date, datetime.date]:
    """The days that the chart shows, with some air; `through` too, unless it would lie far from the last word."""
    through = index.timeline.record.through
    given = [f.said for f in found] + [f.expectation.window for f in found if f.expectation.window]
    given += [came.date] if came else []
    first = min(date.earliest for date in given if date.earliest)
    last = max(date.latest for date in given if date.latest)
    if last < through and (through - last) * 4 < (last - first):
        last = through
    air = max(datetime.timedelta(days=10), (last - first) / 40)
    return first - air, last + air
