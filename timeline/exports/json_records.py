"""Each event and each document as data, in a file beside its page: what the record says of it, and in which version.

The names are those that authors write, the dates as they were typed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from timeline.exports.export import Export, Publication, no_files
from timeline.model import Event, Source
from timeline.queries import version
from timeline.queries.index import Index
from timeline.site import urls
from timeline.site.file import Alternate, SiteFile
from timeline.site.settings import Site

NAME = "record.json"


def _single(publication: Publication) -> Iterator[SiteFile]:
    """The files."""
    index, site = publication.index, publication.site
    for event in index.timeline.events:
        yield _file(index, site, urls.event(event.id), "event", event)
    for source in index.timeline.sources:
        yield _file(index, site, urls.source(source.id), "source", source)


def _file(index: Index, site: Site, address: str, name: str, record: Event | Source) -> SiteFile:
    told = {"page": site.absolute(address) or address, "version": index.version}
    text = json.dumps(told | {name: version.plain(record, written=True)}, ensure_ascii=False, indent=1)
    return SiteFile(address + NAME, text + "\n")


def _alternates(site: Site, address: str, title: str) -> Iterable[Alternate]:
    if urls.is_event(address) or urls.is_source(address):
        yield Alternate(NAME, "application/json", "This record as JSON")


JSON = Export(
    "json", "JSON", "application/json",
    "Each event and each document as data, in a file beside its page.",
    no_files,
    _single,
    _alternates,
)  # fmt: skip
