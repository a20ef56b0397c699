"""Documents of a bibliography as sources: what a record asks of a document and others do not know stays open."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from babel import Locale
from pydantic_core import PydanticCustomError

from timeline.imports import plain_text, typed_dates
from timeline.imports.already_known import Known, telling
from timeline.imports.draft import Draft, Fields, Left, Unreadable
from timeline.model import Timeline
from timeline.model.address import unsafe
from timeline.model.fields import language, slugged
from timeline.model.identifiers import doi, isbn

_NUMBERS: Mapping[str, Callable[[object], str]] = {"doi": doi, "isbn": isbn}
NO_FIELD = "a record has no field for it"


@dataclass(slots=True)
class Document:
    """One document, and what is left of it."""

    where: str
    markup: bool = True
    """Whether its texts may hold tags, as those of CSL do."""
    fields: Fields = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)

    def leave(self, name: str, value: Any, reason: str = NO_FIELD, help: str = "") -> None:
        self.left.append(Left(self.where, name, plain_text.as_value(str(value)), reason, help))

    def line(self, name: str, field_name: str, value: str) -> None:
        """A text of one line into a field; the second one for it is left."""
        said = self._said(name, value)
        if not said:
            return
        if field_name in self.fields:
            if self.fields[field_name] != said:
                self.leave(name, value, f"`{field_name}` has another text already")
            return
        self.fields[field_name] = said

    def note(self, name: str, value: str) -> None:
        if said := self._said(name, value):
            self.fields["note"] = "; ".join(filter(None, (self.fields.get("note", ""), plain_text.marked(said))))

    def number(self, name: str, field_name: str, value: str) -> None:
        """A DOI or an ISBN, as a record writes it; one that is none is left, with what is wrong."""
        if not value:
            return
        try:
            self.fields[field_name] = _NUMBERS[field_name](value)
        except PydanticCustomError as error:
            told = error.context or {}
            if fit := re.fullmatch("write `(.+)`", str(told.get("help", ""))):
                self.fields[field_name] = fit[1]
            else:
                self.leave(name, value, str(told.get("label", "")))

    def date(self, name: str, field_name: str, value: str) -> None:
        """A date in words or in EDTF; `accessed` takes a day only."""
        found = typed_dates.read(value)
        if found.reason:
            self.leave(name, value, found.reason, found.help)
        elif field_name == "accessed" and len(found.text) != 10:
            self.leave(name, value, "the day on which somebody read it is one day")
        else:
            self.fields.setdefault(field_name, found.text)
        if found.zone:
            self.leave(name, found.zone, typed_dates.ZONE)

    def tongue(self, name: str, value: str) -> None:
        """The language, as a tag or by its English name."""
        tag = _tags().get(value.strip().casefold(), value.strip())
        try:
            self.fields["language"] = language(tag)
        except ValueError:
            self.leave(name, value, "no language is known by this name", "a tag of BCP 47 such as `en` or `de`")

    def _said(self, name: str, value: str) -> str:
        kept, names = plain_text.visible(value)
        if names:
            self.leave(name, names, "signs that nobody sees were taken out")
        return plain_text.plain(kept).line if self.markup else " ".join(kept.split())


def add(documents: list[tuple[str, Document]], draft: Draft, timeline: Timeline) -> None:
    """Documents by the key that they had, as sources of the draft; those that the record has are told.

    Raises `Unreadable` where there is none.
    """
    if not documents:
        raise Unreadable("no document stands in the file", "name a bibliography with an entry for each document")
    known = Known(timeline, draft)
    for key, document in documents:
        fields = document.fields
        url = fields.get("url", "")
        there = _there(timeline, key, url, fields.get("doi", ""))
        if there:
            draft.loose += [*document.left, Left(document.where, key, "", f"the record has it already, as `{there}`")]
            continue
        made: Fields = {}
        alias = slugged(key)
        if key and alias and alias not in known.taken("sources"):
            known.taken("sources").add(alias)
            if alias == key and (telling(key) or not fields.get("title")):
                made["id"] = key
            else:
                made["aliases"] = [alias]
                if alias != key:
                    document.leave("id", key, "an id is made of a to z, 0 to 9 and hyphens", f"an alias is `{alias}`")
        elif key:
            document.leave("id", key, "another document has this id, or it has no letters that an id takes")
        if "id" not in made:
            words = (fields.get("publisher", ""), fields.get("issued", ""), fields.get("title", "") or url)
            made["id"] = known.fresh("sources", *words) or known.fresh("sources", document.where)
        draft.add("sources", {**made, **fields}, document.where, document.left)


def _there(timeline: Timeline, key: str, url: str, doi: str) -> str:
    """The document of the record that has this address or DOI, or had this id."""
    former = timeline.renamed["source"].get(slugged(key))
    if former:
        return former
    if doi and (same := [s.id for s in timeline.sources if s.doi and s.doi.casefold() == doi.casefold()]):
        return same[0]
    if url and not unsafe(url):
        return next((id for id, address in _addresses(timeline) if address == url), "")
    return ""


def _addresses(timeline: Timeline) -> list[tuple[str, str]]:
    return [(source.id, source.url) for source in timeline.sources if source.url]


@cache
def _tags() -> Mapping[str, str]:
    """Languages by their English names, as TeX's packages have them."""
    names = {str(name).casefold(): tag for tag, name in Locale("en").languages.items() if "_" not in tag}
    return names | {"american": "en", "british": "en", "ngerman": "de", "naustrian": "de"}
