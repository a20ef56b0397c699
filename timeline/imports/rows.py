"""The rows of a table as events: what has a place in a record is carried, all else is told with its reason."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import get_args

from timeline.imports import column_names, plain_text, typed_dates
from timeline.imports.already_known import Known, addresses, several, telling
from timeline.imports.cells import Cell, Row, Sheet
from timeline.imports.draft import Draft, Fields, Left, Unreadable
from timeline.imports.row import FURTHER, RowReading
from timeline.model import Timeline
from timeline.model.fields import slugged
from timeline.model.timeline import casefolded
from timeline.model.words import Course, Status

UNKNOWN_COLUMN = "no field of a record is known by this heading"
LEFT_OUT = "`--column` leaves this column out"
_WORDS = {"status": get_args(Status), "course": get_args(Course)}
_SLIDES = {"title": "a title slide, which is no event", "era": "an era, which is no event"}
_LISTS = frozenset(["topic", "topics", "tag", "tags", "categories"])
"""Headings of columns in which names stand between commas."""
_NO_ROWS = "name a table with a row of headings and rows below it, saved as .xlsx, .ods or CSV"
_NO_HEADING = (
    'known are Date, Title, Text, Source and others, and `--column "HEADING=FIELD"` names the field of any other; '
    "what is no table is saved as one first, as .xlsx, .ods or CSV"
)
_OF_SOURCES = {"source title": "title", "publisher": "publisher", "author": "authors", "issued": "issued",
               "locator": "locator"}  # fmt: skip
"""Columns that say something of the row's document, and its fields."""


def events(sheet: Sheet, draft: Draft, timeline: Timeline, today: datetime.date, order: typed_dates.Order,
           said: Mapping[str, str]) -> None:  # fmt: skip
    """Adds an event for each row; `said` are fields that somebody named for headings; raises `Unreadable`."""
    table = _Table(sheet, Known(timeline, draft), today, order, said)
    if not sheet.rows:
        raise Unreadable("no row stands below the headings", _NO_ROWS)
    if not table.fields:
        raise Unreadable("no column has a heading that is known", _NO_HEADING)
    for name in sheet.others:
        draft.loose.append(Left("", f"sheet {name}", "", "only one sheet is read", f'--sheet "{name}" reads this one'))
    for row in sheet.rows:
        _Event(table, row).add()


class _Table:
    """What holds for all rows."""

    def __init__(
        self, sheet: Sheet, known: Known, today: datetime.date, order: typed_dates.Order, said: Mapping[str, str]
    ):
        self.known = known
        self.today = today
        self.order = order
        self.fields = column_names.fields(sheet.headings, said)
        self.ignored = {column_names.plain(heading) for heading, field in said.items() if not field}
        self.headings = sheet.headings
        self.met: dict[str, str] = {}
        """Ids of rows, with the row that had each first."""


