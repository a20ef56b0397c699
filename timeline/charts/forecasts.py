"""Every time that was named for a thing, and what came of it; several things under one scale, up to the last day.

Only what names a time is drawn, as wide as it is vague; a date that was missed, denied, taken back or kept has a
form of its own. Stretches in which nothing was named are empty and say so. Below stand what happened meanwhile and
the states of tracks, under the same scale. On wide drawings time runs to the right, on narrow ones downwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline import dates
from timeline.charts import forecasts_across, forecasts_down
from timeline.charts.forecasts_board import Board
from timeline.charts.forecasts_subjects import CAME, Forecast, Subject, finding, subjects
from timeline.charts.svg.drawing import Chart
from timeline.charts.svg.pen import Pen
from timeline.language import gettext as _
from timeline.model import Event, Track
from timeline.queries.index import Index
from timeline.site import wording
from timeline.site.text_direction import apart
from timeline.site.urls import Links

_NARROW = 600.0


def chart(
    index: Index,
    links: Links,
    base: str = "",
    topics: Sequence[str] = (),
    events: Sequence[Event] = (),
    tracks: Sequence[Track] = (),
) -> Chart | None:
    """Of all topics for which a time was named, or of some; nothing where none was.

    `base` leads to the page with the table of forecasts; there it is empty.
    """
    drawn = subjects(index, topics)
    if not drawn:
        return None
    board = _board(index, drawn, events, tracks, links, base)
    every = [forecast for subject in drawn for forecast in subject.forecasts]
    left_out = sum(1 for e in index.timeline.expectations if not e.window and e.about in {s.topic.id for s in drawn})
    through = dates.words(wording.day(index.timeline.record.through))
    retrospective = index.timeline.record.retrospective
    told = "; ".join(f"{apart(subject.topic.name)}: {subject.named}, {subject.fates}" for subject in drawn)
    return Chart(
        id="-".join(("forecasts", *topics)) if len(topics) < 2 else "",
        kind="forecasts",
        title=finding(drawn),
        aid=_(
            "A line begins on the day on which a time was named and leads to that time, drawn as wide as it is vague."
        ),
        text=(_("Checked up to {day}. {counts}.") if retrospective else _("As of {day}. {counts}.")).format(
            day=through, counts=told
        ),
        note=_note(left_out),
        draw=lambda pen: _draw(pen, board),
        columns=("id", "about", "said", "by", "window", "window_basis", "wording", "outcome", "sources"),
        rows=tuple(_row(forecast) for forecast in every),
        key=tuple(_key(every)),
        table=base,
    )


def _draw(pen: Pen, board: Board) -> tuple[str, float]:
    return forecasts_down.draw(pen, board) if pen.width < _NARROW else forecasts_across.draw(pen, board)


def _board(
    index: Index,
    drawn: Sequence[Subject],
    events: Sequence[Event],
    tracks: Sequence[Track],
    links: Links,
    base: str,
) -> Board:
    through = index.timeline.record.through
    given = [f.window.earliest for s in drawn for f in s.forecasts if f.window.earliest]
    given += [f.said.earliest for s in drawn for f in s.forecasts if f.said and f.said.earliest]
    first = min(given, default=through)
    first = first.replace(month=1, day=1) if (through - first).days > 300 else first.replace(day=1)
    ends = [f.window.latest for s in drawn for f in s.forecasts if f.window.latest]
    return Board(
        index,
        tuple(drawn),
        tuple(event for event in events if event.date.latest and event.date.latest >= first),
        tuple(tracks),
        first,
        max([through, *ends]),
        links,
        base,
    )


def _note(left_out: int) -> str:
    if not left_out:
        return ""
    return wording.plural(
        left_out, "{n} statement that names no time is left out.", "{n} statements that name no time are left out."
    )


def _key(drawn: Sequence[Forecast]) -> Iterator[tuple[str, str, str]]:
    """What the marks mean, of those that are there."""
    standings = {forecast.standing for forecast in drawn}
    for standing, words in CAME.items():
        if standing in standings:
            yield f"tc-swatch tc-swatch--fate-{standing}", "", words
    read = {forecast.standing for forecast in drawn if forecast.expectation.window_basis == "inferred"}
    if {"met"} < read:
        yield "tc-swatch tc-swatch--reading", "", _("dashed or paler: our reading of vaguer words")
    elif "met" in read:
        yield "tc-swatch tc-swatch--fate-read", "", _("kept, by our reading of vaguer words")
    elif read:
        yield "tc-swatch tc-swatch--reading", "", _("dashed: our reading of vaguer words")


def _row(forecast: Forecast) -> tuple[str, ...]:
    e = forecast.expectation
    return (
        e.id,
        e.about,
        e.said.text if e.said else "",
        forecast.speaker,
        forecast.window.text,
        e.window_basis,
        e.wording or "",
        forecast.standing,
        " ".join(dict.fromkeys(citation.source for citation in e.citations)),
    )
