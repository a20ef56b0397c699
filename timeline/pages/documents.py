"""The list of all documents: by year, and sifted by what is known of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from timeline.model import Source
from timeline.pages import citation_files, paths, wording
from timeline.pages.desk import Desk
from timeline.pages.environment import environment
from timeline.pages.facets import Facet, facet, token
from timeline.pages.head import head
from timeline.pages.page import Page, SearchEntry
from timeline.pages.paths import Links
from timeline.queries import order

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


def sources(desk: Desk) -> Page:
    """Every document, the latest year first, the undated at the end."""
    rows = [_row(desk, source, rank) for rank, source in enumerate(sorted(desk.timeline.sources, key=_by_date))]
    shelves: dict[str, list[Row]] = {}
    for row in rows:
        shelves.setdefault(row.data["year"], []).append(row)
    groups = [
        Shelf(f"_{year}", year.capitalize(), tuple(found))
        for year, found in sorted(shelves.items(), key=lambda item: (item[0] != "undated", item[0]), reverse=True)
    ]
    unseen = sum(1 for row in rows if not row.source.seen)
    origins = sum(1 for row in rows if row.source.is_origin)
    shown = (
        f"{wording.count(len(rows), 'document')}, {wording.count(origins, 'origin')} among them. "
        f"{wording.count(unseen, 'document')} not seen by us and known through others."
    )
    body = (
        environment()
        .get_template("sources.html")
        .render(
            shown=shown,
            links=Links(paths.SOURCES),
            groups=groups,
            record=desk.timeline.record,
            facets=_facets(rows),
            orders=ORDERS,
        )
    )
    description = f"Every document the record rests on. {shown}"
    return Page(
        paths.SOURCES,
        "Sources",
        description,
        body,
        "sources",
        hide=("toc", "navigation"),
        search=SearchEntry("Sources", shown),
        head=head(desk.site, paths.SOURCES, "Sources", description, alternates=citation_files.alternates()),
    )


def by_shelf(desk: Desk) -> Iterator[Source]:
    """All documents as their list has them."""
    shelves: dict[str, list[Source]] = {}
    for source in sorted(desk.timeline.sources, key=_by_date):
        shelves.setdefault(order.heading(source.issued).year if source.issued else "", []).append(source)
    return (source for _, found in sorted(shelves.items(), reverse=True) for source in found)


def _row(desk: Desk, source: Source, rank: int) -> Row:
    claims, relayers = len(desk.uses.get(source.id, ())), len(desk.relayers.get(source.id, ()))
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


def _by_date(source: Source) -> tuple[bool, tuple[int, int, str], str]:
    """The undated at the end."""
    return source.issued is None, (source.issued.sort_key if source.issued else (0, 0, "")), source.id
