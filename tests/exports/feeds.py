"""Feeds of a record, and how feedparser takes them in."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import feedparser

from timeline.exports.export import Publication
from timeline.exports.feeds import ATOM, JSON_FEED
from timeline.model import Timeline
from timeline.queries.index import Index
from timeline.site.settings import Site

SITE = Site("Bridges & more", "https://bridges.example/record/")
ALL = "updates/feed.xml"
Read = Callable[[str], Timeline]


def files(timeline: Timeline, site: Site = SITE) -> dict[str, str]:
    publication = Publication(Index(timeline), site)
    made = [*ATOM.whole(publication), *ATOM.single(publication)]
    if site.address:
        made += [*JSON_FEED.whole(publication), *JSON_FEED.single(publication)]
    found = [(file.path, file.content.decode()) for file in made]
    assert len(dict(found)) == len(found), "two files at one address"
    return dict(found)


def parsed(text: str) -> Any:
    """A feed as feedparser takes it in, which tells of whatever is not well-formed."""
    feed = feedparser.parse(io.BytesIO(text.encode()))
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    return feed


def titles(text: str) -> list[str]:
    return [entry.title for entry in parsed(text).entries]


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


HARD = 'Wir & "die", 他们说, שלום לכם, كيف, a < b > c, it\'s 🦊, ]]> = +1'
