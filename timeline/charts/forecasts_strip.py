"""How one track stood, on a narrow drawing of forecasts: a strip downwards under the same scale, its key below."""

from __future__ import annotations

from timeline.charts import tracks
from timeline.charts.forecasts_board import Board
from timeline.charts.svg.legend import legend
from timeline.charts.svg.metrics import lines
from timeline.charts.svg.pen import SIZE, Pen
from timeline.charts.svg.scale import Scale
from timeline.charts.tracks_stretches import Held, held_by
from timeline.model import Track

WIDE = 12.0
_LEAD = 16.0


def drawn(pen: Pen, board: Board, track: Track, scale: Scale, left: float) -> str:
    """The strip; `scale` leads from days to pixels, downwards."""
    bands = [tracks.stretch_down(pen, board.index, held, scale, left, WIDE) for held in shown(board, track)]
    return f'<g class="tc-bands">{"".join(bands)}</g>'


def key(pen: Pen, board: Board, track: Track, top: float) -> tuple[str, float]:
    """Of what the strip tells, and what its fillings mean; and where the words end."""
    made, y = [], top
    for line in lines(track.title, pen.width, SIZE, bold=True):
        y += _LEAD
        made.append(pen.text(0, y, line, "tc-strong"))
    signs, high = legend(pen, tracks.key(shown(board, track)), top=y + 4)
    return "".join(made) + signs, y + 4 + high


def shown(board: Board, track: Track) -> list[Held]:
    """What of it lies on the drawing."""
    return [held for held in held_by(track, board.first, board.through) if held.last >= board.first]
