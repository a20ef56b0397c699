"""What an entry of a feed says, as paragraphs that are XHTML and HTML alike.

A date stands there in words, as vague as it is known; the machine dates of an entry are days of ours.
"""

from __future__ import annotations

from html.parser import HTMLParser
from xml.sax.saxutils import escape, quoteattr

from timeline import dates
from timeline.exports.feeds.news import CHANGES, News
from timeline.model import Event
from timeline.queries.index import Index
from timeline.site import inline, wording
from timeline.site.direction import apart, directed


def content(index: Index, news: News, link: str) -> str:
    """The paragraphs; `link` leads to the event, or to the change on its page."""
    event, day = news.event, dates.words(wording.day(news.day))
    if news.update:
        where = f"<a href={quoteattr(link)}>{escape(apart(event.title))}</a>, {escape(dates.words(event.date))}"
        before = f"Before: {xhtml(news.update.was)}" if news.update.was else ""
        now = f"{'Now: ' if before else ''}{xhtml(news.update.text)}"
        parts = [f"{CHANGES[news.update.kind]} of {day}", before, now, where]
    else:
        disputed = len(index.questions_by_event.get(event.id, ()))
        said = [
            _when(event),
            wording.course(event),
            event.status,
            wording.evidence(index.evidence_of(event)),
            wording.count(disputed, "dispute") if disputed else "",
        ]
        parts = [
            escape(" · ".join(each for each in said if each)),
            xhtml(event.summary or event.claims[0].text),
            _elsewhere(event),
            f"<a href={quoteattr(link)}>Added to the record on {day}</a>",
        ]
    return directed("".join(f"<p>{each}</p>" for each in parts if each))


def _when(event: Event) -> str:
    """The date in words that begin a line."""
    words = dates.words(event.date)
    return words[:1].upper() + words[1:]


def _elsewhere(event: Event) -> str:
    """Dates that others give."""
    words = wording.listed([dates.words(rival.date) for rival in event.rivals])
    return f"Also dated: {escape(words)}" if words else ""


def xhtml(text: str) -> str:
    """The inline Markdown of a record as XML has it: everything closed, no entity that only HTML knows."""
    reader = _Reader()
    reader.feed(str(inline.html(text)))
    reader.close()
    return "".join(reader.pieces)


class _Reader(HTMLParser):
    """Writes down again what it reads; the elements that `inline` lets through all have an end."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = "".join(f" {name}={quoteattr(value or '')}" for name, value in attrs)
        self.pieces.append(f"<{tag}{said}>")

    def handle_endtag(self, tag: str) -> None:
        self.pieces.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.pieces.append(escape(data))
