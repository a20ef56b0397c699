"""All documents and all events of a record as files for citation managers, beside the pages that list them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from timeline import bibliography
from timeline.bibliography import Entry
from timeline.pages import paths
from timeline.pages.desk import Desk
from timeline.pages.head import Alternate
from timeline.pages.leaf import Leaf

_NAMES = ("bibliography.bib", "bibliography.csl.json")
_KINDS = ("application/x-bibtex", "application/vnd.citationstyles.csl+json")


def bibliographies(desk: Desk) -> Iterator[Leaf]:
    """The files."""
    timeline = desk.timeline
    yield from _files(paths.SOURCES, (bibliography.of_source(timeline, source) for source in timeline.sources))
    events = (
        bibliography.of_event(timeline, event, desk.version, desk.site.absolute(paths.event(event.id)))
        for event in timeline.events
    )
    yield from _files(paths.TIMELINE, events)


def alternates() -> list[Alternate]:
    """The same for the head of the page that lists them, which lies in the same folder."""
    words = ("BibTeX", "CSL-JSON")
    return [Alternate(name, kind, said) for name, kind, said in zip(_NAMES, _KINDS, words, strict=True)]


def _files(folder: str, entries: Iterable[Entry]) -> Iterator[Leaf]:
    found = list(entries)
    yield Leaf(folder + _NAMES[0], "\n\n".join(bibliography.bibtex(entry) for entry in found) + "\n")
    items = [bibliography.csl(entry) for entry in found]
    yield Leaf(folder + _NAMES[1], json.dumps(items, ensure_ascii=False, indent=1) + "\n")
