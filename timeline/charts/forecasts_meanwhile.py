"""What happened meanwhile, and how tracks stood: rows below the forecasts of a wide drawing, under the same scale."""

from __future__ import annotations

from timeline.charts import tracks
from timeline.charts.forecasts_board import LEAD, Frame, event_link, label
from timeline.charts.svg.legend import legend
from timeline.charts.svg.metrics import lines, width
from timeline.charts.svg.packing import Box, Form, stacked
from timeline.charts.svg.pen import SIZE
from timeline.charts.svg.scale import Stretch
from timeline.charts.tracks_stretches import Held, held_by
from timeline.language import gettext as _
from timeline.model import Event, Track

_TRACK = 18.0
_PLAIN = "tc-tone-limited-ground"
"""Of the ground of words where it has lines elsewhere."""


def events(frame: Frame, top: float) -> tuple[list[str], float]:
    """A mark each, with its name where that has room."""
    pen, board = frame.pen, frame.board
    placed = [(event, place) for event in board.events if (place := frame.scale.stretch(event.date))]
    drawn, most = [pen.text(0, top + 25, board.released, "tc-strong")], 0
    chosen = stacked([_forms(frame, event, place) for event, place in placed], 8, 4)
    for (event, place), (form, row) in zip(placed, chosen, strict=True):
        most = max(most, row)
        y = top + 21 + 22 * row
        if event.date.is_day:
            made = pen.mark("said", place.middle, y, " tc-release")
        else:
            made = pen.bar(place.start, place.end, y - 4, 8, "tc-extent")
        box = _forms(frame, event, place)[form].box
        if box.right > frame.px(place.end) + 8:
            made += pen.text(place.end, y + 4.5, label(event), "tc-strong tc-halo", shift=8)
        elif box.left < frame.px(place.start) - 8:
            made += pen.text(place.start, y + 4.5, label(event), "tc-strong tc-halo", shift=-8, end=True)
        drawn.append(event_link(board, event, made))
    return drawn, 42 + 22.0 * most


def _forms(frame: Frame, event: Event, place: Stretch) -> list[Form]:
    """Its name to the right of its mark, to the left, or no name."""
    wide = width(label(event), SIZE, bold=True)
    start, end = frame.px(place.start) - 6, frame.px(place.end) + 6
    forms = []
    if end + 2 + wide <= frame.pen.width:
        forms.append(Form(Box(start, end + 2 + wide)))
    if start - 2 - wide >= frame.gutter:
        forms.append(Form(Box(start - 2 - wide, end)))
    return [*forms, Form(Box(start, end))]


def track(frame: Frame, track: Track, top: float) -> tuple[list[str], float]:
    """A ribbon, with the words of those states that have room in theirs, and a key where some have none."""
    pen, board = frame.pen, frame.board
    title = lines(track.title, frame.gutter - 14, SIZE, bold=True)
    drawn = [pen.text(0, top + 22 + LEAD * n, line, "tc-strong") for n, line in enumerate(title)]
    y = top + 10
    held = [h for h in held_by(track, board.first, board.through) if h.last >= board.first]
    drawn.append('<g class="tc-bands">')
    drawn += [tracks.stretch(pen, board.index, each, frame.scale, y, _TRACK) for each in held]
    drawn.append("</g>")
    words = [_words(frame, each, y) for each in held]
    signs, high = legend(pen, tracks.key(held), left=frame.gutter, top=y + _TRACK + 6) if "" in words else ("", 0.0)
    return [*drawn, *words, signs], max(_TRACK + 22 + high, 14 + LEAD * len(title))


def _words(frame: Frame, held: Held, y: float) -> str:
    """How it stood, where that has room and can be read on its ground."""
    start, end = frame.scale(held.first.toordinal()), frame.scale(held.last.toordinal() + 1)
    words = held.state.state if held.state else _("not known")
    legible = held.certain and (held.state is None or held.state.tone != "closed")
    if not legible or width(words, SIZE) + 10 > frame.px(end) - frame.px(start):
        return ""
    pen, room = frame.pen, (width(words, SIZE) + 6) / frame.pen.width
    lined = held.state is not None and held.state.tone == "limited"
    ground = pen.bar(start + 3 / pen.width, start + 3 / pen.width + room, y + 2, _TRACK - 4, _PLAIN) if lined else ""
    return ground + pen.text(start, y + 13.5, words, "tc-halo" if held.state is None else "", shift=6)
