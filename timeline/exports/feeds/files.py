"""The files of all feeds, one after another, and how a page's head leads to them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files

from timeline.exports.export import Export, Publication
from timeline.exports.feeds import atom, json_feed
from timeline.exports.feeds.content import anchor, content
from timeline.exports.feeds.news import Feed, News, feeds, subject_feed
from timeline.exports.feeds.paging import Part, parts
from timeline.language import N_
from timeline.language import gettext as _
from timeline.site import urls
from timeline.site.file import Alternate, SiteFile
from timeline.site.large_file import LargeText
from timeline.site.settings import Site
from timeline.site.urls import Links

_OF_ALL = (urls.FEED, urls.FEED_ADDED, urls.FEED_CHANGED)


def _feeds(publication: Publication) -> tuple[Feed, ...]:
    """All feeds, found once for both forms."""
    if "feeds" not in publication.shared:
        kept = publication.timeline.events_by_id
        publication.shared["feeds"] = tuple(
            dataclasses.replace(feed, news=tuple(news for news in feed.news if news.event.id in kept))
            if publication.part
            else feed
            for feed in feeds(publication.index, publication.site)
        )
    told: tuple[Feed, ...] = publication.shared["feeds"]
    return told


def _told(publication: Publication, news: News, above: str) -> tuple[str, str]:
    """An entry in both forms, put together once for all feeds; `above` leads to the home page."""
    key = ("entry", news.id, news.updated, above)
    if key not in publication.shared:
        timeline, page = publication.index.timeline, f"{above}{urls.event(news.event.id)}"
        link = f"{page}{anchor(news.changes[0][0])}" if news.change else page
        said = content(publication.index, news, page)
        publication.shared[key] = tuple(form(timeline, news, link, said) for form in (atom.entry, json_feed.item))
    entry, item = publication.shared[key]
    return entry, item


def _paths(feed: Feed, part: Part) -> Iterator[str]:
    """Its own, and where those look for it who subscribed before it moved; archives are found from there."""
    yield part.path
    if not part.archived:
        yield from feed.former


_Made = Iterator[tuple[Part, tuple[str, ...], Callable[[], Iterator[str]]]]
"""Each file with its addresses and with what begins to write it, line by line."""


def _atom(publication: Publication, told: Iterable[Feed]) -> _Made:
    timeline = publication.index.timeline
    for feed in told:
        links = Links(feed.path)
        above = publication.site.address or links.to(urls.HOME)
        for part in parts(feed):

            def written(part: Part = part, above: str = above, links: Links = links) -> Iterator[str]:
                entries = (_told(publication, news, above)[0] for news in part.news)
                return atom.document(timeline, part, above, links, entries)

            yield part, tuple(f"{path}.{atom.ENDING}" for path in _paths(feed, part)), written


def _json_feed(publication: Publication, told: Iterable[Feed]) -> _Made:
    timeline, above = publication.index.timeline, publication.site.address
    for feed in told:
        for part in parts(feed):

            def written(part: Part = part) -> Iterator[str]:
                latest = (news for news in part.news if news.latest)  # no archives: each entry stands in one
                items = (_told(publication, news, above)[1] for news in latest)
                return json_feed.document(timeline, part, above, items)

            yield part, tuple(f"{path}.{json_feed.ENDING}" for path in _paths(feed, part)), written


_Write = Callable[[Publication, Iterable[Feed]], _Made]


def _whole(write: _Write) -> Callable[[Publication], Iterator[SiteFile]]:
    """Of all that is new: an archive for fifty news each, so all of them may be much; what is subscribed to first."""

    def files(publication: Publication) -> Iterator[SiteFile]:
        made = write(publication, [each for each in _feeds(publication) if each.path in _OF_ALL])
        for part, paths, written in sorted(made, key=lambda each: each[0].archived):
            older = _("An archive of older news; feed readers find it by themselves.")
            about = older if part.archived else part.feed.about
            yield from (SiteFile(path, about=about, large=LargeText(written)) for path in paths)

    return files


def _single(write: _Write) -> Callable[[Publication], Iterator[SiteFile]]:
    """About one topic, actor or place each, written one after another."""

    def files(publication: Publication) -> Iterator[SiteFile]:
        for _part, paths, written in write(publication, [f for f in _feeds(publication) if f.path not in _OF_ALL]):
            text = "".join(written())
            yield from (SiteFile(path, text) for path in paths)

    return files


_OPENED = N_("This page is a feed. Copy its address into a feed reader, and it will show you what is new.")


def _style() -> str:
    """How a browser shows an Atom feed, with a sentence on what it is."""
    told = _(_OPENED).replace("\\", r"\\").replace('"', r"\"")
    return (files(__package__) / "feed.css").read_text(encoding="utf-8").replace("WHAT-IT-IS", told)


def _single_atom(publication: Publication) -> Iterator[SiteFile]:
    yield SiteFile(urls.FEED_STYLE, _style())
    yield from _single(_atom)(publication)


def alternates(site: Site, address: str, path: str, title: str) -> list[Alternate]:
    """A feed for a page at some address, in the forms that the site has."""
    return [
        Alternate(f"{Links(address).to(path)}.{form.ENDING}", form.KIND, title, "feed")
        for export, form in ((ATOM, atom), (JSON_FEED, json_feed))
        if site.publishes(export.name) and (site.address or not export.needs_address)
    ]


def _in_head(ending: str, kind: str) -> Callable[[Site, str, str], Iterable[Alternate]]:
    """The feed of a page's own subject, and that of everything."""

    def of_page(site: Site, address: str, title: str) -> Iterable[Alternate]:
        of_all = _("{name}: what is new").format(name=site.name) if site.name else _("What is new")
        own = [(subject_feed(address), _("{name}: what is new").format(name=title))] if urls.is_subject(address) else []
        for path, words in (*own, (urls.FEED, of_all)):
            yield Alternate(f"{Links(address).to(path)}.{ending}", kind, words, "feed")

    return of_page


ATOM = Export(
    "atom", "Atom", atom.KIND,
    N_("What is new, for feed readers: in everything, and about each topic, person, company or place."),
    _whole(_atom),
    _single_atom,
    _in_head(atom.ENDING, atom.KIND),
)  # fmt: skip
JSON_FEED = Export(
    "jsonfeed", "JSON Feed", json_feed.KIND,
    N_("What is new, for feed readers and programs that would rather have JSON than XML."),
    _whole(_json_feed),
    _single(_json_feed),
    _in_head(json_feed.ENDING, json_feed.KIND),
    needs_address=True,
)  # fmt: skip
