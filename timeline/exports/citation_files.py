"""Documents and events as files for citation managers: all beside the pages that list them, each beside its own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from timeline.exports.citations import Citation, Citations
from timeline.site import urls
from timeline.site.file import Alternate, SiteFile

_NAMES = ("bibliography.bib", "bibliography.csl.json", "bibliography.ris")
_RIS = "application/x-research-info-systems"
_KINDS = ("application/x-bibtex", "application/vnd.citationstyles.csl+json", _RIS)
NAME = "citation.ris"
ALTERNATE = Alternate(NAME, _RIS, "The citation of this page as RIS")
"""For the head of the page, which lies in the same folder."""


def citation_files(citations: Citations) -> Iterator[SiteFile]:
    """The files."""
    timeline = citations.index.timeline
    yield from _files(urls.SOURCES, map(citations.source, timeline.sources))
    yield from _files(urls.TIMELINE, map(citations.event, timeline.events))


def single_citations(citations: Citations) -> Iterator[SiteFile]:
    """The same, one by one, for the page of each."""
    for event in citations.index.timeline.events:
        yield SiteFile(urls.event(event.id) + NAME, citations.event(event).ris + "\n")
    for source in citations.index.timeline.sources:
        yield SiteFile(urls.source(source.id) + NAME, citations.source(source).ris + "\n")


def alternates() -> list[Alternate]:
    """The same for the head of the page that lists them, which lies in the same folder."""
    words = ("BibTeX", "CSL-JSON", "RIS")
    return [Alternate(name, kind, said) for name, kind, said in zip(_NAMES, _KINDS, words, strict=True)]


def _files(folder: str, citations: Iterable[Citation]) -> Iterator[SiteFile]:
    records = list(citations)
    yield SiteFile(folder + _NAMES[0], "\n\n".join(citation.bibtex for citation in records) + "\n")
    items = [citation.csl for citation in records]
    yield SiteFile(folder + _NAMES[1], json.dumps(items, ensure_ascii=False, indent=1) + "\n")
    yield SiteFile(folder + _NAMES[2], "\n".join(citation.ris for citation in records) + "\n")
