"""A record whose sources all look back, and which does not say so.

Its pages would tell since when a battle of 1066 is known: since the book of 2012 that the editor had at hand.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from timeline.checks.waivers import Judged
from timeline.model import Event, Timeline
from timeline.problems.slips import LOOKING_BACK

_LONG = datetime.timedelta(days=20 * 365)
"""So long after an event nobody reports it as news."""
_SEVERAL = 3
"""Of fewer events nobody can say what the record is like."""


def slips(timeline: Timeline) -> Iterator[Judged]:
    """Told once, at the title; a record that says `retrospective`, true or false, was asked already."""
    about = timeline.record
    if about.retrospective:
        return
    dated = [event for event in timeline.events if event.course == "happened" and event.date.latest]
    if len(dated) < _SEVERAL or not all(_long_after(timeline, event) for event in dated):
        return
    if about.place.has("retrospective"):
        return
    help = "add `retrospective: true` to `record`, or `retrospective: false` if these sources were the first to tell"
    label = "each source is twenty years or more after what it tells"
    yield LOOKING_BACK.at(about.place.at("title"), label=label, help=help), ()


def _long_after(timeline: Timeline, event: Event) -> bool:
    """Whether every document behind the claim that states an event was written long after it."""
    cited = (timeline.source(citation.source) for citation in event.claims[0].behind)
    days = [
        source.issued.earliest if source.issued else source.read_on(timeline.record.through)
        for source in cited
        if source is not None
    ]
    last = event.date.latest
    return bool(days) and last is not None and all(day is not None and day - last >= _LONG for day in days)
