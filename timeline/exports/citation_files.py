"""All documents and all events of a record as files for citation managers, beside the pages that list them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from timeline.exports import bibliography
from timeline.exports.bibliography import Entry
from timeline.queries.index import Index
from timeline.site import urls
from timeline.site.file import Alternate, SiteFile
from timeline.site.settings import NOWHERE, Site

_NAMES = ("bibliography.bib", "bibliography.csl.json")
_KINDS = ("application/x-bibtex", "application/vnd.citationstyles.csl+json")


def citation_files(index: Index, site: Site = NOWHERE) -> Iterator[SiteFile]:
    """The files."""
    timeline = index.timeline
    yield from _files(urls.SOURCES, (bibliography.of_source(timeline, source) for source in timeline.sources))
    events = (
        bibliography.of_event(timeline, event, index.version, site.absolute(urls.event(event.id)))
        for event in timeline.events
    )
    yield from _files(urls.TIMELINE, events)


def alternates() -> list[Alternate]:
    """The same for the head of the page that lists them, which lies in the same folder."""
    words = ("BibTeX", "CSL-JSON")
    return [Alternate(name, kind, said) for name, kind, said in zip(_NAMES, _KINDS, words, strict=True)]


def _files(folder: str, entries: Iterable[Entry]) -> Iterator[SiteFile]:
    found = list(entries)
    yield SiteFile(folder + _NAMES[0], "\n\n".join(bibliography.bibtex(entry) for entry in found) + "\n")
    items = [bibliography.csl(entry) for entry in found]
    yield SiteFile(folder + _NAMES[1], json.dumps(items, ensure_ascii=False, indent=1) + "\n")
