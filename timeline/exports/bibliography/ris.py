"""RIS, which every citation manager opens.

It knows years, months and days and no doubt about them, so a date with doubt is told in words, in a note, and never as
its first day. A comma in a name tells readers which part is the family's, so only a name that the record
divides has one of ours.
"""

from __future__ import annotations

import datetime

from timeline.dates import Date, machine, words
from timeline.exports.bibliography.entry import NOTES, Entry, occasion


def ris(entry: Entry) -> str:
    """One entry, with its end."""
    dated, notes = entry.edition or entry.issued, []
    if entry.about:
        notes.append(occasion(entry.about))
    if isinstance(dated, Date) and not _exact(dated):
        notes.append(f"dated {words(dated, NOTES)}")
    if entry.translated:
        notes.append(f"title translated: {entry.translated}")  # programs that know TT put it in the title's place
    if entry.archive:
        notes.append(f"archived at {entry.archive}")
    if entry.note:
        notes.append(entry.note)
    lines = [
        ("TY", "ENCYC" if entry.version else "BOOK" if entry.isbn else "ELEC" if entry.url else "GEN"),
        ("ID", entry.key),
        *(("AU", author.sorted_by) for author in entry.authors),
        ("TI", entry.title),
        ("M3", entry.genre),
        ("T2" if entry.version else "PB", entry.container),
        ("ET", f"version {entry.version}" if entry.version else ""),
        ("PY", _date(dated)[:4]),
        ("DA", _date(dated)),
        ("DO", entry.doi),
        ("SN", entry.isbn),
        ("DB", entry.holding.archive if entry.holding else ""),
        ("CN", (entry.holding.number or "") if entry.holding else ""),
        ("UR", entry.url),
        ("Y2", _date(entry.read)),
        ("LA", entry.language),
        ("N1", "; ".join(notes)),
    ]
    return "\n".join([*(f"{tag}  - {value}" for tag, value in lines if value), "ER  - "])


def _date(value: Date | datetime.date | None) -> str:
    """`2025/05/04/`, with what is not known left empty; nothing for a date with doubt."""
    if value is None:
        return ""
    known = _exact(value).split("-") if isinstance(value, Date) else value.isoformat().split("-")
    return f"{'/'.join([*known, '', ''][:3])}/" if known != [""] else ""


def _exact(date: Date) -> str:
    """A year, month or day that nobody doubts."""
    return "" if date.uncertain or date.approximate else (machine(date) or "").partition("T")[0]
