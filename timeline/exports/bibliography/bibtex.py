"""BibTeX, in the fields of BibLaTeX, whose dates are EDTF like ours.

Programs older than BibLaTeX know `year` alone, so it stands beside `date` where the whole date lies in one
year and nobody doubts it. What BibLaTeX has no form for is told in words, in the field `note`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from babel import Locale

from timeline.dates import Date, words
from timeline.dates.days import year_text
from timeline.exports.bibliography.entry import NOTES, Entry, occasion
from timeline.model import Author

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces, also those that TeX would print
    "}": r"\textbraceright{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_COMMANDS = str.maketrans(_SPECIAL)
_LIGATURES = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=`)(?=`)|(?<=[?!])(?=`)|(?<=,)(?=,)")
_PAIRS = ("--", "''", "``", "?`", "!`", ",,")
_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})
_DOUBT = re.compile(r"[~?%]")


def bibtex(entry: Entry) -> str:
    """One entry, ready for a `.bib` file."""
    dated = entry.issued
    notes = [f"version {entry.version}"] if entry.version else []
    if entry.about:
        notes.insert(0, occasion(entry.about))
    if dated and not date(dated):
        notes.append(f"dated {words(dated, NOTES)}")
    if entry.archive:
        notes.append(f"archived at {entry.archive}")
    if entry.note:
        notes.append(entry.note)
    fields = {
        "author": " and ".join(map(_author, entry.authors)),
        "title": f"{{{_tex(entry.title)}}}" if entry.title else "",
        "titleaddon": _tex(entry.translated or (f"[{entry.genre}]" if entry.genre else "")),
        "booktitle" if entry.version else "publisher" if entry.isbn else "organization": f"{{{_tex(entry.container)}}}",
        "date": entry.edition.isoformat() if entry.edition else date(dated) if dated else "",
        "year": str(entry.edition.year) if entry.edition else _year(dated) if dated else "",
        "doi": entry.doi.translate(_ADDRESS),
        "isbn": entry.isbn,
        "library": _tex(str(entry.holding)) if entry.holding else "",
        "url": entry.url.translate(_ADDRESS),
        "urldate": entry.read.isoformat() if entry.read else "",
        "langid": _language(entry.language),
        "note": _tex("; ".join(notes)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    kind = "inreference" if entry.version else "book" if entry.isbn else "online" if entry.url else "misc"
    return "\n".join([f"@{kind}{{{entry.key},", *lines, "}"])


def _author(author: Author) -> str:
    """In braces what BibTeX must not divide."""
    parts = (author.family, author.given) if author.given else (author.family,)
    return ", ".join(f"{{{_tex(part)}}}" for part in parts)


def _tex(words: str) -> str:
    """Text that prints as it is: no command in it, and no two signs that become another one."""
    plain = words.translate(_COMMANDS)
    return _LIGATURES.sub("{}", plain) if any(pair in plain for pair in _PAIRS) else plain


def date(value: Date) -> str:
    """The date in EDTF; nothing for "some day between", which BibLaTeX cannot read."""
    return "" if value.form == "between" else value.edtf


@lru_cache(maxsize=200)
def _language(tag: str) -> str:
    """A language as TeX's packages call it: by its English name."""
    return str(Locale("en").languages.get(tag.partition("-")[0], "")).lower()


def _year(value: Date) -> str:
    if value.form == "between" or _DOUBT.search(value.text) or not value.earliest or not value.latest:
        return ""
    return year_text(value.earliest.year) if value.earliest.year == value.latest.year else ""
