"""A citation as a sentence, for a footnote or a letter."""

from __future__ import annotations

import datetime

from timeline.dates import parse, words
from timeline.exports.bibliography.entry import Entry
from timeline.model.identifiers import doi_address


def text(entry: Entry, locale: str = "en") -> str:
    """Who, what, where, when, and which version; what is not known is said to be."""
    if entry.version and entry.edition:
        parts = [
            f"“{entry.quote}”" if entry.quote else "",
            f"{'Under: ' if entry.quote else ''}“{entry.title}”",
            f"In: {entry.container}, version {entry.version}, checked up to {_day(entry.edition, locale)}",
            entry.url,
        ]
        return _sentences(parts)
    title = f"“{entry.title}”" + (f" [{entry.translated}]" if entry.translated else "")
    dated = words(entry.issued, locale) if entry.issued else "undated"
    parts = [
        ", ".join(map(str, entry.authors)),
        title,
        f"{entry.container}, {dated}",
        f"ISBN {entry.isbn}" if entry.isbn else "",
        str(entry.holding) if entry.holding else "",
        entry.url or (doi_address(entry.doi) if entry.doi else ""),
        f"Archived: {entry.archive}" if entry.archive else "",
        f"Read on {_day(entry.read, locale)}" if entry.read else "",
        entry.note[:1].upper() + entry.note[1:],
    ]
    return _sentences(parts)


def _sentences(parts: list[str]) -> str:
    """A full stop after each part, but none behind an address, which it would seem to belong to."""
    ended = (
        part if part.endswith((".", "!", "?")) or "://" in part.split(" ")[-1] else f"{part}." for part in parts if part
    )
    return " ".join(ended)


def _day(day: datetime.date, locale: str) -> str:
    return words(parse(day.isoformat()), locale)
