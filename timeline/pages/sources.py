"""The list of all documents: who carries most and what came last in front, then all by publisher, filtered in place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from timeline.browser.as_of import as_of
from timeline.exports import registry
from timeline.html.context import Context
from timeline.html.environment import environment
from timeline.html.head import head
from timeline.html.overview import overview
from timeline.html.page import Page, Plan, SearchEntry
from timeline.language import N_
from timeline.language import gettext as _
from timeline.language import number as figure
from timeline.model import Source
from timeline.pages.document_rows import ORDERS, SHELF, Shelf, facets, paged, rows_of, shelves
from timeline.queries import provenance
from timeline.queries.index import Index
from timeline.site import urls, wording
from timeline.site.urls import Links

SHORT = 20
"""So few documents stand in one list, the latest first."""
LONGEST_LIST = 500
"""So many documents stand on one page; of a longer record each shelf has a page."""
CARRY, LATEST = 8, 5
"""How many stand in front, of those that carry most and of the latest."""
NAMED = 5
"""How many of those that carry most the first sentence counts together."""


@dataclass(frozen=True, slots=True)
class Carrying:
    """An independent source and how much leads back to it."""

    name: str
    source: Source
    claims: int
    documents: int
    read: bool
    """Whether any of its documents was read by us."""


@dataclass(frozen=True, slots=True)
class ClaimSupport:
    """How many claims there are, and how many of them rest on what, each with its list."""

    total: int
    rows: tuple[tuple[str, str], ...]


def sources_page(context: Context) -> Page:
    """A short record has one list; of a longer one a few stand in front and all are folded by publisher."""
    index = context.index
    rows = rows_of(index)
    dated = [row for row in reversed(rows) if row.source.issued]
    undated = [row for row in rows if not row.source.issued]
    short = len(rows) <= SHORT
    shown = _shown(index)
    body = (
        environment()
        .get_template("sources.html")
        .render(
            shown=shown,
            sure=_sure(index) if not short else None,
            links=Links(urls.SOURCES),
            carrying=[] if short else _carrying(index),
            counted=_carried(index) if len(index.carriers) > NAMED + 1 else 0,
            independent=len(index.carriers),
            latest=[] if short else dated[:LATEST],
            rows=[*dated, *undated] if short else [],
            shelves=[] if short or spread(index) else shelves(rows),
            elsewhere=paged(shelves(rows)) if spread(index) else [],
            total=len(rows),
            short=SHORT,
            full=SHELF,
            record=index.timeline.record,
            facets=facets(rows, index.timeline.record),
            orders=(("", N_("newest first")), *ORDERS[2:]) if short else ORDERS,
            forms=registry.forms(context.site, urls.SOURCES, _("Sources")),
            unread=urls.UNREAD,
            evidence=urls.EVIDENCE,
            as_of=as_of(index),
        )
    )
    description = _("Every document the record rests on. {counts}").format(counts=shown)
    return Page(
        urls.SOURCES,
        _("Sources"),
        description,
        body,
        "sources",
        hide=("toc", "navigation"),
        search=SearchEntry(_("Sources"), shown, also=_("bibliography references documents publishers citations")),
        head=head(context.site, urls.SOURCES, _("Sources"), description),
    )


def spread(index: Index) -> bool:
    """Whether the documents are too many for one page."""
    return len(index.timeline.sources) > LONGEST_LIST


def publisher_pages(context: Context) -> Iterator[Plan]:
    """A page for each shelf of a long record."""
    if not spread(context.index):
        return
    found = paged(shelves(rows_of(context.index)))
    for shelf, before, after in zip(found, [None, *found], [*found[1:], None], strict=False):
        yield Plan(shelf.address, partial(_publishers, context, shelf, before, after), cached=True)


def _publishers(context: Context, shelf: Shelf, before: Shelf | None, after: Shelf | None) -> Page:
    title = _("Sources: {letters}").format(letters=shelf.name)
    shown = wording.plural(len(shelf.rows), "{n} document", "{n} documents")
    page = overview(
        context,
        shelf.address,
        title,
        shown,
        "publishers.html",
        rows=shelf.rows,
        facets=facets(list(shelf.rows), context.index.timeline.record),
        orders=ORDERS,
        before=before,
        after=after,
        all=urls.SOURCES,
        as_of=as_of(context.index),
    )
    return replace(page, cached=True, search=None)


def _shown(index: Index) -> str:
    """How many documents lead back to how many independent sources, and how much the first few of these carry."""
    timeline = index.timeline
    if not timeline.sources:
        return _("The record cites no document yet.")
    found = provenance.independent_of_all(timeline)
    origins = (
        wording.plural(found, "{n} independent source", "{n} independent sources")
        if found
        else _("no independent source")
    )
    text = wording.plural(
        len(timeline.sources),
        "{n} document, which leads back to {sources}.",
        "{n} documents, which lead back to {sources}.",
        sources=origins,
    )
    first = index.carriers[:NAMED]
    if len(timeline.sources) > SHORT and len(index.carriers) > NAMED + 1:
        carried = _carried(index)
        *names, last = [carrier.name for carrier in first]
        text += " " + _("{names} stand behind {n} of {claims}.").format(
            names=_("{names} and {last}").format(names=_(", ").join(names), last=last),
            n=figure(carried),
            claims=wording.plural(len(index.support), "{n} claim", "{n} claims"),
        )
    return text


_WEIGHED = {
    "several-sources": N_("{n} told by two or more independent sources"),
    "one-source": N_("{n} by one"),
    "no-source-named": N_("{n} by documents that do not say where they got it"),
    "sources-of-the-event": N_("{n} by sources of their event as a whole"),
}


def _sure(index: Index) -> ClaimSupport:
    """What the claims rest on, in figures that lead to their lists."""
    links = Links(urls.SOURCES)
    counted = ((words, len(index.supported[name]), links.to(urls.claims(name))) for name, words in _WEIGHED.items())
    rows = tuple((_(words).format(n=figure(number)), link) for words, number, link in counted if number)
    return ClaimSupport(len(index.support), rows)


def _carried(index: Index) -> int:
    """How many claims lead back to one of the first few, each counted once."""
    return len(frozenset().union(*(carrier.claims for carrier in index.carriers[:NAMED])))


def _carrying(index: Index) -> list[Carrying]:
    return [
        Carrying(
            carrier.name,
            carrier.documents[0],
            len(carrier.claims),
            len(carrier.documents),
            any(document.seen for document in carrier.documents),
        )
        for carrier in index.carriers[:CARRY]
    ]
