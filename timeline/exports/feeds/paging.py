"""A feed in files of a bounded length: the latest news in one, what is older in archives that fill up and stay.

Archives are counted from the oldest news onwards, so that what entered one stays in it when more is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.exports.feeds.news import Feed, News

LENGTH = 50
"""News of an archive, and at least as many stand in the file that readers ask for; never twice as many."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a feed."""

    feed: Feed
    path: str
    news: tuple[News, ...]
    archived: bool = False
    older: str = ""
    """The path of the archive before it, if there is one."""
    newer: str = ""
    """The path of the archive after it, if there is one."""


def parts(feed: Feed) -> Iterator[Part]:
    """The file that readers ask for, and the archives."""
    number = max(0, len(feed.news) // LENGTH - 1)
    paths = ["", *(f"{feed.path}-{n}" for n in range(1, number + 1)), ""]
    yield Part(feed, feed.path, feed.news[: len(feed.news) - number * LENGTH], older=paths[number])
    for n in range(1, number + 1):
        end = len(feed.news) - (n - 1) * LENGTH
        yield Part(feed, paths[n], feed.news[end - LENGTH : end], True, paths[n - 1], paths[n + 1])
