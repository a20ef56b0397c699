"""The page of all files that hold the record: what each is for, how large it is, and how it is read."""

from __future__ import annotations

from dataclasses import dataclass

from timeline import dates
from timeline.exports import registry
from timeline.exports.api.openapi import PROMISE
from timeline.exports.export import Export
from timeline.exports.tables import sqlite_file
from timeline.html.context import Context
from timeline.html.overview import overview
from timeline.html.page import Page
from timeline.language import decimal
from timeline.language import gettext as _
from timeline.site import urls, wording
from timeline.site.file import SiteFile
from timeline.site.urls import Links

_EXAMPLE = "https://ADDRESS-OF-THIS-SITE/"
_FEW = 4
"""So many files of a form are named at once, the others unfold."""
_UNITS = ("kB", "MB", "GB")


@dataclass(frozen=True, slots=True)
class File:
    """A file as the page lists it."""

    name: str
    link: str
    size: str
    about: str


@dataclass(frozen=True, slots=True)
class Form:
    """One form of the record."""

    export: Export
    files: tuple[File, ...]
    folded: tuple[File, ...]


def data_page(context: Context) -> Page:
    index, site, record = context.index, context.site, context.index.timeline.record
    links = Links(urls.DATA)
    made = registry.written_files(context.publication)
    names = {export.name for export, _ in made}
    through = dates.words(wording.day(record.through))
    claims = wording.plural(sum(1 for _ in index.timeline.claims), "{n} claim", "{n} claims")
    events, sources = (
        wording.plural(len(index.row), "{n} event", "{n} events"),
        wording.plural(len(index.timeline.sources), "{n} source", "{n} sources"),
    )
    held = _("{events} with {claims} from {sources}").format(events=events, claims=claims, sources=sources)
    return overview(
        context,
        urls.DATA,
        _("Data"),
        _shown(held, through, record.licence),
        "data.html",
        also=_("download downloads export exports dataset csv json api spreadsheet excel bibtex reuse"),
        forms=[_form(export, files, links) for export, files in made if files],
        examples=_examples(site.address or _EXAMPLE, names, next((event.id for event in index.row if event.key), "")),
        version=index.version,
        placed=bool(site.address),
        placeholder=_EXAMPLE,
        promise=PROMISE if "json" in names else "",
        described=links.to(urls.API_DESCRIPTION),
        tables="csv" in names,
    )


def _shown(held: str, through: str, licence: str | None) -> str:
    if licence:
        return _("All of this record as files, under the licence {licence}: {records}, checked up to {day}.").format(
            licence=licence, records=held, day=through
        )
    return _("All of this record as files: {records}, checked up to {day}.").format(records=held, day=through)


def _form(export: Export, files: tuple[SiteFile, ...], links: Links) -> Form:
    rows = tuple(File(file.path, links.to(file.path), size(file.size), file.about) for file in files)
    shown = len(rows) if len(rows) <= _FEW + 1 else _FEW
    return Form(export, rows[:shown], rows[shown:])


def _examples(address: str, names: set[str], event: str) -> list[tuple[str, str]]:
    """One line each, for those forms that are there."""
    examples = []
    if "json" in names:
        file = urls.api("events", event) if event else urls.API_INDEX
        examples.append((_("One entry, at a terminal"), f"curl {address}{file}"))
    if "csv" in names:
        line = f"import pandas; print(pandas.read_csv('{address}{urls.DATA}events.csv').groupby('status').size())"
        examples.append((_("All events, in pandas"), line))
    name = sqlite_file.PATH.rpartition("/")[2]
    if "sqlite" in names:
        examples.append((_("A database, in Datasette"), f"curl -O {address}{sqlite_file.PATH} && datasette {name}"))
    else:
        examples.append(
            (_("A database, from the files of the record"), f"timeline export sqlite -o {name} && datasette {name}")
        )
    return examples


def size(number: int) -> str:
    """Bytes for people, in units that every language writes alike; no file is as small as nothing."""
    amount, unit = max(number, 50) / 1000, 0
    while amount >= 999.5 and unit < len(_UNITS) - 1:
        amount, unit = amount / 1000, unit + 1
    return f"{decimal(amount, 1 if amount < 9.95 else 0)} {_UNITS[unit]}"
