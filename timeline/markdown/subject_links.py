"""Links of hand-written pages to a place, an actor or a topic, by its id: an event of that id comes before them."""

from __future__ import annotations

from timeline.model import Subject, Timeline
from timeline.model.references import Thing
from timeline.site.urls import PAGES

_SORTS: tuple[Thing, ...] = ("place", "actor", "topic")
"""Of which the first is meant that has the id."""


def subject(timeline: Timeline, id: str) -> tuple[Subject, str] | None:
    """The record with an id, or a former one, that is no event, and the address of its page."""
    for sort in _SORTS:
        now = timeline.renamed[sort].get(id, id)
        known: Subject | None = getattr(timeline, f"{sort}s_by_id").get(now)
        if known:
            return known, PAGES[sort](now)
    return None
