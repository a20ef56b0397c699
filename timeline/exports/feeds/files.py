"""The files of all feeds, one after another, and how a page's head leads to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from timeline.exports.feeds import atom, json_feed
from timeline.exports.feeds.content import content
from timeline.exports.feeds.news import Feed, News, feeds
from timeline.exports.feeds.paging import Part, parts
from timeline.queries.index import Index
from timeline.site import urls
from timeline.site.file import Alternate, SiteFile
from timeline.site.settings import NOWHERE, Site
from timeline.site.urls import Links


def feed_files(index: Index, site: Site = NOWHERE) -> Iterator[SiteFile]:
    """Every feed in every form; what an entry says is put together once for all feeds that tell it."""
    timeline = index.timeline
    told: dict[tuple[str, str], _Entry] = {}
    yield SiteFile(urls.FEED_STYLE, (files(__package__) / "feed.css").read_text(encoding="utf-8"))
    for feed in feeds(index, site):
        links = Links(feed.path)
        above = site.address or links.to(urls.HOME)
        for part in parts(feed):
            entries = []
            for news in part.news:
                if (news.id, above) not in told:
                    told[news.id, above] = _entry(index, news, above)
                entries.append(told[news.id, above])
            documents = {atom.ENDING: atom.document(timeline, part, above, links, (each.atom for each in entries))}
            if site.address:
                documents[json_feed.ENDING] = json_feed.document(timeline, part, above, [each.json for each in entries])
            for ending, text in documents.items():
                yield from (SiteFile(f"{path}.{ending}", text) for path in _paths(feed, part))


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry in both forms."""

    atom: str
    json: dict[str, Any]


def _entry(index: Index, news: News, above: str) -> _Entry:
    """`above` is what leads from the feed to the home page."""
    anchor = f"#_update-{news.number}" if news.update else ""
    link = f"{above}{urls.event(news.event.id)}{anchor}"
    said = content(index, news, link)
    return _Entry(atom.entry(index.timeline, news, link, said), json_feed.item(index.timeline, news, link, said))


def _paths(feed: Feed, part: Part) -> Iterator[str]:
    """Its own, and where those look for it who subscribed before it moved; archives are found from there."""
    yield part.path
    if not part.archived:
        yield from feed.former


def alternates(site: Site, address: str, path: str, title: str) -> list[Alternate]:
    """A feed for the head of a page at some address."""
    link = Links(address).to(path)
    forms = [Alternate(f"{link}.{atom.ENDING}", atom.KIND, title, "feed")]
    if site.address:
        forms.append(Alternate(f"{link}.{json_feed.ENDING}", json_feed.KIND, title, "feed"))
    return forms
