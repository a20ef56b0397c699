"""Figures of the record in a hand-written page, counted when the site is built: `[[=events]]` becomes "119 events"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from timeline import dates
from timeline.queries import provenance
from timeline.queries.index import Index
from timeline.site.wording import plural

FIGURES: Mapping[str, Callable[[Index], str]] = {
    "events": lambda index: plural(len(index.timeline.events), "{n} event", "{n} events"),
    "claims": lambda index: plural(sum(1 for _ in index.timeline.claims), "{n} claim", "{n} claims"),
    "sources": lambda index: plural(len(index.timeline.sources), "{n} source", "{n} sources"),
    "independent-sources": lambda index: plural(
        provenance.independent_of_all(index.timeline), "{n} independent source", "{n} independent sources"
    ),
    "disputed-claims": lambda index: plural(len(index.disputes), "{n} disputed claim", "{n} disputed claims"),
    "forecasts": lambda index: plural(len(index.timeline.expectations), "{n} forecast", "{n} forecasts"),
    "last-day": lambda index: dates.words(dates.parse(index.timeline.record.through.isoformat())),
}
"""By name: a number with what is counted, or the last day that the record was checked."""
