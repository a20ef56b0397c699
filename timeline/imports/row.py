"""One row of a table: its cells by the fields they stand for, and what is left of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from timeline.imports import plain_text, typed_dates
from timeline.imports.cells import Cell, Row
from timeline.imports.draft import Left

FURTHER = "another column says this already"


class RowReading:
    """A row on its way into a record; `left` grows while it is read."""

    def __init__(self, row: Row, fields: Mapping[str, str], order: typed_dates.Order) -> None:
        self.row = row
        self.fields = fields
        """For each heading the field that it stands for."""
        self.order = order
        self.left: list[Left] = []

    def cells(self, field: str) -> Iterator[tuple[str, Cell]]:
        """The cells of a field that say something, with their headings."""
        for heading, known in self.fields.items():
            cell = self.row.cells.get(heading)
            if known == field and cell and cell.text.strip() and not cell.fault:
                yield heading, cell

    def plain(self, heading: str, cell: Cell) -> plain_text.Words:
        said = plain_text.plain(self.seen(heading, cell.text))
        for words, address in said.links:
            self.leave(heading, address, f"a link on “{words}”", "name it as a source if it bears the sentence")
        for dropped in said.dropped:
            self.leave(heading, dropped, "markup that says nothing in words")
        if cell.link:
            self.leave(heading, cell.link, "a link behind the words", "name it as a source if it bears the sentence")
        return said

    def seen(self, heading: str, text: str) -> str:
        """A text without signs that nobody sees."""
        kept, names = plain_text.visible(text)
        if names:
            self.leave(heading, names, "signs that nobody sees were taken out")
        return kept

    def left_of(self, heading: str, text: str, reason: str, help: str = "") -> Left:
        return Left(self.row.where, heading, plain_text.as_value(text), reason, help)

    def leave(self, heading: str, text: str, reason: str, help: str = "") -> None:
        self.left.append(self.left_of(heading, text, reason, help))

    def date(self) -> str:
        parts = {field: next(self.cells(field), None) for field in ("year", "month", "day")}
        start = self._timed(self._from_cells("date") or self._from_parts(""), "time")
        end = self._timed(self._from_cells("end") or self._from_parts("end "), "end time")
        for heading, cell in self.cells("display date"):
            if vague := typed_dates.vaguer(cell.text, start):
                shown = ", ".join(f"{pair[0]} {pair[1].text}" for pair in parts.values() if pair)
                self.leave(shown or "date", start, f"the row shows `{cell.text.strip()}`, which is less exact")
                start = vague
            elif typed_dates.read(cell.text).text != start or not start:
                self.leave(heading, cell.text, "the date in words, which pages make themselves")
        if start and end:
            found = typed_dates.joined(start, end)
            if found.reason:
                self.leave("end date", end, found.reason, found.help)
            return found.text
        if end:
            self.leave("end date", end, "an end without a beginning")
        return start

    def _timed(self, date: str, field: str) -> str:
        for heading, cell in self.cells(field):
            found = typed_dates.at(date, cell.text.strip())
            if found.reason:
                self.leave(heading, cell.text, found.reason)
            date = found.text
        return date

    def _from_cells(self, field: str) -> str:
        text = ""
        for heading, cell in self.cells(field):
            found = self.day(heading, cell)
            if text and found and found != text:
                self.leave(heading, cell.text, FURTHER)
            text = text or found
        return text

    def day(self, heading: str, cell: Cell) -> str:
        if cell.date:
            return cell.date
        seen, _ = plain_text.visible(cell.text)
        found = typed_dates.read(seen, self.order)
        if found.reason:
            self.leave(heading, cell.text, found.reason, found.help)
        if found.zone:
            self.leave(heading, found.zone, typed_dates.ZONE)
        return found.text

    def _from_parts(self, end: str) -> str:
        pairs = [next(self.cells(f"{end}{part}"), None) for part in ("year", "month", "day")]
        if not any(pairs):
            return ""
        found = typed_dates.from_parts(*(pair[1].text.strip() if pair else "" for pair in pairs))
        if found.reason:
            told = [(pair[0], pair[1].text) for pair in pairs if pair]
            self.leave(
                ", ".join(name for name, _ in told), ", ".join(text for _, text in told), found.reason, found.help
            )
        return found.text
