"""How forecasts and tracks stand on a day, one below the other."""

from __future__ import annotations

import datetime
import json
from typing import Any

from timeline import dates
from timeline.cli import wording
from timeline.cli.console import Misuse
from timeline.cli.selection_options import Asked
from timeline.cli.terminal_layout import count, paragraph
from timeline.model import Timeline
from timeline.queries import expectations, known_since, tracks
from timeline.queries.as_of import as_of
from timeline.queries.selection import Selection

THINGS = ("events", "expectations", "tracks")


def listed(timeline: Timeline, thing: str, asked: Asked, form: str) -> str:
    """Forecasts or tracks as they were known on the day, for people or for programs."""
    if asked.selection != Selection():
        help = f"`timeline list --of {thing}` takes `--as-of` alone"
        raise Misuse("words, dates and facets narrow events only", help)
    day = asked.on or timeline.record.through
    view = as_of(timeline, day)
    rows = _forecasts(view, day) if thing == "expectations" else _tracks(view, day)
    if form == "json":
        return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
    lines: list[str] = []
    for row in rows:
        lines += paragraph(_words(view, thing, row), "    ", "  ")
    one = "forecast" if thing == "expectations" else "track"
    known = "by" if timeline.record.retrospective else "as known on"
    lines += ["", *paragraph(f"{count(len(rows), one)}, {known} {wording.day(day)}")]
    return "".join(f"{line}\n" for line in lines)


def _forecasts(view: Timeline, day: datetime.date) -> list[dict[str, Any]]:
    out = known_since.out_on(view)
    return [
        {
            "id": each.id,
            "about": each.about,
            "said": each.said.text if each.said else None,
            "window": each.window.text if each.window else None,
            "standing": expectations.standing(view, out, each, day),
        }
        for each in view.expectations
    ]


def _tracks(view: Timeline, day: datetime.date) -> list[dict[str, Any]]:
    standing = [(track, tracks.state_on(track, day)) for track in view.tracks]
    return [
        {
            "id": track.id,
            "title": track.title,
            "state": state.state if state else None,
            "tone": state.tone if state else None,
        }
        for track, state in standing
    ]


def _words(view: Timeline, thing: str, row: dict[str, Any]) -> str:
    if thing == "tracks":
        return f"{row['title']}: {row['state'] or 'not known'} ({row['id']})"
    topic = view.topic(row["about"])
    said = f", said {dates.words(dates.parse(row['said']))}" if row["said"] else ""
    window = f" for {dates.words(dates.parse(row['window']))}" if row["window"] else ""
    return f"{topic.name if topic else row['about']}{window}{said}: {row['standing']} ({row['id']})"
