"""Our own tables back again: what was typed is put together from their rows, what follows from it is passed over."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from timeline.exports.tables.contents import TABLES
from timeline.imports import csv_file, record_json
from timeline.imports.draft import Draft, Fields, Left, Unreadable
from timeline.model import Timeline
from timeline.model.event import UNNAMED_CLAIM
from timeline.site.spreadsheet_cells import read as behind

Rows = list[Mapping[str, str]]
_DEFAULTS = {
    "course": "happened",
    "key": "false",
    "title_basis": "printed",
    "issued_basis": "shown",
    "access": "open",
    "seen": "true",
    "guess": "false",
    "approximate": "false",
    "window_basis": "stated",
    "tone": "unknown",
    "retrospective": "false",
    "quotes": "false",
    "untitled": "false",
}
_JSON = frozenset(["languages", "aliases", "also", "authors", "title_in", "name_in", "allow", "archives"])
_OF_SOURCE = (
    *("id", "title", "title_basis", "title_in", "publisher", "authors", "issued", "issued_basis", "accessed"),
    *("language", "url", "doi", "isbn", "archives", "access", "kind", "seen", "also", "note", "aliases", "allow"),
)
_TELLING = 5
"""Columns by which a table alone is known as ours; three of one name may be anybody's."""


def table_of(headings: Iterable[str]) -> str:
    """The name of the table that has these columns, in this or another release; empty where none has."""
    given = [heading.strip() for heading in headings]
    for table in TABLES if len(given) >= _TELLING else ():
        names = {column.name for column in table.columns}
        needed = {column.name for column in table.columns if column.needed}
        if needed <= set(given) <= names and given[0] == table.columns[0].name:
            return table.name
    return ""


def read(files: Mapping[str, bytes], draft: Draft, timeline: Timeline) -> None:
    """All tables of a folder or an archive, by name."""
    tables: dict[str, Rows] = {}
    for table in TABLES:
        raw = files.get(f"{table.name}.csv")
        if raw is not None:
            tables[table.name] = rows(csv_file.text_of(raw))
    if not tables:
        raise Unreadable("no table of a record is in it", "name a folder with events.csv, claims.csv and the others")
    _Record(tables).into(draft, timeline)
    draft.loose += _other_languages(tables.get("record", []))
    for table in TABLES:
        if table.name not in tables:
            draft.loose.append(Left("", f"{table.name}.csv", "", "the table is not there"))


def rows(text: str) -> Rows:
    """A table's rows, without the apostrophes that stand in front of what a spreadsheet would run."""
    sheet = csv_file.read(text)
    return [{name: behind(cell.text) for name, cell in row.cells.items()} for row in sheet.rows]


def _other_languages(record: Rows) -> Iterator[Left]:
    """Of texts in several languages our tables hold one."""
    for about in record:
        named = json.loads(about.get("languages") or "[]")
        if others := ", ".join(f"{tag}" for tag in named if tag != about.get("language")):
            reason = "texts in these languages are not in tables"
            yield Left("record", "languages", others, reason, "the JSON of the record holds them")


