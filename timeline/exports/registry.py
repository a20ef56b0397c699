"""All exports, each once: the plugin switches them by name, the command prints them, a page lists them.

A new one is a module that defines an `Export`, and its line in `EXPORTS`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from timeline.exports import api, bibliographies, cff, changes, feeds, geojson, icalendar, llms, oembed, tables
from timeline.exports.api.documents import DERIVED
from timeline.exports.export import Export, Publication
from timeline.site.file import Alternate, SiteFile
from timeline.site.settings import Site

EXPORTS: tuple[Export, ...] = (
    api.JSON,
    tables.CSV,
    tables.SQLITE,
    feeds.ATOM,
    feeds.JSON_FEED,
    icalendar.CALENDAR,
    geojson.GEOJSON,
    bibliographies.BIBTEX,
    bibliographies.CSL,
    bibliographies.RIS,
    cff.CFF,
    changes.CHANGES,
    llms.MARKDOWN,
    oembed.OEMBED,
)
"""In the order in which people are told of them."""
BY_NAME = {export.name: export for export in EXPORTS}
DEFAULT = tuple(export.name for export in EXPORTS if not export.extra)
"""Those that are made when nobody chooses."""
DEFAULTS = "default"
"""The word for all of them, where somebody chooses."""


def chosen(names: Iterable[str]) -> tuple[str, ...]:
    """What a choice comes to, each once and in our order."""
    wanted = {name for given in names for name in (DEFAULT if given == DEFAULTS else (given,))}
    return tuple(export.name for export in EXPORTS if export.name in wanted)


@lru_cache(maxsize=8)
def published(site: Site) -> tuple[Export, ...]:
    """What stands on a site."""
    wanted = (
        export for export in EXPORTS if (not export.extra if site.exports is None else export.name in site.exports)
    )
    return tuple(export for export in wanted if site.address or not export.needs_address)


Whole = tuple[tuple[Export, tuple[SiteFile, ...]], ...]
"""Files by the export that they belong to."""


def whole_files(publication: Publication) -> Whole:
    """The files of all of the record, by export, each once; none of the large ones is drawn before it is wanted."""
    if whole_files not in publication.shared:
        made = tuple((export, tuple(export.whole(publication))) for export in published(publication.site))
        publication.shared[whole_files] = made
    whole: Whole = publication.shared[whole_files]
    return whole


def written_files(publication: Publication) -> Whole:
    """The same, the large ones on the disk."""
    whole = whole_files(publication)
    for _, files in whole:
        for file in files:
            publication.kept.keep(file)
    publication.shared.pop(DERIVED, None)  # which only they ask for
    return whole


def single_files(publication: Publication) -> Iterator[SiteFile]:
    """The files of one record each, one after another."""
    for export in published(publication.site):
        yield from export.single(publication)


def alternates(site: Site, address: str, title: str) -> list[Alternate]:
    """What a page of a site has in other forms."""
    return [other for export in published(site) for other in export.alternates(site, address, title)]


def forms(site: Site, address: str, title: str) -> tuple[Alternate, ...]:
    """The same without what only programs ask for, feeds and oEmbed: what people may want to have of the page."""
    return tuple(
        other
        for other in alternates(site, address, title)
        if other.relation != "feed" and other.kind != oembed.OEMBED.kind
    )
