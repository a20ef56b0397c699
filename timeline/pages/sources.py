"""The list of all documents: who carries most and what came last in front, then all by publisher, filtered in place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from timeline.browser.as_of import as_of
from timeline.exports import registry
from timeline.html.context import Context
from timeline.html.environment import environment
from timeline.html.facets import Facet, facet, token
from timeline.html.head import head
from timeline.html.page import Page, SearchEntry
from timeline.language import N_, Messages
from timeline.language import gettext as _
from timeline.language import number as figure
from timeline.model import About, Source
from timeline.queries import order, provenance
from timeline.queries.index import Index
from timeline.queries.search.folded import folded
from timeline.queries.uses import Use
from timeline.site import kind_names, urls, wording
from timeline.site.urls import Links

ORDERS = (
    ("", N_("by publisher")),
    ("-rank", N_("newest first")),
    ("rank", N_("oldest first")),
    ("-claims", N_("most claims first")),
    ("-repeated", N_("most repeated first")),
)
SHORT = 20
"""So few documents stand in one list, the latest first."""
CARRY, LATEST = 8, 5
"""How many stand in front, of those that carry most and of the latest."""
NAMED = 5
"""How many of those that carry most the first sentence counts together."""
_SHELF = 60
"""Documents that are worth a fold of their own: letters with fewer share one."""


@dataclass(frozen=True, slots=True)
class Row:
    """A document in the list."""

    source: Source
    uses: tuple[Use, ...]
    repeating: tuple[Source, ...]
    data: Mapping[str, str]
    """What the list is filtered and sorted by."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Documents of publishers with some first letters."""

    anchor: str
    name: str
    rows: tuple[Row, ...]


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
    rows = [_row(index, source, rank) for rank, source in enumerate(sorted(index.timeline.sources, key=order.by_date))]
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
            shelves=[] if short else _shelves(rows),
            total=len(rows),
            record=index.timeline.record,
            facets=_facets(rows, index.timeline.record),
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


def _shelves(rows: Iterable[Row]) -> list[Shelf]:
    """Publishers from A to Z; those whose names begin with a figure or in another script stand at the end."""
    letters: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda row: (_letter(row), folded(row.source.publisher), -int(row.data["rank"]))):
        letters.setdefault(_letter(row), []).append(row)
    groups: list[tuple[str, str, list[Row]]] = []
    for letter, documents in letters.items():
        if groups and len(groups[-1][2]) < _SHELF and letter != _OTHER:
            first, _, before = groups[-1]
            groups[-1] = (first, letter, [*before, *documents])
        else:
            groups.append((letter, letter, documents))
    return [
        Shelf(f"_{first}-{last}".lower(), _range(first, last), tuple(documents)) for first, last, documents in groups
    ]


_OTHER = "~"


def _letter(row: Row) -> str:
    first = folded(row.source.publisher)[:1].upper()
    return first if "A" <= first <= "Z" else _OTHER


def _range(first: str, last: str) -> str:
    if first == _OTHER:
        return _("Figures and other scripts")
    return first if first == last else _("{start} to {end}").format(start=first, end=last)


def _row(index: Index, source: Source, rank: int) -> Row:
    uses, repeating = index.uses.get(source.id, ()), index.relayers.get(source.id, ())
    data = {
        "kind": source.kind,
        "language": source.language,
        "publisher": token(source.publisher),
        "year": order.heading(source.issued).year if source.issued else "undated",
        "seen": "yes" if source.seen else "no",
        "origin": "yes" if source.is_origin else "no",
        "archived": "yes" if source.copies else "no",
        "rank": str(rank),
        "claims": str(len(uses)),
        "repeated": str(len(repeating)),
    }
    return Row(source, uses, repeating, data)


_WHETHER = Messages({"yes": N_("yes"), "no": N_("no")})


def _year(value: str) -> str:
    return _("undated") if value == "undated" else value


def _facets(rows: list[Row], about: About) -> list[Facet]:
    """With the words of the page, the commonest publishers first."""
    publishers = {row.data["publisher"]: row.source.publisher for row in rows}
    asked = [
        facet("kind", _("Kind"), (row.data["kind"] for row in rows), partial(kind_names.called, about, "source_kinds")),
        facet("language", _("Language"), (row.data["language"] for row in rows), wording.language_name),
        facet(
            "publisher", _("Publisher"), (row.data["publisher"] for row in rows), publishers.__getitem__, by_number=True
        ),
        facet("year", _("Year"), (row.data["year"] for row in rows), _year, down=True),
    ]
    labels = {"seen": _("Read by us"), "origin": _("Told it first"), "archived": _("Copy kept elsewhere")}
    asked += [
        facet(name, label, (row.data[name] for row in rows), _WHETHER.__getitem__, down=True)
        for name, label in labels.items()
    ]
    return asked
