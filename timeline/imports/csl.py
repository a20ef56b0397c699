"""CSL-JSON, which Zotero and other citation managers write (schema 1.0.2)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from timeline.imports.documents import Document
from timeline.imports.draft import Unreadable

_PUBLISHERS = ("container-title", "publisher", "authority", "collection-title")
_READ = frozenset(
    [
        "id",
        "title",
        "author",
        "issued",
        "accessed",
        "URL",
        "DOI",
        "ISBN",
        "language",
        "note",
        "archive",
        "archive_location",
        "call-number",
        "type",
    ]
)
_TELLING = frozenset(["issued", "author", "URL", "DOI", "container-title", "publisher"])
_SEASONS = {"1": "21", "2": "22", "3": "23", "4": "24", "spring": "21", "summer": "22", "autumn": "23", "winter": "24"}


def documents(data: list[Any]) -> list[tuple[str, Document]]:
    """Each item with its id."""
    made = []
    for number, item in enumerate(data, 1):
        if not isinstance(item, dict):
            raise Unreadable(f"item {number:,} is no object", "a list of CSL-JSON consists of objects")
        key = _text(item.get("id"))
        made.append((key, _document(item, f"item {key or f'{number:,}'}")))
    return made


def looks_alike(item: object) -> bool:
    """Whether an object is an item of CSL-JSON."""
    return isinstance(item, dict) and {"type", "title"} <= set(item) and not _TELLING.isdisjoint(item)


def _document(item: Mapping[str, Any], where: str) -> Document:
    made = Document(where)
    if title := _text(item.get("title")):
        made.line("title", "title", title)
    for name in _PUBLISHERS:
        if value := _text(item.get(name)):
            made.line(name, "publisher", value)
    _authors(made, item.get("author"))
    for name, field in (("issued", "issued"), ("accessed", "accessed")):
        if name in item:
            _date(made, name, field, item[name])
    if language := _text(item.get("language")):
        made.tongue("language", language)
    url, doi = _text(item.get("URL")), _text(item.get("DOI"))
    if url:
        made.fields["url"] = url
    made.number("DOI", "doi", doi)
    made.number("ISBN", "isbn", _text(item.get("ISBN")))
    held, number = _text(item.get("archive")), _text(item.get("call-number"))
    if held:
        made.fields["holding"] = {"archive": held, "number": number} if number else {"archive": held}
    elif number:
        made.leave("call-number", number, "it does not say which archive or library has the number")
    if archive := _text(item.get("archive_location")):
        if "://" in archive:
            made.fields["archive"] = {"url": archive}
        else:
            made.leave("archive_location", archive)
    if note := _text(item.get("note")):
        made.note("note", note)
    if kind := _text(item.get("type")):
        made.leave("type", kind, "what sort of text it is does not say how near it is to what it tells")
    for name, value in item.items():
        if name not in _READ and name not in _PUBLISHERS and value not in (None, "", [], {}):
            made.leave(name, _text(value))
    return made


def _authors(made: Document, value: Any) -> None:
    authors: list[Any] = []
    for each in value if isinstance(value, list) else []:
        if not isinstance(each, dict):
            made.leave("author", each, "a name has the parts `family` and `given`, or `literal`")
            continue
        particle = _text(each.get("dropping-particle"))
        family = " ".join(filter(None, (_text(each.get("non-dropping-particle")), _text(each.get("family")))))
        given = " ".join(filter(None, (_text(each.get("given")), particle)))
        whole = _text(each.get("literal")) or (given if not family else "")
        if whole:
            authors.append(whole)
        elif family:
            authors.append({"family": family, "given": given} if given else {"family": family})
        if suffix := _text(each.get("suffix")):
            made.leave("author", f"{family} {suffix}", "a name here has no part for it")
    if authors:
        made.fields["authors"] = authors


def _date(made: Document, name: str, field: str, value: Any) -> None:
    """A date with as many parts as are given."""
    if not isinstance(value, dict):
        made.leave(name, value, "a date of CSL has `date-parts`, or words under `literal`")
        return
    words = _text(value.get("literal")) or _text(value.get("raw"))
    if not value.get("date-parts"):
        if words:
            made.date(name, field, words)
        return
    ends = [_parts(each) for each in value["date-parts"] if isinstance(each, list)][:2]
    season = _SEASONS.get(_text(value.get("season")).casefold(), "")
    if season and len(ends) == 1 and len(ends[0]) == 4:
        ends = [f"{ends[0]}-{season}"]
    if value.get("circa") in (True, "true", 1, "1") and len(ends) == 1:
        ends = [f"{ends[0]}~"]
    if not all(ends):
        made.leave(name, _text(value), "a date of CSL has a year, a month and a day, in numbers")
        return
    made.date(name, field, "/".join(ends))


def _parts(values: list[Any]) -> str:
    texts = [_text(value) for value in values[:3]]
    while texts and texts[-1] in ("", "0"):
        texts.pop()
    if not texts or not all(text.isdecimal() and text.isascii() for text in texts):
        return "-1" if texts and texts[0].startswith("-") else ""
    return "-".join([texts[0].zfill(4), *(text.zfill(2) for text in texts[1:])])


def _text(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).lower()
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return " ".join(str(value).split()) if not isinstance(value, str) else value.strip()
