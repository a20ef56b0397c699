"""The page of tracks: the states of one thing over time."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.browser.as_of import AsOf
from timeline.charts import tracks as ribbons
from timeline.html.context import Context
from timeline.html.figure import figure
from timeline.html.overview import overview
from timeline.html.page import Page
from timeline.model import State
from timeline.queries import tracks
from timeline.site import urls, wording
from timeline.site.urls import Links


@dataclass(frozen=True, slots=True)
class Course:
    """A track with what holds on the record's last day."""

    id: str
    title: str
    states: tuple[State, ...]
    now: State | None


def tracks_page(context: Context) -> Page:
    index = context.index
    timeline = index.timeline
    found = [
        Course(track.id, track.title, tracks.ordered(track), tracks.state_on(track, timeline.record.through))
        for track in timeline.tracks
    ]
    total = wording.count(len(found), "track")
    chart = ribbons.chart(index, Links(urls.TRACKS))
    drawn = figure(chart, Links(urls.TRACKS), more=ribbons.now(index)) if chart else ""
    shown = f"{total}: the states of one thing over time. A stretch without a state is unknown."
    return overview(context, urls.TRACKS, "Tracks", shown, "tracks.html",
        tracks=found, chart=drawn, events=timeline.events_by_id, documents=timeline.sources_by_id, as_of=AsOf(index),
    )  # fmt: skip
