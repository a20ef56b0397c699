"""Documents in lists: what each is filtered and sorted by, and how they are spread over folds or pages by publisher."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from timeline.html.facets import Facet, facet, token
from timeline.language import N_, Messages
from timeline.language import gettext as _
from timeline.model import About, Source
from timeline.queries import order
from timeline.queries.index import Index
from timeline.queries.search.folded import folded
from timeline.queries.uses import Use
from timeline.site import kind_names, urls, wording

ORDERS = (
    ("", N_("by publisher")),
    ("-rank", N_("newest first")),
    ("rank", N_("oldest first")),
    ("-claims", N_("most claims first")),
    ("-repeated", N_("most repeated first")),
)
SHELF = 60
"""Documents that are worth a fold of their own: letters with fewer share one."""
LONGEST_SHELF = 250
"""Documents that one page holds, where each shelf has one."""


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

    letters: tuple[str, str]
    """The first and the last one."""
    name: str
    rows: tuple[Row, ...]
    part: int = 1

    @property
    def anchor(self) -> str:
        """Its name on the page of all documents."""
        return "_" + "-".join(self.letters).lower()

    @property
    def address(self) -> str:
        """Of its page, where it has one."""
        name = "other" if self.letters[0] == _OTHER else "-".join(dict.fromkeys(self.letters)).lower()
        return urls.publishers(name if self.part == 1 else f"{name}-part-{self.part}")


def rows_of(index: Index) -> list[Row]:
    """All documents, the oldest first and those without a date among them."""
    return [_row(index, source, rank) for rank, source in enumerate(sorted(index.timeline.sources, key=order.by_date))]


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


def facets(rows: list[Row], about: About) -> list[Facet]:
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


def shelves(rows: Iterable[Row]) -> list[Shelf]:
    """Publishers from A to Z; those whose names begin with a figure or in another script stand at the end."""
    letters: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda row: (_letter(row), folded(row.source.publisher), -int(row.data["rank"]))):
        letters.setdefault(_letter(row), []).append(row)
    groups: list[tuple[str, str, list[Row]]] = []
    for letter, documents in letters.items():
        if groups and len(groups[-1][2]) < SHELF and letter != _OTHER:
            first, _, before = groups[-1]
            groups[-1] = (first, letter, [*before, *documents])
        else:
            groups.append((letter, letter, documents))
    return [Shelf((first, last), _range(first, last), tuple(documents)) for first, last, documents in groups]


_OTHER = "~"


def _letter(row: Row) -> str:
    first = folded(row.source.publisher)[:1].upper()
    return first if "A" <= first <= "Z" else _OTHER


def _range(first: str, last: str) -> str:
    if first == _OTHER:
        return _("Figures and other scripts")
    return first if first == last else _("{start} to {end}").format(start=first, end=last)


def paged(shelves: Sequence[Shelf]) -> list[Shelf]:
    """Shelves of which each fits on a page: a letter with too many documents has several, numbered."""
    made = []
    for shelf in shelves:
        parts = [shelf.rows[n : n + LONGEST_SHELF] for n in range(0, len(shelf.rows), LONGEST_SHELF)]
        for number, part in enumerate(parts, 1):
            name = _("{name}, part {n}").format(name=shelf.name, n=number) if len(parts) > 1 else shelf.name
            made.append(Shelf(shelf.letters, name, part, number))
    return made
