"""BibTeX and BibLaTeX, read by pybtex."""

from __future__ import annotations

import re
from typing import Any

from timeline.imports.documents import Document
from timeline.imports.draft import Unreadable

_PUBLISHERS = (
    *("journaltitle", "journal", "booktitle", "organization", "institution", "school", "publisher", "howpublished"),
)
_READ = frozenset(
    ["title", "date", "year", "month", "day", "url", "urldate", "doi", "isbn", "langid", "language", "note"]
)
_LOOK = re.compile(r"\\(?:emph|mkbibemph|mkbibquote|textit|textbf|texttt|textsc|textrm|url)\s*(?=\{)")
_URL = re.compile(r"\\url\{([^}]*)\}")


def documents(text: str) -> list[tuple[str, Document]]:
    """Each entry with its key."""
    try:
        from pybtex.database import parse_string
    except ModuleNotFoundError:
        raise Unreadable.uninstalled("BibTeX") from None
    from pybtex.exceptions import PybtexError

    try:
        entries = parse_string(text, "bibtex").entries
    except PybtexError as error:
        raise Unreadable(f"the file is no BibTeX: {error}", "mend it, or save it again as BibTeX") from None
    return [(str(key), _document(str(key), entry)) for key, entry in entries.items()]


def _document(key: str, entry: Any) -> Document:
    made = Document(f"entry {key}", markup=False)
    fields = {str(name).lower(): str(value) for name, value in entry.fields.items()}
    if "title" in fields:
        made.line("title", "title", _plain(fields["title"]))
    for name in _PUBLISHERS:
        if name in fields and not (name == "howpublished" and _URL.search(fields[name])):
            made.line(name, "publisher", _plain(fields[name]))
    authors = [_author(person) for person in entry.persons.get("author", [])]
    if authors:
        made.fields["authors"] = authors
    for role, persons in entry.persons.items():
        if role.lower() != "author":
            made.leave(role, " and ".join(str(person) for person in persons))
    _dates(made, fields)
    _address(made, fields)
    for name in ("langid", "language"):
        if name in fields and "language" not in made.fields:
            made.tongue(name, _plain(fields[name]))
    if "note" in fields:
        made.note("note", _plain(fields["note"]))
    made.leave("type", entry.type, "what sort of text it is does not say how near it is to what it tells")
    for name, value in fields.items():
        if name not in _READ and name not in _PUBLISHERS:
            made.leave(name, _plain(value))
    return made


def _author(person: Any) -> Any:
    """A name in its parts; one in braces as a whole."""
    raw = [[str(part) for part in parts] for parts in (person.prelast_names, person.last_names, person.lineage_names)]
    given = " ".join(_plain(str(part)) for part in (*person.first_names, *person.middle_names))
    family = " ".join(_plain(part) for parts in raw for part in parts)
    if given:
        return {"family": family, "given": given}
    return family


def _dates(made: Document, fields: dict[str, str]) -> None:
    if date := fields.get("date"):
        made.date("date", "issued", date.strip("{} "))
        if (year := fields.get("year")) and not made.fields.get("issued", "").startswith(year):
            made.leave("year", year, "`date` says otherwise")
    elif year := fields.get("year"):
        parts = [_plain(fields[name]) for name in ("day", "month", "year") if fields.get(name)]
        month = fields.get("month", "")
        if month.isdecimal():
            made.date("year", "issued", "-".join(part.zfill(2) for part in reversed(parts)))
        else:
            made.date("year", "issued", " ".join(parts))
        if "issued" not in made.fields and month:
            made.leave("month", month, "without its year a month is no date")
    if read := fields.get("urldate"):
        made.date("urldate", "accessed", read.strip("{} "))


def _address(made: Document, fields: dict[str, str]) -> None:
    found = _URL.search(fields.get("howpublished", ""))
    url = fields.get("url") or (found[1] if found else "")
    doi = fields.get("doi", "")
    if url:
        made.fields["url"] = url.replace("\\_", "_").replace("\\%", "%").replace("\\&", "&").replace("\\#", "#").strip()
    made.number("doi", "doi", doi.replace("\\_", "_"))
    made.number("isbn", "isbn", fields.get("isbn", ""))


def _plain(value: str) -> str:
    """What TeX would print."""
    from pybtex.richtext import Text

    try:
        return str(Text.from_latex(_LOOK.sub("", value)))
    except Exception:  # a slip in TeX stays as it was typed
        return value
