"""All documents and all events of a record as files for citation managers, beside the pages that list them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from timeline.exports.citations import Citation, Citations
from timeline.site import urls
from timeline.site.file import Alternate, SiteFile

_NAMES = ("bibliography.bib", "bibliography.csl.json")
_KINDS = ("application/x-bibtex", "application/vnd.citationstyles.csl+json")


def citation_files(citations: Citations) -> Iterator[SiteFile]:
    """The files."""
    timeline = citations.index.timeline
    yield from _files(urls.SOURCES, map(citations.source, timeline.sources))
    yield from _files(urls.TIMELINE, map(citations.event, timeline.events))


def alternates() -> list[Alternate]:
    """The same for the head of the page that lists them, which lies in the same folder."""
    words = ("BibTeX", "CSL-JSON")
    return [Alternate(name, kind, said) for name, kind, said in zip(_NAMES, _KINDS, words, strict=True)]


def _files(folder: str, citations: Iterable[Citation]) -> Iterator[SiteFile]:
    records = list(citations)
    yield SiteFile(folder + _NAMES[0], "\n\n".join(citation.bibtex for citation in records) + "\n")
    items = [citation.csl for citation in records]
    yield SiteFile(folder + _NAMES[1], json.dumps(items, ensure_ascii=False, indent=1) + "\n")
