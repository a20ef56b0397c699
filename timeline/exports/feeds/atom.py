"""A feed as Atom (RFC 4287), with its older part in archives (RFC 5005); a browser shows it by a style sheet."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from itertools import chain
from xml.sax.saxutils import escape, quoteattr

from timeline.exports.feeds.news import News, language_of_feed, language_of_news
from timeline.exports.feeds.paging import Part
from timeline.model import Timeline
from timeline.site import urls
from timeline.site.text_language import spoken_in
from timeline.site.urls import Links

KIND = "application/atom+xml"
ENDING = "xml"
"""What web servers hand out as something that browsers show."""


def moment(time: datetime.datetime) -> str:
    """A moment in UTC."""
    return f"{time:%Y-%m-%dT%H:%M:%SZ}"


def _language(tag: str) -> str:
    return f" xml:lang={quoteattr(tag)}" if tag else ""


def document(timeline: Timeline, part: Part, above: str, links: Links, entries: Iterable[str]) -> Iterator[str]:
    """One file, by lines; `above` leads to the home page, and a browser wants its style sheet from the same host."""
    feed, record = part.feed, timeline.record
    through = datetime.datetime.combine(record.through, datetime.time())
    updated = max((news.updated for news in part.news), default=through)
    ways = [("alternate", "text/html", feed.page), ("self", KIND, f"{part.path}.{ENDING}")]
    if part.older:
        ways.append(("prev-archive", KIND, f"{part.older}.{ENDING}"))
    if part.newer:
        ways.append(("next-archive", KIND, f"{part.newer}.{ENDING}"))
    if part.archived:
        ways.append(("current", KIND, f"{feed.path}.{ENDING}"))
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<?xml-stylesheet type="text/css" href={quoteattr(links.to(urls.FEED_STYLE))}?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" '
        f"xml:lang={quoteattr(spoken_in(record))}>",
        f"<title{_language(language_of_feed(timeline, feed))}>{escape(feed.title)}</title>",
        f"<subtitle>{escape(feed.about)}</subtitle>",
        f"<id>{feed.id}</id>",
        f"<updated>{moment(updated)}</updated>",
        f"<author><name>{escape(record.title)}</name></author>",
        *(f'<link rel="{relation}" type="{kind}" href={quoteattr(above + path)}/>' for relation, kind, path in ways),
    ]
    if record.licence:
        lines.append(f"<rights>{escape(record.licence)}</rights>")
    if part.archived:
        lines.append("<fh:archive/>")
    for line in chain(lines, entries, ["</feed>"]):
        yield f"{line}\n"


def entry(timeline: Timeline, news: News, link: str, content: str) -> str:
    """One of its entries."""
    topics = [timeline.topics_by_id[id] for id in news.event.topics]
    lines = [
        "<entry>",
        f"<title{_language(language_of_news(timeline, news))}>{escape(news.title)}</title>",
        f"<id>{news.id}</id>",
        f"<published>{moment(news.published)}</published>",
        f"<updated>{moment(news.updated)}</updated>",
        f'<link rel="alternate" type="text/html" href={quoteattr(link)}/>',
        *(f"<category term={quoteattr(topic.id)} label={quoteattr(topic.name)}/>" for topic in topics),
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{content}</div></content>',
        "</entry>",
    ]
    return "\n".join(lines)
