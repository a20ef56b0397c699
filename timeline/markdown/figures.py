"""Figures of the record in a hand-written page, counted when the site is built: `[[=events]]` becomes "119 events"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from timeline import dates
from timeline.queries import provenance
from timeline.queries.index import Index
from timeline.site.wording import count

FIGURES: Mapping[str, Callable[[Index], str]] = {
    "events": lambda index: count(len(index.timeline.events), "event"),
    "claims": lambda index: count(sum(1 for _ in index.timeline.claims), "claim"),
    "sources": lambda index: count(len(index.timeline.sources), "source"),
    "independent-sources": lambda index: count(provenance.independent_of_all(index.timeline), "independent source"),
    "disputed-claims": lambda index: count(len(index.disputes), "disputed claim"),
    "forecasts": lambda index: count(len(index.timeline.expectations), "forecast"),
    "last-day": lambda index: dates.words(dates.parse(index.timeline.record.through.isoformat())),
}
"""By name: a number with what is counted, or the last day that the record was checked."""
