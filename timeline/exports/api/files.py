"""The files of the JSON, and how a page's head leads to its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from timeline.exports.api import documents, schemas
from timeline.exports.api.former_ids import moved
from timeline.exports.api.openapi import openapi
from timeline.exports.export import Export, Publication
from timeline.language import N_
from timeline.language import gettext as _
from timeline.site import urls
from timeline.site.file import Alternate, SiteFile
from timeline.site.large_file import LargeText
from timeline.site.settings import Site

_KIND = "application/json"


def _whole(publication: Publication) -> Iterator[SiteFile]:
    yield documents.record_file(publication)
    index = LargeText(lambda: documents.index(publication))
    yield SiteFile(urls.API_INDEX, about=_("What there is, in a line each."), large=index)
    yield SiteFile(urls.API_DESCRIPTION, openapi(publication), about=_("Every address and every name (OpenAPI 3.1)."))
    for name in schemas.NAMES:
        address = urls.schema(name)
        id = publication.site.absolute(address) or address.rpartition("/")[2]
        about = _("What a file that holds one {record} may say (JSON Schema).").format(record=name)
        if name in ("record", "index"):
            about = _("What {name}.json may say (JSON Schema).").format(name=name)
        elif name == "moved":
            about = _("What a file under a former id says (JSON Schema).")
        yield SiteFile(address, schemas.schema(name, id), about=about)


def _single(publication: Publication) -> Iterator[SiteFile]:
    for address, text in chain(documents.single(publication), moved(publication)):
        yield SiteFile(address, text)


def _alternates(site: Site, address: str, title: str) -> Iterable[Alternate]:
    links = urls.Links(address)
    if address == urls.HOME:
        yield Alternate(links.to(urls.API_RECORD), _KIND, _("The whole record as JSON"))
    folder, id = (*address.removesuffix("/").split("/", 1), "")[:2]
    if id and "/" not in id and (urls.is_event(address) or urls.is_source(address) or urls.is_subject(address)):
        yield Alternate(links.to(urls.api(folder, id)), _KIND, _("Record as JSON"))


JSON = Export(
    "json", "JSON", _KIND,
    N_("All of the record and each entry of it as data, with what follows from it, for programs and web pages."),
    _whole,
    _single,
    _alternates,
)  # fmt: skip
