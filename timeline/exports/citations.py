"""How each event and each document is cited, in all forms, put together once for its page and for the files of all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from timeline.exports import bibliography
from timeline.exports.bibliography import Entry
from timeline.model import Claim, Event, Source
from timeline.queries.index import Index
from timeline.site import inline_markdown, urls
from timeline.site.settings import NOWHERE, Site


@dataclass(frozen=True, slots=True)
class Citation:
    """One thing to cite as text, as BibTeX, as RIS and as an item of CSL-JSON."""

    text: str
    bibtex: str
    ris: str
    csl: Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Citations:
    """Those of one timeline on one site."""

    index: Index
    site: Site = NOWHERE
    _made: dict[tuple[str, str], Citation] = field(default_factory=dict, init=False, repr=False)
    _sentences: dict[str, str] = field(default_factory=dict, init=False, repr=False)

    def event(self, event: Event) -> Citation:
        """An entry of this record."""
        name = ("event", event.id)
        if name not in self._made:
            address = self.site.absolute(urls.event(event.id))
            self._made[name] = _cited(bibliography.of_event(self.index.timeline, event, self.index.version, address))
        return self._made[name]

    def claim(self, event: Event, claim: Claim) -> str:
        """One sentence of this record, in words."""
        if claim.ref not in self._sentences:
            address = self.site.absolute(urls.claim(claim.ref))
            quote = inline_markdown.plain(claim.text).removesuffix(".")  # a stop follows the quotation
            entry = bibliography.of_event(self.index.timeline, event, self.index.version, address, quote)
            self._sentences[claim.ref] = bibliography.text(entry)
        return self._sentences[claim.ref]

    def source(self, source: Source) -> Citation:
        """A document."""
        name = ("source", source.id)
        if name not in self._made:
            self._made[name] = _cited(bibliography.of_source(self.index.timeline, source))
        return self._made[name]


def _cited(entry: Entry) -> Citation:
    return Citation(
        bibliography.text(entry), bibliography.bibtex(entry), bibliography.ris(entry), bibliography.csl(entry)
    )
