"""Pages that look across the record: forecasts, tracks, disputes, updates, and the health of the evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline import dates
from timeline.model import Actor, Expectation, State, Timeline
from timeline.pages import health, paths, questions, wording
from timeline.pages.charts import ribbons, slip
from timeline.pages.charts.figure import figure
from timeline.pages.desk import Desk
from timeline.pages.environment import environment
from timeline.pages.head import head
from timeline.pages.page import Page, SearchEntry
from timeline.pages.paths import Links
from timeline.pages.then import Then
from timeline.queries import expectations, tracks
from timeline.queries.expectations import Standing

_BARE = ("toc", "navigation")


@dataclass(frozen=True, slots=True)
class Forecast:
    """A row of the table of forecasts."""

    expectation: Expectation
    speaker: Actor | None
    standing: Standing
    answer: str
    """Where the answer stands; empty when there is none."""
    answer_words: str


@dataclass(frozen=True, slots=True)
class Course:
    """A track with what holds on the record's last day."""

    id: str
    title: str
    states: tuple[State, ...]
    now: State | None


def overviews(desk: Desk) -> Iterator[Page]:
    """All of them; they are few, and people navigate them."""
    yield _expectations(desk)
    yield _tracks(desk)
    yield questions.disputes(desk)
    yield _updates(desk)
    yield health.evidence(desk)


def _expectations(desk: Desk) -> Page:
    timeline, links = desk.timeline, Links(paths.EXPECTATIONS)
    groups: dict[str, list[Forecast]] = {}
    for expectation in sorted(timeline.expectations, key=_said_on):
        groups.setdefault(expectation.about, []).append(_forecast(desk, links, expectation))
    rows = [(timeline.topics_by_id[id], found) for id, found in groups.items()]
    shown = f"{wording.count(len(timeline.expectations), 'forecast')}, as they stood on {_reach(timeline)}."
    return _page(
        desk,
        paths.EXPECTATIONS,
        "Expectations",
        shown,
        "expectations.html",
        groups=rows,
        charts=[figure(chart, links) for chart in slip.charts(desk)],
        documents=timeline.sources_by_id,
        then=Then(desk),
    )


def _forecast(desk: Desk, links: Links, expectation: Expectation) -> Forecast:
    timeline = desk.timeline
    standing = expectations.standing(timeline, desk.out, expectation, timeline.record.through)
    outcome = expectation.outcome
    answer, words = "", ""
    if outcome and outcome.event:
        answer, words = links.event(outcome.event), timeline.events_by_id[outcome.event].title
    elif outcome and (ref := outcome.denied or outcome.withdrawn):
        answer, words = links.claim(ref), timeline.claims_by_ref[ref].text
    speaker = timeline.actor(expectation.by) if expectation.by else None
    return Forecast(expectation, speaker, standing, answer, words)


def _tracks(desk: Desk) -> Page:
    timeline = desk.timeline
    found = [
        Course(track.id, track.title, tracks.ordered(track), tracks.state_on(track, timeline.record.through))
        for track in timeline.tracks
    ]
    total = wording.count(len(found), "track")
    chart = ribbons.chart(desk, Links(paths.TRACKS))
    drawn = figure(chart, Links(paths.TRACKS), more=ribbons.now(desk)) if chart else ""
    shown = f"{total}: the states of one thing over time. A stretch without a state is unknown."
    return _page(
        desk, paths.TRACKS, "Tracks", shown, "tracks.html",
        tracks=found, chart=drawn, events=timeline.events_by_id, documents=timeline.sources_by_id, then=Then(desk),
    )  # fmt: skip


def _updates(desk: Desk) -> Page:
    found = [
        (event, number, update) for event in desk.timeline.events for number, update in enumerate(event.updates, 1)
    ]
    found.sort(key=lambda row: (row[2].on, row[0].id, row[1]), reverse=True)
    shown = f"{wording.count(len(found), 'update')} to the record since its entries were made."
    return _page(desk, paths.UPDATES, "Updates", shown, "updates.html", rows=found)


def _page(desk: Desk, address: str, title: str, shown: str, template: str, **values: object) -> Page:
    body = (
        environment()
        .get_template(template)
        .render(
            title=title,
            shown=shown,
            links=Links(address),
            record=desk.timeline.record,
            **{"through": desk.timeline.record.through, **values},
        )
    )
    top = head(desk.site, address, title, shown)
    return Page(address, title, shown, body, "overview", hide=_BARE, search=SearchEntry(title, shown), head=top)


def _said_on(expectation: Expectation) -> tuple[tuple[int, int, str], str]:
    return (expectation.said.sort_key if expectation.said else (10**8, 0, "")), expectation.id


def _reach(timeline: Timeline) -> str:
    return dates.words(dates.parse(timeline.record.through.isoformat()))
