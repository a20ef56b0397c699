"""A feed as JSON Feed 1.1, which knows whole addresses only: a site without one has none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from timeline.exports.feeds.atom import moment
from timeline.exports.feeds.news import News, language_of_news
from timeline.exports.feeds.paging import Part
from timeline.exports.json_lines import compact, listed
from timeline.model import Timeline
from timeline.site.text_language import spoken_in

KIND = "application/feed+json"
ENDING = "json"


def document(timeline: Timeline, part: Part, site: str, items: Iterable[str]) -> Iterator[str]:
    """One file, an item on each line; `site` is the address of the home page."""
    feed, record = part.feed, timeline.record
    feed_as_json: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.about,
        "home_page_url": site + feed.page,
        "feed_url": f"{site}{part.path}.{ENDING}",
        "language": spoken_in(record),
        "authors": [{"name": record.title}],
    }
    if part.older:
        feed_as_json["next_url"] = f"{site}{part.older}.{ENDING}"
    yield compact(feed_as_json)[:-1]
    yield from listed("items", items)
    yield "}\n"


def item(timeline: Timeline, news: News, link: str, content: str) -> str:
    """One of its items."""
    entry: dict[str, Any] = {
        "id": news.id,
        "url": link,
        "title": news.title,
        "content_html": content,
        "date_published": moment(news.published),
    }
    if news.updated != news.published:
        entry["date_modified"] = moment(news.updated)
    if tag := language_of_news(timeline, news):
        entry["language"] = tag
    topics = [timeline.topics_by_id[id].name for id in news.event.topics]
    return compact(entry | ({"tags": topics} if topics else {}))
