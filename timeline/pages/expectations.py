"""The page of dates that were named: the chart, then by subject each date with who said it and what came of it.

The chart shows the words; the list says what a chart cannot: who, when, on which documents. What is still to come
stands first. Dates that were kept, and those beyond a few, are folded, so that the page is as long as its news.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from timeline import dates
from timeline.browser.as_of import FORECAST_RANK, as_of
from timeline.charts import forecasts, registry
from timeline.charts.svg.drawing import Chart
from timeline.exports import icalendar
from timeline.html import lede, names_explained
from timeline.html.context import Context
from timeline.html.figure import figure
from timeline.html.overview import overview
from timeline.html.page import Page, SearchEntry, Section
from timeline.language import N_, number
from timeline.language import gettext as _
from timeline.model import Actor, Expectation, Timeline, Topic
from timeline.queries import expectations
from timeline.queries.expectations import Standing
from timeline.queries.index import Index
from timeline.site import urls, wording
from timeline.site.urls import Links

TITLE = N_("What came of every date")
_NAMED = 3
"""So many things for which dates were named are told by name."""
_SHOWN = 10
"""Dates of one subject that stand unfolded."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """A date that was named."""

    expectation: Expectation
    speaker: Actor | None
    standing: Standing
    answer: str
    """Where the answer stands; empty when there is none."""
    answer_words: str
    replaced: tuple[Expectation, ...]
    """What the same speaker had said before."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What was predicted of one thing."""

    topic: Topic
    fates: str
    """How many dates were named, and what came of them."""
    shown: tuple[Forecast, ...]
    folded: tuple[Forecast, ...]
    kept: bool
    """Whether all that is folded was kept."""

    @property
    def expectations(self) -> tuple[Expectation, ...]:
        return tuple(forecast.expectation for forecast in (*self.shown, *self.folded))


def expectations_page(context: Context) -> Page:
    index = context.index
    timeline, links = index.timeline, Links(urls.EXPECTATIONS)
    groups: dict[str, list[Forecast]] = {}
    order = sorted(timeline.expectations, key=_said_on)
    for expectation in order:
        groups.setdefault(expectation.about, []).append(_forecast(index, links, expectation))
    every = [forecast for forecasts in groups.values() for forecast in forecasts]
    named = wording.plural(
        len(every),
        "{n} date was named for {subjects} by {day}",
        "{n} dates were named for {subjects} by {day}",
        subjects=_about([timeline.topics_by_id[id] for id in groups]),
        day=_reach(timeline),
    )
    return overview(
        context,
        urls.EXPECTATIONS,
        _(TITLE),
        f"{named}: {_fates(every)}." if every else _("Nobody is on record with a date for what was to come."),
        "expectations.html",
        also=_("forecast forecasts prediction predictions predicted expectations expected deadlines overdue"),
        sections=tuple(_section(timeline.topics_by_id[id], forecasts) for id, forecasts in groups.items()),
        subjects=[_subject(timeline.topics_by_id[id], forecasts) for id, forecasts in groups.items()],
        charts=[figure(chart, links) for chart in [_chart(index, links)] if chart],
        state=lede.state(index, links),
        names=names_explained.explained(timeline, links, (timeline.topics_by_id[id].name for id in groups)),
        documents=timeline.sources_by_id,
        as_of=as_of(index),
        order=[each.id for each in order],
        most=_SHOWN,
        kept_below=FORECAST_RANK["met"],
        calendar=icalendar.NAME if context.site.publishes("calendar") and timeline.expectations else "",
        by_the_day=icalendar.counted(index),
    )


def _chart(index: Index, links: Links) -> Chart | None:
    return forecasts.chart(index, links, events=registry.named_releases(index.timeline))


def _section(topic: Topic, named: list[Forecast]) -> Section:
    """What was named for one thing, found by the words in which it was."""
    words = dict.fromkeys(each.expectation.wording for each in named if each.expectation.wording)
    entry = SearchEntry(_("{name}: dates that were named").format(name=topic.name), "; ".join(words), boost=0.5)
    return Section(f"_{topic.id}", entry)


def _subject(topic: Topic, named: list[Forecast]) -> Subject:
    """What is still to come, then what did not come, then what was kept."""
    rows = sorted(named, key=lambda forecast: FORECAST_RANK.get(forecast.standing, 1))
    news = [forecast for forecast in rows if forecast.standing != "met"] or rows
    shown, folded = news[:_SHOWN], [*news[_SHOWN:], *(forecast for forecast in rows if forecast not in news)]
    fates = f"{wording.plural(len(named), '{n} date', '{n} dates')}: {_fates(named)}"
    return Subject(topic, fates, tuple(shown), tuple(folded), all(each.standing == "met" for each in folded))


def _fates(named: list[Forecast]) -> str:
    """ "4 missed, 2 denied": in the order in which charts count them."""
    counts = Counter[str](forecast.standing for forecast in named)
    return _(", ").join(
        f"{number(counts[standing])} {words}" for standing, words in wording.FATES.items() if counts[standing]
    )


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
    replaced = tuple(each for each in timeline.expectations if each.id in expectation.replaces)
    return Forecast(expectation, speaker, standing, answer, words, replaced)


def _said_on(expectation: Expectation) -> tuple[tuple[int, ...], str]:
    return (expectation.said.sort_key if expectation.said else (10**8,)), expectation.id


def _about(topics: list[Topic]) -> str:
    """Their names, or how many they are where they are many."""
    if len(topics) <= _NAMED:
        return wording.listed([topic.name for topic in topics])
    return wording.plural(len(topics), "{n} thing", "{n} things")


def _reach(timeline: Timeline) -> str:
    return dates.words(dates.parse(timeline.record.through.isoformat()))
