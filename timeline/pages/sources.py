"""The list of all documents: by year, and sifted by what is known of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline.exports import citation_files
from timeline.html.context import Context
from timeline.html.environment import environment
from timeline.html.facets import Facet, facet, token
from timeline.html.head import head
from timeline.html.page import Page, SearchEntry
from timeline.model import Source
from timeline.queries import order, provenance
from timeline.queries.index import Index
from timeline.site import urls, wording
from timeline.site.urls import Links

ORDERS = (
    ("", "by year, the latest first"),
    ("rank", "oldest first"),
    ("-rank", "newest first"),
    ("-claims", "most claims first"),
    ("-repeated", "most repeated first"),
    ("publisher", "publisher"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A document in the list."""

    source: Source
    claims: int
    relayers: int
    data: Mapping[str, str]
    """What the list is sifted and sorted by."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Documents of one year."""

    anchor: str
    name: str
    rows: tuple[Row, ...]


def sources_page(context: Context) -> Page:
    """Every document, the latest year first, the undated at the end."""
    index = context.index
    rows = [_row(index, source, rank) for rank, source in enumerate(sorted(index.timeline.sources, key=order.by_date))]
    shelves: dict[str, list[Row]] = {}
    for row in rows:
        shelves.setdefault(row.data["year"], []).append(row)
    groups = [
        Shelf(f"_{year}", year.capitalize(), tuple(found))
        for year, found in sorted(shelves.items(), key=lambda item: (item[0] != "undated", item[0]), reverse=True)
    ]
    unseen = sum(1 for row in rows if not row.source.seen)
    origins = provenance.independent_of_all(index.timeline)
    shown = (
        f"{wording.count(len(rows), 'document')}, {wording.count(origins, 'independent origin')} behind the claims. "
        f"{wording.count(unseen, 'document')} not seen by us and known through others."
    )
    body = (
        environment()
        .get_template("sources.html")
        .render(
            shown=shown,
            links=Links(urls.SOURCES),
            groups=groups,
            record=index.timeline.record,
            facets=_facets(rows),
            orders=ORDERS,
        )
    )
    description = f"Every document the record rests on. {shown}"
    return Page(
        urls.SOURCES,
        "Sources",
        description,
        body,
        "sources",
        hide=("toc", "navigation"),
        search=SearchEntry("Sources", shown),
        head=head(context.site, urls.SOURCES, "Sources", description, alternates=citation_files.alternates()),
    )


def _row(index: Index, source: Source, rank: int) -> Row:
    claims, relayers = len(index.uses.get(source.id, ())), len(index.relayers.get(source.id, ()))
    data = {
        "kind": source.kind,
        "language": source.language,
        "publisher": token(source.publisher),
        "year": order.heading(source.issued).year if source.issued else "undated",
        "seen": "yes" if source.seen else "no",
        "origin": "yes" if source.is_origin else "no",
        "archived": "yes" if source.archive else "no",
        "rank": str(rank),
        "claims": str(claims),
        "repeated": str(relayers),
    }
    return Row(source, claims, relayers, data)


def _facets(rows: list[Row]) -> list[Facet]:
    """With the words of the page, the commonest publishers first."""
    publishers = {row.data["publisher"]: row.source.publisher for row in rows}
    asked = [
        facet("kind", "Kind", (row.data["kind"] for row in rows), lambda kind: wording.SOURCE_KINDS[kind]),
        facet("language", "Language", (row.data["language"] for row in rows), wording.language_name),
        facet(
            "publisher", "Publisher", (row.data["publisher"] for row in rows), publishers.__getitem__, by_number=True
        ),
        facet("year", "Year", (row.data["year"] for row in rows), down=True),
    ]
    labels = {"seen": "Seen by us", "origin": "Origin", "archived": "Archived"}
    asked += [facet(name, label, (row.data[name] for row in rows), down=True) for name, label in labels.items()]
    return asked
