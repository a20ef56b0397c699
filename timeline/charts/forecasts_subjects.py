"""What was predicted of a thing, as a chart needs it: who named which time on which day, and what came of it."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline import dates
from timeline.dates import Date
from timeline.language import N_, ngettext
from timeline.language import gettext as _
from timeline.language import number as figure
from timeline.model import Event, Expectation, Timeline, Topic
from timeline.queries import expectations, known_since
from timeline.queries.expectations import Standing
from timeline.queries.index import Index
from timeline.site import wording
from timeline.site.text_direction import apart

LONGEST = 40
"""Letters of a wording that stands beside its bar; a longer one gives way to the date that it meant."""
CAME = wording.FATES
_NUMBERS = (
    N_("no"),
    N_("one"),
    N_("two"),
    N_("three"),
    N_("four"),
    N_("five"),
    N_("six"),
    N_("seven"),
    N_("eight"),
    N_("nine"),
    N_("ten"),
    N_("eleven"),
    N_("twelve"),
)


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
            return _("{speaker}, told by {publisher}").format(speaker=self.speaker, publisher=self.outlet)
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
        by = self.speaker or (_("told in {publisher}").format(publisher=self.outlet) if self.outlet else "")
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
        return wording.plural(len(self.forecasts), "{n} date named", "{n} dates named")

    @property
    def fates(self) -> str:
        """ "4 missed, 2 denied, 2 taken back"."""
        counts = self.counts
        return _(", ").join(f"{counts[standing]} {words}" for standing, words in CAME.items() if counts[standing])

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


def predicted(timeline: Timeline) -> Mapping[str, tuple[Expectation, ...]]:
    """For each topic for which a time was named, all who did so, in their order; the topic that was first in front."""
    by_topic: dict[str, list[Expectation]] = {}
    for expectation in sorted((each for each in timeline.expectations if each.window), key=_order):
        by_topic.setdefault(expectation.about, []).append(expectation)
    return {id: tuple(foretold) for id, foretold in by_topic.items()}


def subjects(index: Index, topics: Iterable[str] = ()) -> tuple[Subject, ...]:
    """All that was predicted, or some of it; what was so first stands in front. Only what names a time counts."""
    by_topic = predicted(index.timeline)
    wanted = set(topics) or set(by_topic)
    return tuple(_subject(index, id, foretold) for id, foretold in by_topic.items() if id in wanted)


def _subject(index: Index, id: str, foretold: Sequence[Expectation]) -> Subject:
    forecasts = tuple(_forecast(index, each) for each in foretold)
    answers = [e.outcome.event for e in foretold if e.outcome and e.outcome.event]
    events = [event for id in answers if (event := index.timeline.event(id)) and event.course == "happened"]
    came = min(events, key=lambda event: event.date.sort_key, default=None)
    heard = index.known(came) if came else None
    return Subject(index.timeline.topics_by_id[id], forecasts, came, heard.day if heard else None)


def _forecast(index: Index, e: Expectation) -> Forecast:
    speaker = index.timeline.actor(e.by) if e.by else None
    known = known_since.known_on(index.out, e.citations)
    assert e.window is not None
    return Forecast(
        e,
        e.window,
        e.said,
        speaker.name if speaker else "",
        _outlet(index, e),
        expectations.standing(index.timeline, index.out, e, index.timeline.record.through),
        () if index.timeline.record.retrospective else _steps(index, e),
        known.day if known else None,
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


def _order(e: Expectation) -> tuple[tuple[int, ...], str]:
    said = e.said or e.window
    return said.sort_key if said else (), e.id


def finding(drawn: Sequence[Subject]) -> str:
    """What it comes to, in a sentence without a stop: "Eight dates were named for the bridge and none was kept"."""
    parts = [_first(drawn[0])] + [_further(subject) for subject in drawn[1:]]
    text = "; ".join(parts)
    return text[:1].upper() + text[1:]


def _first(subject: Subject) -> str:
    number, counts, name = len(subject.forecasts), subject.counts, apart(subject.topic.name)
    if number == 1:
        return _(_ONE[_fate(counts)]).format(topic=name)
    said = ngettext(
        "{number} dates were named for {topic} and {kept}", "{number} dates were named for {topic} and {kept}", number
    )
    return said.format(number=spelled(number), topic=name, kept=_kept(number, counts["met"])) + _ahead(counts["open"])


def _further(subject: Subject) -> str:
    number, counts, name = len(subject.forecasts), subject.counts, subject.topic.name
    if number == 1:
        return _(_ONE_MORE[_fate(counts)]).format(topic=name)
    said = _("of {number} for {topic}, {were}").format(
        number=spelled(number), topic=name, were=_were(number, counts["met"])
    )
    return said + _ahead(counts["open"])


_ONE = {
    "kept": N_("one date was named for {topic} and was kept"),
    "ahead": N_("one date was named for {topic} and is still to come"),
    "missed": N_("one date was named for {topic} and was not kept"),
}
_ONE_MORE = {
    "kept": N_("the one for {topic} was"),
    "ahead": N_("the one for {topic} is still to come"),
    "missed": N_("the one for {topic} was not"),
}


def _fate(counts: Counter[str]) -> str:
    """What became of a single date."""
    return "kept" if counts["met"] else "ahead" if counts["open"] else "missed"


def _kept(number: int, kept: int) -> str:
    """How many of several dates were kept."""
    if kept == number:
        return _("all were kept") if number > 2 else _("both were kept")
    if not kept:
        return _("none was kept")
    return ngettext("{number} was kept", "{number} were kept", kept).format(number=spelled(kept))


def _were(number: int, kept: int) -> str:
    """The same where the sentence before says that it speaks of being kept."""
    if kept == number:
        return _("all were") if number > 2 else _("both were")
    return ngettext("{number} was", "{number} were", kept).format(number=spelled(kept)) if kept else _("none was")


def _ahead(number: int) -> str:
    if not number:
        return ""
    return ngettext("; {number} is still to come", "; {number} are still to come", number).format(
        number=spelled(number)
    )


def spelled(number: int) -> str:
    """As people write small numbers."""
    return _(_NUMBERS[number]) if 0 < number < len(_NUMBERS) else figure(number)
