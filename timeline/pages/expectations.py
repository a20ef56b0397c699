"""The page of forecasts: what was foretold, how it stands, and how the dates slipped."""

from __future__ import annotations

from dataclasses import dataclass

from timeline import dates
from timeline.browser.as_of import AsOf
from timeline.charts import forecasts, kinds
from timeline.charts.svg.drawing import Chart
from timeline.html.context import Context
from timeline.html.figure import figure
from timeline.html.overview import overview
from timeline.html.page import Page
from timeline.model import Actor, Expectation, Timeline
from timeline.queries import expectations
from timeline.queries.expectations import Standing
from timeline.queries.index import Index
from timeline.site import urls, wording
from timeline.site.urls import Links


@dataclass(frozen=True, slots=True)
class Forecast:
    """A row of the table of forecasts."""

    expectation: Expectation
    speaker: Actor | None
    standing: Standing
    answer: str
    """Where the answer stands; empty when there is none."""
    answer_words: str


def expectations_page(context: Context) -> Page:
    index = context.index
    timeline, links = index.timeline, Links(urls.EXPECTATIONS)
    groups: dict[str, list[Forecast]] = {}
    for expectation in sorted(timeline.expectations, key=_said_on):
        groups.setdefault(expectation.about, []).append(_forecast(index, links, expectation))
    rows = [(timeline.topics_by_id[id], found) for id, found in groups.items()]
    shown = f"{wording.count(len(timeline.expectations), 'forecast')}, as they stood on {_reach(timeline)}."
    return overview(
        context,
        urls.EXPECTATIONS,
        "Expectations",
        shown,
        "expectations.html",
        groups=rows,
        charts=[figure(chart, links) for chart in [_chart(index, links)] if chart],
        documents=timeline.sources_by_id,
        as_of=AsOf(index),
    )


def _chart(index: Index, links: Links) -> Chart | None:
    return forecasts.chart(index, links, events=kinds.named_releases(index.timeline))


def _forecast(index: Index, links: Links, expectation: Expectation) -> Forecast:
    timeline = index.timeline
    standing = expectations.standing(timeline, index.out, expectation, timeline.record.through)
    outcome = expectation.outcome
    answer, words = "", ""
    if outcome and outcome.event:
        answer, words = links.event(outcome.event), timeline.events_by_id[outcome.event].title
    elif outcome and (ref := outcome.denied or outcome.withdrawn):
        answer, words = links.claim(ref), timeline.claims_by_ref[ref].text
    speaker = timeline.actor(expectation.by) if expectation.by else None
    return Forecast(expectation, speaker, standing, answer, words)


def _said_on(expectation: Expectation) -> tuple[tuple[int, int, str], str]:
    return (expectation.said.sort_key if expectation.said else (10**8, 0, "")), expectation.id


def _reach(timeline: Timeline) -> str:
    return dates.words(dates.parse(timeline.record.through.isoformat()))
