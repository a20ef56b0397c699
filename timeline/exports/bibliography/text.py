"""A citation as a sentence, for a footnote or a letter, in the language in use."""

from __future__ import annotations

import datetime

from timeline.dates import parse, words
from timeline.exports.bibliography.entry import Entry
from timeline.language import gettext as _
from timeline.model.identifiers import doi_address

_CLOSING = "\"'”’“‘»«"
"""Marks behind which a stop that was quoted still ends the sentence."""


def text(entry: Entry) -> str:
    """Who, what, where, when, and which version; what is not known is said to be."""
    if entry.version and entry.edition:
        parts = [
            _("“{words}”").format(words=entry.quote) if entry.quote else "",
            _("Under: “{title}”").format(title=entry.title)
            if entry.quote
            else _("“{words}”").format(words=entry.title),
            _("In: {record}, version {version}, checked up to {day}").format(
                record=entry.container, version=entry.version, day=_day(entry.edition)
            ),
            entry.url,
        ]
        return _sentences(parts)
    title = (_("“{words}”").format(words=entry.title) if entry.title else f"[{entry.genre}]") + (
        f" [{entry.translated}]" if entry.translated else ""
    )
    dated = words(entry.issued) if entry.issued else _("undated")
    parts = [
        ", ".join(map(str, entry.authors)),
        title,
        f"{entry.container}, {dated}",
        f"ISBN {entry.isbn}" if entry.isbn else "",
        str(entry.holding) if entry.holding else "",
        entry.url or (doi_address(entry.doi) if entry.doi else ""),
        _("Archived: {address}").format(address=entry.archive) if entry.archive else "",
        _("Read on {day}").format(day=_day(entry.read)) if entry.read else "",
        entry.note[:1].upper() + entry.note[1:],
    ]
    return _sentences(parts)


def _sentences(parts: list[str]) -> str:
    """A full stop after each part, but none behind an address, which it would seem to belong to."""
    ended = (
        part if part.rstrip(_CLOSING).endswith((".", "!", "?")) or "://" in part.split(" ")[-1] else f"{part}."
        for part in parts
        if part
    )
    return " ".join(ended)


def _day(day: datetime.date) -> str:
    return words(parse(day.isoformat()))
