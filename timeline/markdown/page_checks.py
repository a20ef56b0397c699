"""Pages that somebody wrote by hand, held against the record as far as it could be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from timeline.loader import Loaded
from timeline.markdown.extension import faults, repeated
from timeline.problems import Problem
from timeline.problems.excerpt import lines_of

_LISTS = {
    "unknown-source": "sources",
    "unknown-event": "events",
    "unknown-claim": "events",
    "unknown-actor": "actors",
    "unknown-topic": "topics",
    "unknown-place": "places",
}


def faults_of_pages(texts: Mapping[str, str], loaded: Loaded) -> Iterator[Problem]:
    """What the pages of a site, by their names in messages, ask of the record and do not get."""
    for name, text in texts.items():
        yield from (each for each in faults(text, name, loaded.timeline) if not _follows(each, text, loaded))
    yield from repeated(texts, loaded.timeline)


def _follows(problem: Problem, text: str, loaded: Loaded) -> bool:
    """Whether a page only names a record that did not load, which is no fault of the page."""
    span = problem.span
    word = lines_of(text)[span.line - 1][span.column - 1 : span.end_column - 1]
    return word in loaded.lost or _LISTS.get(problem.code) in loaded.nameless
