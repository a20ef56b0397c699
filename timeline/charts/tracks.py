"""Tracks as ribbons: how several things stood, one below the other under one scale.

A ribbon is filled where a state certainly held, lightly hatched on days on which it may have begun or ended, and
hatched where nobody tells how the thing stood.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import escape

from timeline import dates
from timeline.charts.svg.drawing import Chart, Draw
from timeline.charts.svg.metrics import balanced, lines, width
from timeline.charts.svg.packing import Flag, hung
from timeline.charts.svg.pen import SIZE, Pen
from timeline.charts.svg.scale import Scale, across, counted, fitted
from timeline.charts.svg.ticks import ticks
from timeline.charts.time_grid import turned
from timeline.charts.tracks_stretches import Held, held_by, reach
from timeline.language import N_, pgettext
from timeline.language import gettext as _
from timeline.model import State, Track
from timeline.model.words import TONE, TONE_NAMES
from timeline.queries import known_since, tracks
from timeline.queries.index import Index
from timeline.site import wording
from timeline.site.text_direction import apart
from timeline.site.urls import Links

_BAND, _LEAD = 18.0, 16.0
_TOP, _TITLE, _GAP = 26.0, 20.0, 16.0


def chart(index: Index, links: Links, only: Sequence[Track] = ()) -> Chart | None:
    """All tracks under one scale; nothing where there are none."""
    timeline = index.timeline
    drawn = tuple(only or timeline.tracks)
    if not drawn:
        return None
    through = dates.parse(timeline.record.through.isoformat())
    known = sum(1 for track in drawn if tracks.state_on(track, timeline.record.through))
    return Chart(
        id=f"track-{only[0].id}" if only else "tracks",
        kind="ribbons",
        title=_("How things stood") if len(drawn) > 1 else drawn[0].title,
        aid=_("A state hangs from the day on which it began."),
        text=_("{things} up to {day}; sources say how {n} of them stood on that day.").format(
            things=wording.plural(len(drawn), "{n} thing", "{n} things"),
            day=dates.words(through),
            n=known or pgettext("of several things", "none"),
        ),
        draw=lambda pen: _draw(pen, index, drawn, links, drawn),
        sheets=tuple(_alone(index, track, links, drawn) for track in drawn) if len(drawn) > 1 else (),
        columns=("track", "from", "to", "state", "tone", "event", "sources"),
        rows=tuple(
            (
                track.id, state.start.text, state.end.text if state.end else "", state.state, state.tone,
                state.event or "", " ".join(citation.source for citation in state.citations),
            )
            for track in drawn
            for state in tracks.ordered(track)
        ),
        key=key([held for track in drawn for held in held_by(track, reach(drawn, timeline), timeline.record.through)]),
    )  # fmt: skip


def key(stretches: Sequence[Held]) -> tuple[tuple[str, str, str], ...]:
    """What the fillings of some stretches mean, those that are there."""
    tones = {held.state.tone for held in stretches if held.state}
    swatches = [
        (f"tc-swatch tc-swatch--tone tc-swatch--{tone}", "", TONE_NAMES[tone]) for tone in TONE if tone in tones
    ]
    if any(held.state is None for held in stretches):
        swatches.append(("tc-swatch tc-swatch--tone tc-swatch--gap", "", _("not known")))
    return tuple(swatches)


# -- drawing -------------------------------------------------------------------------------------------


def _alone(index: Index, track: Track, links: Links, drawn: Sequence[Track]) -> Draw:
    """One ribbon under the scale of all."""
    return lambda pen: _draw(pen, index, (track,), links, drawn)


def _draw(
    pen: Pen, index: Index, chosen: Sequence[Track], links: Links, scaled: Sequence[Track], *, told: bool = True
) -> tuple[str, float]:
    """Some ribbons under a scale that holds others too, which then stands above them only."""
    alone = len(chosen) < len(scaled)
    timeline = index.timeline
    through = timeline.record.through
    first = reach(scaled, timeline)
    scale = _scale(pen, scaled, first, through)
    marks = ticks(scale, pen.width, SIZE)
    bands, labels = [], []
    top = 20 if len(scale.knots) > 2 else 0
    y = _TOP + top
    for track in chosen:
        band, label, height = _ribbon(pen, index, track, scale, (first, through), links, told=told)
        bands.append(_moved(band, y))
        labels.append(_moved(label, y))
        y += height + _GAP
    grid = []
    for tick in marks:
        grid.append(pen.line(tick.place, top + 4, tick.place, y - 4, "tc-year" if tick.year else "tc-grid"))
        for text in (top + 14.0, y + 8)[: 2 - alone]:
            grid.append(
                pen.text(tick.place, text, tick.label, "tc-strong" if tick.year else "tc-faint", shift=3, silent=True)
            )
    if top:
        grid += turned(pen, scale, y - 4)
    drawn = [*grid, '<g class="tc-bands">', *bands, "</g>", *labels]
    return f'<g data-across="{across(scale)}">{"".join(drawn)}</g>', y + (0 if alone else 14)


def _scale(pen: Pen, drawn: Sequence[Track], first: datetime.date, through: datetime.date) -> Scale:
    starts = [state.start for track in drawn for state in track.states]
    return fitted(starts, first, through, 1 / pen.width, 1 - 1 / pen.width)


def _moved(drawn: str, y: float) -> str:
    return f'<g transform="translate(0 {y:g})">{drawn}</g>'


@dataclass(frozen=True, slots=True)
class _Label:
    state: State
    flag: Flag
    words: tuple[str, ...]


def _ribbon(
    pen: Pen,
    index: Index,
    track: Track,
    scale: Scale,
    span: tuple[datetime.date, datetime.date],
    links: Links,
    *,
    told: bool,
) -> tuple[str, str, float]:
    """The band, the words that hang from it, and how high both are together."""
    stretches = held_by(track, *span)
    labels = _labels(pen, scale, stretches) if told else []
    right = [label for label in labels if label.flag.side == "right"]
    left = [label for label in labels if label.flag.side == "left"]
    above = hung([label.flag for label in left], 8)
    below = hung([label.flag for label in right], 8)
    room = max((top + label.flag.height for label, top in zip(left, above, strict=True)), default=0.0)
    title = lines(track.title, pen.width, SIZE + 1, bold=True)
    y = _TITLE * len(title) + room
    band = "".join(stretch(pen, index, held, scale, y) for held in stretches)
    drawn = [pen.text(0, 14 + _TITLE * n, line, "tc-head tc-halo") for n, line in enumerate(title)]
    for label, top in zip(left, above, strict=True):
        highest = y - top - label.flag.height
        drawn.append(_label(pen, index, label, (highest + 4, y), highest, links))
    for label, top in zip(right, below, strict=True):
        base = y + _BAND
        drawn.append(_label(pen, index, label, (base, base + top + label.flag.height - 4), base + top, links))
    height = y + _BAND + max((t + label.flag.height for label, t in zip(right, below, strict=True)), default=0.0)
    return band, "".join(drawn), height


def _labels(pen: Pen, scale: Scale, stretches: Sequence[Held]) -> list[_Label]:
    """One for each state, at the first day that it may have begun on the ribbon."""
    labels, told = [], set()
    widest = 190.0 if pen.width < 1000 else 240.0
    for held in stretches:
        if held.state is None or id(held.state) in told:
            continue
        told.add(id(held.state))
        pole = scale(held.first.toordinal()) * pen.width
        side = "right" if pen.width - pole >= min(130.0, pen.width * 0.42) else "left"
        room = min(widest, pen.width - pole if side == "right" else pole) - 6
        words = balanced(held.state.state, room, SIZE)
        wide = max(width(line, SIZE) for line in words) + 6
        labels.append(_Label(held.state, Flag(pole, wide, _LEAD * len(words) + 5, side), words))  # type: ignore[arg-type] # one of the two
    return labels


def _label(pen: Pen, index: Index, label: _Label, pole: tuple[float, float], y: float, links: Links) -> str:
    place, end = label.flag.pole / pen.width, label.flag.side == "left"
    drawn = pen.line(place, pole[0], place, pole[1], "tc-pole") + "".join(
        pen.text(place, y + 15 + _LEAD * n, line, "tc-halo", shift=-5 if end else 5, end=end)
        for n, line in enumerate(label.words)
    )
    known = f'data-known="{counted(_known(index, label.state))}"'
    if not label.state.event:
        return f"<g {known}>{drawn}</g>"
    event = index.timeline.events_by_id[label.state.event]
    return (
        f'<a href="{escape(links.event(event.id))}" tabindex="-1" {known}><title>'
        f"{escape(apart(label.state.state))}: {escape(apart(event.title))}</title>{drawn}</a>"
    )


def _known(index: Index, state: State) -> datetime.date | None:
    if index.timeline.record.retrospective:
        return None
    return known_since.state_known_on(index.timeline, index.out, state)


def stretch(pen: Pen, index: Index, held: Held, scale: Scale, y: float, high: float = _BAND) -> str:
    """A piece of a ribbon, from left to right."""
    start, end = scale(held.first.toordinal()), scale(held.last.toordinal() + 1)
    drawn = _filled(pen, held, (start, end, y, high)) + (
        pen.line(start, y, start, y + high, "tc-pole") if _begins(held) else ""
    )
    return _explained(index, held, drawn)


def stretch_down(pen: Pen, index: Index, held: Held, scale: Scale, left: float, wide: float) -> str:
    """The same downwards; `scale`, `left` and `wide` are in pixels."""
    start, end = scale(held.first.toordinal()), scale(held.last.toordinal() + 1)
    x0, x1 = left / pen.width, (left + wide) / pen.width
    drawn = _filled(pen, held, (x0, x1, start, end - start)) + (
        pen.line(x0, start, x1, start, "tc-pole") if _begins(held) else ""
    )
    return _explained(index, held, drawn)


def _begins(held: Held) -> bool:
    """Whether a state certainly holds from its first day on."""
    return held.state is not None and held.certain


def _filled(pen: Pen, held: Held, box: tuple[float, float, float, float]) -> str:
    if held.state is None:
        return pen.bar(*box, "tc-gap", "unknown")
    tone = f"tc-tone tc-tone--{held.state.tone}"
    if held.certain:
        return pen.bar(*box, tone, _fill(held.state))
    return pen.bar(*box, f"{tone} tc-maybe", _fill(held.state)) + pen.bar(*box, "tc-gap", "maybe")


def _explained(index: Index, held: Held, drawn: str) -> str:
    """With its words, and since when it is known."""
    words = _told(held)
    if held.state is None:
        return f"<g><title>{escape(words)}</title>{drawn}</g>"
    since = _known(index, held.state)
    return f'<g data-known="{counted(since)}"><title>{escape(words)}</title>{drawn}</g>'


def _fill(state: State) -> str:
    return "limited" if state.tone == "limited" else ""


def _told(held: Held) -> str:
    """A stretch in words, with the dates that were given for it and no other."""
    if held.state is None:
        return _("not known")
    since, until = dates.words(held.state.start), dates.words(held.state.end) if held.state.end else ""
    stretch = N_("{state}, since {since}, until {until}") if until else N_("{state}, since {since}")
    told = _(stretch).format(state=held.state.state, since=since, until=until)
    return told if held.certain else _("{stretch} (may have begun or ended here)").format(stretch=told)


def ribbons(pen: Pen, index: Index, drawn: Sequence[Track], links: Links, *, told: bool = True) -> tuple[str, float]:
    """Some tracks by themselves, for another drawing to take in; without `told` no words hang from them."""
    return _draw(pen, index, drawn, links, drawn, told=told)


def steps(index: Index, track: Track) -> str:
    """The days on which it became known that a thing stood otherwise, and how, for a script to look up."""
    if index.timeline.record.retrospective:
        return ""
    changes = index.changes.tracks[track.id]
    return " | ".join(f"{counted(each.day)} {each.state.state if each.state else ''}".strip() for each in changes)
