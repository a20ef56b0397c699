"""What was predicted of a thing, as a chart needs it: who named which time on which day, and what came of it."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline import dates
from timeline.dates import Date
from timeline.model import Event, Expectation, Topic
from timeline.queries import expectations
from timeline.queries.expectations import Standing
from timeline.queries.index import Index
from timeline.site import wording
from timeline.site.direction import apart

LONGEST = 40
"""Letters of a wording that stands beside its bar; a longer one gives way to the date that it meant."""
CAME = wording.FATES
_NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


@dataclass(frozen=True, slots=True)
class Forecast:
    """A time that somebody named."""

    expectation: Expectation
    window: Date
    said: Date | None
    speaker: str
    outlet: str
    """Who publishes the document that tells it first."""
    standing: Standing
    steps: tuple[tuple[datetime.date, Standing], ...]
    known: datetime.date | None

    @property
    def source(self) -> str:
        """Who said it, and by whom that is told where it is somebody else; or at least where it is told."""
        if self.speaker and self.outlet and self.outlet != self.speaker:
            return f"{self.speaker}, told by {self.outlet}"
        return self.speaker or self.outlet

    @property
    def short(self) -> str:
        """Its own words where these are few, else the time in ours."""
        wording = self.expectation.wording or ""
        return wording if 0 < len(wording) <= LONGEST else dates.words(self.window)

    @property
    def told(self) -> str:
        """All of it in a line."""
        said = f"{dates.words(self.said)}, " if self.said else ""
        words = f"{self.expectation.wording} ({dates.words(self.window)})" if self.expectation.wording else self.short
        by = self.speaker or (f"told in {self.outlet}" if self.outlet else "")
        return f"{said}{by}: {words}; {CAME[self.standing]}"


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing that was predicted, with all times that were named for it, in the order in which they were."""

    topic: Topic
    forecasts: tuple[Forecast, ...]
    came: Event | None
    """What came in the end."""
    known: datetime.date | None
    """Since when that was known."""

    @property
    def counts(self) -> Counter[str]:
        return Counter(forecast.standing for forecast in self.forecasts)

    @property
    def named(self) -> str:
        """ "8 dates named"."""
        return f"{len(self.forecasts)} {'date' if len(self.forecasts) == 1 else 'dates'} named"

    @property
    def fates(self) -> str:
        """ "4 missed, 2 denied, 2 taken back"."""
        counts = self.counts
        return ", ".join(f"{counts[standing]} {words}" for standing, words in CAME.items() if counts[standing])

    @property
    def waiting(self) -> bool:
        """Whether nothing came and no named time is still ahead."""
        return self.came is None and not self.counts["open"]

    @property
    def last_said(self) -> Date | None:
        return max((f.said for f in self.forecasts if f.said), key=lambda said: said.sort_key, default=None)

    @property
    def over(self) -> datetime.date | None:
        """The last day of the last time that was named."""
        ends = [forecast.window.latest for forecast in self.forecasts]
        return max(day for day in ends if day) if all(ends) else None


def subjects(index: Index, topics: Iterable[str] = ()) -> tuple[Subject, ...]:
    """All that was predicted, or some of it; what was so first stands in front. Only what names a time counts."""
    by_topic: dict[str, list[Expectation]] = {}
    for expectation in index.timeline.expectations:
        if expectation.window:
            by_topic.setdefault(expectation.about, []).append(expectation)
    wanted = set(topics) or set(by_topic)
    made = [_subject(index, id, foretold) for id, foretold in by_topic.items() if id in wanted]
    return tuple(sorted(made, key=lambda s: (_order(s.forecasts[0]), s.topic.id)))


def _subject(index: Index, id: str, foretold: Sequence[Expectation]) -> Subject:
    forecasts = sorted((_forecast(index, each) for each in foretold), key=_order)
    answers = [e.outcome.event for e in foretold if e.outcome and e.outcome.event]
    events = [event for id in answers if (event := index.timeline.event(id)) and event.course == "happened"]
    came = min(events, key=lambda event: event.date.sort_key, default=None)
    heard = index.known(came) if came else None
    return Subject(index.timeline.topics_by_id[id], tuple(forecasts), came, heard.day if heard else None)


def _forecast(index: Index, e: Expectation) -> Forecast:
    speaker = index.timeline.actor(e.by) if e.by else None
    assert e.window is not None
    return Forecast(
        e,
        e.window,
        e.said,
        speaker.name if speaker else "",
        _outlet(index, e),
        expectations.standing(index.timeline, index.out, e, index.timeline.record.through),
        () if index.timeline.record.retrospective else _steps(index, e),
        min((index.out[c.source].day for c in e.citations if c.source in index.out), default=None),
    )


def _steps(index: Index, e: Expectation) -> tuple[tuple[datetime.date, Standing], ...]:
    """The days from which it stood otherwise, as far as somebody knew."""
    return tuple((each.day, each.standing) for each in index.changes.expectations[e.id])


def _outlet(index: Index, e: Expectation) -> str:
    """Who first told it, where that is named; else who is cited for it."""
    if not e.citations:
        return ""
    origin = index.trace(e.citations[0]).origin
    return (origin or index.timeline.sources_by_id[e.citations[0].source]).publisher


def _order(forecast: Forecast) -> tuple[tuple[int, ...], str]:
    said = forecast.said or forecast.window
    return said.sort_key, forecast.expectation.id


def finding(drawn: Sequence[Subject]) -> str:
    """What it comes to, in a sentence without a stop: "Eight dates were named for R2 and none was kept"."""
    parts = [_first(drawn[0])] + [_further(subject) for subject in drawn[1:]]
    text = "; ".join(parts)
    return text[:1].upper() + text[1:]


def _first(subject: Subject) -> str:
    number, counts = len(subject.forecasts), subject.counts
    named = f"{spelled(number)} {'date was' if number == 1 else 'dates were'} named for {apart(subject.topic.name)}"
    if number == 1:
        fate = "was kept" if counts["met"] else "is still to come" if counts["open"] else "was not kept"
        return f"{named} and {fate}"
    return f"{named} and {_kept(number, counts['met'])}{_ahead(counts['open'])}"


def _further(subject: Subject) -> str:
    number, counts, name = len(subject.forecasts), subject.counts, subject.topic.name
    if number == 1:
        return f"the one for {name} {'was' if counts['met'] else 'is still to come' if counts['open'] else 'was not'}"
    kept = _kept(number, counts["met"]).removesuffix(" kept")
    return f"of {spelled(number)} for {name}, {kept}{_ahead(counts['open'])}"


def _kept(number: int, kept: int) -> str:
    if kept == number:
        return "all were kept" if number > 2 else "both were kept"
    return "none was kept" if not kept else f"{spelled(kept)} {'was' if kept == 1 else 'were'} kept"


def _ahead(number: int) -> str:
    return f"; {spelled(number)} {'is' if number == 1 else 'are'} still to come" if number else ""


def spelled(number: int) -> str:
    """As people write small numbers."""
    return _NUMBERS[number] if 0 < number < len(_NUMBERS) else f"{number:,}"
