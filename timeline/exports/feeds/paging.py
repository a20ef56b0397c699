"""A feed in files of a bounded length: the latest news in one, and what is older in archives.

Each entry stands in the feed of everything for good. The others, of which there are as many as subjects, tell the
latest only: archives of theirs would say each entry several times more. Archives fill up and stay: they are counted
from the oldest news onwards, so that what entered one stays in it when more is told. An entry that was changed since
stands in a newer file too, once in each, and of several the latest counts (RFC 5005).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timeline.exports.feeds.news import Feed, News

LENGTH = 50
"""News that an archive is made of, and at least as many make the file that readers ask for; never twice as many."""


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
    """The file that readers ask for, and the archives if it has any."""
    if not feed.whole:
        yield Part(feed, feed.path, _once(feed.news[:LENGTH]))
        return
    number = max(0, len(feed.news) // LENGTH - 1)
    paths = ["", *(f"{feed.path}-{n}" for n in range(1, number + 1)), ""]
    yield Part(feed, feed.path, _once(feed.news[: len(feed.news) - number * LENGTH]), older=paths[number])
    for n in range(1, number + 1):
        end = len(feed.news) - (n - 1) * LENGTH
        yield Part(feed, paths[n], _once(feed.news[end - LENGTH : end]), True, paths[n - 1], paths[n + 1])


def _once(news: Iterable[News]) -> tuple[News, ...]:
    """Of each entry the latest state."""
    entries: dict[str, News] = {}
    for each in news:
        entries.setdefault(each.id, each)
    return tuple(entries.values())
