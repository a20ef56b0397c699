"""Where the links of a hand-written page lead, for paper: on a screen a link is clicked, on a sheet it is read.

The list stands below the text and is seen in print only. Each link carries its number, which is printed behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from timeline import dates
from timeline.language import gettext as _
from timeline.markdown.scanner import Reference
from timeline.model import Citation, Event, Timeline
from timeline.queries.index import Index
from timeline.site import inline_markdown, text_language, urls, wording
from timeline.site.settings import Site

Target = tuple[str, str | None]
"""An event, and one of its claims."""
_FEW = 2
"""How many documents are named before the others are counted."""


def numbers(references: Iterable[Reference], timeline: Timeline, after: int) -> dict[Target, int]:
    """What the text links to, numbered in its order; the numbers go on after those of its notes."""
    targets = (
        (each.ids[0][0], each.claim) for each in references if each.kind == "event" and timeline.event(each.ids[0][0])
    )
    return {target: number for number, target in enumerate(dict.fromkeys(targets), after + 1)}


def listed(linked: Mapping[Target, int], index: Index, site: Site, page: str = "") -> str:
    """What each link leads to, who says so, and the address, in words of the site's language."""
    items = "\n".join(
        f'<li value="{number}">{_item(index, site, index.timeline.events_by_id[id], claim)}</li>'
        for (id, claim), number in linked.items()
    )
    name, spoken = _("Where the links lead"), text_language.among(page)
    return f'<section class="tl-linked" data-search-exclude{spoken}><h2>{name}</h2>\n<ol>\n{items}\n</ol></section>'


def _item(index: Index, site: Site, event: Event, name: str | None) -> str:
    claim = index.timeline.claim(f"{event.id}#{name}") if name else None
    said = _in_its_language(claim.text, inline_markdown.plain(claim.text)) if claim else _in_its_language(event.title)
    said += "" if claim else escape(f", {dates.words(event.date)}.")
    address = urls.claim(claim.ref) if claim else urls.event(event.id)
    sources = escape(_sources(index, (claim or event.claims[0]).behind))
    return f"{said} {sources} <span>{escape(site.absolute(address) or address)}</span>"


def _in_its_language(text: str, shown: str = "") -> str:
    attribute = text_language.attribute(text)
    return f"<bdi{attribute}>{escape(shown or text)}</bdi>" if attribute else escape(shown or text)


def _sources(index: Index, citations: Iterable[Citation]) -> str:
    cited = [index.timeline.sources_by_id[id] for id in dict.fromkeys(c.source for c in citations)]
    names = "; ".join(wording.document(source) for source in cited[:_FEW])
    if len(cited) > _FEW:
        return _("{names} and {n} more.").format(names=names, n=len(cited) - _FEW)
    return f"{names}."
