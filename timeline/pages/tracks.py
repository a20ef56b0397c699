"""The page of how things stand: of each thing what is known last, with what it was before, then the chart of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline import dates
from timeline.browser.as_of import as_of
from timeline.charts import tracks as ribbons
from timeline.html import lede, names_explained
from timeline.html.context import Context
from timeline.html.figure import figure
from timeline.html.overview import overview
from timeline.html.page import Page, SearchEntry, Section
from timeline.language import N_
from timeline.language import gettext as _
from timeline.model import State, Timeline, Track
from timeline.model.words import TONE_NAMES, Status
from timeline.queries import tracks
from timeline.queries.evidence import Evidence
from timeline.queries.index import Index
from timeline.site import urls, wording
from timeline.site.urls import Links

TITLE = N_("Where things stand")


@dataclass(frozen=True, slots=True)
class Course:
    """One thing with its states, the last one first."""

    id: str
    place: int
    """Among all, in the order of the record."""
    aliases: tuple[str, ...]
    title: str
    states: tuple[State, ...]
    holds: bool
    """Whether the last state is known to hold on the record's last day."""
    steps: str
    """Its states by the day from which they were known, for a script that looks one up."""
    status: Status | None
    """That of the event with which the last state began, where it is told of one."""
    evidence: Evidence
    """What the last state rests on: its own documents, or those of its event."""

    @property
    def last(self) -> State:
        return self.states[0]

    @property
    def earlier(self) -> tuple[State, ...]:
        return self.states[1:]


def tracks_page(context: Context) -> Page:
    index, links = context.index, Links(urls.TRACKS)
    timeline = index.timeline
    courses = [_course(index, track, place) for place, track in enumerate(timeline.tracks) if track.states]
    courses.sort(key=lambda course: course.last.start.sort_key, reverse=True)
    chart = ribbons.chart(index, links)
    return overview(
        context,
        urls.TRACKS,
        _(TITLE),
        _shown(timeline, courses),
        "tracks.html",
        also=_("status over time course states"),
        sections=tuple(map(_section, courses)),
        tracks=courses,
        state=lede.state(index, links),
        news=courses[0] if len(courses) > 1 else None,
        names=names_explained.explained(timeline, links, (course.title for course in courses), most=2),
        tones=[tone for tone in TONE_NAMES if any(course.last.tone == tone for course in courses)],
        chart=figure(chart, links, level=0) if chart else "",
        events=timeline.events_by_id,
        documents=timeline.sources_by_id,
        as_of=as_of(index),
    )


def _section(course: Course) -> Section:
    """One thing, found by what it is and by how it stood."""
    states = dict.fromkeys(state.state for state in course.states)
    return Section(f"_{course.id}", SearchEntry(course.title, "; ".join(states), boost=0.5))


def _course(index: Index, track: Track, place: int) -> Course:
    states = tracks.ordered(track)[::-1]
    holds = tracks.state_on(track, index.timeline.record.through) is states[0]
    last = states[0]
    event = index.timeline.event(last.event) if last.event else None
    evidence = index.evidence_of(event) if event and not last.citations else index.evidence(last.citations)
    steps = ribbons.steps(index, track)
    status = event.status if event else None
    return Course(track.id, place, track.aliases, track.title, states, holds, steps, status, evidence)


def _shown(timeline: Timeline, courses: Sequence[Course]) -> str:
    """How many things are followed."""
    if not courses:
        return _("The record follows no thing from state to state.")
    day = dates.words(wording.day(timeline.record.through))
    return wording.plural(
        len(courses),
        "{n} thing is followed from state to state, up to {day}.",
        "{n} things are followed from state to state, up to {day}.",
        day=day,
    )
