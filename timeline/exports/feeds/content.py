"""What an entry of a feed says, as paragraphs that are XHTML and HTML alike.

A date stands there in words, as vague as it is known; the machine dates of an entry are days of ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from xml.sax.saxutils import escape, quoteattr

from timeline import dates
from timeline.exports.feeds.news import News, change_words
from timeline.language import gettext as _
from timeline.model import About, Event, Update
from timeline.model.words import STATUS_NAMES
from timeline.queries.index import Index
from timeline.site import amounts, inline_markdown, text_language, wording
from timeline.site.text_direction import apart, directed


def anchor(number: int) -> str:
    """Where a change stands on the page of its event."""
    return f"#_update-{number}"


def content(index: Index, news: News, page: str) -> str:
    """The paragraphs; `page` is the address of the event."""
    about = index.timeline.record
    parts = [
        part for number, update in news.changes for part in _changed(about, update, f"{page}{anchor(number)}", news)
    ]
    parts += _of_change(about, news.event, page) if news.change else _of_event(index, news.event, page)
    return directed("".join(f"<p>{each}</p>" for each in parts if each))


def _changed(about: About, update: Update, link: str, news: News) -> Iterator[str]:
    """What sort of change it was, what stood there before, and what stands now."""
    change = apart(change_words(update))
    words = escape(_("{change} of {day}").format(change=change, day=dates.words(wording.day(update.on))))
    yield words if news.change else f"<a href={quoteattr(link)}>{words}</a>"
    if update.was:
        yield _("Before: {text}").format(text=_said(about, update.was))
    now = _said(about, update.text)
    yield _("Now: {text}").format(text=now) if update.was else now


def _of_change(about: About, event: Event, page: str) -> Iterator[str]:
    """What was changed."""
    title = _in_language(about, event.title, escape(apart(event.title)))
    yield f"<a href={quoteattr(page)}>{title}</a>, {escape(dates.words(event.date))}"


def _of_event(index: Index, event: Event, page: str) -> Iterator[str]:
    """What happened, how sure that is, and since when it stands in the record."""
    disputed = len(index.questions_by_event.get(event.id, ()))
    said = [
        _when(event),
        wording.course(event),
        STATUS_NAMES[event.status],
        wording.evidence(index.evidence_of(event)),
        wording.plural(disputed, "{n} dispute", "{n} disputes") if disputed else "",
    ]
    yield escape(" · ".join(each for each in said if each))
    yield _said(index.timeline.record, event.summary or event.claims[0].text)
    yield escape("; ".join(_withdrawn(index, event)))
    yield _elsewhere(event)
    yield escape("; ".join(map(amounts.told, event.amounts)))
    if event.note:
        yield _("Note by the editors: {text}").format(text=_said(index.timeline.record, event.note))
    added = _("Added to the record on {day}").format(day=dates.words(wording.day(event.added)))
    yield f"<a href={quoteattr(page)}>{added}</a>"


def _when(event: Event) -> str:
    """The date in words that begin a line."""
    words = dates.words(event.date)
    return words[:1].upper() + words[1:]


def _withdrawn(index: Index, event: Event) -> Iterator[str]:
    """Documents that are cited and were taken back."""
    cited = [*event.citations, *(citation for claim in event.claims for citation in claim.citations)]
    for id in dict.fromkeys(citation.source for citation in cited):
        source = index.timeline.sources_by_id[id]
        if gone := wording.withdrawn(source):
            yield f"{wording.document(source)}: {gone}"


def _elsewhere(event: Event) -> str:
    """Dates that others give."""
    words = wording.listed([dates.words(rival.date) for rival in event.rivals])
    return _("Also dated: {dates}").format(dates=escape(words)) if words else ""


def _said(about: About, text: str) -> str:
    """A text of the record, which says its language where that is not the feed's."""
    return _in_language(about, text, xhtml(text))


def _in_language(about: About, text: str, written: str) -> str:
    """Both attributes: a program that reads HTML knows the one, a program that reads XML the other."""
    tag = text_language.other_than_here(about, text)
    return f"<span lang={quoteattr(tag)} xml:lang={quoteattr(tag)}>{written}</span>" if tag else written


def xhtml(text: str) -> str:
    """The inline Markdown of a record as XML has it: everything closed, no entity that only HTML knows."""
    html = str(inline_markdown.html(text))
    if "<" not in html:
        return escape(unescape(html))
    reader = _Reader()
    reader.feed(html)
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
