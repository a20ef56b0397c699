"""oEmbed: a site that is given the address of an event finds in its head where to ask for a frame of it.

The answers are files, since what is asked is always the same; a bound on the size that somebody asks for is left to
the one who frames.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from timeline.exports.export import Export, Publication, no_files
from timeline.exports.json_lines import compact
from timeline.exports.page_addresses import addresses
from timeline.language import N_
from timeline.model import Event
from timeline.queries.index import Index
from timeline.site import urls
from timeline.site.file import Alternate, SiteFile
from timeline.site.settings import Site

KIND = "application/json+oembed"
NAME = "oembed.json"
WIDTH, HEIGHT = 640, 300


def iframe(site: Site, name: str, title: str) -> str:
    """What somebody puts into a page of their own; empty where the site has no address."""
    if not site.address:
        return ""
    address = escape(site.absolute(urls.embed(name)))
    return f'<iframe src="{address}" title="{escape(title)}" width="{WIDTH}" height="{HEIGHT}" loading="lazy"></iframe>'


def answer(index: Index, site: Site, event: Event) -> str:
    """What is answered for one event."""
    record = index.timeline.record
    said = {
        "type": "rich",
        "version": "1.0",
        "title": event.title,
        "provider_name": record.title,
        "provider_url": site.address,
        "html": iframe(site, urls.event_frame(event.id), event.title),
        "width": WIDTH,
        "height": HEIGHT,
    }
    return compact(said) + "\n"


def _single(publication: Publication) -> Iterator[SiteFile]:
    for event in publication.timeline.events:
        told = answer(publication.index, publication.site, event)
        yield from (SiteFile(page + NAME, told) for page in addresses(urls.event, event))


def _alternates(site: Site, address: str, title: str) -> Iterable[Alternate]:
    if urls.is_event(address):
        yield Alternate(site.absolute(address) + NAME, KIND, title)


OEMBED = Export(
    "oembed", "oEmbed", KIND,
    N_("Lets a site that is given the address of an event show it in a frame."),
    no_files,
    _single,
    _alternates,
    needs_address=True,
)  # fmt: skip
