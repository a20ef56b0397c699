"""What the drawings of forecasts share: what is drawn, which days, and how each forecast is marked and led to."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from timeline import dates
from timeline.charts.forecasts_subjects import Forecast, Subject, spelled
from timeline.charts.svg.metrics import width
from timeline.charts.svg.pen import SIZE, Pen
from timeline.charts.svg.scale import Scale, Stretch, counted
from timeline.language import N_, Messages
from timeline.language import gettext as _
from timeline.model import Event, Track
from timeline.queries.index import Index
from timeline.site import wording
from timeline.site.text_direction import apart
from timeline.site.urls import Links

LEAD = 17.0
"""From one row of words to the next, on a wide drawing."""
SILENT = 60
"""Days without a word that are worth saying."""
MANY = 10
"""So many times that were named for a thing are told one by one; more are counted."""


@dataclass(frozen=True, slots=True)
class Board:
    """Everything that is drawn, from one day to another."""

    index: Index
    subjects: tuple[Subject, ...]
    events: tuple[Event, ...]
    tracks: tuple[Track, ...]
    first: datetime.date
    last: datetime.date
    links: Links
    base: str

    @property
    def through(self) -> datetime.date:
        return self.index.timeline.record.through

    @property
    def at_end(self) -> str:
        """From when a script shows what is true of the last day only; nothing where it shows no other day."""
        return "" if self.index.timeline.record.retrospective else counted(self.through)

    @property
    def reach(self) -> str:
        """The record's last day in words."""
        return dates.words(wording.day(self.through))

    @property
    def released(self) -> str:
        """What the events are called together."""
        return _("Released") if {event.counts_as for event in self.events} == {"release"} else _("Meanwhile")


@dataclass(frozen=True, slots=True)
class Frame:
    """What a wide drawing is made with; its names stand in the gutter."""

    pen: Pen
    board: Board
    scale: Scale
    gutter: float

    def px(self, share: float) -> float:
        """A share of the width in pixels."""
        return share * self.pen.width


def begins(forecast: Forecast, said: Stretch) -> float:
    """Where the line to the time that was named begins: on the day it was said, or where its month or extent does.

    What is only known to have been said by a day begins at its end.
    """
    if said.open_start:
        return said.end
    return said.middle if forecast.said and forecast.said.is_day else said.start


def silence(board: Board, subject: Subject, *, by: bool = False) -> tuple[datetime.date, str, str] | None:
    """The day after the last time that was named, where nothing came and much time went by since, with words for it.

    `by` asks for the last day of the record among them.
    """
    over = subject.over
    if not subject.waiting or over is None or (board.through - over).days < SILENT:
        return None
    said = subject.last_said
    name, number = subject.topic.name, len(subject.forecasts)
    head = _("No new date for {topic}").format(topic=name)
    if said:
        head = _("No new date for {topic} since {date}").format(topic=name, date=dates.words(said))
    none = _NONE_BY if by else _NONE
    told = _(none[number != 1]).format(number=spelled(number), day=board.reach)
    return over + datetime.timedelta(days=1), head, told


_NONE = N_("It has not come."), N_("Not one of the {number} has come true.")
_NONE_BY = N_("It has not come by {day}."), N_("Not one of the {number} has come true by {day}.")


def label(event: Event) -> str:
    """An event in as few words as it has."""
    return event.also[0] if event.also else event.title


def linked(board: Board, forecast: Forecast, drawn: str) -> str:
    """The marks of a forecast as a way to its row in the table, with what a script looks up for another day."""
    steps = " ".join(f"{counted(day)}:{now}" for day, now in forecast.steps)
    id = forecast.expectation.id
    return (
        f'<g class="tc-row" data-id="{id}" data-known="{counted(forecast.known)}" data-steps="{steps}">'
        f'<a href="{board.base}#{id}" tabindex="-1"><title>{escape(forecast.told)}</title>{drawn}</a></g>'
    )


def event_link(board: Board, event: Event, drawn: str) -> str:
    """The mark of an event as a way to its page."""
    known = board.index.known(event)
    since = counted(known.day if known else None)
    words = escape(f"{dates.words(event.date)}: {apart(event.title)}")
    link = escape(board.links.event(event.id))
    return f'<a href="{link}" tabindex="-1" data-known="{since}"><title>{words}</title>{drawn}</a>'


def said_by(forecast: Forecast) -> Iterator[tuple[Markup, float]]:
    """What was said in strong letters, by whom in soft ones, and its fate where the form of a bar does not tell it.

    Then less of it, for where there is no room: who tells it without who is said to have spoken, and at last only who.
    Never the speaker alone where somebody else tells it: that would make a report the speaker's own word.
    """
    fate = FATES.get(forecast.standing, "")
    told = Markup(' <tspan data-known="{}">({})</tspan>').format(counted(decided(forecast)), fate) if fate else ""
    told_by, spoken = forecast.outlet or forecast.speaker, f" ({fate})" if fate else ""
    yield _said(forecast.short, forecast.source, told, spoken)
    yield _said(forecast.short, told_by, told, spoken)
    yield _said(forecast.short, told_by)
    yield _said("", forecast.source)
    yield _said("", told_by)


def _said(strong: str, soft: str, more: str = "", spoken: str = "") -> tuple[Markup, float]:
    """And the room that it takes; `spoken` are the letters of `more`."""
    wide = width(strong, SIZE, bold=True) + width(f"{' ' if strong else ''}{soft}{spoken}", SIZE)
    first = Markup('<tspan class="tc-strong">{}</tspan> ').format(strong) if strong else Markup()
    return first + Markup('<tspan class="tc-faint">{}{}</tspan>').format(soft, more), wide


def decided(forecast: Forecast) -> datetime.date | None:
    """Since when it stands as it does."""
    return next((day for day, standing in forecast.steps if standing == forecast.standing), None)


def crossed(forecast: Forecast, line: str) -> str:
    """The stroke through what was denied or taken back, which was not there before."""
    return f'<g data-known="{counted(decided(forecast))}">{line}</g>'


FATES = Messages({"denied": N_("denied"), "withdrawn": N_("taken back")})


def classes(forecast: Forecast) -> str:
    """Of the bar over the time that was named."""
    soft = " tc-soft-edge" if forecast.expectation.window_basis == "inferred" else ""
    return f"tc-outcome tc-window tc-window--{forecast.standing}{soft}"
