"""What the record and the draft have already: documents, topics and actors are found before they are added."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from timeline.edits.add import proposed, same_document
from timeline.imports.draft import Draft, Fields
from timeline.imports.plain_text import marked
from timeline.model import Timeline
from timeline.model.address import bare_address, unsafe
from timeline.model.fields import SLUG, slug, slugged
from timeline.model.timeline import casefolded

_ADDRESS = re.compile(r"https?://\S+|(?:www\.)[^\s/]+\.\S+|[\w\-]+(?:\.[\w\-]+)+/\S*", re.IGNORECASE)
_BETWEEN_DOCUMENTS = re.compile(
    r"[\r\n]+|[;|]+(?=\s|$|https?://|www\.|[\w\-]+(?:\.[\w\-]+)+/)|\s+(?=https?://)|(?<=\S),\s*(?=https?://)",
    re.IGNORECASE,
)
"""A semicolon within an address is a sign of it, as between the parts of a query."""
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


@dataclass(slots=True)
class Known:
    """The record that a draft is for, and the draft."""

    timeline: Timeline
    draft: Draft
    _taken: dict[str, set[str]] = field(default_factory=dict)
    _documents: dict[str, str] = field(default_factory=dict)
    """Addresses and words of the documents that the draft has, with their ids."""

    def taken(self, name: str) -> set[str]:
        """The ids and former ids of a list, in the record and in the draft."""
        if name not in self._taken:
            records: Iterable[Any] = getattr(self.timeline, name)
            self._taken[name] = {id for each in records for id in (each.id, *getattr(each, "aliases", ()))}
        return self._taken[name]

    def fresh(self, name: str, *parts: str) -> str:
        """An id that nothing has yet, taken from now on."""
        id = proposed(self.taken(name), *filter(None, parts))
        if id:
            self.taken(name).add(id)
        return id

    def source(self, cited: str, where: str, fields: Fields | None = None) -> str:
        """The id of a document that is named by its address, its id or in words."""
        address = is_address(cited)
        key = (bare_address(cited) if address and not unsafe(cited) else casefolded(cited)) or cited
        if key in self._documents:
            return self._documents[key]
        if cited in self.timeline.sources_by_id:
            return cited
        if address and not unsafe(cited) and (there := same_document(self.timeline.sources, cited, "", "")):
            return there.id
        given = fields or {}
        if address:
            words = given.get("title") or _end_of(cited)
            id = self._source_id(where, given.get("publisher") or _host(cited), given.get("issued", ""), words)
            made = {"id": id, **given, "url": cited}
        else:
            id = self._source_id(where, given.get("publisher", ""), cited)
            made = {"id": id, **given, "note": marked(cited)}
        self.draft.add("sources", made, where)
        self._documents[key] = id
        return id

    def _source_id(self, where: str, *words: str) -> str:
        """An id of a document's words; where they have no letters that an id takes, of the place that named it."""
        return self.fresh("sources", *words) or self.fresh("sources", f"source of {where}")

    def titled(self, fields: Fields, where: str) -> str:
        """The id of a document of which the title is known and no address."""
        title, publisher = fields["title"], fields.get("publisher", "")
        key = casefolded(f"{title} {publisher}")
        if key in self._documents:
            return self._documents[key]
        if publisher and (there := same_document(self.timeline.sources, None, title, publisher)):
            return there.id
        id = self._source_id(where, publisher, fields.get("issued", ""), title)
        self.draft.add("sources", {"id": id, **fields}, where)
        self._documents[key] = id
        return id

    def said_of(self, id: str) -> Fields:
        """What is said of a document, in the draft or in the record."""
        for item in self.draft.lists.get("sources", []):
            if item.fields["id"] == id:
                return item.fields
        source = self.timeline.source(id)
        if source is None:
            return {}
        authors = ", ".join(map(str, source.authors))
        issued = source.issued.text if source.issued else ""
        return {"title": source.title, "publisher": source.publisher, "issued": issued, "authors": authors}

    def named(self, name: str, called: str, where: str) -> str:
        """The id of a topic or an actor by id or name; it is added where there is none."""
        if there := self._there(name, called):
            return there
        for item in self.draft.lists.get(name, []):
            if casefolded(item.fields["name"]) == casefolded(called):
                return str(item.fields["id"])
        id = self.fresh(name, called) or self.fresh(name, f"{name} {where}")
        self.draft.add(name, {"id": id, "name": called}, where)
        return id

    def knows(self, name: str, called: str) -> bool:
        """Whether the record has a topic or an actor of this name."""
        return bool(self._there(name, called))

    def _there(self, name: str, called: str) -> str:
        """The id of a topic or an actor that the record has, by its id, a former one or a name; empty for none."""
        records: Iterable[Any] = getattr(self.timeline, name)
        for each in records:
            if casefolded(called) in map(casefolded, (each.id, *each.aliases, each.name, *each.also)):
                return str(each.id)
        return ""

    def came_as(self, old: str) -> str:
        """The event that a row of former times became; empty where there is none."""
        alias = slugged(old)
        there = self.timeline.renamed["event"].get(alias)
        return there or (alias if alias in self.timeline.events_by_id and telling(old) else "")


def telling(id: str) -> bool:
    """Whether an id of somebody else may stay: it is one of ours, and made of words."""
    if not SLUG.fullmatch(id) or _UUID.fullmatch(id) or "-" not in id:
        return False
    try:
        slug(id)
    except ValueError:
        return False
    return any(part.isalpha() and len(part) > 2 for part in id.split("-"))


def is_address(text: str) -> bool:
    """Whether a text is meant as an address."""
    return _ADDRESS.fullmatch(text) is not None


def addresses(text: str) -> list[str]:
    """The documents that a cell names: each address alone, or the words as they stand."""
    found: list[str] = []
    for part in map(str.strip, _BETWEEN_DOCUMENTS.split(text)):
        found += [part] if is_address(part) else re.split(r"\s*[;|]\s*", part)
    return [part for each in found if (part := each.strip().rstrip(","))]


def several(text: str, commas: bool) -> list[str]:
    """The names in a cell, which stand on lines or between semicolons, and in lists of tags between commas."""
    return [
        part for each in re.split(r"[\r\n;|,]" if commas else r"[\r\n;|]", text) if (part := " ".join(each.split()))
    ]


def _host(url: str) -> str:
    try:
        host = urlsplit(url if "://" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return slugged(host.removeprefix("www.")).replace("-", " ").rpartition(" ")[0] or slugged(host)


def _end_of(url: str) -> str:
    """The words at the end of an address."""
    try:
        path = urlsplit(url if "://" in url else f"//{url}").path
    except ValueError:
        return ""
    last = path.rstrip("/").rpartition("/")[2]
    return re.sub(r"\.[a-z]{2,5}$", "", last).replace("-", " ").replace("_", " ")
