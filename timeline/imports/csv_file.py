"""Comma-separated values, with whatever separator, line end and encoding a program wrote them in."""

from __future__ import annotations

import csv
import io
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, lookup
from collections.abc import Iterator

from timeline.imports.cells import Cell, Sheet, sheet
from timeline.imports.draft import Unreadable

_SEPARATORS = ",;\t|"
_LOOKED_AT = 30
"""Rows by which the separator is known."""
_LONGEST = 1_000_000
"""Letters of one cell."""


_NO_TEXT = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b")
"""How documents, pictures and packed files begin, which are chosen by mistake."""


def no_text() -> Unreadable:
    return Unreadable(
        "it is no text, and none of the workbooks that can be read", "save it again as .xlsx, .ods or CSV (UTF-8)"
    )


def text_of(raw: bytes, encoding: str = "") -> str:
    """The bytes of a text file as text; nothing is guessed of bytes that are no Unicode."""
    if raw.startswith(_NO_TEXT):
        raise no_text()
    if encoding:
        try:
            return raw.decode(lookup(encoding).name).removeprefix("\ufeff")
        except LookupError:
            raise Unreadable(f"no encoding is called `{encoding}`", "write `utf-8`, `cp1252` or `utf-16`") from None
        except UnicodeError:
            raise Unreadable(f"the file is not in the encoding `{encoding}`", "leave `--encoding` out") from None
    try:
        if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            return raw.decode("utf-16")
        if len(raw) > 3 and raw[:200].count(0) * 3 >= len(raw[:200]):
            return raw.decode("utf-16-le" if raw[1] == 0 else "utf-16-be")
        return raw.removeprefix(BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\x00" in raw:
            raise no_text() from None
        line = raw.count(b"\n", 0, error.start) + 1
        help = "save it again as UTF-8; if it is Windows-1252, as Excel writes, `--encoding cp1252` reads it"
        raise Unreadable(f"the file is not UTF-8: line {line:,} has a letter in another encoding", help) from None


def read(text: str) -> Sheet:
    """A text as a table."""
    limit = csv.field_size_limit(_LONGEST)
    try:
        return sheet((number, [Cell(value) for value in row]) for number, row in _rows(text, separator(text)))
    except csv.Error as error:
        raise Unreadable(f"the rows cannot be told apart: {error}", "save it again as CSV (UTF-8)") from None
    finally:
        csv.field_size_limit(limit)


def separator(text: str) -> str:
    """The sign between the cells: the one that divides the headings into most columns, alike in the rows below."""

    def columns(sign: str) -> tuple[int, int]:
        try:
            rows = [
                row for _, row in zip(range(_LOOKED_AT), csv.reader(_lines(text), delimiter=sign), strict=False) if row
            ]
        except csv.Error:
            return (0, 0)
        if not rows:
            return (0, 0)
        wide = len(rows[0])
        return (wide if wide > 1 else 0, sum(len(row) == wide for row in rows))

    first = text.lstrip("\ufeff").split("\n", 1)[0].strip().lower()
    if match := re.fullmatch(r"sep=(.)", first):
        return match[1]
    return max(_SEPARATORS, key=columns)


def _rows(text: str, sign: str) -> Iterator[tuple[int, list[str]]]:
    rows = enumerate(csv.reader(_lines(text), delimiter=sign), 1)
    for number, row in rows:
        if number == 1 and len(row) <= 2 and re.fullmatch(r"sep=.?", (row or [""])[0].strip(), re.IGNORECASE):
            continue  # what Excel writes for itself
        yield number, row


def _lines(text: str) -> io.StringIO:
    """With line ends as they are, those of old Macs too."""
    return io.StringIO(text, newline="")