class _Event(RowReading):
    """One row on its way to an event."""

    def __init__(self, table: _Table, row: Row) -> None:
        super().__init__(row, table.fields, table.order)
        self.table = table

    def add(self) -> None:
        draft, row = self.table.known.draft, self.row
        for heading, cell in row.cells.items():
            if cell.fault:
                self.leave(heading, cell.text, cell.fault)
        for text in row.beyond:
            self.leave("a cell without a heading", text, "the column has no heading")
        if not any(cell.text and not cell.fault for cell in row.cells.values()):
            draft.loose += self.left
        elif reason := self._no_event():
            said = [f"{heading} {cell.text}" for heading, cell in row.cells.items() if cell.text and not cell.fault]
            draft.loose += [*self.left, self.left_of("all of it", ", ".join(said), reason)]
        else:
            draft.add("events", self._fields(), row.where, self.left)

    def _no_event(self) -> str:
        """Why the row is none."""
        for heading, cell in self.cells("kind"):
            if reason := _SLIDES.get(cell.text.strip().casefold()):
                return reason if heading.casefold() == "type" else ""
        for _, cell in self.cells("id"):
            if there := self.table.known.came_as(cell.text.strip()):
                return f"the record has this row already, as `{there}`"
        return ""

    def _fields(self) -> Fields:
        title = self._title()
        paragraphs = self._paragraphs("claim")
        old, aliases = self._old_id()
        known = self.table.known
        id = old or known.fresh("events", title) or known.fresh("events", *paragraphs[:1])
        made: Fields = {"id": id or known.fresh("events", self.row.where), "added": self.table.today.isoformat()}
        made |= {"date": self.date(), "title": title, "summary": " ".join(self._paragraphs("summary"))}
        made |= {field: self._word(field) for field in ("kind", *_WORDS)}
        made["actors"] = self._names("actors")
        made["topics"] = self._names("topics")
        made["places"] = self._names("places")
        cited = self._cited()
        if not paragraphs and cited and title:
            paragraphs = [plain_text.marked(title)]
        claims: list[Fields] = [{"text": text} for text in paragraphs]
        if cited:
            claims = [{**claim, "cite": cited} for claim in claims]
        made["claims"] = claims
        made["aliases"] = aliases
        self._rest()
        return {name: value for name, value in made.items() if value}

    # -- one field each

    def _title(self) -> str:
        title = ""
        for heading, cell in self.cells("title"):
            said = self.plain(heading, cell).line
            if title and said:
                self.leave(heading, cell.text, FURTHER)
            title = title or said
        return title

    def _paragraphs(self, field: str) -> list[str]:
        return [
            plain_text.marked(part) for name, cell in self.cells(field) for part in self.plain(name, cell).paragraphs
        ]

    def _old_id(self) -> tuple[str, list[str]]:
        """The id that a row may keep, or the one it had, as an alias."""
        known = self.table.known
        kept, aliases = "", []
        for heading, cell in self.cells("id"):
            old = cell.text.strip()
            alias = slugged(old)
            if first := self.table.met.get(old):
                self.leave(heading, old, f"the id of {first} already")
            elif not alias or alias in known.taken("events"):
                self.leave(heading, old, "another event has this id, or it has no letters that an id takes")
            else:
                self.table.met[old] = self.row.where
                known.taken("events").add(alias)
                if not kept and telling(old):
                    kept = old
                else:
                    aliases.append(alias)
                    if alias != old:
                        self.leave(
                            heading, old, "an id is made of a to z, 0 to 9 and hyphens", f"an alias is `{alias}`"
                        )
        return kept, aliases

    def _word(self, field: str) -> str:
        for heading, cell in self.cells(field):
            words = self._words(field)
            if word := words.get(casefolded(cell.text)):
                return word
            self.leave(heading, cell.text, f"`{field}` takes {', '.join(dict.fromkeys(words.values()))}")
        return ""

    def _words(self, field: str) -> Mapping[str, str]:
        """What may stand in a cell, and the word that it means; kinds that the record defines go by their names too."""
        if field != "kind":
            return {word: word for word in _WORDS[field]}
        about = self.table.known.timeline.record
        named = {name: word for word, own in about.kinds.items() for name in (own.name, own.plural) if name}
        return {word: word for word in about.words("kinds")} | {casefolded(name): word for name, word in named.items()}

    def _names(self, field: str) -> list[str]:
        ids = []
        for heading, cell in self.cells(field):
            whole = several(self.seen(heading, cell.text), commas=column_names.plain(heading) in _LISTS)
            for name in whole:
                parts = several(name, commas=True)
                alike = len(parts) > 1 and all(self.table.known.knows(field, part) for part in parts)
                ids += [self.table.known.named(field, part, self.row.where) for part in (parts if alike else [name])]
        return list(dict.fromkeys(ids))

    def _cited(self) -> list[Fields]:
        """The documents that the row names, found or added."""
        cells = list(self.cells("source"))
        named = list(dict.fromkeys(part for name, cell in cells for part in self._documents(name, cell)))
        if len(named) > 1:
            self._leave_source("the row names several documents")
            return [{"source": self.table.known.source(part, self.row.where)} for part in named]
        given = self._about_source()
        locator = given.pop("locator", ("", ""))[1]
        if not named and "title" in given:
            named = [given["title"][1]]
        if not named:
            self._leave_source("the row names no document")
            return []
        fields = {name: value for name, (_, value) in given.items()}
        if not cells:
            id = self.table.known.titled(fields, self.row.where)
        else:
            id = self.table.known.source(named[0], self.row.where, fields)
        self._compared(id, given)
        return [{"source": id} | ({"locator": locator} if locator else {})]

    def _documents(self, heading: str, cell: Cell) -> list[str]:
        """The documents of one cell; of HTML the addresses of its links."""
        text = self.seen(heading, cell.text)
        if (said := plain_text.plain(text)).links:
            for words in (said.line, *said.dropped):
                self.leave(heading, words, "words on or beside an address")
            return [address for _, address in said.links]
        return addresses("\n".join(filter(None, (plain_text.unescaped(text), cell.link))))

    def _about_source(self) -> dict[str, tuple[str, str]]:
        """What the row says of its document, each with its heading."""
        about: dict[str, tuple[str, str]] = {}
        for field, name in _OF_SOURCES.items():
            for heading, cell in self.cells(field):
                said = self.day(heading, cell) if field == "issued" else self.plain(heading, cell).line
                if said:
                    about.setdefault(name, (heading, said))
        return about

    def _leave_source(self, reason: str) -> None:
        for field in _OF_SOURCES:
            for heading, cell in self.cells(field):
                self.leave(heading, cell.text, reason)

    def _compared(self, id: str, given: Mapping[str, tuple[str, str]]) -> None:
        """What the row says of a document that was there before, and that does not say it."""
        there = self.table.known.said_of(id)
        for name, (heading, value) in given.items():
            if there.get(name) != value:
                self.leave(heading, value, f"the document `{id}` is there already, and says otherwise or nothing")

    def _rest(self) -> None:
        """Columns that no field is known for."""
        for heading, cell in self.row.cells.items():
            if heading not in self.table.fields and cell.text.strip() and not cell.fault:
                ignored = column_names.plain(heading) in self.table.ignored
                reason = LEFT_OUT if ignored else column_names.SHOWN.get(column_names.plain(heading), UNKNOWN_COLUMN)
                help = f'--column "{heading}=FIELD" names one' if reason == UNKNOWN_COLUMN else ""
                self.leave(heading, cell.text, reason, help)
            if cell.link and self.table.fields.get(heading) not in ("source", "title", "claim", "summary"):
                self.leave(heading, cell.link, "a link behind the words")