class _Record:
    def __init__(self, tables: Mapping[str, Rows]) -> None:
        self.tables = tables
        self.grouped: dict[tuple[str, ...], dict[tuple[str | None, ...], Rows]] = {}

    def into(self, draft: Draft, timeline: Timeline) -> None:
        for about in self.tables.get("record", []):
            fields = _said(
                about,
                "title",
                "language",
                "languages",
                "licence",
                "through",
                "retrospective",
                "quotes",
                "added",
                "uuid",
                "contact",
            )
            for word in self._rows("words"):
                fields.setdefault(word["field"], {})[word["word"]] = _said(
                    word, "name", "name_in", "plural", "about", "counts_as", "untitled"
                )
            record_json.whole(fields, draft, timeline)
        made = {
            "topics": [_said(row, "id", "name", "family", "also", "about", "aliases") for row in self._rows("topics")],
            "places": [self._place(row) for row in self._rows("places")],
            "actors": [
                _said(row, "id", "name", "kind", "also", "country", "about", "aliases") for row in self._rows("actors")
            ],
            "sources": [self._source(row) for row in self._rows("sources")],
            "events": [self._event(row) for row in self._rows("events")],
            "expectations": [self._expectation(row) for row in self._rows("expectations")],
            "tracks": [self._track(row) for row in self._rows("tracks")],
        }
        for name, records in made.items():
            for fields in records:
                record_json.add(name, fields, draft, timeline)

    def _rows(self, name: str, **of: str) -> Rows:
        """The rows of a table that belong to one record, in their order."""
        key = (name, *of)
        if key not in self.grouped:
            groups = self.grouped.setdefault(key, {})
            for row in self.tables.get(name, []):
                groups.setdefault(tuple(row.get(column) for column in of), []).append(row)
        found = self.grouped[key].get(tuple(of.values()), [])
        return sorted(found, key=lambda row: int(row.get("place") or row.get("number") or 0))

    def _place(self, row: Mapping[str, str]) -> Fields:
        return _said(row, "id", "name", "also", "country", "about", "aliases") | _point(row)

    def _source(self, row: Mapping[str, str]) -> Fields:
        made = _said(row, *_OF_SOURCE)
        if row.get("archive_url"):
            made["archive"] = {"url": row["archive_url"], "on": row["archive_on"]}
        if row.get("holding_archive"):
            held = {"archive": row["holding_archive"], "number": row.get("holding_number", "")}
            made["holding"] = _filled(held)
        if row.get("withdrawn_on"):
            made["withdrawn"] = json.loads(row["withdrawal"]) if row.get("withdrawal") else row["withdrawn_on"]
        relays = self._rows("source_relays", source=row["id"])
        made["relays"] = [
            {"source": each["relayed"], "guess": "true"} if each["guess"] == "true" else each["relayed"]
            for each in relays
        ]
        return _filled(made)

    def _event(self, row: Mapping[str, str]) -> Fields:
        id = row["id"]
        made = _said(row, "id", "added", "date", "date_basis", "title", "summary", "kind", "course", "status", "key",
                     "aliases", "also", "allow", "note")  # fmt: skip
        made |= _point(row)
        dates = self._rows("event_dates", event=id)
        made["rivals"] = [_dated(each) for each in dates if each["role"] == "rival"]
        made["dates"] = {each["role"]: _dated(each) for each in dates if each["role"] != "rival"}
        made["amounts"] = [
            _said(each, "value", "up_to", "unit", "of", "approximate", "bound")
            for each in self._rows("event_amounts", event=id)
        ]
        made["actors"] = [each["actor"] for each in self._rows("event_actors", event=id)]
        made["places"] = [each["location"] for each in self._rows("event_places", event=id)]
        made["topics"] = [each["topic"] for each in self._rows("event_topics", event=id)]
        made["cite"] = [_citation(each) for each in self._rows("event_citations", event=id)]
        made["claims"] = [self._claim(each) for each in self._rows("claims", event=id)]
        made["related"] = [
            _filled({"event": each["other"], "as": each["relation"], "cite": _citations(each)})
            for each in self._rows("event_relations", event=id)
        ]
        made["updates"] = [_said(each, "on", "kind", "was", "text") for each in self._rows("event_updates", event=id)]
        return _filled(made)

    def _claim(self, row: Mapping[str, str]) -> Fields:
        anchor = row["id"].partition("#")[2]
        made = _said(row, "aliases", "text", "by", "question")
        if anchor != UNNAMED_CLAIM.format(row["number"]):
            made["id"] = anchor
        for each in self._rows("claim_objections", claim=row["id"]):
            made.setdefault(each["manner"], []).append(each["against"].removeprefix(f"{row['event']}#"))
        made["cite"] = [_citation(each) for each in self._rows("citations", claim=row["id"])]
        return _filled(made)

    def _expectation(self, row: Mapping[str, str]) -> Fields:
        made = _said(row, "id", "about", "by", "said", "window", "wording", "window_basis", "aliases")
        made["cite"] = [_citation(each) for each in self._rows("expectation_citations", expectation=row["id"])]
        made["replaces"] = [each["replaced"] for each in self._rows("expectation_replaces", expectation=row["id"])]
        answers = {"event": "answered_by", "denied": "denied_by", "withdrawn": "withdrawn_by"}
        outcome = {name: row[column] for name, column in answers.items() if row.get(column)}
        made["outcome"] = "missed" if row.get("missed") == "true" else outcome
        return _filled(made)

    def _track(self, row: Mapping[str, str]) -> Fields:
        made = _said(row, "id", "title", "aliases")
        made["states"] = []
        for each in self._rows("states", track=row["id"]):
            state = _said(each, "state", "tone", "event") | {"from": each["begins"], "to": each["ends"]}
            cited = self._rows("state_citations", track=row["id"], number=each["number"])
            made["states"].append(_filled({**state, "cite": [_citation(one) for one in cited]}))
        return made


def _said(row: Mapping[str, str], *names: str) -> Fields:
    """The cells that say more than the field says by itself."""
    told = {name: row[name] for name in names if row.get(name) and row[name] != _DEFAULTS.get(name)}
    return {name: json.loads(text) if name in _JSON else text for name, text in told.items()}


def _filled(fields: Fields) -> Fields:
    return {name: value for name, value in fields.items() if value not in ("", [], {}, None)}


def _citation(row: Mapping[str, str]) -> Fields:
    quoted = {"text": "quotation", "language": "quotation_language", "translation": "quotation_translation"}
    words = _filled({name: row.get(column) for name, column in quoted.items()})
    return _filled({**_said(row, "source", "via", "locator", "guess", "attributed_to"), "quote": words})


def _citations(row: Mapping[str, str]) -> Any:
    return json.loads(row["citations"]) if row.get("citations") else json.loads(row.get("cited") or "[]")


def _dated(row: Mapping[str, str]) -> Fields:
    return {"date": row["date"], "cite": _citations(row)}


def _point(row: Mapping[str, str]) -> Fields:
    """Where it lies or happened, where the table says it."""
    return {"coordinates": f"{row['latitude']}, {row['longitude']}"} if row.get("latitude") else {}
