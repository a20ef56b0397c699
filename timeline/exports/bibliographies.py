"""Documents and events as files for citation managers: all of them beside their lists, RIS beside each page too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from timeline.exports.citations import Citation
from timeline.exports.export import Export, Publication
from timeline.exports.json_lines import array, compact
from timeline.exports.page_addresses import addresses
from timeline.language import N_
from timeline.language import gettext as _
from timeline.site import urls
from timeline.site.file import Alternate, SiteFile
from timeline.site.large_file import LargeText
from timeline.site.settings import Site

NAME = "citation.ris"
"""The citation of one page, beside it."""
_OF_ALL = "bibliography"
_RIS = "application/x-research-info-systems"


def _files(
    ending: str, written: Callable[[Iterable[Citation]], Iterator[str]]
) -> Callable[[Publication], Iterator[SiteFile]]:
    """All documents in one form, and all events."""

    def files(publication: Publication) -> Iterator[SiteFile]:
        citations, timeline = publication.citations, publication.timeline
        sources = LargeText(lambda: written(map(citations.source, timeline.sources)))
        events = LargeText(lambda: written(map(citations.event, timeline.events)))
        yield SiteFile(f"{urls.SOURCES}{_OF_ALL}.{ending}", large=sources)
        yield SiteFile(f"{urls.TIMELINE}{_OF_ALL}.{ending}", large=events)

    return files


def _beside_lists(ending: str, kind: str, title: str) -> Callable[[Site, str, str], Iterable[Alternate]]:
    """The same for the heads of the two pages that list them."""

    def alternates(site: Site, address: str, of_page: str) -> Iterable[Alternate]:
        if address in (urls.SOURCES, urls.TIMELINE):
            yield Alternate(f"{_OF_ALL}.{ending}", kind, title)

    return alternates


def _bibtex(citations: Iterable[Citation]) -> Iterator[str]:
    for place, citation in enumerate(citations):
        yield f"{'' if not place else chr(10)}{citation.bibtex}\n"


def _csl(citations: Iterable[Citation]) -> Iterator[str]:
    yield from array(compact(citation.csl) for citation in citations)
    yield "\n"


def _ris(citations: Iterable[Citation]) -> Iterator[str]:
    for citation in citations:
        yield f"{citation.ris}\n"


def _single_ris(publication: Publication) -> Iterator[SiteFile]:
    """One by one, for the page of each."""
    citations, timeline = publication.citations, publication.timeline
    for event in timeline.events:
        text = citations.event(event).ris + "\n"
        yield from (SiteFile(page + NAME, text) for page in addresses(urls.event, event))
    for source in timeline.sources:
        text = citations.source(source).ris + "\n"
        yield from (SiteFile(page + NAME, text) for page in addresses(urls.source, source))


def _ris_alternates(site: Site, address: str, title: str) -> Iterable[Alternate]:
    if urls.is_event(address) or urls.is_source(address):
        yield Alternate(NAME, _RIS, _("Citation as RIS"))
    yield from _beside_lists("ris", _RIS, "RIS")(site, address, title)


BIBTEX = Export(
    "bibtex", "BibTeX", "application/x-bibtex",
    N_("All documents, and all events, as entries for LaTeX and for JabRef."),
    _files("bib", _bibtex),
    alternates=_beside_lists("bib", "application/x-bibtex", "BibTeX"),
)  # fmt: skip
CSL = Export(
    "csl", "CSL-JSON", "application/vnd.citationstyles.csl+json",
    N_("All documents, and all events, as items from which citation processors print any style."),
    _files("csl.json", _csl),
    alternates=_beside_lists("csl.json", "application/vnd.citationstyles.csl+json", "CSL-JSON"),
)  # fmt: skip
RIS = Export(
    "ris", "RIS", _RIS,
    N_("All documents, and all events, for every citation manager; beside each page stands its own."),
    _files("ris", _ris),
    _single_ris,
    _ris_alternates,
)  # fmt: skip
